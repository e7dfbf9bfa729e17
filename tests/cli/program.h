#pragma once
#include "support/datadirectory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace glow::tests {

/// What one run of the real program printed and returned.
struct Run {
    int status = -1; ///< -1: ended by a signal
    QByteArray out;
    QByteArray err;

    QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
    QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
    QString kind() const { return object()[u"kind"].toString(); }
};

/// Runs the program on a data directory of its own.
class Program {
public:
    const DataDirectory& directory() const { return m_directory; }

    Run run(const QStringList& arguments, const QByteArray& input = {},
            const QProcessEnvironment& environment = clean()) const
    {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(GLOWLIST_PROGRAM),
                      QStringList{QStringLiteral("--data-dir"), m_directory.path()} + arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(120000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAllStandardOutput(), process.readAllStandardError()};
    }
    Run operator()(const QString& command, const QByteArray& input = {}) const
    {
        return run(QProcess::splitCommand(command), input);
    }
    static QProcessEnvironment clean()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString& name : {QStringLiteral("DATABASE_URL"), QStringLiteral("DATABASE_URL_DIRECT"),
                                    QStringLiteral("DISPLAY"), QStringLiteral("WAYLAND_DISPLAY"),
                                    QStringLiteral("QT_QPA_PLATFORM")})
            environment.remove(name);
        return environment;
    }

private:
    DataDirectory m_directory;
};

} // namespace glow::tests
