#include "ui/sidebar/sidebarview.h"

#include "app/sidebar/sidebarmodel.h"
#include "app/theme.h"
#include "ui/filters/searchbox.h"
#include "ui/sidebar/listdialog.h"
#include "ui/sidebar/sidebardelegate.h"
#include "ui/sidebar/workspacebutton.h"
#include "ui/style/icons.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace glow::ui {

using app::SidebarModel;

SidebarView::SidebarView(const app::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workspace(new WorkspaceButton(theme, this))
    , m_search(new SearchBox(theme, this))
    , m_places(new PlaceList(theme, this))
    , m_trash(new QToolButton(this))
    , m_settings(new QToolButton(this))
{
    setFixedWidth(app::Metrics::sidebarWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 12, 9, 12);
    column->setSpacing(0);
    column->addWidget(m_workspace);
    column->addSpacing(12);
    column->addWidget(m_search);
    column->addSpacing(8);
    column->addWidget(m_places, 1);
    column->addSpacing(4);
    column->addWidget(m_trash);
    column->addWidget(m_settings);

    m_places->setItemDelegate(new SidebarDelegate(theme, m_places));
    m_places->setFrameShape(QFrame::NoFrame);
    m_places->viewport()->setAutoFillBackground(false);
    m_places->setMouseTracking(true);
    m_places->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_places->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_places->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_places->setDragDropMode(QAbstractItemView::DragDrop);
    m_places->setDefaultDropAction(Qt::MoveAction);
    m_places->setContextMenuPolicy(Qt::CustomContextMenu);
    for (QToolButton* button : {m_trash, m_settings}) {
        button->setProperty("look", QStringLiteral("quiet row"));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_trash->setObjectName(QStringLiteral("trashButton"));
    m_trash->setIcon(icon(theme, QStringLiteral("trash"), Ink::Muted));
    m_settings->setIcon(icon(theme, QStringLiteral("settings"), Ink::Muted));

    connect(m_workspace, &QAbstractButton::clicked, this, &SidebarView::openWorkspaceMenu);
    connect(m_trash, &QToolButton::clicked, this, &SidebarView::trashRequested);
    connect(m_settings, &QToolButton::clicked, this, [this] { Q_EMIT settingsRequested(QString()); });
    connect(m_places, &QWidget::customContextMenuRequested, this, &SidebarView::showContextMenu);
    connect(m_places, &PlaceList::left, this, &SidebarView::tasksWanted);
    connect(m_places, &QAbstractItemView::clicked, this, &SidebarView::choose);
    connect(m_places, &PlaceList::released, this, [this] {
        if (m_place)
            showPlace(*m_place); // what was only pressed or dragged is not chosen
    });
    connect(m_places, &QAbstractItemView::activated, this, &SidebarView::activate);
    connect(m_places, &PlaceList::plusClicked, this, [this](int row) {
        const auto scope = m_model->index(row).data(SidebarModel::ScopeRole).toInt();
        if (scope == static_cast<int>(core::Scope::Filter))
            Q_EMIT filterRequested({});
        else
            scope == static_cast<int>(core::Scope::Tag) ? newTag() : newList();
    });
    retranslate();
}

void SidebarView::retranslate()
{
    m_trash->setText(tr("Trash"));
    m_settings->setText(tr("Settings"));
    m_places->setAccessibleName(tr("Places, lists and tags"));
    m_search->retranslate();
    m_workspace->showWorkspace(m_current, m_state);
    if (m_model)
        m_model->refresh();
}

void SidebarView::setModel(SidebarModel* model, app::CatalogueActions* actions)
{
    m_model = model;
    m_actions = actions;
    m_places->setModel(model);
    if (!model)
        return;
    connect(m_places->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SidebarView::currentChanged);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        if (m_place)
            showPlace(*m_place);
    });
}

void SidebarView::setWorkspaces(const QList<store::WorkspaceEntry>& entries,
                                const store::WorkspaceEntry& current)
{
    m_entries = entries;
    m_current = current;
    m_workspace->showWorkspace(current, m_state);
}

