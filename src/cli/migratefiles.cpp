#include "cli/migratefiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>

namespace glow::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Migrate)
};

constexpr auto upText = "-- What this brings, and why.\n\n";
constexpr auto downText =
    "-- loses: A sentence that names the data that goes; without this line none does.\n\n";

core::Error fileError(const QString& message)
{
    return {core::ErrorKind::File, message};
}

/// The folder migrations/ of the source tree that the program was started in; empty outside of one.
QString folder()
{
    QDir directory = QDir::current();
    do {
        if (directory.exists(QStringLiteral("CMakeLists.txt")) &&
            directory.exists(QStringLiteral("migrations/0001_base.up.sql")))
            return directory.filePath(QStringLiteral("migrations"));
    } while (directory.cdUp());
    return {};
}

QString nextRevision(const QString& folder)
{
    int last = 0;
    const QStringList files = QDir(folder).entryList({QStringLiteral("????_*.sql")}, QDir::Files);
    for (const QString& file : files)
        last = qMax(last, file.left(4).toInt());
    return QStringLiteral("%1").arg(last + 1, 4, 10, QLatin1Char('0'));
}

core::Result<void> write(const QString& path, const char* text)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0 || !file.commit())
        return fileError(Text::tr("%1 cannot be written: %2").arg(path, file.errorString()));
    return {};
}

} // namespace

core::Result<Reply> newMigration(const QString& name)
{
    static const QRegularExpression form(QStringLiteral("^[a-z][a-z0-9_]{0,59}$"));
    if (!form.match(name).hasMatch())
        return usageError(
            Text::tr("“%1” is no name for a migration: small letters, digits and _ only.").arg(name));
    const QString migrations = folder();
    if (migrations.isEmpty())
        return fileError(Text::tr("This is no source tree of Glowlist: there is no folder migrations."));
    const QString revision = nextRevision(migrations);
    const QString base = migrations + u'/' + revision + u'_' + name;
    const QStringList files{base + QStringLiteral(".up.sql"), base + QStringLiteral(".down.sql")};
    if (const auto written = write(files.at(0), upText); !written)
        return written.error();
    if (const auto written = write(files.at(1), downText); !written)
        return written.error();
    return Reply{QJsonObject{{QStringLiteral("revision"), revision},
                             {QStringLiteral("name"), name},
                             {QStringLiteral("files"), QJsonArray::fromStringList(files)}},
                 files.join(u'\n')};
}

} // namespace glow::cli
