#pragma once
#include "app/sidebar/sidebarmodel.h"
#include "store/workspaces.h"
#include "sync/link.h"

#include <QListView>
#include <QPointer>
#include <QWidget>
#include <functional>

class QMenu;
class QToolButton;

namespace glow::app {
class CatalogueActions;
class Theme;
} // namespace glow::app

namespace glow::ui {

class SearchBox;
class WorkspaceButton;

/// The list of places: reports a click on a caption's plus, which the delegate only paints. A press may
/// become a drag, so it chooses nothing yet: `clicked` does, and `released` says that the button is up,
/// wherever that was.
class PlaceList : public QListView {
    Q_OBJECT
public:
    PlaceList(const app::Theme& theme, QWidget* parent);

    bool isPressed() const { return m_pressed; }

Q_SIGNALS:
    void plusClicked(int row);
    void released();
    void left(); ///< Escape or Tab forward: on to the tasks

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void letGo();
    app::SidebarModel& places() const;
    std::optional<app::SidebarModel::ListPlace> placeAt(const QDropEvent& event) const;
    void showTarget(const QModelIndex& target, const std::optional<app::SidebarModel::ListPlace>& place);
    void paintTarget(QPainter& painter) const;
    bool stepByKey(const QKeyEvent& event);

    const app::Theme& m_theme;
    bool m_pressed = false;
    QPersistentModelIndex m_dragged;
    QPersistentModelIndex m_target; ///< of what is dragged over it
    std::optional<app::SidebarModel::ListPlace> m_line;
};

/// The left column: workspace, search, places, lists, tags, trash, settings.
class SidebarView : public QWidget {
    Q_OBJECT
public:
    explicit SidebarView(const app::Theme& theme, QWidget* parent = nullptr);

    /// The lists and tags of a workspace; both null while none is open. They must outlive the next call.
    void setModel(app::SidebarModel* model, app::CatalogueActions* actions);
    void setWorkspaces(const QList<store::WorkspaceEntry>& entries, const store::WorkspaceEntry& current);
    void setLinkState(sync::Link::State state);
    void showPlace(const app::Place& place); ///< without telling; a place that is not there: no row is chosen
    SearchBox& searchBox() { return *m_search; }
    void focusPlaces();
    void newList();
    void newTag();
    void retranslate();

Q_SIGNALS:
    void placeChosen(const glow::app::Place& place);
    void listMade(const QUuid& list);
    void workspaceChosen(const QString& id);
    void settingsRequested(const QString& page);
    void trashRequested();
    void mergeRequested(const QUuid& tag, const QUuid& into);
    void sectionRequested(const QUuid& list);  ///< a new one
    void filterRequested(const QUuid& filter); ///< to be edited; null: a new one
    void copyRequested();                      ///< of the workspace's tasks to another
    void tasksWanted();                        ///< the keyboard goes on to the tasks

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void currentChanged(const QModelIndex& index);
    void choose(const QModelIndex& index);
    void activate(const QModelIndex& index);
    void showContextMenu(const QPoint& at);
    void fillListMenu(QMenu& menu, const QUuid& list);
    void fillMoveMenu(QMenu& menu, const QUuid& list);
    void fillTagMenu(QMenu& menu, const QUuid& tag);
    void fillFilterMenu(QMenu& menu, int row);
    void editList(const QUuid& list);
    void editTag(const QUuid& tag);
    void openWorkspaceMenu();
    QMenu* colourMenu(QMenu& parent, const QString& current,
                      const std::function<void(const QString&)>& choose);

    const app::Theme& m_theme;
    WorkspaceButton* m_workspace;
    SearchBox* m_search;
    PlaceList* m_places;
    QToolButton* m_trash;
    QToolButton* m_settings;
    QPointer<app::SidebarModel> m_model;
    app::CatalogueActions* m_actions = nullptr;
    QList<store::WorkspaceEntry> m_entries;
    store::WorkspaceEntry m_current;
    sync::Link::State m_state = sync::Link::State::Closed;
    std::optional<app::Place> m_place;
};

} // namespace glow::ui