void SidebarView::setLinkState(sync::Link::State state)
{
    m_state = state;
    m_workspace->showWorkspace(m_current, state);
}

void SidebarView::showPlace(const app::Place& place)
{
    m_place = place;
    if (!m_model)
        return;
    const QModelIndex index = m_model->index(m_model->rowOf(place));
    const QSignalBlocker quiet(this);
    if (index.isValid())
        m_places->setCurrentIndex(index);
    else
        m_places->selectionModel()->clear();
}

void SidebarView::focusPlaces()
{
    m_places->setFocus(Qt::ShortcutFocusReason);
}

/// The keyboard opens what it comes to; the mouse only what it clicks.
void SidebarView::currentChanged(const QModelIndex& index)
{
    if (!signalsBlocked() && !m_places->isPressed())
        choose(index);
}

void SidebarView::choose(const QModelIndex& index)
{
    if (!m_model || !index.isValid())
        return;
    if (m_model->kindAt(index.row()) == SidebarModel::Kind::NewList && m_places->isPressed()) {
        newList();
        return;
    }
    const std::optional<app::Place> place = m_model->placeAt(index.row());
    if (!place || place == m_place)
        return;
    m_place = place;
    Q_EMIT placeChosen(*place);
}

void SidebarView::activate(const QModelIndex& index)
{
    if (m_model && index.isValid() && m_model->kindAt(index.row()) == SidebarModel::Kind::NewList)
        newList();
    else
        Q_EMIT tasksWanted();
}

void SidebarView::newList()
{
    if (!m_actions)
        return;
    auto* dialog = new ListDialog(
        m_theme, tr("New list"),
        [this](const QString& name) { return m_actions ? m_actions->listNameProblem(name) : QString(); },
        window());
    connect(dialog, &ListDialog::saved, this, [this](const QString& name, const QString& colour) {
        if (m_actions)
            Q_EMIT listMade(m_actions->createList(name, colour));
    });
    dialog->open();
}

void SidebarView::newTag()
{
    if (!m_actions)
        return;
    auto* dialog = new ListDialog(
        m_theme, tr("New tag"),
        [this](const QString& name) { return m_actions ? m_actions->tagNameProblem(name) : QString(); },
        window());
    dialog->setColourOptional();
    connect(dialog, &ListDialog::saved, this, [this](const QString& name, const QString& colour) {
        if (m_actions)
            m_actions->createTag(name, colour);
    });
    dialog->open();
}

void SidebarView::editList(const QUuid& list)
{
    const QModelIndex index = m_model->index(m_model->rowOf({core::Scope::List, list}));
    auto* dialog = new ListDialog(
        m_theme, tr("Rename list"),
        [this, list](const QString& name) {
            return m_actions ? m_actions->listNameProblem(name, list) : QString();
        },
        window());
    dialog->setColour(index.data(SidebarModel::ColourRole).toString());
    dialog->setName(index.data().toString());
    connect(dialog, &ListDialog::saved, this, [this, list](const QString& name, const QString& colour) {
        if (!m_actions)
            return;
        m_actions->renameList(list, name);
        m_actions->colourList(list, colour);
    });
    dialog->open();
}

void SidebarView::editTag(const QUuid& tag)
{
    const QModelIndex index = m_model->index(m_model->rowOf({core::Scope::Tag, tag}));
    auto* dialog = new ListDialog(
        m_theme, tr("Rename tag"),
        [this, tag](const QString& name) {
            return m_actions ? m_actions->tagNameProblem(name, tag) : QString();
        },
        window());
    dialog->setColourOptional();
    dialog->setColour(index.data(SidebarModel::ColourRole).toString());
    dialog->setMerging([this, tag](const QString& name) {
        const core::Tag* other = m_actions ? m_actions->tagNamed(name) : nullptr;
        return other && other->uid != tag
                   ? tr("There is a tag “%1” already: all tasks get it, and this one goes.").arg(other->name)
                   : QString();
    });
    dialog->setName(index.data().toString());
    connect(dialog, &ListDialog::saved, this, [this, tag](const QString& name, const QString& colour) {
        if (!m_actions)
            return;
        if (const core::Tag* other = m_actions->tagNamed(name); other && other->uid != tag) {
            Q_EMIT mergeRequested(tag, other->uid);
            return;
        }
        m_actions->renameTag(tag, name);
        m_actions->colourTag(tag, colour);
    });
    dialog->open();
}

