#include "ui/table/taskdelegate.h"

#include "app/theme.h"
#include "ui/style/icons.h"
#include "ui/style/rowpaint.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

namespace glow::ui {

using app::TaskTableModel;
using app::Theme;

namespace {

constexpr int longestLine = 100000;
constexpr int repeatMark = 12;
constexpr int repeatGap = 5;

TaskTableModel::RowKind kindOf(const QModelIndex& index)
{
    return index.data(TaskTableModel::KindRole).value<TaskTableModel::RowKind>();
}

core::Task taskOf(const QModelIndex& index)
{
    return index.data(TaskTableModel::TaskRole).value<core::Task>();
}

} // namespace

TaskDelegate::TaskDelegate(const TaskTableModel& model, const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_theme(theme)
{}

QSize TaskDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {TaskLayout::leastTitle, m_theme.metrics().rowHeight};
}

void TaskDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const app::Colours& colours = m_theme.colours();
    const QRect cell = option.rect;
    const bool heading = kindOf(index) == TaskTableModel::RowKind::Heading;
    const bool selected = !heading && option.state.testFlag(QStyle::State_Selected);
    const bool hovered = !heading && index.row() == m_hoveredRow;
    painter->save();
    painter->fillRect(cell, selected ? colours.selection : hovered ? colours.hover : colours.surface);
    painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), colours.hairline);
    const TaskLayout layout(option.direction);
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (!heading && index.column() == TaskTableModel::Title && view &&
        view->currentIndex().row() == index.row())
        painter->fillRect(layout.currentBar(cell), colours.accent);
    if (!heading) {
        painter->setClipRect(cell);
        paintCell(*painter, layout, cell, selected, index);
    }
    painter->restore();
}

void TaskDelegate::paintCell(QPainter& painter, const TaskLayout& layout, const QRect& cell, bool selected,
                             const QModelIndex& index) const
{
    if (kindOf(index) == TaskTableModel::RowKind::Placeholder) {
        paintUnread(painter, layout, cell, index);
        return;
    }
    const core::Task task = taskOf(index);
    switch (index.column()) {
    case TaskTableModel::Title:
        paintTitle(painter, layout, cell, task, selected, index);
        break;
    case TaskTableModel::List:
        paintList(painter, layout, cell, index);
        break;
    case TaskTableModel::Due:
        paintDay(painter, layout, cell, task, task.due, index);
        break;
    case TaskTableModel::Deadline:
        paintDay(painter, layout, cell, task, task.deadline, index);
        break;
    default:
        paintCellText(painter, m_theme, layout.text(cell), index.data().toString(), m_theme.colours().muted,
                      layout.direction());
    }
}

QList<Chip> TaskDelegate::chips(const core::Task& task, const QModelIndex& index) const
{
    QList<Chip> all;
    if (task.subtasksTotal > 0) {
        const QLocale locale;
        all.append({QStringLiteral("subtasks"),
                    locale.toString(task.subtasksDone) + u'/' + locale.toString(task.subtasksTotal)});
    }
    const QStringList tags = index.data(TaskTableModel::TagNamesRole).toStringList();
    for (const QString& tag : tags)
        all.append({{}, oneLine(tag)});
    if (task.timerStarted.isValid() && !task.completed)
        all.append({QStringLiteral("clock"), tr("timer runs")});
    if (task.isBlocked())
        all.append({QStringLiteral("blocked"),
                    tr("blocked by %n", nullptr, static_cast<int>(task.openBlockers.size()))});
    return all;
}

/// A subtask in a flat view carries its parent's title; a hit in the notes a piece of them.
QList<TaskDelegate::Run> TaskDelegate::titleRuns(const core::Task& task, const QModelIndex& index) const
{
    const app::Colours& colours = m_theme.colours();
    QList<Run> runs;
    if (!m_model.query().isTree() && !task.parentTitle.isEmpty())
        runs.append({oneLine(task.parentTitle) + QStringLiteral(" › "), colours.muted});
    runs.append({oneLine(task.title), task.completed || task.isBlocked() ? colours.muted : colours.text});
    const QString snippet = index.data(TaskTableModel::SnippetRole).toString();
    if (!snippet.isEmpty())
        runs.append({QStringLiteral(" … ") + oneLine(snippet), colours.muted});
    return runs;
}

/// The words of a search are bolder, which only a layout knows; without one the plain way is quicker.
int TaskDelegate::titleWidth(const core::Task& task, const QModelIndex& index) const
{
    const QList<Run> runs = titleRuns(task, index);
    if (!m_model.query().search.isEmpty()) {
        QTextLayout text;
        layOut(text, runs, task.completed, longestLine);
        return qCeil(text.lineAt(0).naturalTextWidth());
    }
    QString text;
    for (const Run& run : runs)
        text += run.text;
    return QFontMetrics(m_theme.font(Theme::Text::Body)).horizontalAdvance(text) + 1;
}

