#include "sync/networkwatch.h"

#include <QSocketNotifier>
#include <array>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>
#include <unistd.h>

namespace glow::sync {

NetworkWatch::NetworkWatch(QObject* parent)
    : QObject(parent)
    , m_socket(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE))
{
    sockaddr_nl address{};
    address.nl_family = AF_NETLINK;
    address.nl_groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR | RTMGRP_IPV4_ROUTE;
    if (m_socket < 0 || ::bind(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        return;
    m_notifier = new QSocketNotifier(m_socket, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &NetworkWatch::drain);
}

NetworkWatch::~NetworkWatch()
{
    delete m_notifier;
    if (m_socket >= 0)
        ::close(m_socket);
}

void NetworkWatch::drain()
{
    std::array<char, 8192> bytes;
    while (::recv(m_socket, bytes.data(), bytes.size(), 0) > 0) {
    }
    Q_EMIT changed();
}

} // namespace glow::sync
