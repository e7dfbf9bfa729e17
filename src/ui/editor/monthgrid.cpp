#include "ui/editor/monthgrid.h"

#include "app/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

namespace glow::ui {

namespace {

constexpr int columns = 7;
constexpr int weeks = 6;
constexpr int cellWidth = 36;
constexpr int cellHeight = 30;
constexpr int headHeight = 26;
constexpr qreal dotRadius = 2;

} // namespace

MonthGrid::MonthGrid(const app::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Calendar"));
}

void MonthGrid::setDays(const QDate& today, const QDate& chosenDay, Qt::DayOfWeek firstDay)
{
    m_today = today;
    m_chosen = chosenDay;
    m_firstDay = firstDay;
    walkTo(chosenDay.isValid() ? chosenDay : today);
}

void MonthGrid::walkTo(const QDate& day)
{
    m_current = day;
    m_month = QDate(day.year(), day.month(), 1);
    setAccessibleDescription(QLocale().toString(day, QLocale::LongFormat));
    update();
    Q_EMIT monthChanged();
}

void MonthGrid::setChosen(const QDate& chosenDay)
{
    if (chosenDay == m_chosen)
        return;
    m_chosen = chosenDay;
    if (chosenDay.isValid())
        walkTo(chosenDay);
    update();
}

void MonthGrid::setDotted(const QSet<QDate>& days)
{
    m_dotted = days;
    update();
}

void MonthGrid::turn(int months)
{
    walkTo(m_current.addMonths(months));
}

QSize MonthGrid::sizeHint() const
{
    return {columns * cellWidth, headHeight + weeks * cellHeight};
}

QDate MonthGrid::firstShown() const
{
    const int before = (m_month.dayOfWeek() - static_cast<int>(m_firstDay) + columns) % columns;
    return m_month.addDays(-before);
}

QRect MonthGrid::cell(int index) const
{
    const int left = index % columns * width() / columns;
    const int right = (index % columns + 1) * width() / columns;
    const QRect box(left, headHeight + index / columns * cellHeight, right - left, cellHeight);
    return QStyle::visualRect(layoutDirection(), rect(), box);
}

QDate MonthGrid::dayAt(const QPoint& place) const
{
    for (int index = 0; index < columns * weeks; ++index) {
        if (cell(index).contains(place))
            return firstShown().addDays(index);
    }
    return {};
}

void MonthGrid::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(app::Theme::Text::Chip));
    painter.setPen(m_theme.colours().muted);
    for (int column = 0; column < columns; ++column) {
        const QString name =
            QLocale().standaloneDayName(firstShown().addDays(column).dayOfWeek(), QLocale::ShortFormat);
        const QRect box = cell(column);
        painter.drawText(QRect(box.x(), 0, box.width(), headHeight), Qt::AlignCenter, name.left(2));
    }
    for (int index = 0; index < columns * weeks; ++index)
        paintDay(painter, cell(index), firstShown().addDays(index));
}

void MonthGrid::paintDay(QPainter& painter, const QRect& rect, const QDate& day) const
{
    const app::Colours& colours = m_theme.colours();
    QRectF box(0, 0, cellWidth - 1, cellHeight - 3);
    box.moveCenter(QRectF(rect).center());
    const bool chosenDay = day == m_chosen;
    QColor text = day.month() == m_month.month() ? colours.text : colours.muted;
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::NoBrush);
    if (chosenDay) {
        painter.setBrush(colours.accent);
        text = colours.onAccent;
    } else if (day == m_hovered) {
        painter.setBrush(colours.hover);
    }
    if (day == m_today && !chosenDay) {
        painter.setPen(colours.accent);
        text = colours.accent;
    } else if (day == m_current && hasFocus() && !chosenDay) {
        painter.setPen(colours.outline);
    }
    painter.drawRoundedRect(box, app::Metrics::radius, app::Metrics::radius);
    const bool strong = chosenDay || day == m_today;
    painter.setFont(m_theme.font(strong ? app::Theme::Text::Strong : app::Theme::Text::Body));
    painter.setPen(text);
    painter.drawText(box, Qt::AlignCenter, QLocale().toString(day.day()));
    if (m_dotted.contains(day)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(chosenDay ? colours.onAccent : colours.accent);
        painter.drawEllipse(QPointF(box.center().x(), box.bottom() - 1.5), dotRadius, dotRadius);
    }
}

void MonthGrid::mouseMoveEvent(QMouseEvent* event)
{
    m_hovered = dayAt(event->position().toPoint());
    update();
}

void MonthGrid::leaveEvent(QEvent*)
{
    m_hovered = {};
    update();
}

void MonthGrid::mouseReleaseEvent(QMouseEvent* event)
{
    const QDate day = dayAt(event->position().toPoint());
    if (day.isValid() && event->button() == Qt::LeftButton)
        Q_EMIT chosen(day);
}

void MonthGrid::keyPressEvent(QKeyEvent* event)
{
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return walkTo(m_current.addDays(-forward));
    case Qt::Key_Right:
        return walkTo(m_current.addDays(forward));
    case Qt::Key_Up:
        return walkTo(m_current.addDays(-columns));
    case Qt::Key_Down:
        return walkTo(m_current.addDays(columns));
    case Qt::Key_PageUp:
        return turn(-1);
    case Qt::Key_PageDown:
        return turn(1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        Q_EMIT chosen(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void MonthGrid::wheelEvent(QWheelEvent* event)
{
    if (event->angleDelta().y() != 0)
        turn(event->angleDelta().y() > 0 ? -1 : 1);
}

} // namespace glow::ui
