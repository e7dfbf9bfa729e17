#pragma once
#include <QDateTime>
#include <QObject>
#include <QThread>
#include <QTimer>
#include <chrono>
#include <functional>

namespace glow::sync {

/// Whether a person is at work: this window is on screen, and somebody has typed or clicked in any Glowlist
/// window on this computer within four minutes (a serverless database suspends at five: DATABASE.md 5.4).
/// Windows tell each other by the time of a file in the data directory, touched at most every ten seconds on
/// a thread of its own. GUI thread.
class Activity : public QObject {
    Q_OBJECT
public:
    using Now = std::function<QDateTime()>;
    static constexpr std::chrono::minutes idleAfter{4};
    static constexpr std::chrono::seconds touchEvery{10};

    explicit Activity(const QString& file, Now now = &QDateTime::currentDateTimeUtc,
                      QObject* parent = nullptr);
    ~Activity() override;

    void input(); ///< a key, a button, a wheel, a finger
    void setOnScreen(bool onScreen);
    bool isActive() const { return m_active; }
    /// Looks at the time. Does so by itself when the four minutes may be over.
    void check();

Q_SIGNALS:
    void activeChanged(bool active);
    void touched(const QDateTime& time); ///< for the thread of the file

private:
    void seen(const QDateTime& time);

    Now m_now;
    QThread m_thread;
    QTimer m_idle;
    QDateTime m_last;    ///< input, here or in another window
    QDateTime m_touched; ///< of the file, by this window
    bool m_onScreen = false;
    bool m_active = false;
};

} // namespace glow::sync
