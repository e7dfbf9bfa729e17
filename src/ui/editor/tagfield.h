#pragma once
#include "core/entities.h"

#include <QList>
#include <QWidget>

class QLineEdit;
class QStringListModel;
class QToolButton;

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// Tags as chips with a line to type another, completed from the workspace's tags. A click on a chip takes it
/// off, so does Backspace in the empty line.
class TagField : public QWidget {
    Q_OBJECT
public:
    explicit TagField(QWidget* parent = nullptr);
    void setTheme(const app::Theme& theme);
    void setKnown(const QList<core::Tag>& tags);
    void setTags(const QList<core::Tag>& tags);
    /// What is typed is looked up, not made: the texts say so, and a name that is not taken is left there.
    void setTexts(const QString& add, const QString& remove);
    /// Chips in the colours of text, with this icon at the end instead of the plus.
    void setPlain(const QString& icon);
    void offer(); ///< opens the list of what is known
    QLineEdit* line() const { return m_line; }

    QSize sizeHint() const override { return {200, heightFor(width())}; }
    QSize minimumSizeHint() const override { return {80, heightFor(width())}; }

Q_SIGNALS:
    void typed(const QString& text); ///< to be completed by `setKnown`
    void added(const QString& name);
    void removed(const QUuid& tag);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void commit();
    void retranslate();
    void arrange();
    int heightFor(int width) const;
    /// Places of the chips and, last, of the line.
    QList<QRect> places(int width) const;

    const app::Theme* m_theme = nullptr;
    QList<core::Tag> m_tags;
    QList<QWidget*> m_chips;
    QLineEdit* m_line;
    QToolButton* m_add;
    QStringListModel* m_known;
    QString m_icon = QStringLiteral("plus");
    bool m_plain = false;
    QString m_addText;    ///< empty: "Add a tag"
    QString m_removeText; ///< with %1; empty: of a tag
};

} // namespace glow::ui
