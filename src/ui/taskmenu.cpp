#include "ui/taskmenu.h"

#include "app/table/taskcommands.h"
#include "app/theme.h"
#include "ui/actions.h"
#include "ui/sidebar/listdialog.h"
#include "ui/style/icons.h"

#include <QMenu>
#include <algorithm>

namespace glow::ui {

namespace {

QString plain(QString name)
{
    return name.replace(u'&', QStringLiteral("&&"));
}

/// Of the list that all of them lie in.
void addSections(QMenu& menu, app::TaskCommands& commands, const core::Catalogue& catalogue,
                 const app::Theme& theme, const QList<core::Task>& tasks)
{
    const QUuid list = tasks.isEmpty() ? QUuid() : tasks.constFirst().list;
    const bool together = std::all_of(tasks.cbegin(), tasks.cend(),
                                      [&list](const core::Task& task) { return task.list == list; });
    const QList<core::Section> all = together ? catalogue.sectionsOf(list) : QList<core::Section>();
    if (all.isEmpty())
        return;
    QMenu* sections = menu.addMenu(icon(theme, QStringLiteral("sections")), Actions::tr("Move to sectio&n"));
    const core::Section none{{}, Actions::tr("No section"), list, {}};
    for (const core::Section& section : QList{none} + all)
        sections->addAction(plain(section.name),
                            [&commands, tasks, section] { commands.moveToSection(tasks, section); });
}

} // namespace

void fillTaskMenu(QMenu& menu, const Actions& actions, app::TaskCommands& commands,
                  const core::Catalogue& catalogue, const app::Theme& theme, const QList<core::Task>& tasks)
{
    const auto add = [&](std::initializer_list<const char*> ids) {
        for (const char* id : ids)
            menu.addAction(actions.get(QLatin1String(id)));
        menu.addSeparator();
    };
    add({"task.complete", "task.rename", "task.open", "task.history"});
    add({"task.today", "task.tomorrow", "task.undated"});
    add({"task.high", "task.medium", "task.low", "task.none"});
    add({"task.timer"});

    QMenu* lists = menu.addMenu(icon(theme, QStringLiteral("move")), Actions::tr("Mo&ve to list"));
    const auto moveTo = [&commands, tasks](const QUuid& list) {
        return [&commands, tasks, list] { commands.moveToList(tasks, list); };
    };
    lists->addAction(icon(theme, QStringLiteral("inbox")), Actions::tr("Inbox"), moveTo({}));
    for (const core::TaskList& list : catalogue.lists) {
        if (!list.archived)
            lists->addAction(colourDot(theme, list.colour), plain(list.name), moveTo(list.uid));
    }
    addSections(menu, commands, catalogue, theme, tasks);
    QMenu* tags = menu.addMenu(icon(theme, QStringLiteral("tag")), Actions::tr("Add ta&g"));
    for (const core::Tag& tag : catalogue.tags) {
        QAction* action =
            tags->addAction(plain(tag.name), [&commands, tasks, tag] { commands.addTag(tasks, tag); });
        const bool onAll = std::all_of(tasks.cbegin(), tasks.cend(), [&tag](const core::Task& task) {
            return task.tags.contains(tag.uid);
        });
        action->setEnabled(!onAll);
    }
    tags->setEnabled(!catalogue.tags.isEmpty());
    menu.addSeparator();
    add({"task.deeper", "task.up"});
    menu.addAction(actions.get(QLatin1String("task.delete")));
}

} // namespace glow::ui