TaskLayout::Title TaskDelegate::places(const TaskLayout& layout, const QRect& cell, const core::Task& task,
                                       const QModelIndex& index) const
{
    TaskLayout::Content content;
    content.tree = m_model.query().isTree();
    content.depth = content.tree ? task.depth() : 0;
    content.folds = content.tree && task.subtasksTotal > 0;
    content.pending = index.data(TaskTableModel::PendingRole).toBool();
    content.titleWidth = titleWidth(task, index);
    for (const Chip& chip : chips(task, index))
        content.chipWidths.append(chipWidth(m_theme, chip));
    content.moreWidth = [this](int hidden) {
        return chipWidth(m_theme, {{}, u'+' + QLocale().toString(hidden)});
    };
    return layout.title(cell, content);
}

TaskLayout::Title TaskDelegate::titlePlaces(const QRect& cell, Qt::LayoutDirection direction,
                                            const QModelIndex& index) const
{
    return places(TaskLayout(direction), cell, taskOf(index), index);
}

void TaskDelegate::paintTitle(QPainter& painter, const TaskLayout& layout, const QRect& cell,
                              const core::Task& task, bool selected, const QModelIndex& index) const
{
    const TaskLayout::Title at = places(layout, cell, task, index);
    const app::Colours& colours = m_theme.colours();
    paintCircle(painter, at.circle, task);
    if (!at.fold.isNull()) {
        const bool collapsed = index.data(TaskTableModel::CollapsedRole).toBool();
        const QString angle = collapsed ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down");
        paintIcon(painter, at.fold, angle, at.fold.width(), colours.muted, layout.direction());
    }
    paintRuns(painter, layout, at.title, titleRuns(task, index), task.completed);
    const QList<Chip> all = chips(task, index);
    for (int i = 0; i < at.chips.size(); ++i)
        paintChip(painter, m_theme, at.chips.at(i), all.at(i), selected, layout.direction());
    if (!at.more.isNull())
        paintChip(painter, m_theme, at.more, {{}, u'+' + QLocale().toString(at.hidden)}, selected,
                  layout.direction());
    if (!at.pending.isNull())
        paintIcon(painter, at.pending, QStringLiteral("pending"), at.pending.width(), colours.muted);
}

/// One line with the runs' colours and marks on the words of the search. `width`: cut at its own end.
void TaskDelegate::layOut(QTextLayout& text, const QList<Run>& runs, bool done, int width) const
{
    const QFont font = m_theme.font(Theme::Text::Body);
    QString whole;
    for (const Run& run : runs)
        whole += run.text;
    const bool searched = !m_model.query().search.isEmpty();
    const QFontMetrics widest(m_theme.font(searched ? Theme::Text::Strong : Theme::Text::Body));
    const QString shown = width < longestLine ? widest.elidedText(whole, Qt::ElideRight, width) : whole;
    QList<QTextLayout::FormatRange> formats;
    int start = 0;
    const int end = static_cast<int>(shown.size());
    for (const Run& run : runs) {
        QTextCharFormat format;
        format.setForeground(run.colour);
        format.setFontStrikeOut(done);
        const int length = std::min(static_cast<int>(run.text.size()), end - start);
        if (length > 0)
            formats.append({start, length, format});
        start += length;
    }
    const QStringList words = m_model.query().search.split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        QTextCharFormat format;
        format.setBackground(m_theme.colours().warnTint);
        format.setFontWeight(QFont::DemiBold);
        for (qsizetype hit = shown.indexOf(word, 0, Qt::CaseInsensitive); hit >= 0;
             hit = shown.indexOf(word, hit + word.size(), Qt::CaseInsensitive))
            formats.append({static_cast<int>(hit), static_cast<int>(word.size()), format});
    }
    text.setText(shown);
    text.setFont(font);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(whole.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(Qt::AlignLeft | Qt::AlignAbsolute);
    text.setTextOption(option);
    text.setFormats(formats);
    text.beginLayout();
    text.createLine().setLineWidth(longestLine);
    text.endLayout();
}

void TaskDelegate::paintRuns(QPainter& painter, const TaskLayout& layout, const QRect& rect,
                             const QList<Run>& runs, bool done) const
{
    QTextLayout text;
    layOut(text, runs, done, longestLine);
    if (text.lineAt(0).naturalTextWidth() > rect.width())
        layOut(text, runs, done, rect.width());
    const QTextLine line = text.lineAt(0);
    const qreal width = line.naturalTextWidth();
    const qreal x = layout.direction() == Qt::LeftToRight ? rect.left() : rect.right() + 1 - width;
    // A line set right to left hangs at the far end of its width.
    const qreal hang = line.naturalTextRect().left();
    text.draw(&painter, QPointF(x - hang, rect.top() + (rect.height() - line.height()) / 2));
}

