#include "cli/adoptioncommand.h"

#include "core/clock.h"
#include "store/migrations/adoption.h"

#include <QCoreApplication>
#include <QLocale>
#include <unistd.h>

namespace glow::cli {

namespace {

namespace adoption = store::adoption;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AdoptionCommand)
};

QStringList userLines(const QList<adoption::User>& users)
{
    QStringList lines;
    const QLocale locale;
    for (const adoption::User& user : users)
        lines.append(Text::tr("  %1: %2 open, %3 done")
                         .arg(user.id, locale.toString(user.open), locale.toString(user.done)));
    return lines;
}

/// Three of their rows as each reading shows them.
QStringList dueLines(const QList<adoption::User>& users, const QString& user)
{
    QStringList lines;
    for (const adoption::User& each : users) {
        if (!user.isEmpty() && each.id != user)
            continue;
        for (const adoption::Sample& sample : each.samples) {
            const core::WallTime due = sample.wallTime();
            if (lines.size() < 3)
                lines.append(Text::tr("  %1: %2 if stored in local time, %3 if in UTC")
                                 .arg(sample.title, due.toText(), core::Clock::fromUtc(due).toText()));
        }
    }
    return lines;
}

QString reportText(const adoption::Report& report, const adoption::Choice& choice, const QString& user,
                   bool isNeon)
{
    const QLocale locale;
    QStringList lines{
        Text::tr(
            "Another program already keeps tasks here. It goes on working and keeps every row as it is."),
        Text::tr("Table tasks: %1 rows, %2, owned by %3")
            .arg(locale.toString(report.rows), locale.formattedDataSize(report.bytes, 0), report.owner)};
    if (!report.alembicRevision.isNull())
        lines.append(Text::tr("Alembic revision %1 stays as it is.").arg(report.alembicRevision));
    lines.append(Text::tr("Users:"));
    lines += userLines(report.users);
    lines.append(
        choice.dueDatesAreUtc
            ? Text::tr(
                  "Due times are taken for UTC, as --due-dates=utc says; dates without a time stay dates.")
            : Text::tr("Due times are taken for local time; with --due-dates=utc for UTC."));
    lines += dueLines(report.users, user);
    lines.append(
        Text::tr("Will be added: %1 columns “glow_…” with defaults, %2 indexes, and the schema “glowlist” "
                 "with %3 tables")
            .arg(report.columns)
            .arg(report.indexes)
            .arg(report.tables));
    lines.append(
        Text::tr("Expected: about %1 s, in one transaction; rows are counted and summed before and after. "
                 "The SQL: glowlist migrate sql base:head")
            .arg(locale.toString(report.seconds, 'f', 1)));
    if (isNeon)
        lines.append(Text::tr("On Neon: make a branch first."));
    return lines.join(u'\n');
}

core::Result<void> mayAdopt(const adoption::Report& report, const QString& user)
{
    if (!report.canAdopt())
        return core::Error{report.misfits.isEmpty() ? core::ErrorKind::Rights : core::ErrorKind::Migration,
                           report.problem()};
    const bool known = std::any_of(report.users.begin(), report.users.end(),
                                   [&user](const adoption::User& each) { return each.id == user; });
    if (!user.isEmpty() && !known)
        return core::Error{core::ErrorKind::NotFound, Text::tr("The database has no user “%1”.").arg(user)};
    return {};
}

} // namespace

core::Result<bool> adoptForeignTasks(Context& context, Session& session,
                                     const QList<store::Migration>& migrations)
{
    const QString dueDates = context.options.value(QStringLiteral("due-dates"));
    if (!QStringList{QString(), QStringLiteral("local"), QStringLiteral("utc")}.contains(dueDates))
        return usageError(Text::tr("--due-dates is local or utc."));
    const auto report = adoption::examine(session.database(), migrations);
    if (!report)
        return report.error();
    if (!report->isForeign)
        return false;
    const QString user = context.options.value(QStringLiteral("user"));
    if (const auto allowed = mayAdopt(*report, user); !allowed)
        return allowed.error();
    const adoption::Choice choice{dueDates == u"utc"};
    context.warn(reportText(*report, choice, user, session.isNeon()));
    // A script has decided before; a person reads first.
    if (!context.options.has(QStringLiteral("yes")) && isatty(STDIN_FILENO) && isatty(STDERR_FILENO))
        return core::Error{core::ErrorKind::Refused,
                           Text::tr("Nothing was changed yet. To go ahead run it again with --yes.")};
    const auto done = adoption::adopt(session.database(), migrations, choice, watchMigrations(context));
    if (!done)
        return done.error();
    for (const QString& difference : *done)
        context.warn(difference);
    context.warn(
        Text::tr("Done. These lines in the web application's env.py keep its Alembic from dropping what was "
                 "added:") +
        u'\n' + adoption::alembicHook());
    return true;
}

} // namespace glow::cli
