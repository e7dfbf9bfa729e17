#include "app/unblocked.h"

#include <QJsonArray>
#include <QSet>
#include <algorithm>

namespace glow::app {

QStringList unblockedBy(const core::Change& change, const core::ApplyReply& reply)
{
    QSet<QUuid> done;
    for (const core::Operation& operation : change.operations) {
        if (operation.on == core::Entity::Task && operation.set.value(u"completed").toBool())
            done.insert(operation.uid);
    }
    QStringList titles;
    for (const QJsonObject& row :
         done.isEmpty() ? QList<QJsonObject>() : reply.rows.value(core::Entity::Task)) {
        if (row[u"completed"].toBool() || !row[u"open_blockers"].toArray().isEmpty())
            continue;
        const QJsonArray blockers = row[u"blockers"].toArray();
        const bool waited = std::any_of(blockers.begin(), blockers.end(), [&done](const QJsonValue& each) {
            return done.contains(QUuid(each.toString()));
        });
        if (waited)
            titles.append(row[u"title"].toString());
    }
    return titles;
}

} // namespace glow::app
