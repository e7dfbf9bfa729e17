#pragma once
#include "core/result.h"
#include "store/local/serveraccount.h"

#include <QString>

namespace glow::store {

/// Who may start and stop the server of a cluster, and who uses it: two flocked files, so that the kernel
/// lets go for a program that was killed. Every user holds `users.lock` shared; whoever starts or stops holds
/// `turn.lock` alone meanwhile, so that the last user is never overtaken by a new one. Worker threads only.
class ClusterLock {
public:
    /// Alone at starting and stopping while it lives.
    class Turn {
    public:
        explicit Turn(int descriptor)
            : m_descriptor(descriptor)
        {}
        ~Turn();
        Turn(Turn&& other) noexcept
            : m_descriptor(std::exchange(other.m_descriptor, -1))
        {}
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;
        Turn& operator=(Turn&&) = delete;

    private:
        int m_descriptor;
    };

    explicit ClusterLock(QString directory);
    ~ClusterLock();
    ClusterLock(const ClusterLock&) = delete;
    ClusterLock& operator=(const ClusterLock&) = delete;

    core::Result<Turn> takeTurn(const Progress& progress) const;
    /// Becomes a user of the server. Within a turn.
    core::Result<void> use();
    bool isUser() const { return m_users >= 0; }
    /// Stops being a user; true when there is no other. Within a turn.
    bool letGo();

private:
    core::Result<int> openFile(const QString& name) const;

    QString m_directory;
    int m_users = -1;
};

} // namespace glow::store