void TaskDelegate::paintCircle(QPainter& painter, const QRect& rect, const core::Task& task) const
{
    const app::Colours& colours = m_theme.colours();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (task.completed) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.accent);
        painter.drawEllipse(QRectF(rect));
        QPainterPath check;
        check.moveTo(rect.left() + 4.6, rect.top() + 8.3);
        check.lineTo(rect.left() + 7.0, rect.top() + 10.7);
        check.lineTo(rect.left() + 11.5, rect.top() + 5.6);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(check);
    } else {
        const core::Priority priority = core::priorityRank(task.priority);
        const qreal width = Theme::ringWidth(priority);
        QPen ring(m_theme.priorityColour(priority), width);
        if (task.isBlocked()) {
            ring.setDashPattern({2.6 / width, 2.1 / width});
            ring.setCapStyle(Qt::FlatCap); // a square one would fill the gaps
        }
        painter.setPen(ring);
        painter.setBrush(task.uid == m_pressed ? QBrush(colours.accentTint) : QBrush(Qt::NoBrush));
        const qreal inset = width / 2;
        painter.drawEllipse(QRectF(rect).adjusted(inset, inset, -inset, -inset));
    }
    painter.restore();
}

void TaskDelegate::paintList(QPainter& painter, const TaskLayout& layout, const QRect& cell,
                             const QModelIndex& index) const
{
    const TaskLayout::Marked at = layout.marked(cell);
    paintListMark(painter, m_theme, at.mark, taskOf(index).list.isNull(),
                  index.data(TaskTableModel::ListColourRole).toString(), layout.direction());
    const QString name = index.data(TaskTableModel::ListNameRole).toString();
    paintCellText(painter, m_theme, at.text, name, m_theme.colours().text, layout.direction());
}

/// A day by which something is to be done: passed and today have their colours.
void TaskDelegate::paintDay(QPainter& painter, const TaskLayout& layout, const QRect& cell,
                            const core::Task& task, const std::optional<core::WallTime>& day,
                            const QModelIndex& index) const
{
    if (!day)
        return;
    const app::Colours& colours = m_theme.colours();
    const QDate today = m_model.query().today;
    const bool allDay = index.column() == TaskTableModel::Due &&
                        m_model.query().group == core::GroupField::Day && !day->hasTime();
    QColor colour = allDay ? colours.muted : colours.text;
    if (task.completed)
        colour = colours.muted;
    else if (day->date < today)
        colour = colours.overdue;
    else if (day->date == today)
        colour = colours.today;
    QRect text = layout.text(cell);
    if (index.column() == TaskTableModel::Due && !task.rrule.isEmpty()) {
        const bool leftToRight = layout.direction() == Qt::LeftToRight;
        QRect mark(0, text.top(), repeatMark, text.height());
        mark.moveLeft(leftToRight ? text.left() : text.right() + 1 - repeatMark);
        paintIcon(painter, mark, QStringLiteral("repeat"), repeatMark, colour);
        text.adjust(leftToRight ? repeatMark + repeatGap : 0, 0, leftToRight ? 0 : -repeatMark - repeatGap,
                    0);
    }
    paintCellText(painter, m_theme, text, index.data().toString(), colour, layout.direction());
}

void TaskDelegate::paintUnread(QPainter& painter, const TaskLayout& layout, const QRect& cell,
                               const QModelIndex& index) const
{
    const app::Colours& colours = m_theme.colours();
    const int length = 80 + (index.row() * 37) % 140;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (index.column() == TaskTableModel::Title) {
        const TaskLayout::Title at = layout.title(cell, {false, 0, false, false, length, {}, {}});
        painter.setPen(QPen(colours.chip, 1.4));
        painter.drawEllipse(QRectF(at.circle).adjusted(0.7, 0.7, -0.7, -0.7));
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.chip);
        painter.drawRoundedRect(QRect(at.title.left(), at.title.center().y() - 3, at.title.width(), 8), 4, 4);
    } else {
        const QRect line = layout.text(cell);
        const QRect bar(line.left(), line.center().y() - 3,
                        std::min(line.width() - TaskLayout::cellPadding, 44), 8);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.chip);
        painter.drawRoundedRect(layout.mirrored(line, bar), 4, 4);
    }
    painter.restore();
}

} // namespace glow::ui
