#include "ui/singleinstance.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocalSocket>
#include <QThread>
#include <unistd.h>

namespace glow::ui {

namespace {

constexpr int startMilliseconds = 5000; // from taking the lock to listening
constexpr int connectMilliseconds = 1000;
constexpr unsigned long pauseMilliseconds = 50;
constexpr int answerMilliseconds = 10000; // whoever accepted is there, and may be busy
const QByteArray raise = QByteArrayLiteral("raise\n");
const QByteArray quickAdd = QByteArrayLiteral("quick-add\n");
const QByteArray nothing = QByteArrayLiteral("nothing\n"); // it runs, which is all that was wanted
const QByteArray done = QByteArrayLiteral("done\n");

// Short whatever the directory is called: a socket's path has 107 bytes at most. Not the name that the
// private server gives the directory of its own socket.
QString socketName(const QString& dataDirectory)
{
    const QString canonical = QDir(dataDirectory).canonicalPath();
    const QByteArray key = (canonical.isEmpty() ? QDir::cleanPath(dataDirectory) : canonical).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex().left(16);
    // Not QStandardPaths: it complains aloud where there is no session.
    QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (folder.isEmpty() || !QDir(folder).exists())
        folder = QDir::tempPath();
    return QStringLiteral("%1/glowlist-window-%2-%3")
        .arg(folder)
        .arg(getuid())
        .arg(QString::fromLatin1(hash));
}

} // namespace

SingleInstance::SingleInstance(const QString& dataDirectory, QObject* parent)
    : QObject(parent)
    , m_name(socketName(dataDirectory))
    , m_lock(m_name + QStringLiteral(".lock"))
{
    m_lock.setStaleLockTime(0); // a window stays open for days; who is dead is seen by its process
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        QLocalSocket* socket = m_server.nextPendingConnection();
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            const QByteArray wish = socket->readLine();
            if (wish != raise && wish != quickAdd && wish != nothing)
                return;
            socket->write(done);
            socket->flush();
            if (wish == raise)
                Q_EMIT raiseRequested();
            else if (wish == quickAdd)
                Q_EMIT quickAddRequested();
        });
    });
}

// Before the first window there is no event loop to keep going, so waiting here stops nothing.
bool SingleInstance::raiseOther(Window window)
{
    const QDeadlineTimer deadline(startMilliseconds);
    while (!m_lock.tryLock(0)) {
        QLocalSocket socket;
        socket.connectToServer(m_name);
        if (socket.waitForConnected(connectMilliseconds)) {
            socket.write(window == Window::QuickAdd ? quickAdd : window == Window::Main ? raise : nothing);
            // No answer: it is closing, or it hangs; a window of our own is better than none.
            return socket.waitForReadyRead(answerMilliseconds) && socket.readLine() == done;
        }
        if (m_lock.error() != QLockFile::LockFailedError || deadline.hasExpired())
            return false;
        QThread::msleep(pauseMilliseconds);
    }
    return false;
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_name); // nobody answered there, so what lies there is left over
    if (!m_server.listen(m_name))
        qWarning("%s: %s", qPrintable(m_name), qPrintable(m_server.errorString()));
}

} // namespace glow::ui
