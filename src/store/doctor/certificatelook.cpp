#include "store/doctor/certificatelook.h"

#include <QDeadlineTimer>
#include <QFile>
#include <cerrno>
#include <memory>
#include <netdb.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace glow::store {

namespace {

class Socket {
public:
    Socket(const addrinfo& address, const QDeadlineTimer& deadline)
        : m_deadline(deadline)
        , m_handle(::socket(address.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0))
        , m_connected(m_handle >= 0 && (::connect(m_handle, address.ai_addr, address.ai_addrlen) == 0 ||
                                        (errno == EINPROGRESS && wait(POLLOUT))))
    {}
    ~Socket()
    {
        if (m_handle >= 0)
            ::close(m_handle);
    }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    bool wait(short events) const
    {
        pollfd ready{m_handle, events, 0};
        return ::poll(&ready, 1, static_cast<int>(m_deadline.remainingTime())) > 0;
    }
    /// PostgreSQL's SSLRequest, answered by one letter.
    bool agreesToEncrypt() const
    {
        constexpr unsigned char request[] = {0, 0, 0, 8, 4, 210, 22, 47};
        char answer = 0;
        return m_connected && ::send(m_handle, request, sizeof request, MSG_NOSIGNAL) == sizeof request &&
               wait(POLLIN) && ::recv(m_handle, &answer, 1, 0) == 1 && answer == 'S';
    }
    int handle() const { return m_handle; }

private:
    const QDeadlineTimer& m_deadline;
    int m_handle;
    bool m_connected;
};

bool shakeHands(SSL* ssl, const Socket& socket)
{
    for (;;) {
        const int result = SSL_connect(ssl);
        if (result == 1)
            return true;
        const int wanted = SSL_get_error(ssl, result);
        if (wanted != SSL_ERROR_WANT_READ && wanted != SSL_ERROR_WANT_WRITE)
            return false;
        if (!socket.wait(wanted == SSL_ERROR_WANT_READ ? POLLIN : POLLOUT))
            return false;
    }
}

} // namespace

QString certificateProblem(const QString& address, quint16 port, const QString& host,
                           const QString& authorities, std::chrono::milliseconds deadline)
{
    const QDeadlineTimer end(deadline);
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICHOST;
    addrinfo* list = nullptr;
    if (getaddrinfo(address.toUtf8().constData(), QByteArray::number(port).constData(), &hints, &list) != 0)
        return {};
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owner(list, freeaddrinfo);
    const Socket socket(*list, end);
    if (!socket.agreesToEncrypt())
        return {};
    const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(SSL_CTX_new(TLS_client_method()),
                                                                    SSL_CTX_free);
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_NONE, nullptr); // looked at, never trusted
    SSL_CTX_load_verify_locations(context.get(), QFile::encodeName(authorities).constData(), nullptr);
    const std::unique_ptr<SSL, decltype(&SSL_free)> ssl(SSL_new(context.get()), SSL_free);
    SSL_set_tlsext_host_name(ssl.get(), host.toUtf8().constData());
    SSL_set_fd(ssl.get(), socket.handle());
    if (!shakeHands(ssl.get(), socket))
        return {};
    const long verdict = SSL_get_verify_result(ssl.get());
    return verdict == X509_V_OK ? QString() : QString::fromUtf8(X509_verify_cert_error_string(verdict));
}

} // namespace glow::store
