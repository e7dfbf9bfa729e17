#include "store/backup/gzipfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

namespace glow::store {

using core::Result;

namespace {

const QString unfinishedSuffix = QStringLiteral(".part");
constexpr int portion = 256 * 1024;
constexpr qsizetype longestLine = 256 * 1024 * 1024;

gzFile gzip(void* handle)
{
    return static_cast<gzFile>(handle);
}

core::Error fileError(const QString& message)
{
    return {core::ErrorKind::File, message, {}, {}};
}

core::Error damaged(const QString& path)
{
    return fileError(QCoreApplication::translate("Backup", "The backup %1 is damaged.").arg(path));
}

/// The new name must outlive a power cut too.
bool syncFolder(const QString& folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    return synced;
}

} // namespace

GzipWriter::GzipWriter(QString path)
    : m_path(std::move(path))
    , m_unfinished(m_path + unfinishedSuffix)
{}

GzipWriter::~GzipWriter()
{
    if (m_file < 0)
        return;
    if (m_gzip)
        gzclose(gzip(m_gzip));
    ::unlink(QFile::encodeName(m_unfinished).constData());
    ::close(m_file);
}

core::Error GzipWriter::failure(int reason) const
{
    const QString folder = QFileInfo(m_path).path();
    if (reason == ENOSPC || reason == EDQUOT)
        return fileError(QCoreApplication::translate("Backup", "The disk of %1 is full.").arg(folder));
    if (reason == EACCES || reason == EPERM || reason == EROFS)
        return fileError(
            QCoreApplication::translate("Backup", "You have no right to write in %1.").arg(folder));
    return fileError(QCoreApplication::translate("Backup", "Nothing can be written in %1: %2.")
                         .arg(folder, QString::fromLocal8Bit(strerror(reason))));
}

Result<void> GzipWriter::open()
{
    const QFileInfo folder(QFileInfo(m_path).path());
    if (!folder.isDir() &&
        (!QDir().mkpath(folder.path()) ||
         !QDir().mkdir(folder.filePath(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)) &&
        !QFileInfo(folder.filePath()).isDir())
        return failure(errno);
    m_file = ::open(QFile::encodeName(m_unfinished).constData(),
                    O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (m_file < 0)
        return failure(errno);
    ::flock(m_file, LOCK_EX | LOCK_NB);
    const int copy = ::dup(m_file);
    m_gzip = copy < 0 ? nullptr : gzdopen(copy, "wb6");
    if (!m_gzip)
        return failure(errno);
    return {};
}

Result<void> GzipWriter::writeLine(const QByteArray& line)
{
    errno = 0;
    const bool written = gzwrite(gzip(m_gzip), line.constData(), static_cast<unsigned>(line.size())) ==
                             static_cast<int>(line.size()) &&
                         gzputc(gzip(m_gzip), '\n') == '\n';
    return written ? Result<void>() : failure(errno);
}

Result<void> GzipWriter::finish()
{
    errno = 0;
    const bool closed = gzclose(gzip(std::exchange(m_gzip, nullptr))) == Z_OK;
    if (!closed || ::fsync(m_file) != 0 ||
        ::rename(QFile::encodeName(m_unfinished).constData(), QFile::encodeName(m_path).constData()) != 0)
        return failure(errno);
    ::close(std::exchange(m_file, -1));
    return syncFolder(QFileInfo(m_path).path()) ? Result<void>() : failure(errno);
}

void GzipWriter::removeLeftovers(const QString& folder)
{
    const QFileInfoList left =
        QDir(folder).entryInfoList({QStringLiteral("glowlist-*") + unfinishedSuffix}, QDir::Files);
    for (const QFileInfo& each : left) {
        const QByteArray name = QFile::encodeName(each.filePath());
        const int file = ::open(name.constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
        if (file >= 0 && ::flock(file, LOCK_EX | LOCK_NB) == 0)
            ::unlink(name.constData());
        if (file >= 0)
            ::close(file);
    }
}

GzipReader::GzipReader(QString path)
    : m_path(std::move(path))
{}

GzipReader::~GzipReader()
{
    if (m_gzip)
        gzclose(gzip(m_gzip));
}

Result<void> GzipReader::open()
{
    m_gzip = gzopen(QFile::encodeName(m_path).constData(), "rbe");
    if (m_gzip)
        return {};
    return fileError(QCoreApplication::translate("Backup", "The backup %1 cannot be read: %2.")
                         .arg(m_path, QString::fromLocal8Bit(strerror(errno))));
}

Result<std::optional<QByteArray>> GzipReader::readLine()
{
    qsizetype end = -1;
    qsizetype searchFrom = m_at;
    while ((end = m_buffer.indexOf('\n', searchFrom)) < 0) {
        m_buffer.remove(0, std::exchange(m_at, 0));
        searchFrom = m_buffer.size();
        if (searchFrom > longestLine)
            return damaged(m_path);
        m_buffer.resize(searchFrom + portion);
        const int read = gzread(gzip(m_gzip), m_buffer.data() + searchFrom, portion);
        m_buffer.resize(searchFrom + qMax(0, read));
        int state = Z_OK;
        gzerror(gzip(m_gzip), &state);
        // A file that ends within its compressed data is told by Z_BUF_ERROR.
        if (read < 0 || (read == 0 && (state != Z_OK || !m_buffer.isEmpty())))
            return damaged(m_path);
        if (read == 0)
            return std::optional<QByteArray>();
    }
    QByteArray line = m_buffer.mid(m_at, end - m_at);
    m_at = end + 1;
    return std::optional(std::move(line));
}

} // namespace glow::store
