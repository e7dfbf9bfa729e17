#include "core/uid.h"

namespace glow::core {

QUuid newUid()
{
    return QUuid::createUuid();
}

QString uidText(const QUuid& uid)
{
    return uid.isNull() ? QString() : uid.toString(QUuid::WithoutBraces);
}

QUuid tagUid(const QUuid& tagNamespace, const QString& name)
{
    return QUuid::createUuidV5(tagNamespace, name.toCaseFolded());
}

QUuid taskTagUid(const QUuid& task, const QUuid& tag)
{
    return QUuid::createUuidV5(task, QStringLiteral("tag:") + uidText(tag));
}

QUuid dependencyUid(const QUuid& task, const QUuid& blocker)
{
    return QUuid::createUuidV5(task, QStringLiteral("blocker:") + uidText(blocker));
}

QUuid occurrenceUid(const QUuid& series, int number)
{
    return QUuid::createUuidV5(series, QString::number(number));
}

} // namespace glow::core
