#include "cli/undo.h"

#include "cli/session.h"
#include "store/undosql.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>

namespace glow::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Undo)
};

constexpr qint64 entriesPerRequest = 5000;

using Recorded = store::undosql::Recorded;
using Outcome = core::Result<QList<QJsonObject>>; ///< what was left alone

core::Change revert(const Session& session, const Recorded& step, const QUuid& part)
{
    core::Operation revert;
    revert.verb = core::Verb::Revert;
    revert.uid = step.group;
    revert.change = part;
    core::Change change =
        session.makeChange(QCoreApplication::translate("Undo", "Undo: %1").arg(step.label), {revert});
    change.id = store::undosql::idOfUndo(step.group);
    return change;
}

Outcome undoAtOnce(Session& session, const Recorded& step)
{
    const auto written = session.write(revert(session, step, {}), {});
    return written ? Outcome(written->outcome.skipped) : written.error();
}

/// What is longer than a request may be goes change by change, newest first.
Outcome undoInParts(Context& context, Session& session, const Recorded& step,
                    const QList<store::undosql::Part>& parts)
{
    QList<QJsonObject> skipped;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QUuid part = parts.at(i).change;
        core::Change change = revert(session, step, part);
        change.group = change.id;
        if (i + 1 < parts.size())
            change.id = store::undosql::idOfUndo(step.group, part);
        context.progress(Text::tr("Undoing: %1 of %2…").arg(i + 1).arg(parts.size()));
        const auto written = session.write(change, {});
        if (!written)
            return written.error();
        skipped += written->outcome.skipped;
    }
    return skipped;
}

Outcome undoStep(Context& context, Session& session, const Recorded& step, bool isAlone)
{
    if (isAlone)
        return undoAtOnce(session, step);
    const auto rows = session.database().query(store::undosql::parts(step.group));
    if (!rows)
        return rows.error();
    const QList<store::undosql::Part> parts = store::undosql::readParts(rows->value(0));
    qint64 entries = 0;
    for (const store::undosql::Part& part : parts)
        entries += part.entries;
    return entries <= entriesPerRequest ? undoAtOnce(session, step)
                                        : undoInParts(context, session, step, parts);
}

} // namespace

core::Result<Reply> undo(Context& context)
{
    Session session(context);
    if (const auto opened = session.openForTasks(); !opened)
        return opened.error();
    const auto rows = session.database().query(store::undosql::newest(session.client()));
    if (!rows)
        return rows.error();
    const QList<Recorded> newest = store::undosql::readNewest(rows->value(0));
    const auto next = store::undosql::nextToUndo(newest);
    if (!next)
        return core::Error{core::ErrorKind::NotFound, Text::tr("There is nothing to undo."), {}, {}};
    const auto ofStep = std::count_if(newest.begin(), newest.end(),
                                      [&next](const Recorded& each) { return each.group == next->group; });
    const Outcome left = undoStep(context, session, *next, ofStep == 1);
    if (!left)
        return left.error();
    QJsonArray skipped;
    for (const QJsonObject& each : *left)
        skipped.append(each);
    QString text = Text::tr("Undone: %1").arg(next->label);
    if (!skipped.isEmpty())
        text += u'\n' + Text::tr("%n value(s) had been changed since and were left.", nullptr,
                                 static_cast<int>(skipped.size()));
    return Reply{QJsonObject{{QStringLiteral("undone"), next->label}, {QStringLiteral("skipped"), skipped}},
                 text};
}

} // namespace glow::cli
