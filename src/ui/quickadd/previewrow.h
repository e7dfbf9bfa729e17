#pragma once
#include "core/quickadd/quickaddparser.h"

#include <QWidget>

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// The row that the line will make, as the table would show it.
class PreviewRow : public QWidget {
    Q_OBJECT
public:
    /// A list as it is shown; an empty name is the Inbox.
    struct ListLook {
        QString name;
        QString colour;
    };
    explicit PreviewRow(QWidget* parent = nullptr);
    void setTheme(const app::Theme& theme) { m_theme = &theme; }
    void setReading(const core::QuickAddResult& reading, const ListLook& list, const QString& due,
                    const QString& reminders);
    QSize sizeHint() const override { return {200, 44}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int paintDue(QPainter& painter, int end) const;
    int paintList(QPainter& painter, int end) const;
    void paintTitle(QPainter& painter, int end) const;
    QRect place(int x, int width) const;

    const app::Theme* m_theme = nullptr;
    core::QuickAddResult m_reading;
    ListLook m_list;
    QString m_due;
    QString m_reminders;
};

} // namespace glow::ui
