#pragma once
#include "app/message.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// What is wrong and what to do, above the list: it pushes the list down and covers nothing. Several messages
/// wait behind one another; the newest is seen.
class MessageBar : public QWidget {
    Q_OBJECT
public:
    explicit MessageBar(const app::Theme& theme, QWidget* parent = nullptr);

    void show(const app::Message& message);
    void clear(const QString& key);
    bool has(const QString& key) const;
    QString text() const; ///< of the message in view, for tests and screen readers

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    QColor background() const;

    const app::Theme& m_theme;
    QList<app::Message> m_messages;
    QHBoxLayout* m_row;
    QLabel* m_icon;
    QLabel* m_label;
    QList<QWidget*> m_buttons;
    QToolButton* m_close;
};

} // namespace glow::ui
