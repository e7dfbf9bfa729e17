#include "ui/editor/historyview.h"

#include "app/editor/historymodel.h"
#include "app/theme.h"
#include "ui/style/glowstyle.h"
#include "ui/style/icons.h"
#include "ui/style/rowpaint.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <optional>

namespace glow::ui {

namespace {

using app::HistoryModel;
using app::Theme;

constexpr int inset = 24;
constexpr int markAt = 80;
constexpr int whoAt = 102;
constexpr int fieldAt = 240;
constexpr int valueAt = 344;
constexpr int columnGap = 8;
constexpr int markSize = 14;
constexpr int arrowGap = 8;
constexpr int buttonHeight = 24;

QRect within(const QStyleOptionViewItem& option, int from, int to)
{
    const QRect part(option.rect.left() + from, option.rect.top(), qMax(0, to - from), option.rect.height());
    return QStyle::visualRect(option.direction, option.rect, part);
}

} // namespace

HistoryView::HistoryView(QWidget* parent)
    : QListView(parent)
    , m_restore(new QPushButton(viewport()))
{
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setLook(m_restore, QStringLiteral("small"));
    m_restore->setObjectName(QStringLiteral("restoreButton"));
    m_restore->setText(tr("Restore this value"));
    m_restore->setAutoDefault(false);
    m_restore->setCursor(Qt::ArrowCursor);
    m_restore->hide();
    connect(m_restore, &QPushButton::clicked, this, &HistoryView::restoreRequested);
}

void HistoryView::setUp(const Theme& theme, HistoryModel& model)
{
    m_model = &model;
    m_restore->setIcon(icon(theme, QStringLiteral("restore"), Ink::Text));
    setModel(&model);
    auto* delegate = new HistoryDelegate(theme, *this, this);
    setItemDelegate(delegate);
    connect(this, &QAbstractItemView::entered, this, [this, delegate](const QModelIndex& index) {
        delegate->setHoveredRow(index.row());
        viewport()->update();
    });
    const auto takeTheme = [this, &theme] {
        QPalette colours = palette();
        colours.setColor(QPalette::Base, theme.colours().surface);
        setPalette(colours);
        scheduleDelayedItemsLayout();
        viewport()->update();
    };
    connect(&theme, &Theme::changed, this, takeTheme);
    takeTheme();
    keepChosen();
}

/// What is chosen stays so when the history is read anew, and where it is scrolled to.
void HistoryView::keepChosen()
{
    struct Kept {
        std::optional<app::HistoryEntry> entry;
        int scrolled = 0;
    };
    const auto kept = std::make_shared<Kept>();
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this, kept] {
        const app::HistoryEntry* const entry = chosen();
        kept->entry = entry ? std::optional(*entry) : std::nullopt;
        kept->scrolled = verticalScrollBar()->value();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this, kept] {
        const int row = kept->entry ? m_model->rowOf(*kept->entry) : -1;
        doItemsLayout();
        if (row >= 0)
            setCurrentIndex(m_model->index(row));
        verticalScrollBar()->setValue(kept->scrolled);
        placeButton();
        Q_EMIT chosenChanged();
    });
}

int HistoryView::chosenRow() const
{
    return currentIndex().isValid() ? currentIndex().row() : -1;
}

const app::HistoryEntry* HistoryView::chosen() const
{
    return m_model && chosenRow() >= 0 ? m_model->entry(chosenRow()) : nullptr;
}

int HistoryView::restoreWidth() const
{
    return m_restore->isHidden() ? 0 : m_restore->width();
}

void HistoryView::placeButton()
{
    const QModelIndex index = currentIndex();
    const bool wanted = index.isValid() && index.data(HistoryModel::RestorableRole).toBool();
    m_restore->setVisible(wanted);
    if (!wanted)
        return;
    const QRect row = visualRect(index);
    const QSize size(m_restore->sizeHint().width(), buttonHeight);
    const QRect place(row.right() + 1 - inset - size.width(), row.top() + (row.height() - size.height()) / 2,
                      size.width(), size.height());
    m_restore->setGeometry(QStyle::visualRect(layoutDirection(), row, place));
    const app::HistoryEntry* const entry = chosen();
    m_restore->setAccessibleName(entry ? tr("Restore %1: %2", "field, value").arg(entry->label, entry->from)
                                       : QString());
}

void HistoryView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    placeButton();
    Q_EMIT chosenChanged();
}

/// The next entry in a direction, headings left out.
QModelIndex HistoryView::entryFrom(int row, int step) const
{
    while (row >= 0 && row < m_model->rowCount() && !m_model->entry(row))
        row += step;
    return m_model->index(row);
}

QModelIndex HistoryView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int row = chosenRow();
    QModelIndex to;
    switch (action) {
    case MoveUp:
    case MovePrevious:
        to = entryFrom(row - 1, -1);
        break;
    case MoveDown:
    case MoveNext:
        to = entryFrom(row + 1, 1);
        break;
    case MoveHome:
        to = entryFrom(0, 1);
        break;
    case MoveEnd:
        to = entryFrom(m_model->rowCount() - 1, -1);
        break;
    default: {
        to = QListView::moveCursor(action, modifiers);
        to = entryFrom(to.row(), action == MovePageUp ? -1 : 1);
    }
    }
    return to.isValid() ? to : currentIndex();
}

