#pragma once
#include "sync/databasethread.h"

#include <QTimer>
#include <QUuid>
#include <chrono>

namespace glow::sync {

/// Tells that somebody else has written. While active it holds a connection of its own to the direct
/// endpoint, on a worker thread, with LISTEN; where that cannot be had it asks for a look every ten seconds
/// instead. A transaction pooler accepts LISTEN and never delivers anything (DATABASE.md 5.5): only an
/// answered call proves the line. The connection's death is noticed (keep-alive, a beat when nothing comes)
/// and mended with back-off, unseen by the person. GUI thread.
class ChangeFeed : public QObject {
    Q_OBJECT
public:
    struct Pace {
        std::chrono::milliseconds firstLook{2000}; ///< when LISTEN is not there by then
        std::chrono::milliseconds look{10000};     ///< between looks without LISTEN
        std::chrono::milliseconds beat{60000};     ///< a silent connection is asked whether it lives
        std::chrono::milliseconds answer{8000};    ///< a call not heard by then: the line is deaf
        std::chrono::milliseconds retry{1000};     ///< doubling with each failure
        std::chrono::milliseconds longestRetry{60000};
        std::chrono::milliseconds deafRetry{300000};
    };
    enum class Mode { Off, Looking, Listening };

    ChangeFeed(DatabaseThread::Opener opener, const Pace& pace, QObject* parent = nullptr);
    ~ChangeFeed() override;

    void setActive(bool active); ///< inactive: no connection, nothing is asked
    Mode mode() const { return m_mode; }
    /// Begins the end without waiting, as DatabaseThread::stop does.
    void stop();

Q_SIGNALS:
    /// Somebody stored this revision; the own writes are told too. Of a burst only the newest is.
    void changed(qint64 revision, const QUuid& client);
    /// "Changed since n" shall be asked now: LISTEN stands, and what came before it was not heard; or it is
    /// time.
    void lookWanted();
    /// Shall be sent as a notification over another connection (store::changesql::call).
    void callWanted(const QString& word);
    void modeChanged();

private:
    class Relay;
    struct Session;

    void connectNow();
    void listening(const Session* session);
    void heard(const Session* session, const QString& payload);
    void ended(const Session* session);
    void deaf();
    void endSession();
    void setMode(Mode mode);

    Pace m_pace;
    DatabaseThread m_thread;
    std::shared_ptr<Session> m_session; ///< null: not connected, nor connecting
    QString m_word;                     ///< of the call that is under way
    QTimer m_look;
    QTimer m_answer;
    QTimer m_retry;
    int m_failures = 0;
    Mode m_mode = Mode::Off;
};

} // namespace glow::sync
