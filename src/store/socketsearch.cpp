#include "store/socketsearch.h"

#include <algorithm>
#include <arpa/inet.h>
#include <dirent.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

namespace glow::store {

namespace {

bool leadsTo(int socket, const QList<HostPort>& servers)
{
    sockaddr_storage peer{};
    socklen_t length = sizeof peer;
    if (getpeername(socket, reinterpret_cast<sockaddr*>(&peer), &length) != 0)
        return false;
    if (peer.ss_family == AF_UNIX) {
        const QString path = QString::fromLocal8Bit(reinterpret_cast<const sockaddr_un*>(&peer)->sun_path);
        return std::any_of(servers.begin(), servers.end(), [&path](const HostPort& each) {
            return path == each.host + QStringLiteral("/.s.PGSQL.") + QString::number(each.port);
        });
    }
    const quint16 port =
        ntohs(peer.ss_family == AF_INET6 ? reinterpret_cast<const sockaddr_in6*>(&peer)->sin6_port
                                         : reinterpret_cast<const sockaddr_in*>(&peer)->sin_port);
    return std::any_of(servers.begin(), servers.end(),
                       [port](const HostPort& each) { return each.port == port; });
}

} // namespace

std::set<int> openSockets()
{
    std::set<int> sockets;
    DIR* directory = opendir("/proc/self/fd");
    if (!directory)
        return sockets;
    while (const dirent* entry = readdir(directory)) {
        struct stat status {};
        const int number = atoi(entry->d_name);
        if (entry->d_name[0] != '.' && fstat(number, &status) == 0 && S_ISSOCK(status.st_mode))
            sockets.insert(number);
    }
    closedir(directory);
    return sockets;
}

void shutNewSockets(const std::set<int>& known, const QList<HostPort>& servers)
{
    for (const int socket : openSockets()) {
        if (!known.contains(socket) && leadsTo(socket, servers))
            ::shutdown(socket, SHUT_RDWR);
    }
}

} // namespace glow::store
