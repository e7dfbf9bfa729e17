#include "ui/transfer/trashview.h"

#include "app/theme.h"
#include "app/transfer/trashmodel.h"
#include "ui/style/checkcircle.h"
#include "ui/style/rowpaint.h"
#include "ui/table/tasklayout.h"

#include <QHeaderView>
#include <QPainter>

namespace glow::ui {

namespace {

using app::Theme;
using app::TrashModel;

constexpr int inset = 24;
constexpr int box = 16;
constexpr int circleAt = 52;
constexpr int titleAt = 76;
constexpr int chipGap = 8;
constexpr int widths[]{0, 100, 108, 124, 104}; // of List, Deleted, By, Kept for

QRect within(const QStyleOptionViewItem& option, const QRect& part)
{
    return QStyle::visualRect(option.direction, option.rect, part);
}

class TrashHeader : public QHeaderView {
public:
    TrashHeader(const Theme& theme, QWidget* parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_theme(theme)
    {
        setFixedHeight(app::Metrics::columnHeadHeight);
        setSectionsClickable(false);
    }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int column) const override
    {
        const bool first = column == TrashModel::Title;
        const bool last = column == TrashModel::KeptFor;
        const int start = first ? circleAt : TaskLayout::cellPadding;
        const QRect text =
            QStyle::visualRect(layoutDirection(), rect, rect.adjusted(start, 0, last ? -inset : -2, 0));
        painter->save();
        painter->fillRect(rect, m_theme.colours().surface);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_theme.colours().hairline);
        painter->setFont(m_theme.font(Theme::Text::Hint));
        painter->setPen(m_theme.colours().muted);
        const QString name = model()->headerData(column, Qt::Horizontal).toString();
        const bool right = last != (layoutDirection() == Qt::RightToLeft);
        painter->drawText(text,
                          static_cast<int>((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute |
                                           Qt::AlignVCenter) |
                              Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(name, Qt::ElideRight, text.width()));
        painter->restore();
    }

private:
    const Theme& m_theme;
};

} // namespace

TrashDelegate::TrashDelegate(const Theme& theme, const TrashModel& model, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_model(model)
{}

void TrashDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    const app::Colours& c = m_theme.colours();
    const QRect cell = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const auto* view = qobject_cast<const QTableView*>(option.widget);
    painter->save();
    painter->fillRect(cell, selected ? c.selection : index.row() == m_hoveredRow ? c.hover : c.surface);
    painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), c.hairline);
    painter->setClipRect(cell);
    const QRect text = within(option, cell.adjusted(TaskLayout::cellPadding, 0, -TaskLayout::cellPadding, 0));
    const store::TrashRow& row = m_model.row(index.row());
    switch (index.column()) {
    case TrashModel::Title:
        if (view && view->currentIndex().row() == index.row() && view->hasFocus())
            painter->fillRect(within(option, QRect(cell.left(), cell.top(), 3, cell.height())), c.accent);
        paintTitle(*painter, option, index);
        break;
    case TrashModel::List: {
        const TaskLayout::Marked at = TaskLayout(option.direction).marked(cell);
        const bool inbox = !row.isList && row.listName.isEmpty();
        if (!row.isList)
            paintListMark(*painter, m_theme, at.mark, inbox, row.colour, option.direction);
        paintCellText(*painter, m_theme, row.isList ? text : at.text, index.data().toString(),
                      row.isList ? c.muted : c.text, option.direction);
        break;
    }
    case TrashModel::KeptFor:
        paintCellText(
            *painter, m_theme, within(option, cell.adjusted(0, 0, -inset, 0)), index.data().toString(),
            index.data(TrashModel::LastDayRole).toBool() ? c.overdue : c.muted, option.direction, true);
        break;
    default:
        paintCellText(*painter, m_theme, text, index.data().toString(), c.muted, option.direction);
    }
    painter->restore();
}

