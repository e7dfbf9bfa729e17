#include "support/webapplication.h"

#include <QProcess>

namespace glow::tests {

WebApplication::WebApplication(const store::ConnectionString& database, const QStringList& options)
    : m_dsn(database.uri())
    , m_options(options)
{}

QJsonDocument WebApplication::run(const QStringList& command) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::SeparateChannels);
    process.start(QStringLiteral("/usr/bin/python3"),
                  QStringList{QStringLiteral(GLOWLIST_SOURCE_DIR "/tests/support/webapplication.py")} +
                      m_options + QStringList{m_dsn} + command);
    if (!process.waitForFinished(240000))
        qFatal("webapplication.py %s: %s", qPrintable(command.join(u' ')), qPrintable(process.errorString()));
    const QByteArray out = process.readAllStandardOutput();
    if (out.isEmpty())
        qFatal("webapplication.py %s: %s", qPrintable(command.join(u' ')),
               process.readAllStandardError().constData());
    return QJsonDocument::fromJson(out);
}

QJsonObject WebApplication::alembic(const QString& command, const QStringList& arguments) const
{
    return run(QStringList{command, m_directory.path()} + arguments).object();
}

void WebApplication::setUp(const QStringList& users) const
{
    alembic(QStringLiteral("initial"));
    if (!users.isEmpty())
        run(QStringList{QStringLiteral("users")} + users);
}

int WebApplication::add(const QString& user, const QString& title, const QString& due) const
{
    QStringList command{QStringLiteral("add"), user, title};
    if (!due.isEmpty())
        command.append(due);
    return run(command)[u"id"].toInt();
}

QString WebApplication::checksum() const
{
    return QString::fromUtf8(run({QStringLiteral("checksum")}).toJson());
}

} // namespace glow::tests