QMenu* SidebarView::colourMenu(QMenu& parent, const QString& current,
                               const std::function<void(const QString&)>& choose)
{
    QMenu* menu = parent.addMenu(tr("&Colour"));
    for (int i = 0; i < m_theme.colours().lists.size(); ++i) {
        const QString colour = QString::number(i);
        QAction* action = menu->addAction(colourDot(m_theme, colour), colourName(i), this,
                                          [choose, colour] { choose(colour); });
        if (colour == current)
            menu->setDefaultAction(action);
    }
    return menu;
}

void SidebarView::fillListMenu(QMenu& menu, const QUuid& list)
{
    const QModelIndex index = m_model->index(m_model->rowOf({core::Scope::List, list}));
    const bool archived = index.data(SidebarModel::ArchivedRole).toBool();
    menu.addAction(icon(m_theme, QStringLiteral("edit")), tr("&Rename…"), this,
                   [this, list] { editList(list); });
    colourMenu(menu, index.data(SidebarModel::ColourRole).toString(), [this, list](const QString& colour) {
        if (m_actions)
            m_actions->colourList(list, colour);
    });
    menu.addAction(icon(m_theme, QStringLiteral("sections")), tr("New &section…"), this,
                   [this, list] { Q_EMIT sectionRequested(list); });
    fillMoveMenu(menu, list);
    menu.addAction(archived ? tr("&Unarchive") : tr("&Archive"), this, [this, list, archived] {
        if (m_actions)
            m_actions->archiveList(list, !archived);
    });
    menu.addSeparator();
    menu.addAction(icon(m_theme, QStringLiteral("trash")), tr("&Delete list with its tasks"), this,
                   [this, list] {
                       if (m_actions)
                           m_actions->deleteList(list);
                   });
}

void SidebarView::fillMoveMenu(QMenu& menu, const QUuid& list)
{
    using Step = SidebarModel::Step;
    QMenu* moves = menu.addMenu(icon(m_theme, QStringLiteral("move")), tr("&Move"));
    const auto add = [this, moves, list](const QString& text, Step step, int key) {
        QAction* action = moves->addAction(text, this, [this, list, step] {
            if (m_model)
                m_model->stepList(list, step);
        });
        action->setShortcut(Qt::AltModifier | static_cast<Qt::Key>(key)); // shown; PlaceList hears it
        action->setEnabled(m_model->canStep(list, step));
    };
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    add(tr("&Up"), Step::Up, Qt::Key_Up);
    add(tr("&Down"), Step::Down, Qt::Key_Down);
    add(tr("&Into the list above"), Step::In, mirrored ? Qt::Key_Left : Qt::Key_Right);
    add(tr("&Out of its list"), Step::Out, mirrored ? Qt::Key_Right : Qt::Key_Left);
}

void SidebarView::fillTagMenu(QMenu& menu, const QUuid& tag)
{
    const QModelIndex index = m_model->index(m_model->rowOf({core::Scope::Tag, tag}));
    menu.addAction(icon(m_theme, QStringLiteral("edit")), tr("&Rename…"), this,
                   [this, tag] { editTag(tag); });
    const auto choose = [this, tag](const QString& colour) {
        if (m_actions)
            m_actions->colourTag(tag, colour);
    };
    QMenu* colours = colourMenu(menu, index.data(SidebarModel::ColourRole).toString(), choose);
    colours->addAction(tr("None"), this, [choose] { choose(QString()); });
    menu.addSeparator();
    menu.addAction(icon(m_theme, QStringLiteral("trash")), tr("&Delete tag"), this, [this, tag] {
        if (m_actions)
            m_actions->deleteTag(tag);
    });
}

