#include "cli/migrate.h"

#include "cli/adoptioncommand.h"
#include "cli/migratefiles.h"
#include "cli/session.h"
#include "store/migrations/migrationsql.h"
#include "store/migrations/schemacheck.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <array>

namespace glow::cli {

namespace {

using State = store::Migrator::State;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Migrate)
};

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

Reply currentReply(const State& state)
{
    const QString revision = state.revision.isEmpty() ? Text::tr("none") : state.revision;
    QString text = Text::tr("Revision: %1, newest: %2").arg(revision, state.head);
    if (!state.pending.isEmpty())
        text += u'\n' + Text::tr("Pending: %1").arg(state.pending.join(u", "));
    return {QJsonObject{{QStringLiteral("revision"), orNull(state.revision)},
                        {QStringLiteral("head"), state.head},
                        {QStringLiteral("pending"), QJsonArray::fromStringList(state.pending)}},
            text};
}

Reply historyReply(const State& state)
{
    QJsonArray json;
    QString text;
    for (const store::AppliedMigration& applied : state.history) {
        const QString at = applied.appliedAt.isValid()
                               ? applied.appliedAt.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ"))
                               : QString();
        json.append(QJsonObject{{QStringLiteral("revision"), applied.migration.revision},
                                {QStringLiteral("name"), applied.migration.name},
                                {QStringLiteral("applied_at"), orNull(at)}});
        text += applied.migration.fileName().leftJustified(24) + u' ' +
                (at.isEmpty() ? Text::tr("pending") : at) + u'\n';
    }
    return {json, text};
}

core::Result<Reply> headsReply(const QList<store::Migration>& migrations)
{
    const store::Migration& head = migrations.constLast();
    return Reply{QJsonArray{QJsonObject{{QStringLiteral("revision"), head.revision},
                                        {QStringLiteral("name"), head.name}}},
                 head.fileName()};
}

core::Result<Reply> currentOf(store::Migrator& migrator)
{
    const auto state = migrator.state();
    if (!state)
        return state.error();
    return currentReply(*state);
}

core::Result<Reply> move(Context& context, Session& session, const QList<store::Migration>& migrations,
                         const QString& verb, const QString& target)
{
    store::Migrator migrator(session.database(), migrations);
    if (verb == u"upgrade" && (target.isEmpty() || target == u"head")) {
        const auto adopted = adoptForeignTasks(context, session, migrations);
        if (!adopted)
            return adopted.error();
        if (*adopted)
            return currentOf(migrator);
    }
    const store::Migrator::Watcher watcher = watchMigrations(context);
    const auto given = [&target](const QString& otherwise) { return target.isEmpty() ? otherwise : target; };
    const auto moved = verb == u"upgrade" ? migrator.upgrade(given(QStringLiteral("head")), watcher)
                       : verb == u"downgrade"
                           ? migrator.downgrade(given(QStringLiteral("-1")),
                                                context.options.has(QStringLiteral("yes")), watcher)
                           : migrator.stamp(target, watcher);
    if (!moved)
        return moved.error();
    return currentOf(migrator);
}

QJsonObject json(const store::SchemaCheck::Difference& difference)
{
    return {{QStringLiteral("kind"), difference.kind},
            {QStringLiteral("object"), difference.object},
            {QStringLiteral("expected"), orNull(difference.expected)},
            {QStringLiteral("found"), orNull(difference.found)},
            {QStringLiteral("sentence"), difference.sentence}};
}

Reply checkReply(const store::SchemaCheck::Report& report)
{
    QJsonArray differences;
    QStringList lines;
    for (const store::SchemaCheck::Difference& difference : report.differences) {
        differences.append(json(difference));
        lines.append(difference.sentence);
    }
    if (report.isClean())
        lines.append(Text::tr("The database is as the migrations make it."));
    if (!report.staleIndexes.isEmpty())
        lines.append(Text::tr("With --yes the indexes are built anew; writers wait meanwhile. By hand:") +
                     u'\n' + store::SchemaCheck::reindexSql(report.staleIndexes));
    lines.append(report.notes);
    return {QJsonObject{{QStringLiteral("clean"), report.isClean()},
                        {QStringLiteral("differences"), differences},
                        {QStringLiteral("notes"), QJsonArray::fromStringList(report.notes)},
                        {QStringLiteral("reindex"), store::SchemaCheck::reindexSql(report.staleIndexes)}},
            lines.join(u'\n'), report.isClean() ? 0 : 1};
}