void TrashDelegate::paintTitle(QPainter& painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    const app::Colours& c = m_theme.colours();
    const QRect cell = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const store::TrashRow& row = m_model.row(index.row());
    QStyleOptionButton check;
    check.rect = within(option, {cell.left() + inset, cell.top() + (cell.height() - box) / 2, box, box});
    check.state = QStyle::State_Enabled | (selected ? QStyle::State_On : QStyle::State_Off);
    const QStyle* style = option.widget->style();
    style->drawPrimitive(QStyle::PE_IndicatorCheckBox, &check, &painter, option.widget);

    const QRect mark =
        within(option, {cell.left() + circleAt, cell.top() + (cell.height() - box) / 2, box, box});
    if (row.isList)
        paintListMark(painter, m_theme, mark, false, row.colour, option.direction);
    else
        paintCheckCircle(painter, m_theme, QRectF(mark), core::priorityRank(row.priority), row.completed);

    const Chip chip{QStringLiteral("subtasks"), index.data(TrashModel::BelowRole).toString()};
    const int chipSpace = chip.text.isEmpty() ? 0 : chipWidth(m_theme, chip) + chipGap;
    const int room = cell.width() - titleAt - TaskLayout::cellPadding - chipSpace;
    const QString title = oneLine(row.title);
    const QFontMetrics metrics(m_theme.font(Theme::Text::Body));
    const int width = qMin(qMax(0, room), metrics.horizontalAdvance(title) + 1);
    paintCellText(painter, m_theme, within(option, {cell.left() + titleAt, cell.top(), width, cell.height()}),
                  title, row.completed ? c.muted : c.text, option.direction);
    if (chipSpace > 0) {
        const QRect place(cell.left() + titleAt + width + chipGap,
                          cell.top() + (cell.height() - TaskLayout::chipHeight) / 2, chipSpace - chipGap,
                          TaskLayout::chipHeight);
        paintChip(painter, m_theme, within(option, place), chip, selected, option.direction);
    }
}

TrashView::TrashView(QWidget* parent)
    : QTableView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(MultiSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
}

void TrashView::setUp(const Theme& theme, TrashModel& model)
{
    setHorizontalHeader(new TrashHeader(theme, this));
    setModel(&model);
    auto* delegate = new TrashDelegate(theme, model, this);
    setItemDelegate(delegate);
    connect(this, &QAbstractItemView::entered, this, [this, delegate](const QModelIndex& index) {
        delegate->setHoveredRow(index.row());
        viewport()->update();
    });
    const auto takeTheme = [this, &theme] {
        verticalHeader()->setDefaultSectionSize(theme.metrics().rowHeight);
        QPalette colours = palette();
        colours.setColor(QPalette::Base, theme.colours().surface);
        setPalette(colours);
        viewport()->update();
    };
    connect(&theme, &Theme::changed, this, takeTheme);
    takeTheme();
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        arrange();
        Q_EMIT chosenChanged();
    });
    connect(&model, &TrashModel::changed, this, &TrashView::fitRows);
    arrange();
}

QList<int> TrashView::chosenRows() const
{
    QList<int> rows;
    if (!selectionModel())
        return rows;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        rows.append(index.row());
    return rows;
}

void TrashView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT chosenChanged();
}

void TrashView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    arrange();
}

void TrashView::leaveEvent(QEvent* event)
{
    QTableView::leaveEvent(event);
    if (auto* delegate = qobject_cast<TrashDelegate*>(itemDelegate()))
        delegate->setHoveredRow(-1);
    viewport()->update();
}

/// No higher than its rows, so that the hint stands right below them.
void TrashView::fitRows()
{
    const int rows = model()->rowCount() * verticalHeader()->defaultSectionSize();
    setMaximumHeight(horizontalHeader()->height() + rows);
}

void TrashView::arrange()
{
    if (!model())
        return;
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(TrashModel::Title, QHeaderView::Stretch);
    for (int column = TrashModel::List; column < TrashModel::ColumnCount; ++column)
        setColumnWidth(column, widths[column]);
}

} // namespace glow::ui
