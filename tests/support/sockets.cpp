#include "support/sockets.h"

#include <algorithm>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace glow::tests::sockets {

namespace {

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

void setOn(int socket, int level, int option)
{
    const int on = 1;
    ::setsockopt(socket, level, option, &on, sizeof on);
}

} // namespace

int listenOn(quint16& port)
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    setOn(listener, SOL_SOCKET, SO_REUSEADDR);
    sockaddr_in address = loopback(port);
    socklen_t length = sizeof address;
    if (::bind(listener, reinterpret_cast<sockaddr*>(&address), length) != 0 || ::listen(listener, 64) != 0 ||
        ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &length) != 0)
        qFatal("A proxy cannot listen");
    port = ntohs(address.sin_port);
    return listener;
}

int acceptFrom(int listener)
{
    const int socket = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
    setOn(socket, IPPROTO_TCP, TCP_NODELAY);
    return socket;
}

int connectTo(quint16 port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket);
        return -1;
    }
    setOn(socket, IPPROTO_TCP, TCP_NODELAY);
    return socket;
}

QByteArray receive(int socket)
{
    QByteArray bytes(65536, Qt::Uninitialized);
    const ssize_t count = ::recv(socket, bytes.data(), static_cast<size_t>(bytes.size()), 0);
    bytes.resize(std::max<ssize_t>(count, 0));
    return bytes;
}

bool sendAll(int socket, const QByteArray& bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t count =
            ::send(socket, bytes.constData() + done, static_cast<size_t>(bytes.size() - done), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        done += count;
    }
    return true;
}

} // namespace glow::tests::sockets
