#include "store/autostart.h"

#include "store/guithread.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace glow::store {

namespace {

/// An argument as the desktop entry specification wants it: quoted, then written as a string of the file.
QString quoted(const QString& argument)
{
    QString text;
    for (const QChar letter : argument) {
        if (QStringLiteral("\"`$\\").contains(letter))
            text += u'\\';
        text += letter == u'%' ? QStringLiteral("%%") : QString(letter);
    }
    return QStringLiteral("\"%1\"").arg(text).replace(u'\\', QStringLiteral("\\\\"));
}

core::Error failure(const QString& path, const QString& reason)
{
    return {core::ErrorKind::File,
            QCoreApplication::translate("Autostart", "The file %1 cannot be written: %2.").arg(path, reason)};
}

} // namespace

QString autostartPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/autostart/io.github.glowlist.Glowlist.desktop");
}

bool startsAtLogin()
{
    QFile file(autostartPath());
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = file.readAll();
    return !text.contains("\nHidden=true") && !text.contains("\nX-GNOME-Autostart-enabled=false");
}

core::Result<void> setStartsAtLogin(bool on, const QStringList& command)
{
    assertNotGuiThread();
    const QString path = autostartPath();
    if (!on) {
        QFile file(path);
        return !file.exists() || file.remove() ? core::Result<void>() : failure(path, file.errorString());
    }
    QStringList arguments;
    for (const QString& each : command)
        arguments.append(quoted(each));
    const QString text = QStringLiteral("[Desktop Entry]\nType=Application\nName=Glowlist\nExec=%1\n"
                                        "Icon=io.github.glowlist.Glowlist\nTerminal=false\n"
                                        "X-GNOME-Autostart-enabled=true\n")
                             .arg(arguments.join(u' '));
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    const QByteArray bytes = text.toUtf8();
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return failure(path, file.errorString());
}

QStringList trayCommand(const QString& program, const QString& dataDirectory)
{
    QStringList command{program, QStringLiteral("--tray")};
    const QString standard =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/glowlist");
    if (QDir::cleanPath(dataDirectory) != QDir::cleanPath(standard))
        command += {QStringLiteral("--data-dir"), dataDirectory};
    return command;
}

} // namespace glow::store
