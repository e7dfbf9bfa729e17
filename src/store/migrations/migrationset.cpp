#include "store/migrations/migrationset.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QRegularExpression>

namespace glow::store {

namespace {

core::Error brokenSet(const QString& message)
{
    return {core::ErrorKind::Internal, message};
}

std::optional<QByteArray> contents(const QDir& directory, const QString& name)
{
    QFile file(directory.filePath(name));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll();
}

QString lossNamedIn(const QString& down)
{
    static const QRegularExpression first(QStringLiteral("^-- loses: ([^\\n]+)"));
    return first.match(down).captured(1).trimmed();
}

} // namespace

core::Result<QList<Migration>> embeddedMigrations()
{
    static const QRegularExpression form(QStringLiteral("^(\\d{4})_(\\w+)\\.up\\.sql$"));
    const QDir directory(QStringLiteral(":/migrations"));
    QList<Migration> migrations;
    const QStringList files = directory.entryList({QStringLiteral("*.up.sql")}, QDir::Files, QDir::Name);
    for (const QString& file : files) {
        const QRegularExpressionMatch match = form.match(file);
        const std::optional<QByteArray> up = contents(directory, file);
        const std::optional<QByteArray> down =
            contents(directory, QString(file).replace(QStringLiteral(".up."), QStringLiteral(".down.")));
        if (!match.hasMatch() || !up || !down)
            return brokenSet(
                QCoreApplication::translate("Migrator", "The migration %1 is not whole.").arg(file));
        if (!migrations.isEmpty() && migrations.constLast().revision == match.captured(1))
            return brokenSet(QCoreApplication::translate("Migrator", "Two migrations have the number %1.")
                                 .arg(match.captured(1)));
        Migration migration;
        migration.revision = match.captured(1);
        migration.name = match.captured(2);
        migration.up = QString::fromUtf8(*up);
        migration.down = QString::fromUtf8(*down);
        migration.upSha256 =
            QString::fromLatin1(QCryptographicHash::hash(*up, QCryptographicHash::Sha256).toHex());
        migration.transactional = !migration.up.contains(QStringLiteral("-- glowlist: no transaction"));
        migration.losesOnDown = lossNamedIn(migration.down);
        migrations.append(migration);
    }
    return migrations;
}

} // namespace glow::store
