#include "cli/list.h"

#include "cli/session.h"
#include "cli/taskjson.h"
#include "core/filter/filterparser.h"
#include "store/sqltext.h"
#include "store/taskquerysql.h"

#include <QCoreApplication>

namespace glow::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(List)
};

} // namespace

core::Result<Reply> list(Context& context)
{
    const QString query = context.options.arguments.join(u' ');
    if (!store::isStorable(query))
        return usageError(
            Text::tr("The query has a character that no task can have (NUL or half a character)."));
    const core::ParsedFilter filter = core::parseFilter(query, context.clock.now(), QLocale());
    if (!filter.ok())
        return usageError(filter.error);
    Session session(context);
    if (const auto opened = session.openForTasks(); !opened)
        return opened.error();
    core::TaskQuery wanted;
    wanted.userId = session.userId();
    wanted.filter = filter.root;
    wanted.filterTime = context.clock.now();
    wanted.withCompleted = context.options.has(QStringLiteral("all")) || filter.root.asksForCompleted();
    wanted.sort = filter.sort.value_or(core::SortField::Due);
    wanted.descending = filter.descending;
    wanted.group = filter.group.value_or(core::GroupField::None);
    wanted.today = context.clock.today();
    wanted.zone = context.clock.zone();
    wanted.dueInUtc = !session.utcZone().isEmpty();
    core::PageRequest everything;
    everything.limit = std::numeric_limits<int>::max();
    const auto rows = session.database().query(store::taskquerysql::page(wanted, everything));
    if (!rows)
        return rows.error();
    QList<core::Task> tasks;
    for (const store::TaskRow& row : store::taskquerysql::readPage(rows->value(0)))
        tasks.append(row.task);
    return Reply{tasksJson(tasks, session.catalogue()), tasksText(tasks, session.catalogue())};
}

core::Result<Reply> show(Context& context)
{
    if (context.options.arguments.size() != 1)
        return usageError(Text::tr("glowlist show takes the uid or number of one task."));
    Session session(context);
    if (const auto opened = session.openForTasks(); !opened)
        return opened.error();
    const auto tasks = session.find(context.options.arguments);
    if (!tasks)
        return tasks.error();
    const core::Task& task = tasks->constFirst();
    QString text = tasksText(*tasks, session.catalogue());
    if (!task.notes.isEmpty())
        text += u'\n' + task.notes + u'\n';
    return Reply{taskJson(task, session.catalogue()), text};
}

} // namespace glow::cli