core::Result<Reply> check(Context& context, store::Database& database, store::Migrator& migrator)
{
    const auto state = migrator.state();
    if (!state)
        return state.error();
    store::SchemaCheck schema(database);
    auto report = schema.run(*state);
    if (report && !report->staleIndexes.isEmpty() && context.options.has(QStringLiteral("yes"))) {
        context.progress(
            Text::tr("Building %n index(es) anew…", nullptr, static_cast<int>(report->staleIndexes.size())));
        if (const auto built = schema.reindex(report->staleIndexes); !built)
            return built.error();
        report = schema.run(*state);
    }
    return report ? core::Result<Reply>(checkReply(*report)) : report.error();
}

core::Result<Reply> script(const QString& range, const QList<store::Migration>& migrations)
{
    const QStringList ends = range.split(u':');
    if (ends.size() != 2 || ends.contains(QString()))
        return usageError(Text::tr("“%1” is no range of revisions; it has the form FROM:TO.").arg(range));
    const auto sql = store::migrationsql::script(ends.at(0), ends.at(1), migrations);
    if (!sql)
        return sql.error();
    return Reply{QJsonObject{{QStringLiteral("from"), ends.at(0)},
                             {QStringLiteral("to"), ends.at(1)},
                             {QStringLiteral("sql"), *sql}},
                 *sql};
}

/// A row of the table of verbs: how many arguments each takes.
struct Verb {
    const char* name;
    int least;
    int most;
    bool opensDatabase;
};
constexpr std::array verbs{
    Verb{"current", 0, 0, true}, Verb{"history", 0, 0, true},   Verb{"heads", 0, 0, false},
    Verb{"upgrade", 0, 1, true}, Verb{"downgrade", 0, 1, true}, Verb{"stamp", 1, 1, true},
    Verb{"sql", 1, 1, false},    Verb{"new", 1, 1, false},      Verb{"check", 0, 0, true}};

core::Result<Verb> verbOf(const QStringList& arguments)
{
    QStringList names;
    for (const Verb& verb : verbs) {
        names.append(QLatin1String(verb.name));
        if (arguments.value(0) != QLatin1String(verb.name))
            continue;
        const qsizetype given = arguments.size() - 1;
        if (given < verb.least)
            return usageError(Text::tr("glowlist migrate %1 needs an argument.").arg(names.constLast()));
        if (given > verb.most)
            return usageError(
                Text::tr("glowlist migrate %1 has an argument too many.").arg(names.constLast()));
        return verb;
    }
    return usageError(Text::tr("glowlist migrate takes one of %1.").arg(names.join(u", ")));
}

core::Result<Reply> withoutDatabase(const QString& verb, const QString& argument,
                                    const QList<store::Migration>& migrations)
{
    if (verb == u"heads")
        return headsReply(migrations);
    return verb == u"sql" ? script(argument, migrations) : newMigration(argument);
}

core::Result<Reply> withDatabase(Context& context, const QString& verb, const QString& argument,
                                 const QList<store::Migration>& migrations)
{
    Session session(context);
    if (const auto opened = session.openDirect(); !opened)
        return opened.error();
    store::Migrator migrator(session.database(), migrations);
    if (verb == u"current")
        return currentOf(migrator);
    if (verb == u"history") {
        const auto state = migrator.state();
        return state ? core::Result<Reply>(historyReply(*state)) : state.error();
    }
    if (verb == u"check")
        return check(context, session.database(), migrator);
    return move(context, session, migrations, verb, argument);
}

} // namespace

core::Result<Reply> migrate(Context& context)
{
    const auto verb = verbOf(context.options.arguments);
    if (!verb)
        return verb.error();
    const auto migrations = store::embeddedMigrations();
    if (!migrations)
        return migrations.error();
    const QString argument = context.options.arguments.value(1);
    return verb->opensDatabase ? withDatabase(context, QLatin1String(verb->name), argument, *migrations)
                               : withoutDatabase(QLatin1String(verb->name), argument, *migrations);
}

} // namespace glow::cli
