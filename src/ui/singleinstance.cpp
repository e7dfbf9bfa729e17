#include "ui/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>
#include <unistd.h>

namespace glow::ui {

namespace {

constexpr int connectMilliseconds = 1000;
constexpr int answerMilliseconds = 5000; // whoever accepted is there, and may be busy
const QByteArray raise = QByteArrayLiteral("raise\n");
const QByteArray done = QByteArrayLiteral("done\n");

// Short whatever the directory is called: a socket's path has 107 bytes at most.
QString socketName(const QString& dataDirectory)
{
    const QString canonical = QDir(dataDirectory).canonicalPath();
    const QByteArray key = (canonical.isEmpty() ? QDir::cleanPath(dataDirectory) : canonical).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex().left(16);
    // Not QStandardPaths: it complains aloud where there is no session.
    QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (folder.isEmpty() || !QDir(folder).exists())
        folder = QDir::tempPath();
    return QStringLiteral("%1/glowlist-%2-%3").arg(folder).arg(getuid()).arg(QString::fromLatin1(hash));
}

} // namespace

SingleInstance::SingleInstance(const QString& dataDirectory, QObject* parent)
    : QObject(parent)
    , m_name(socketName(dataDirectory))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        QLocalSocket* socket = m_server.nextPendingConnection();
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->readLine() != raise)
                return;
            socket->write(done);
            socket->flush();
            Q_EMIT raiseRequested();
        });
    });
}

// Before the first window there is no event loop to keep going, so waiting here stops nothing.
bool SingleInstance::raiseOther() const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(connectMilliseconds))
        return false;
    socket.write(raise);
    if (!socket.waitForReadyRead(answerMilliseconds))
        return false; // it is closing, or it hangs: a window of our own is better than none
    return socket.readLine() == done;
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_name); // nobody answered there, so what lies there is left over
    m_server.listen(m_name);
}

} // namespace glow::ui
