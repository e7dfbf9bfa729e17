#include "ui/settings/workspacelist.h"

#include "app/theme.h"
#include "ui/style/icons.h"

#include <QGuiApplication>
#include <QPainter>

namespace glow::ui {

WorkspaceList::WorkspaceList(const QList<store::WorkspaceEntry>& entries, QString current, QObject* parent)
    : QAbstractListModel(parent)
    , m_current(std::move(current))
    , m_privateCaption(tr("Private PostgreSQL"))
{
    for (const store::WorkspaceEntry& entry : entries)
        m_drafts.append(WorkspaceDraft(entry));
}

int WorkspaceList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_drafts.size());
}

QString WorkspaceList::caption(const WorkspaceDraft& draft) const
{
    if (draft.entry().isPrivate)
        return m_privateCaption;
    if (!draft.isAdded())
        return draft.origin().isEmpty() ? tr("new · not saved")
                                        : tr("found in %1 · not added").arg(draft.origin());
    const store::ConnectionString& pooled = draft.entry().pooled;
    const QString host = pooled.hosts.isEmpty() ? QString() : pooled.direct().hosts.constFirst().host;
    return host.startsWith(u"ep-") ? tr("Neon · %1").arg(host.section(u'.', 0, 0)) : host;
}

QVariant WorkspaceList::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const WorkspaceDraft& draft = m_drafts.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        if (!draft.isAdded() && !draft.origin().isEmpty())
            return QStringLiteral("DATABASE_URL");
        return draft.entry().title().isEmpty() ? tr("New workspace") : draft.entry().title();
    case CaptionRole:
        return caption(draft);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(data(index, Qt::DisplayRole).toString(), caption(draft));
    case LiveRole:
        return draft.entry().id == m_current || (draft.entry().isPrivate && m_privateRunning);
    default:
        return {};
    }
}

void WorkspaceList::set(int row, const WorkspaceDraft& draft)
{
    m_drafts[row] = draft;
    Q_EMIT dataChanged(index(row), index(row));
}

int WorkspaceList::append(const WorkspaceDraft& draft)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_drafts.append(draft);
    endInsertRows();
    return row;
}

void WorkspaceList::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_drafts.removeAt(row);
    endRemoveRows();
}

int WorkspaceList::rowOf(const QString& id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_drafts.at(row).entry().id == id)
            return row;
    }
    return -1;
}

void WorkspaceList::setPrivateCaption(const QString& caption, bool running)
{
    m_privateCaption = caption;
    m_privateRunning = running;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

QList<store::WorkspaceEntry> WorkspaceList::entries() const
{
    QList<store::WorkspaceEntry> entries;
    for (const WorkspaceDraft& draft : m_drafts) {
        if (draft.isAdded())
            entries.append(draft.entry());
    }
    return entries;
}

namespace {

void paintChosen(QPainter& painter, const app::Theme& theme, const QRect& rect,
                 const QStyleOptionViewItem& option)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (option.state & QStyle::State_Selected)
        painter.setBrush(theme.colours().accentTint);
    else if (option.state & QStyle::State_MouseOver)
        painter.setBrush(theme.colours().hover);
    else
        return;
    painter.drawRoundedRect(rect, app::Metrics::radius, app::Metrics::radius);
}

void drawLine(QPainter& painter, const QFont& font, const QColor& colour, const QRect& rect,
              const QString& text)
{
    painter.setFont(font);
    painter.setPen(colour);
    // By the window's direction, whatever script the words are in.
    const Qt::Alignment side = QGuiApplication::isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(rect, static_cast<int>(Qt::AlignVCenter | side | Qt::AlignAbsolute),
                     QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
}

} // namespace

WorkspaceRowDelegate::WorkspaceRowDelegate(const app::Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

QSize WorkspaceRowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {200, 52};
}

void WorkspaceRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const
{
    using Text = app::Theme::Text;
    const app::Colours& colours = m_theme.colours();
    const bool chosen = option.state & QStyle::State_Selected;
    const QRect row = option.rect.adjusted(0, 2, 0, -2);
    painter->save();
    paintChosen(*painter, m_theme, row, option);
    painter->setPen(Qt::NoPen);
    painter->setBrush(index.data(WorkspaceList::LiveRole).toBool() ? colours.accent : colours.ring);
    const QRect dot(row.x() + 8, row.center().y() - 3, 8, 8);
    painter->drawEllipse(QStyle::visualRect(option.direction, row, dot));
    const QRect text = row.adjusted(26, 4, -8, -4);
    const QRect name =
        QStyle::visualRect(option.direction, row, QRect(text.x(), text.y() + 3, text.width(), 18));
    const QRect below =
        QStyle::visualRect(option.direction, row, QRect(text.x(), text.y() + 21, text.width(), 16));
    drawLine(*painter, m_theme.font(chosen ? Text::Strong : Text::Body),
             chosen ? colours.accent : colours.text, name, index.data().toString());
    drawLine(*painter, m_theme.font(Text::Chip), chosen ? colours.accent : colours.muted, below,
             index.data(WorkspaceList::CaptionRole).toString());
    painter->restore();
}

PageRowDelegate::PageRowDelegate(const app::Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

QSize PageRowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {170, 28};
}

void PageRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    using Text = app::Theme::Text;
    const app::Colours& colours = m_theme.colours();
    const bool chosen = option.state & QStyle::State_Selected;
    painter->save();
    paintChosen(*painter, m_theme, option.rect, option);
    const QRect row = option.rect;
    const QRect mark =
        QStyle::visualRect(option.direction, row, QRect(row.x() + 8, row.y(), 16, row.height()));
    paintIcon(*painter, mark, index.data(IconNameRole).toString(), 16,
              chosen ? colours.accent : colours.muted, option.direction);
    const QRect text = QStyle::visualRect(option.direction, row, row.adjusted(34, 0, -8, 0));
    drawLine(*painter, m_theme.font(chosen ? Text::Strong : Text::Body),
             chosen ? colours.accent : colours.text, text, index.data().toString());
    painter->restore();
}

} // namespace glow::ui
