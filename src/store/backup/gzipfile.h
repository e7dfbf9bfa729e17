#pragma once
#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <memory>
#include <optional>

namespace glow::store {

/// Lines into a gzip file that is whole or not there: written under another name, fsynced, renamed. The
/// unfinished file is locked, so that what a killed program left is told from what another one writes. Worker
/// threads only.
class GzipWriter {
public:
    explicit GzipWriter(QString path);
    ~GzipWriter(); ///< removes what was not finished
    GzipWriter(const GzipWriter&) = delete;
    GzipWriter& operator=(const GzipWriter&) = delete;

    core::Result<void> open();
    core::Result<void> writeLine(const QByteArray& line);
    core::Result<void> finish();

    /// Removes the unfinished files in a folder that nobody writes any more.
    static void removeLeftovers(const QString& folder);

private:
    core::Error failure(int reason) const;

    QString m_path;
    QString m_unfinished;
    int m_file = -1;
    void* m_gzip = nullptr; ///< zlib's gzFile
};

/// The lines of a gzip file, one at a time. Worker threads only.
class GzipReader {
public:
    explicit GzipReader(QString path);
    ~GzipReader();
    GzipReader(const GzipReader&) = delete;
    GzipReader& operator=(const GzipReader&) = delete;

    core::Result<void> open();
    /// Nothing at the end of the file.
    core::Result<std::optional<QByteArray>> readLine();

private:
    QString m_path;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    void* m_gzip = nullptr;
};

} // namespace glow::store
