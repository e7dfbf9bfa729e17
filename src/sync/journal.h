#pragma once
#include "core/result.h"

#include <QJsonObject>
#include <QList>

namespace glow::sync {

/// An append-only file of records under flock: one line each, a checksum and JSON. A line that a crash cut
/// short, or that the disk spoiled, is left out when reading. Worker threads only.
class Journal {
public:
    Journal() = default;
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    /// Makes a file only its owner can read, and holds it. The directory entry is on disk afterwards.
    core::Result<void> create(const QString& path);
    /// Holds an existing file if its owner is gone; false when somebody holds it or it has just been removed.
    bool takeOver(const QString& path);
    bool isOpen() const { return m_descriptor >= 0; }

    QList<QJsonObject> records() const;
    /// All of these or none; on the disk when it returns.
    core::Result<void> append(const QList<QJsonObject>& records);
    qint64 size() const { return m_size; }
    core::Result<void> clear();
    void removeFile();

private:
    core::Error failure() const;
    bool lock();

    QString m_path;
    int m_descriptor = -1;
    qint64 m_size = 0;
};

} // namespace glow::sync