void HistoryView::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !m_restore->isHidden())
        Q_EMIT restoreRequested();
    else if (event->key() == Qt::Key_Space)
        Q_EMIT wholeRequested();
    else
        QListView::keyPressEvent(event);
}

void HistoryView::mouseDoubleClickEvent(QMouseEvent* event)
{
    QListView::mouseDoubleClickEvent(event);
    if (indexAt(event->pos()).isValid())
        Q_EMIT wholeRequested();
}

void HistoryView::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    placeButton();
}

void HistoryView::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    placeButton();
}

void HistoryView::leaveEvent(QEvent* event)
{
    QListView::leaveEvent(event);
    if (auto* delegate = qobject_cast<HistoryDelegate*>(itemDelegate()))
        delegate->setHoveredRow(-1);
    viewport()->update();
}

void HistoryView::changeEvent(QEvent* event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_model) {
        m_restore->setText(tr("Restore this value"));
        placeButton();
    }
}

HistoryDelegate::HistoryDelegate(const Theme& theme, const HistoryView& view, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_view(view)
{}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {valueAt, m_theme.metrics().rowHeight};
}

void HistoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const app::Colours& c = m_theme.colours();
    const QRect row = option.rect;
    const bool heading = index.data(HistoryModel::HeadingRole).toBool();
    const bool selected = !heading && option.state.testFlag(QStyle::State_Selected);
    const bool hovered = !heading && index.row() == m_hoveredRow;
    painter->save();
    painter->fillRect(row, selected ? c.selection : hovered ? c.hover : c.surface);
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), c.hairline);
    if (heading)
        paintHeading(*painter, option, index);
    else
        paintEntry(*painter, option, index);
    painter->restore();
}

void HistoryDelegate::paintHeading(QPainter& painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const
{
    QRect place = within(option, inset, option.rect.width() - inset);
    place.translate(0, m_theme.metrics().headingShift);
    painter.setFont(m_theme.font(Theme::Text::Strong));
    painter.setPen(m_theme.colours().text);
    const Qt::Alignment side = option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(place,
                     static_cast<int>(side | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine,
                     index.data().toString());
}

void HistoryDelegate::paintEntry(QPainter& painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const
{
    const app::Colours& c = m_theme.colours();
    const bool chosen = m_view.currentIndex() == index;
    if (chosen)
        painter.fillRect(within(option, 0, 3).adjusted(0, 0, 0, 0), c.accent);
    const auto cell = [&](int from, int to, int role, const QColor& colour) {
        paintCellText(painter, m_theme, within(option, from, to), index.data(role).toString(), colour,
                      option.direction);
    };
    cell(inset, markAt - 2, HistoryModel::TimeRole, c.muted);
    const bool foreign = index.data(HistoryModel::ForeignRole).toBool();
    paintIcon(painter, within(option, markAt, markAt + markSize),
              foreign ? QStringLiteral("globe") : QStringLiteral("computer"), markSize, c.muted,
              option.direction);
    cell(whoAt, fieldAt - columnGap, HistoryModel::WhoRole, c.muted);
    cell(fieldAt, valueAt - columnGap, HistoryModel::FieldRole, c.text);
    const int button = chosen && m_view.restoreWidth() > 0 ? m_view.restoreWidth() + 12 : 0;
    paintValues(painter, option, index, option.rect.width() - inset - button - valueAt);
}

/// From what to what: each gets what the other leaves, at least half of the room.
void HistoryDelegate::paintValues(QPainter& painter, const QStyleOptionViewItem& option,
                                  const QModelIndex& index, int room) const
{
    const app::Colours& c = m_theme.colours();
    const QVariant from = index.data(HistoryModel::FromRole);
    const QString to = oneLine(index.data(HistoryModel::ToRole).toString());
    int at = valueAt;
    if (!from.isNull()) {
        const QFontMetrics metrics(m_theme.font(Theme::Text::Body));
        const QString text = oneLine(from.toString());
        const int both = qMax(0, room - 2 * arrowGap - markSize);
        const int wanted = metrics.horizontalAdvance(text) + 1;
        const int toWanted = metrics.horizontalAdvance(to) + 1;
        const int width = qMin(wanted, qMax(both / 2, both - toWanted));
        paintCellText(painter, m_theme, within(option, at, at + width), text, c.muted, option.direction);
        at += width + arrowGap;
        paintIcon(painter, within(option, at, at + markSize), QStringLiteral("move"), markSize, c.muted,
                  option.direction);
        at += markSize + arrowGap;
    }
    paintCellText(painter, m_theme, within(option, at, valueAt + room), to, c.text, option.direction);
}

} // namespace glow::ui
