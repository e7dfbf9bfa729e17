#include "cli/migrate.h"

#include "cli/session.h"
#include "store/migrations/migrator.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

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
    for (const store::Migrator::Applied& applied : state.history) {
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

core::Result<Reply> move(Context& context, store::Migrator& migrator, const QString& verb,
                         const QString& target)
{
    const auto progress = [&context](const store::Migration& migration, int done, int total) {
        context.progress(
            Text::tr("Migrating: %1 (%2 of %3)…").arg(migration.fileName()).arg(done + 1).arg(total));
    };
    const auto moved = verb == u"upgrade"
                           ? migrator.upgrade(target.isEmpty() ? QStringLiteral("head") : target, progress)
                           : migrator.downgrade(target.isEmpty() ? QStringLiteral("-1") : target,
                                                context.options.has(QStringLiteral("yes")), progress);
    if (!moved)
        return moved.error();
    return currentOf(migrator);
}

} // namespace

core::Result<Reply> migrate(Context& context)
{
    const QString verb = context.options.arguments.value(0);
    static const QStringList verbs{QStringLiteral("current"), QStringLiteral("history"),
                                   QStringLiteral("heads"), QStringLiteral("upgrade"),
                                   QStringLiteral("downgrade")};
    const bool takesTarget = verb == u"upgrade" || verb == u"downgrade";
    if (!verbs.contains(verb) || context.options.arguments.size() > (takesTarget ? 2 : 1))
        return usageError(Text::tr("glowlist migrate takes one of %1.").arg(verbs.join(u", ")));
    const auto migrations = store::embeddedMigrations();
    if (!migrations)
        return migrations.error();
    if (verb == u"heads")
        return headsReply(*migrations);
    Session session(context);
    if (const auto opened = session.openDirect(); !opened)
        return opened.error();
    store::Migrator migrator(session.database(), *migrations);
    if (takesTarget)
        return move(context, migrator, verb, context.options.arguments.value(1));
    const auto state = migrator.state();
    if (!state)
        return state.error();
    return verb == u"current" ? currentReply(*state) : historyReply(*state);
}

} // namespace glow::cli
