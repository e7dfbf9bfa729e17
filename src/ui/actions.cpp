#include "ui/actions.h"

#include "app/theme.h"
#include "ui/style/icons.h"

namespace glow::ui {

namespace {

using Need = Actions::Need;

struct Row {
    const char* id;
    int menu; ///< index into `menus`
    const char* text;
    const char* key; ///< portable; several separated by "; "
    const char* icon;
    Need need;
};

const char* const menus[] = {
    QT_TRANSLATE_NOOP("glow::ui::Actions", "&File"), QT_TRANSLATE_NOOP("glow::ui::Actions", "&Edit"),
    QT_TRANSLATE_NOOP("glow::ui::Actions", "&Task"), QT_TRANSLATE_NOOP("glow::ui::Actions", "&View"),
    QT_TRANSLATE_NOOP("glow::ui::Actions", "&Help"),
};

constexpr int file = 0, edit = 1, task = 2, view = 3, help = 4;

// A null text is a separator.
const Row rows[] = {
    {"task.add", file, QT_TRANSLATE_NOOP("glow::ui::Actions", "&Add a task"), "Ctrl+N", "plus",
     Need::Workspace},
    {"list.new", file, QT_TRANSLATE_NOOP("glow::ui::Actions", "New &list…"), "Ctrl+Shift+L", "",
     Need::Workspace},
    {"tag.new", file, QT_TRANSLATE_NOOP("glow::ui::Actions", "New ta&g…"), "Ctrl+Shift+T", "tag",
     Need::Workspace},
    {"section.new", file, QT_TRANSLATE_NOOP("glow::ui::Actions", "New s&ection…"), "Ctrl+Shift+E", "sections",
     Need::Workspace},
    {"", file, nullptr, "", "", Need::Nothing},
    {"workspace.copy", file, QT_TRANSLATE_NOOP("glow::ui::Actions", "&Copy tasks to another workspace…"), "",
     "copy", Need::Workspace},
    {"trash", file, QT_TRANSLATE_NOOP("glow::ui::Actions", "&Trash…"), "Ctrl+Shift+Del", "trash",
     Need::Workspace},
    {"", file, nullptr, "", "", Need::Nothing},
    {"settings", file, QT_TRANSLATE_NOOP("glow::ui::Actions", "&Settings…"), "Ctrl+,", "settings",
     Need::Nothing},
    {"quit", file, QT_TRANSLATE_NOOP("glow::ui::Actions", "&Quit"), "Ctrl+Q", "", Need::Nothing},

    {"undo", edit, QT_TRANSLATE_NOOP("glow::ui::Actions", "&Undo"), "Ctrl+Z", "undo", Need::Undo},
    {"redo", edit, QT_TRANSLATE_NOOP("glow::ui::Actions", "&Redo"), "Ctrl+Shift+Z", "redo", Need::Redo},
    {"", edit, nullptr, "", "", Need::Nothing},
    {"search", edit, QT_TRANSLATE_NOOP("glow::ui::Actions", "&Search"), "Ctrl+K; Ctrl+F", "search",
     Need::Workspace},

    {"task.complete", task, QT_TRANSLATE_NOOP("glow::ui::Actions", "&Complete or reopen"), "Space",
     "completed", Need::Task},
    {"task.rename", task, QT_TRANSLATE_NOOP("glow::ui::Actions", "Edit &title"), "F2", "edit", Need::Task},
    {"task.open", task, QT_TRANSLATE_NOOP("glow::ui::Actions", "&Open in the editor"), "Ctrl+E", "pane",
     Need::Task},
    {"task.history", task, QT_TRANSLATE_NOOP("glow::ui::Actions", "H&istory…"), "Ctrl+H", "history",
     Need::Task},
    {"", task, nullptr, "", "", Need::Nothing},
    {"task.today", task, QT_TRANSLATE_NOOP("glow::ui::Actions", "Due to&day"), "Ctrl+T", "today", Need::Task},
    {"task.tomorrow", task, QT_TRANSLATE_NOOP("glow::ui::Actions", "Due to&morrow"), "Ctrl+Shift+M",
     "upcoming", Need::Task},
    {"task.undated", task, QT_TRANSLATE_NOOP("glow::ui::Actions", "No due d&ate"), "Ctrl+Shift+N", "",
     Need::Task},
    {"", task, nullptr, "", "", Need::Nothing},
    {"task.high", task, QT_TRANSLATE_NOOP("glow::ui::Actions", "&High priority"), "Alt+1", "flag",
     Need::Task},
    {"task.medium", task, QT_TRANSLATE_NOOP("glow::ui::Actions", "M&edium priority"), "Alt+2", "",
     Need::Task},
    {"task.low", task, QT_TRANSLATE_NOOP("glow::ui::Actions", "&Low priority"), "Alt+3", "", Need::Task},
    {"task.none", task, QT_TRANSLATE_NOOP("glow::ui::Actions", "&No priority"), "Alt+4", "", Need::Task},
    {"", task, nullptr, "", "", Need::Nothing},
    {"task.deeper", task, QT_TRANSLATE_NOOP("glow::ui::Actions", "Make a &subtask of the one above"),
     "Ctrl+]", "subtasks", Need::Task},
    {"task.up", task, QT_TRANSLATE_NOOP("glow::ui::Actions", "Move one level &up"), "Ctrl+[", "", Need::Task},
    {"task.timer", task, QT_TRANSLATE_NOOP("glow::ui::Actions", "Start or stop the t&imer"), "Ctrl+Shift+I",
     "clock", Need::Task},
    {"", task, nullptr, "", "", Need::Nothing},
    {"section.up", task, QT_TRANSLATE_NOOP("glow::ui::Actions", "Move section u&p"), "Alt+Shift+Up",
     "chevron-up", Need::Task},
    {"section.down", task, QT_TRANSLATE_NOOP("glow::ui::Actions", "Move section do&wn"), "Alt+Shift+Down",
     "chevron-down", Need::Task},
    {"section.menu", task, QT_TRANSLATE_NOOP("glow::ui::Actions", "Sect&ion…"), "Alt+Shift+Return",
     "sections", Need::Task},
    {"", task, nullptr, "", "", Need::Nothing},
    {"task.delete", task, QT_TRANSLATE_NOOP("glow::ui::Actions", "&Delete"), "Del", "trash", Need::Task},

    {"view.inbox", view, QT_TRANSLATE_NOOP("glow::ui::Actions", "&Inbox"), "Ctrl+1", "inbox",
     Need::Workspace},
    {"view.today", view, QT_TRANSLATE_NOOP("glow::ui::Actions", "&Today"), "Ctrl+2", "today",
     Need::Workspace},
    {"view.upcoming", view, QT_TRANSLATE_NOOP("glow::ui::Actions", "&Upcoming"), "Ctrl+3", "upcoming",
     Need::Workspace},
    {"view.all", view, QT_TRANSLATE_NOOP("glow::ui::Actions", "&All tasks"), "Ctrl+4", "all",
     Need::Workspace},
    {"view.completed", view, QT_TRANSLATE_NOOP("glow::ui::Actions", "&Completed"), "Ctrl+5", "completed",
     Need::Workspace},
    {"", view, nullptr, "", "", Need::Nothing},
    {"view.places", view, QT_TRANSLATE_NOOP("glow::ui::Actions", "&Go to the sidebar"), "Ctrl+Shift+S",
     "sidebar", Need::Workspace},
    {"view.tasks", view, QT_TRANSLATE_NOOP("glow::ui::Actions", "Go to the ta&sks"), "Ctrl+Shift+Down",
     "table", Need::Workspace},
    {"view.compact", view, QT_TRANSLATE_NOOP("glow::ui::Actions", "Co&mpact rows"), "Ctrl+Shift+D", "",
     Need::Nothing},
    {"view.refresh", view, QT_TRANSLATE_NOOP("glow::ui::Actions", "&Read again"), "F5", "retry",
     Need::Workspace},

    {"about", help, QT_TRANSLATE_NOOP("glow::ui::Actions", "&About Glowlist"), "", "info", Need::Nothing},
};

bool isTaskRow(const Row& row)
{
    return row.need == Need::Task;
}

} // namespace

Actions::Actions(const app::Theme& theme, QObject* parent)
    : QObject(parent)
    , m_theme(theme)
{
    for (const Row& row : rows) {
        if (!row.text)
            continue;
        auto* action = new QAction(this);
        action->setObjectName(QLatin1String(row.id));
        if (*row.icon)
            action->setIcon(icon(theme, QLatin1String(row.icon)));
        action->setShortcuts(QKeySequence::listFromString(QLatin1String(row.key)));
        // A key for a task holds where the tasks are: Space and Delete mean other things in a text field.
        if (isTaskRow(row))
            action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setEnabled(row.need == Need::Nothing);
        m_actions.insert(action->objectName(), action);
    }
    get(QLatin1String("view.compact"))->setCheckable(true);
    retranslate();
}

QAction* Actions::get(QLatin1String id) const
{
    QAction* action = m_actions.value(id);
    Q_ASSERT_X(action, "Actions::get", id.data());
    return action;
}

void Actions::fill(QMenuBar& menuBar)
{
    for (int i = 0; i < static_cast<int>(std::size(menus)); ++i)
        m_menus.append(menuBar.addMenu(QString()));
    for (const Row& row : rows) {
        if (row.text)
            m_menus.at(row.menu)->addAction(m_actions.value(QLatin1String(row.id)));
        else
            m_menus.at(row.menu)->addSeparator();
    }
    retranslate();
}

void Actions::setMet(Need need, bool met)
{
    for (const Row& row : rows) {
        if (row.text && row.need == need)
            m_actions.value(QLatin1String(row.id))->setEnabled(met);
    }
}

void Actions::setUndoLabels(const QString& undo, const QString& redo)
{
    m_undoLabel = undo;
    m_redoLabel = redo;
    const auto label = [](const QString& plain, const QString& with, QString name) {
        return name.isEmpty() ? plain : with.arg(name.replace(u'&', QStringLiteral("&&")));
    };
    get(QLatin1String("undo"))->setText(label(tr("&Undo"), tr("&Undo “%1”"), undo));
    get(QLatin1String("redo"))->setText(label(tr("&Redo"), tr("&Redo “%1”"), redo));
    setMet(Need::Undo, !undo.isEmpty());
    setMet(Need::Redo, !redo.isEmpty());
}

QList<QAction*> Actions::taskActions() const
{
    QList<QAction*> actions;
    for (const Row& row : rows) {
        if (row.text && isTaskRow(row))
            actions.append(m_actions.value(QLatin1String(row.id)));
    }
    return actions;
}

void Actions::retranslate()
{
    for (const Row& row : rows) {
        if (row.text)
            m_actions.value(QLatin1String(row.id))->setText(tr(row.text));
    }
    for (int i = 0; i < m_menus.size(); ++i)
        m_menus.at(i)->setTitle(tr(menus[i]));
    setUndoLabels(m_undoLabel, m_redoLabel);
}

} // namespace glow::ui
