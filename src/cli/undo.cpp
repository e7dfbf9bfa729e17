#include "cli/undo.h"

#include "cli/session.h"
#include "store/undosql.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace glow::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Undo)
};

} // namespace

core::Result<Reply> undo(Context& context)
{
    Session session(context);
    if (const auto opened = session.openForTasks(); !opened)
        return opened.error();
    const auto rows = session.database().query(store::undosql::newest(session.client()));
    if (!rows)
        return rows.error();
    const auto next = store::undosql::nextToUndo(store::undosql::readNewest(rows->value(0)));
    if (!next)
        return core::Error{core::ErrorKind::NotFound, Text::tr("There is nothing to undo."), {}, {}};
    core::Operation revert;
    revert.verb = core::Verb::Revert;
    revert.uid = next->group;
    core::Change change = session.makeChange(Text::tr("Undo: %1").arg(next->label), {revert});
    change.id = store::undosql::idOfUndo(next->group);
    const auto written = session.write(change, {});
    if (!written)
        return written.error();
    QJsonArray skipped;
    for (const QJsonObject& each : written->outcome.skipped)
        skipped.append(each);
    QString text = Text::tr("Undone: %1").arg(next->label);
    if (!skipped.isEmpty())
        text += u'\n' + Text::tr("%n value(s) had been changed since and were left.", nullptr,
                                 static_cast<int>(skipped.size()));
    return Reply{QJsonObject{{QStringLiteral("undone"), next->label}, {QStringLiteral("skipped"), skipped}},
                 text};
}

} // namespace glow::cli
