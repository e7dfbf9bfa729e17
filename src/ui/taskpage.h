#pragma once
#include "app/filters/filterquery.h"
#include "app/sidebar/place.h"
#include "app/table/taskcommands.h"
#include "app/table/tasktablemodel.h"

#include <QHash>
#include <QWidget>
#include <memory>

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace glow::app {
class DayClock;
class SidebarCounts;
class Theme;
class Workspace;
struct Message;
struct QuickAddBatch;
} // namespace glow::app

namespace glow::ui {

class Actions;
class EmptyView;
class QuickAddLine;
class SearchBanner;
class SearchKeys;
class SectionMenu;
class TaskTableView;
class WindowState;

/// The page of tasks: head, quick add line, table; one for all places and the search. `workspace` and the
/// rest outlive it.
class TaskPage : public QWidget {
    Q_OBJECT
public:
    TaskPage(app::Workspace& workspace, app::SidebarCounts& counts, app::DayClock& clock,
             const app::Theme& theme, const Actions& actions, WindowState& state, QWidget* parent = nullptr);
    ~TaskPage() override;

    void showPlace(const app::Place& place);
    /// The words of the search box; the place before is where Escape goes back to.
    void showSearch(const QString& words);
    const app::Place& place() const { return m_place; }
    bool isSearch() const { return m_place.scope == core::Scope::Search; }

    TaskTableView& table() { return *m_table; }
    app::TaskTableModel& model() { return m_model; }
    QuickAddLine& quickAdd() { return *m_quickAdd; }
    EmptyView& emptyView() { return *m_empty; }
    void focusTasks();
    void dropTasks(const QList<QUuid>& tasks, const app::Place& place);
    void complete(const QList<QUuid>& tasks);
    void remove(const QList<QUuid>& tasks);
    SectionMenu& sections() { return *m_sections; }
    void remember();        ///< the columns as they are now
    void settingsChanged(); ///< default list, first day of the week
    void retranslate();

Q_SIGNALS:
    void openRequested(const QUuid& task);
    void historyRequested(const QUuid& task);
    void selectionChanged(const QList<QUuid>& tasks);
    void said(const glow::app::Message& message);
    void settingsRequested(const QString& page);
    void filterRequested(const glow::core::SavedFilter& filter); ///< to be edited; a null uid: a new one
    void searchRequested(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void connectTable();
    void connectActions();
    void connectChanges();
    void query(bool fresh);
    bool hasSections() const;
    const core::SavedFilter* savedFilter() const; ///< of the place; null: it is none
    void openSortMenu();
    void updateHead();
    void updateBanner();
    void keepFilter();
    void updateBody();
    QString title() const;
    QString subtitle() const;
    void giveDefaults();
    void add(const app::QuickAddBatch& batch, const QString& text);
    using Use = std::function<void(const QList<core::Task>&)>;
    void withSelection(Use use);
    void withTasks(const QList<QUuid>& tasks, Use use);

    app::Workspace& m_workspace;
    app::SidebarCounts& m_counts;
    app::DayClock& m_clock;
    const app::Theme& m_theme;
    const Actions& m_actions;
    WindowState& m_state;
    app::TaskTableModel m_model;
    app::TaskCommands m_commands;
    app::Place m_place;
    app::Place m_before; ///< the search
    QString m_words;
    core::ParsedFilter m_filter; ///< of the search or the saved filter
    bool m_isShown = false;
    double m_searchTime = 0;
    QHash<QUuid, QString> m_lines; ///< by change: what was typed, until it is stored

    QLabel* m_title;
    QLabel* m_subtitle;
    QCheckBox* m_completed;
    QPushButton* m_keep; ///< the search as a filter; the filter edited
    QPushButton* m_sort;
    QWidget* m_lineBox;
    QuickAddLine* m_quickAdd;
    QWidget* m_bannerBox;
    SearchBanner* m_banner;
    SearchKeys* m_keys;
    QStackedWidget* m_body;
    TaskTableView* m_table;
    EmptyView* m_empty;
    SectionMenu* m_sections;
};

} // namespace glow::ui
