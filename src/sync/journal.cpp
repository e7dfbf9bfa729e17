#include "sync/journal.h"

#include "store/guithread.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace glow::sync {

namespace {

constexpr qsizetype checksumLength = 16;

QByteArray checksum(const QByteArray& text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(checksumLength);
}

QByteArray line(const QJsonObject& record)
{
    const QByteArray text = QJsonDocument(record).toJson(QJsonDocument::Compact);
    return checksum(text) + ' ' + text + '\n';
}

std::optional<QJsonObject> recordOf(const QByteArray& line)
{
    const QByteArray text = line.mid(checksumLength + 1);
    if (line.size() <= checksumLength || line.left(checksumLength) != checksum(text))
        return std::nullopt;
    return QJsonDocument::fromJson(text).object();
}

bool writeAll(int descriptor, const QByteArray& bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t count =
            ::write(descriptor, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (count < 0 && errno != EINTR)
            return false;
        done += qMax<ssize_t>(count, 0);
    }
    return true;
}

void syncDirectory(const QString& path)
{
    const int directory =
        ::open(QFile::encodeName(QFileInfo(path).path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0)
        return;
    ::fsync(directory);
    ::close(directory);
}

} // namespace

Journal::~Journal()
{
    if (isOpen())
        ::close(m_descriptor);
}

core::Result<void> Journal::create(const QString& path)
{
    store::assertNotGuiThread();
    m_path = path;
    m_descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0600);
    if (!isOpen() || !lock())
        return failure();
    syncDirectory(path);
    return {};
}

bool Journal::takeOver(const QString& path)
{
    m_path = path;
    m_descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_APPEND | O_CLOEXEC);
    struct stat status = {};
    // Somebody else may have adopted and removed it between our look at the directory and our lock.
    if (!isOpen() || !lock() || ::fstat(m_descriptor, &status) != 0 || status.st_nlink == 0)
        return false;
    m_size = status.st_size;
    return true;
}

bool Journal::lock()
{
    return ::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0;
}

QList<QJsonObject> Journal::records() const
{
    QFile file(m_path);
    QList<QJsonObject> all;
    if (!file.open(QIODevice::ReadOnly))
        return all;
    while (!file.atEnd()) {
        QByteArray text = file.readLine();
        if (!text.endsWith('\n'))
            break;
        text.chop(1);
        if (const auto record = recordOf(text))
            all.append(*record);
    }
    return all;
}

core::Result<void> Journal::append(const QList<QJsonObject>& records)
{
    store::assertNotGuiThread();
    QByteArray bytes;
    for (const QJsonObject& record : records)
        bytes += line(record);
    if (!writeAll(m_descriptor, bytes) || ::fdatasync(m_descriptor) != 0) {
        const core::Error error = failure();
        // A half line would swallow the next one.
        [[maybe_unused]] const int ignored = ::ftruncate(m_descriptor, m_size);
        return error;
    }
    m_size += bytes.size();
    return {};
}

core::Result<void> Journal::clear()
{
    if (::ftruncate(m_descriptor, 0) != 0)
        return failure();
    m_size = 0;
    return {};
}

void Journal::removeFile()
{
    QFile::remove(m_path);
}

core::Error Journal::failure() const
{
    return {core::ErrorKind::File,
            QCoreApplication::translate("Journal", "The file %1 cannot be written: %2.")
                .arg(m_path, qt_error_string(errno)),
            {},
            {}};
}

} // namespace glow::sync
