#include "ui/table/taskheader.h"

#include "app/table/tasktablemodel.h"
#include "app/theme.h"
#include "ui/style/icons.h"
#include "ui/table/tasklayout.h"

#include <QContextMenuEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QPainter>

namespace glow::ui {

using app::TaskTableModel;
using app::Theme;

namespace {

constexpr int leastWidth = 48;
constexpr int sortAngle = 12;

/// Widths of List, Due, Priority, Updated by the room there is (design/README.md "Columns").
struct Widths {
    int leastTable;
    int columns[4];
};
constexpr Widths forms[]{
    {900, {120, 112, 92, 112}},
    {680, {92, 88, 76, 88}},
    {0, {96, 96, 0, 0}},
};

const Widths& formFor(int tableWidth)
{
    for (const Widths& form : forms) {
        if (tableWidth >= form.leastTable)
            return form;
    }
    return forms[2];
}

int widthIn(const Widths& form, int column)
{
    if (column >= TaskTableModel::List && column <= TaskTableModel::Updated)
        return form.columns[column - TaskTableModel::List];
    return form.columns[3]; // dates far back are as wide as Updated
}

} // namespace

core::SortField sortFieldOf(int column)
{
    switch (column) {
    case TaskTableModel::Title:
        return core::SortField::Title;
    case TaskTableModel::List:
        return core::SortField::List;
    case TaskTableModel::Due:
        return core::SortField::Due;
    case TaskTableModel::Priority:
        return core::SortField::Priority;
    case TaskTableModel::Created:
        return core::SortField::Created;
    case TaskTableModel::Completed:
        return core::SortField::Completed;
    case TaskTableModel::Start:
        return core::SortField::Start;
    case TaskTableModel::Deadline:
        return core::SortField::Deadline;
    default:
        return core::SortField::Updated;
    }
}

TaskHeader::TaskHeader(TaskTableModel& model, const Theme& theme, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_model(model)
    , m_theme(theme)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setFirstSectionMovable(false);
    setHighlightSections(false);
    setMinimumSectionSize(leastWidth);
    setFixedHeight(app::Metrics::columnHeadHeight);
    setAccessibleName(tr("Column heads"));
    connect(this, &QHeaderView::sectionClicked, this, &TaskHeader::clicked);
    connect(this, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (m_arranging || column == TaskTableModel::Title || width == 0)
            return;
        m_widths.insert(column, width);
        Q_EMIT arranged();
    });
    connect(this, &QHeaderView::sectionMoved, this, &TaskHeader::arranged);
}

QSize TaskHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), app::Metrics::columnHeadHeight};
}

void TaskHeader::arrange()
{
    if (!model() || m_arranging)
        return;
    m_arranging = true;
    const Widths& form = formFor(width());
    setSectionResizeMode(TaskTableModel::Title, QHeaderView::Stretch);
    for (int column = TaskTableModel::List; column < TaskTableModel::ColumnCount; ++column) {
        const int width = m_widths.value(column, widthIn(form, column));
        setSectionHidden(column, !isShown(column));
        setSectionResizeMode(column, QHeaderView::Interactive);
        if (isShown(column))
            resizeSection(column, width > 0 ? width : form.columns[0]);
    }
    m_arranging = false;
    Q_EMIT arranged();
}

bool TaskHeader::isShown(int column) const
{
    const core::Scope scope = m_model.query().scope;
    const bool byList =
        column == TaskTableModel::List && (scope == core::Scope::List || scope == core::Scope::Inbox);
    const bool byDate = column == TaskTableModel::Created || column == TaskTableModel::Start ||
                        column == TaskTableModel::Deadline ||
                        (column == TaskTableModel::Completed && scope != core::Scope::Completed);
    const bool byRoom = widthIn(formFor(width()), column) > 0;
    return m_shown.value(column, !byList && !byDate) && byRoom;
}

void TaskHeader::setShown(int column, bool shown)
{
    m_shown.insert(column, shown);
    arrange();
}

void TaskHeader::reset()
{
    m_widths.clear();
    m_shown.clear();
    for (int column = 0; column < count(); ++column)
        moveSection(visualIndex(column), column);
    arrange();
}