void SidebarView::fillFilterMenu(QMenu& menu, int row)
{
    const auto uidAt = [this](int at) {
        const bool isFilter =
            at >= 0 && at < m_model->rowCount() && m_model->kindAt(at) == SidebarModel::Kind::Filter;
        return isFilter ? m_model->index(at).data(SidebarModel::UidRole).toUuid() : QUuid();
    };
    const QUuid filter = uidAt(row);
    const QUuid above = uidAt(row - 1);
    const QUuid below = uidAt(row + 1);
    menu.addAction(icon(m_theme, QStringLiteral("edit")), tr("&Edit…"), this,
                   [this, filter] { Q_EMIT filterRequested(filter); });
    const auto move = [this, filter](const QUuid& before) {
        if (m_actions)
            m_actions->moveFilter(filter, before);
    };
    menu.addAction(tr("Move &up"), this, [move, above] { move(above); })->setEnabled(!above.isNull());
    menu.addAction(tr("Move &down"), this, [move, after = uidAt(row + 2)] { move(after); })
        ->setEnabled(!below.isNull());
    menu.addSeparator();
    menu.addAction(icon(m_theme, QStringLiteral("trash")), tr("&Delete filter"), this, [this, filter] {
        if (m_actions)
            m_actions->deleteFilter(filter);
    });
}

void SidebarView::showContextMenu(const QPoint& at)
{
    if (!m_model || !m_actions)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QModelIndex index = m_places->indexAt(at);
    const auto kind = index.isValid() ? m_model->kindAt(index.row()) : SidebarModel::Kind::Caption;
    const QUuid uid = index.data(SidebarModel::UidRole).toUuid();
    if (kind == SidebarModel::Kind::List)
        fillListMenu(*menu, uid);
    else if (kind == SidebarModel::Kind::Tag)
        fillTagMenu(*menu, uid);
    else if (kind == SidebarModel::Kind::Filter)
        fillFilterMenu(*menu, index.row());
    if (!menu->isEmpty())
        menu->addSeparator();
    menu->addAction(icon(m_theme, QStringLiteral("plus")), tr("New &list…"), this, &SidebarView::newList);
    menu->addAction(tr("New &tag…"), this, &SidebarView::newTag);
    menu->addAction(tr("New &filter…"), this, [this] { Q_EMIT filterRequested({}); });
    QAction* archived = menu->addAction(tr("&Show archived lists"));
    archived->setCheckable(true);
    archived->setChecked(m_model->archivedShown());
    connect(archived, &QAction::toggled, m_model, &SidebarModel::setArchivedShown);
    menu->popup(m_places->viewport()->mapToGlobal(at));
}

void SidebarView::openWorkspaceMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const store::WorkspaceEntry& entry : m_entries) {
        // An ampersand in a name is a letter here, not a mnemonic.
        QAction* action = menu->addAction(entry.title().replace(u'&', QStringLiteral("&&")), this,
                                          [this, id = entry.id] { Q_EMIT workspaceChosen(id); });
        action->setCheckable(true);
        action->setChecked(entry.id == m_current.id);
    }
    menu->addSeparator();
    menu->addAction(icon(m_theme, QStringLiteral("copy")), tr("&Copy this workspace's tasks to…"), this,
                    &SidebarView::copyRequested);
    menu->addAction(icon(m_theme, QStringLiteral("database")), tr("&Manage workspaces…"), this,
                    [this] { Q_EMIT settingsRequested(QStringLiteral("workspaces")); });
    menu->setMinimumWidth(m_workspace->width());
    menu->popup(m_workspace->mapToGlobal(QPoint(0, m_workspace->height() + 4)));
}

void SidebarView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const app::Colours& c = m_theme.colours();
    painter.fillRect(rect(), c.sidebar);
    const int x = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(QRect(x, 0, 1, height()), c.hairline);
}

} // namespace glow::ui
