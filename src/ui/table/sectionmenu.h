#pragma once
#include "app/sidebar/catalogueactions.h"

#include <QObject>

class QMenu;
class QWidget;

namespace glow::app {
class Theme;
class Workspace;
} // namespace glow::app

namespace glow::ui {

class TaskTableView;

/// What a person does to the sections of a list: the menu of a heading, and the dialogs for their names.
/// Everything given must outlive it.
class SectionMenu : public QObject {
    Q_OBJECT
public:
    SectionMenu(app::Workspace& workspace, TaskTableView& table, const app::Theme& theme, QWidget& page);

    void create(const QUuid& list); ///< asks for the name
    void openByKey(const QUuid& section);
    void moveBy(const QUuid& section, int places); ///< 1 or -1; at an end it stays

private:
    QMenu* open(const QUuid& section, const QPoint& at); ///< null: it is gone
    void fill(QMenu& menu, const core::Section& section);
    void rename(const QUuid& section);

    app::Workspace& m_workspace;
    TaskTableView& m_table;
    const app::Theme& m_theme;
    QWidget& m_page;
    app::CatalogueActions m_actions;
};

} // namespace glow::ui
