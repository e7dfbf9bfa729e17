#pragma once
#include "core/change.h"
#include "core/result.h"

#include <memory>

namespace glow::sync {

/// The fsynced journal of changes that are not confirmed. Each process has its own file, held by flock; the
/// next start adopts the files whose owner is gone. A change is appended before it is sent; once sent its
/// request is frozen and is resent byte for byte until an answer is known. Worker threads only (fsync
/// blocks); calls exclude each other.
class Outbox {
public:
    /// `directory` holds the journals of one workspace; an empty one: memory only, gone with the process
    /// (command line).
    explicit Outbox(QString directory);
    ~Outbox(); ///< removes the file when nothing waits in it
    Outbox(const Outbox&) = delete;
    Outbox& operator=(const Outbox&) = delete;

    struct Entry {
        core::Change change;
        QByteArray frozenRequest; ///< empty until it was sent
    };
    /// Takes the lock of a new file and moves orphans' entries into it, oldest first.
    core::Result<QList<Entry>> open();
    core::Result<void> append(const QList<core::Change>& changes); ///< all with one fsync
    core::Result<void> freeze(const QList<QUuid>& changes, const QByteArray& request);
    core::Result<void> remove(const QList<QUuid>& changes); ///< confirmed or refused

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace glow::sync