void TaskHeader::clicked(int column)
{
    const core::TaskQuery& query = m_model.query();
    const core::SortField field = sortFieldOf(column);
    const bool newestFirst = field == core::SortField::Updated || field == core::SortField::Created ||
                             field == core::SortField::Completed;
    Q_EMIT sortWanted(field, query.sort == field ? !query.descending : newestFirst);
}

void TaskHeader::paintSection(QPainter* painter, const QRect& rect, int column) const
{
    const app::Colours& colours = m_theme.colours();
    const TaskLayout layout(layoutDirection());
    const core::TaskQuery& query = m_model.query();
    const bool sorted = query.sort == sortFieldOf(column);
    const bool first = column == TaskTableModel::Title;
    const int treeStart = query.isTree() ? TaskLayout::treeHead : TaskLayout::flatTitle;
    painter->save();
    painter->fillRect(rect, colours.surface);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.hairline);
    painter->setFont(m_theme.font(sorted ? Theme::Text::HintMedium : Theme::Text::Hint));
    painter->setPen(sorted ? colours.text : colours.muted);
    const QRect inner = rect.adjusted(first ? treeStart : TaskLayout::cellPadding, 0, -2, 0);
    const QString name = m_model.headerData(column, Qt::Horizontal).toString();
    const int room = inner.width() - (sorted ? sortAngle + 4 : 0);
    const QString shown = painter->fontMetrics().elidedText(name, Qt::ElideRight, room);
    const int width = painter->fontMetrics().horizontalAdvance(shown) + 1;
    const QRect text(inner.left(), inner.top(), width, inner.height());
    painter->drawText(layout.mirrored(rect, text), Qt::AlignCenter | Qt::TextSingleLine, shown);
    if (sorted) {
        const QRect angle(text.right() + 5, inner.top(), sortAngle, inner.height());
        const QString icon = query.descending ? QStringLiteral("chevron-down") : QStringLiteral("chevron-up");
        paintIcon(*painter, layout.mirrored(rect, angle), icon, sortAngle, colours.text);
    }
    painter->restore();
}

void TaskHeader::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = TaskTableModel::List; column < TaskTableModel::ColumnCount; ++column) {
        QAction* action = menu->addAction(m_model.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(isShown(column));
        connect(action, &QAction::toggled, this, [this, column](bool on) { setShown(column, on); });
    }
    menu->addSeparator();
    QAction* manual = menu->addAction(tr("Manual order"));
    manual->setCheckable(true);
    manual->setChecked(m_model.query().sort == core::SortField::Manual);
    connect(manual, &QAction::triggered, this, [this] { Q_EMIT sortWanted(core::SortField::Manual, false); });
    connect(menu->addAction(tr("Reset columns")), &QAction::triggered, this, &TaskHeader::reset);
    menu->popup(event->globalPos());
}

QByteArray TaskHeader::saveState() const
{
    QJsonObject widths;
    for (auto it = m_widths.cbegin(); it != m_widths.cend(); ++it)
        widths.insert(QString::number(it.key()), it.value());
    QJsonObject shown;
    for (auto it = m_shown.cbegin(); it != m_shown.cend(); ++it)
        shown.insert(QString::number(it.key()), it.value());
    QJsonArray order;
    for (int visual = 0; visual < count(); ++visual)
        order.append(logicalIndex(visual));
    const QJsonObject state{{QStringLiteral("widths"), widths},
                            {QStringLiteral("shown"), shown},
                            {QStringLiteral("order"), order}};
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

bool TaskHeader::restoreState(const QByteArray& saved)
{
    const QJsonObject state = QJsonDocument::fromJson(saved).object();
    reset();
    if (state.isEmpty())
        return false;
    const QJsonObject widths = state[u"widths"].toObject();
    for (auto it = widths.begin(); it != widths.end(); ++it)
        m_widths.insert(it.key().toInt(), std::clamp(it.value().toInt(), leastWidth, 1000));
    const QJsonObject shown = state[u"shown"].toObject();
    for (auto it = shown.begin(); it != shown.end(); ++it)
        m_shown.insert(it.key().toInt(), it.value().toBool());
    const QJsonArray order = state[u"order"].toArray();
    for (int visual = 1; visual < order.size(); ++visual) {
        const int column = order.at(visual).toInt();
        if (column > 0 && column < count())
            moveSection(visualIndex(column), std::min(visual, count() - 1));
    }
    arrange();
    return true;
}

} // namespace glow::ui
