#pragma once
#include "core/result.h"

#include <QObject>
#include <chrono>
#include <functional>

namespace glow::sync {

class DatabaseThread;

/// What Link knows of time; tests put their own in its place.
struct LinkTime {
    using Milliseconds = std::chrono::milliseconds;
    std::function<Milliseconds()> now;
    /// Calls once, later, on the thread of the object, and never once that is gone.
    std::function<void(Milliseconds, QObject*, std::function<void()>)> after;
    std::function<double()> chance; ///< 0 to 1

    static LinkTime real();
};

/// The state of a workspace's line, as one machine: the table in link.cpp says for each state and event what
/// comes next. GUI thread. Back-off after failures: 1 s doubling to 60 s with jitter; `retryNow` at once; a
/// pooler's remembered error (DATABASE.md 5.6) and a connection lost under way are tried again once at once.
class Link : public QObject {
    Q_OBJECT
public:
    enum class State {
        Closed, ///< nothing is held: not begun, hung up while nobody is there, or cancelled
        Connecting,
        Waking, ///< connecting takes so long that a suspended database is probably waking
        Online,
        Offline, ///< tries again by itself
        Refused  ///< a person has to mend something first
    };
    Q_ENUM(State)
    enum class Event {
        Opening,
        Slow,
        Success,
        Failure,
        Lost,
        Refusal,
        Cancel,
        Rest,
        Wake,
        Retry,
        Network,
        Due
    };
    Q_ENUM(Event)

    explicit Link(QObject* parent = nullptr, LinkTime time = LinkTime::real());

    State state() const { return m_state; }
    /// Offline or Refused: nothing is sent until the retry.
    bool isDown() const { return m_state == State::Offline || m_state == State::Refused; }
    bool isResting() const { return m_resting; }
    bool isConnecting() const { return m_state == State::Connecting || m_state == State::Waking; }
    bool isCancelled() const { return m_state == State::Closed && m_cancelled; }
    const core::Error& lastError() const { return m_error; }
    int secondsToRetry() const; ///< -1 when none is due

    /// Takes opening, opened and failed of a thread as its own.
    void follow(const DatabaseThread& thread);
    void connecting();
    void opened();
    void succeeded(); ///< something was stored: earlier failures are forgotten
    /// Sign-in and the like → Refused; the line → tried again. Cancelled changes nothing.
    void failed(const core::Error& error);
    void cancel(); ///< a person does not want to wait
    void rest();   ///< nobody is there and nothing waits: no attempt is made until `wake`
    void wake();
    void retryNow();
    void networkChanged(); ///< what did not work may work now

Q_SIGNALS:
    void stateChanged();
    void retry(); ///< time to try again

private:
    enum class Alarm { Keep, Stop, Slow, BackOff, Soon };
    struct Transition;
    static const Transition* transition(State state, Event event);

    void take(Event event);
    void setAlarm(Alarm alarm);
    void startAlarm(LinkTime::Milliseconds delay, Event event);
    LinkTime::Milliseconds backOff();
    void forgetFailures();

    LinkTime m_time;
    State m_state = State::Closed;
    core::Error m_error;
    int m_failures = 0;
    bool m_cancelled = false;
    bool m_resting = false;
    bool m_mayTryAtOnce = true; ///< once an outage
    LinkTime::Milliseconds m_onlineSince{};
    quint64 m_alarm = 0;   ///< number of the alarm that counts; older ones are silent
    bool m_dueSet = false; ///< the alarm is a retry
    LinkTime::Milliseconds m_due{};
};

} // namespace glow::sync
