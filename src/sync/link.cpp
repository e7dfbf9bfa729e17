#include "sync/link.h"

#include "sync/databasethread.h"

#include <QDeadlineTimer>
#include <QRandomGenerator>
#include <QTimer>
#include <algorithm>
#include <array>

namespace glow::sync {

using namespace std::chrono_literals;
using Milliseconds = LinkTime::Milliseconds;

namespace {

constexpr Milliseconds slowAfter = 1500ms;
constexpr Milliseconds soon = 500ms; // a network that comes up changes several times
constexpr Milliseconds longestWait = 60s;
// A line that broke sooner is not trusted yet: what opens well and then fails each time must not go on for
// ever.
constexpr Milliseconds trustedAfter = 10s;

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

} // namespace

struct Link::Transition {
    State state;
    Event event;
    State next;
    Alarm alarm = Alarm::Keep;
    bool retries = false; ///< asks for an attempt at once
};

/// What is not here changes nothing.
const Link::Transition* Link::transition(State state, Event event)
{
    using S = State;
    using E = Event;
    using A = Alarm;
    static constexpr std::array table{
        Transition{S::Closed, E::Opening, S::Connecting, A::Slow},
        Transition{S::Closed, E::Success, S::Online, A::Stop},
        Transition{S::Closed, E::Failure, S::Offline, A::BackOff},
        Transition{S::Closed, E::Lost, S::Offline, A::BackOff},
        Transition{S::Closed, E::Refusal, S::Refused, A::Stop},
        Transition{S::Closed, E::Wake, S::Closed, A::Stop, true},
        Transition{S::Closed, E::Retry, S::Closed, A::Stop, true},

        Transition{S::Connecting, E::Slow, S::Waking},
        Transition{S::Connecting, E::Success, S::Online, A::Stop},
        Transition{S::Connecting, E::Failure, S::Offline, A::BackOff},
        Transition{S::Connecting, E::Lost, S::Connecting, A::Keep, true},
        Transition{S::Connecting, E::Refusal, S::Refused, A::Stop},
        Transition{S::Connecting, E::Cancel, S::Closed, A::Stop},
        Transition{S::Connecting, E::Rest, S::Closed, A::Stop},

        Transition{S::Waking, E::Success, S::Online, A::Stop},
        Transition{S::Waking, E::Failure, S::Offline, A::BackOff},
        Transition{S::Waking, E::Lost, S::Waking, A::Keep, true},
        Transition{S::Waking, E::Refusal, S::Refused, A::Stop},
        Transition{S::Waking, E::Cancel, S::Closed, A::Stop},
        Transition{S::Waking, E::Rest, S::Closed, A::Stop},

        Transition{S::Online, E::Opening, S::Connecting, A::Slow},
        Transition{S::Online, E::Failure, S::Offline, A::BackOff},
        Transition{S::Online, E::Lost, S::Connecting, A::Slow, true},
        Transition{S::Online, E::Refusal, S::Refused, A::Stop},
        Transition{S::Online, E::Rest, S::Closed, A::Stop},
        Transition{S::Online, E::Retry, S::Online, A::Stop, true},

        // Opening is not here: while offline each attempt would flicker, so the window goes on showing why.
        Transition{S::Offline, E::Success, S::Online, A::Stop},
        Transition{S::Offline, E::Failure, S::Offline, A::BackOff},
        Transition{S::Offline, E::Lost, S::Offline, A::BackOff},
        Transition{S::Offline, E::Refusal, S::Refused, A::Stop},
        Transition{S::Offline, E::Rest, S::Offline, A::Stop},
        Transition{S::Offline, E::Wake, S::Offline, A::Stop, true},
        Transition{S::Offline, E::Retry, S::Offline, A::Stop, true},
        Transition{S::Offline, E::Network, S::Offline, A::Soon},
        Transition{S::Offline, E::Due, S::Offline, A::Stop, true},

        Transition{S::Refused, E::Success, S::Online, A::Stop},
        Transition{S::Refused, E::Failure, S::Offline, A::BackOff},
        Transition{S::Refused, E::Lost, S::Offline, A::BackOff},
        Transition{S::Refused, E::Refusal, S::Refused, A::Stop},
        Transition{S::Refused, E::Retry, S::Refused, A::Stop, true},
    };
    const auto* found = std::find_if(table.begin(), table.end(), [state, event](const Transition& each) {
        return each.state == state && each.event == event;
    });
    return found == table.end() ? nullptr : found;
}

LinkTime LinkTime::real()
{
    return {[] { return Milliseconds(QDeadlineTimer::current().deadline()); },
            [](Milliseconds delay, QObject* context, std::function<void()> call) {
                QTimer::singleShot(delay, context, std::move(call));
            },
            [] { return QRandomGenerator::global()->generateDouble(); }};
}

Link::Link(QObject* parent, LinkTime time)
    : QObject(parent)
    , m_time(std::move(time))
{}

int Link::secondsToRetry() const
{
    if (!m_dueSet)
        return -1;
    const auto left = std::chrono::ceil<std::chrono::seconds>(m_due - m_time.now());
    return static_cast<int>(std::max(left, 0s).count());
}

void Link::follow(const DatabaseThread& thread)
{
    connect(&thread, &DatabaseThread::opening, this, &Link::connecting);
    connect(&thread, &DatabaseThread::opened, this, &Link::opened);
    connect(&thread, &DatabaseThread::failed, this, &Link::failed);
}

void Link::connecting()
{
    if (!m_resting)
        take(Event::Opening);
}

void Link::opened()
{
    if (m_resting) // late: it is hung up already
        return;
    m_error = {};
    if (m_state != State::Online)
        m_onlineSince = m_time.now();
    take(Event::Success);
}

void Link::succeeded()
{
    forgetFailures();
    opened();
}

void Link::forgetFailures()
{
    m_failures = 0;
    m_mayTryAtOnce = true;
}

void Link::failed(const core::Error& error)
{
    if (error.kind == core::ErrorKind::Cancelled)
        return;
    m_error = error;
    if (needsPerson(error.kind)) {
        take(Event::Refusal);
        return;
    }
    if (m_state == State::Online && m_time.now() - m_onlineSince >= trustedAfter)
        forgetFailures();
    // Lost under way, or a pooler that repeats what it saw during an outage.
    const bool atOnce = m_mayTryAtOnce && (m_state == State::Online || error.sqlState.startsWith(u"08"));
    if (atOnce)
        m_mayTryAtOnce = false;
    take(atOnce ? Event::Lost : Event::Failure);
}

void Link::cancel()
{
    take(Event::Cancel);
    m_cancelled = m_state == State::Closed;
}

void Link::rest()
{
    m_resting = true;
    take(Event::Rest);
}

void Link::wake()
{
    m_resting = false;
    take(Event::Wake);
}

void Link::retryNow()
{
    m_resting = false;
    take(Event::Retry);
}

void Link::networkChanged()
{
    take(Event::Network);
}

void Link::take(Event event)
{
    const Transition* found = transition(m_state, event);
    if (!found)
        return;
    setAlarm(found->alarm);
    const bool changes = found->next != m_state;
    m_state = found->next;
    if (changes) {
        m_cancelled = event == Event::Cancel;
        Q_EMIT stateChanged();
    }
    if (found->retries)
        Q_EMIT retry();
}

void Link::setAlarm(Alarm alarm)
{
    switch (alarm) {
    case Alarm::Keep:
        break;
    case Alarm::Stop:
        ++m_alarm;
        m_dueSet = false;
        break;
    case Alarm::Slow:
        startAlarm(slowAfter, Event::Slow);
        break;
    case Alarm::BackOff:
        if (!m_dueSet) // several failures at once count once
            startAlarm(backOff(), Event::Due);
        break;
    case Alarm::Soon:
        startAlarm(soon, Event::Due);
        break;
    }
}

void Link::startAlarm(Milliseconds delay, Event event)
{
    const bool isRetry = event == Event::Due;
    if (isRetry && m_resting)
        return;
    m_dueSet = isRetry;
    m_due = m_time.now() + delay;
    m_time.after(delay, this, [this, event, number = ++m_alarm] {
        if (number == m_alarm)
            take(event);
    });
}

Milliseconds Link::backOff()
{
    const Milliseconds full = std::min<Milliseconds>(1s * (1 << std::min(m_failures++, 6)), longestWait);
    const auto half = full / 2;
    return half + Milliseconds(static_cast<qint64>(static_cast<double>(half.count()) * m_time.chance()));
}

} // namespace glow::sync
