#pragma once
#include "core/result.h"

#include <QObject>
#include <QTimer>

namespace glow::sync {

/// The state of a workspace's line, as the window shows it. GUI thread. Back-off after failures: 1 s doubling
/// to 60 s with jitter; `retryNow` at once.
class Link : public QObject {
    Q_OBJECT
public:
    enum class State { Closed, Connecting, Waking, Online, Offline, Refused };
    Q_ENUM(State)

    explicit Link(QObject* parent = nullptr);

    State state() const { return m_state; }
    /// Offline or Refused: nothing is sent until the retry.
    bool isDown() const { return m_state == State::Offline || m_state == State::Refused; }
    const core::Error& lastError() const { return m_error; }
    int secondsToRetry() const; ///< -1 when none is due

    void connecting();
    void succeeded();
    void
    failed(const core::Error& error); ///< sign-in and the like → Refused; connection → Offline with a retry
    void retryNow();

Q_SIGNALS:
    void stateChanged();
    void retry(); ///< time to try again

private:
    void setState(State state);
    void tryAgain();

    State m_state = State::Closed;
    core::Error m_error;
    QTimer m_retry;
    QTimer m_waking;
    int m_failures = 0;
};

} // namespace glow::sync
