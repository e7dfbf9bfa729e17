#include "ui/quickadd/previewrow.h"

#include "app/theme.h"
#include "ui/style/checkcircle.h"
#include "ui/style/icons.h"
#include "ui/style/rowpaint.h"
#include "ui/table/tasklayout.h"

#include <QPainter>
#include <QStyle>

namespace glow::ui {

namespace {

constexpr int titleAt = 28;
constexpr int cellGap = 28;
constexpr int chipGap = 6;
constexpr int smallestTitle = 120;
constexpr int widestList = 160;

} // namespace

PreviewRow::PreviewRow(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PreviewRow::setReading(const core::QuickAddResult& reading, const ListLook& list, const QString& due,
                            const QString& reminders)
{
    m_reading = reading;
    m_list = list;
    m_due = due;
    m_reminders = reminders;
    const QString where = list.name.isEmpty() ? tr("Inbox") : list.name;
    QStringList parts{reading.title, where};
    for (const QString& each : {due, reminders}) {
        if (!each.isEmpty())
            parts.append(each);
    }
    setAccessibleName(reading.title.isEmpty() ? QString()
                                              : tr("Will be made: %1").arg(parts.join(QStringLiteral(", "))));
    update();
}

QRect PreviewRow::place(int x, int width) const
{
    return QStyle::visualRect(layoutDirection(), rect(), {x, 0, width, height()});
}

int PreviewRow::paintDue(QPainter& painter, int end) const
{
    if (m_due.isEmpty() && m_reminders.isEmpty())
        return end;
    const int width = m_due.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(m_due) + 1;
    painter.setPen(m_theme->colours().text);
    painter.drawText(place(end - width, width), Qt::AlignVCenter | Qt::AlignLeading, m_due);
    end -= width;
    for (const auto& [name, shown] : {std::pair{QStringLiteral("repeat"), !m_reading.rrule.isEmpty()},
                                      std::pair{QStringLiteral("bell"), !m_reminders.isEmpty()}}) {
        if (!shown)
            continue;
        paintIcon(painter, place(end - 16, 12), name, 12, m_theme->colours().text, layoutDirection());
        end -= 16;
    }
    return end - cellGap;
}

int PreviewRow::paintList(QPainter& painter, int end) const
{
    const QString name = painter.fontMetrics().elidedText(m_list.name.isEmpty() ? tr("Inbox") : m_list.name,
                                                          Qt::ElideRight, widestList);
    const int width = painter.fontMetrics().horizontalAdvance(name) + 1;
    painter.setPen(m_theme->colours().text);
    painter.drawText(place(end - width, width), Qt::AlignVCenter | Qt::AlignLeading, name);
    end -= width + 16;
    paintListMark(painter, *m_theme, place(end, 8), m_list.name.isEmpty(), m_list.colour, layoutDirection());
    return end - 16;
}

/// The title, then as many tags as there is room for; the rest is counted.
void PreviewRow::paintTitle(QPainter& painter, int end) const
{
    const QFontMetrics body(m_theme->font(app::Theme::Text::Body));
    const int room = end - titleAt;
    const int wanted = qMin(body.horizontalAdvance(m_reading.title) + 1, room);
    int x = titleAt + qMax(qMin(wanted, smallestTitle), qMin(wanted, room));
    QStringList shown = m_reading.tags;
    const auto widthOf = [this](const QStringList& texts) {
        int width = 0;
        for (const QString& text : texts)
            width += chipWidth(*m_theme, {{}, text}) + chipGap;
        return width;
    };
    while (!shown.isEmpty() && x + widthOf(shown) > end)
        shown.removeLast();
    if (shown.size() < m_reading.tags.size())
        shown.append(u'+' + QLocale().toString(m_reading.tags.size() - shown.size()));
    x = qMin(x, end - widthOf(shown));
    paintCellText(painter, *m_theme, place(titleAt, x - titleAt), m_reading.title, m_theme->colours().text,
                  layoutDirection());
    for (const QString& text : shown) {
        const Chip chip{{}, text};
        const int width = chipWidth(*m_theme, chip);
        const int top = (height() - TaskLayout::chipHeight) / 2;
        const QRect at =
            QStyle::visualRect(layoutDirection(), rect(), {x + chipGap, top, width, TaskLayout::chipHeight});
        paintChip(painter, *m_theme, at, chip, false, layoutDirection());
        x += chipGap + width;
    }
}

void PreviewRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme->font(app::Theme::Text::Body));
    const QRect circle = place(0, 16);
    paintCheckCircle(painter, *m_theme, QRectF(circle.x(), height() / 2.0 - 8, 16, 16),
                     m_reading.priority.value_or(core::Priority::None), false);
    if (m_reading.title.isEmpty()) {
        painter.setPen(m_theme->colours().muted);
        painter.drawText(place(titleAt, width() - titleAt), Qt::AlignVCenter | Qt::AlignLeading,
                         tr("The task as it will be made"));
        return;
    }
    paintTitle(painter, paintList(painter, paintDue(painter, width())));
}

} // namespace glow::ui
