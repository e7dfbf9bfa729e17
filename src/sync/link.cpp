#include "sync/link.h"

#include <QRandomGenerator>
#include <algorithm>

namespace glow::sync {

namespace {

// A connection that takes longer than this is probably waking a suspended database.
constexpr int wakingAfter = 1500;

/// Errors that trying again does not mend: the person has to do something.
bool needsPerson(core::ErrorKind kind)
{
    switch (kind) {
    case core::ErrorKind::ConnectionString:
    case core::ErrorKind::Tls:
    case core::ErrorKind::SignIn:
    case core::ErrorKind::Rights:
    case core::ErrorKind::Migration:
        return true;
    default:
        return false;
    }
}

int backOff(int failures)
{
    const int full = 1000 << std::min(failures, 6);
    const int longest = std::min(full, 60000);
    return longest / 2 + QRandomGenerator::global()->bounded(longest / 2);
}

} // namespace

Link::Link(QObject* parent)
    : QObject(parent)
{
    m_retry.setSingleShot(true);
    m_waking.setSingleShot(true);
    m_waking.setInterval(wakingAfter);
    connect(&m_retry, &QTimer::timeout, this, &Link::tryAgain);
    connect(&m_waking, &QTimer::timeout, this, [this] {
        if (m_state == State::Connecting)
            setState(State::Waking);
    });
}

int Link::secondsToRetry() const
{
    return m_retry.isActive() ? (m_retry.remainingTime() + 999) / 1000 : -1;
}

void Link::connecting()
{
    // While offline each attempt would flicker: the window goes on showing why, until one succeeds.
    if (isDown() || m_state == State::Connecting || m_state == State::Waking)
        return;
    m_waking.start();
    setState(State::Connecting);
}

void Link::succeeded()
{
    m_retry.stop();
    m_failures = 0;
    m_error = {};
    setState(State::Online);
}

void Link::failed(const core::Error& error)
{
    if (error.kind == core::ErrorKind::Cancelled)
        return;
    m_error = error;
    if (needsPerson(error.kind)) {
        m_retry.stop();
        setState(State::Refused);
        return;
    }
    if (!m_retry.isActive())
        m_retry.start(backOff(m_failures++));
    setState(State::Offline);
}

void Link::retryNow()
{
    m_retry.stop();
    tryAgain();
}

void Link::tryAgain()
{
    Q_EMIT retry();
}

void Link::setState(State state)
{
    if (state != State::Connecting)
        m_waking.stop();
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace glow::sync
