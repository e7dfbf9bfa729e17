#include "store/doctor/reachability.h"

#include <QFile>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <future>
#include <memory>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

namespace glow::store {

namespace {

using AddressList = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

AddressList lookUp(const QByteArray& host, const QByteArray& port, int flags)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = flags;
    addrinfo* found = nullptr;
    getaddrinfo(host.constData(), port.isEmpty() ? nullptr : port.constData(), &hints, &found);
    return {found, freeaddrinfo};
}

QStringList namesOf(const QByteArray& host)
{
    QStringList addresses;
    const AddressList list = lookUp(host, {}, 0);
    for (const addrinfo* each = list.get(); each; each = each->ai_next) {
        char text[NI_MAXHOST];
        if (getnameinfo(each->ai_addr, each->ai_addrlen, text, sizeof text, nullptr, 0, NI_NUMERICHOST) == 0)
            addresses.append(QString::fromLatin1(text));
    }
    return addresses;
}

Reach reachOf(int error)
{
    if (error == 0)
        return Reach::Open;
    return error == ECONNREFUSED || error == ENOENT ? Reach::Refused
           : error == ETIMEDOUT                     ? Reach::NoAnswer
                                                    : Reach::Unreachable;
}

int connectWithin(int socket, const sockaddr* address, socklen_t length, std::chrono::milliseconds deadline)
{
    if (::connect(socket, address, length) == 0)
        return 0;
    if (errno != EINPROGRESS)
        return errno;
    pollfd ready{socket, POLLOUT, 0};
    if (::poll(&ready, 1, static_cast<int>(deadline.count())) <= 0)
        return ETIMEDOUT;
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &size);
    return error;
}

} // namespace

Resolution resolve(const QString& host, std::chrono::milliseconds deadline,
                   const std::function<bool()>& givenUp)
{
    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::milliseconds breath{100};
    // getaddrinfo cannot be interrupted, so a thread that takes too long is left to itself.
    const auto promise = std::make_shared<std::promise<QStringList>>();
    std::future<QStringList> answer = promise->get_future();
    std::thread([promise, name = host.toUtf8()] { promise->set_value(namesOf(name)); }).detach();
    const auto end = Clock::now() + deadline;
    while (answer.wait_until(std::min(end, Clock::now() + breath)) != std::future_status::ready) {
        if (Clock::now() >= end || (givenUp && givenUp()))
            return {{}, true};
    }
    return {answer.get(), false};
}

Reach reachAddress(const QString& address, quint16 port, std::chrono::milliseconds deadline)
{
    const AddressList list = lookUp(address.toUtf8(), QByteArray::number(port), AI_NUMERICHOST);
    if (!list)
        return Reach::Unreachable;
    const int socket = ::socket(list->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return Reach::Unreachable;
    const int error = connectWithin(socket, list->ai_addr, list->ai_addrlen, deadline);
    ::close(socket);
    return reachOf(error);
}

Reach reachSocket(const QString& directory, quint16 port)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray path = QFile::encodeName(directory) + "/.s.PGSQL." + QByteArray::number(port);
    if (path.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        return Reach::Unreachable;
    std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()));
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int result = ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    const int error = result == 0 ? 0 : errno;
    ::close(socket);
    return reachOf(error);
}

} // namespace glow::store
