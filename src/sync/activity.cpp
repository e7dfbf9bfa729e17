#include "sync/activity.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFileSystemWatcher>

namespace glow::sync {

namespace {

/// The file whose time tells of input; lives on a thread of its own.
class SharedTime : public QObject {
public:
    using Tell = std::function<void(const QDateTime&)>;

    SharedTime(QString path, Tell tell)
        : m_path(std::move(path))
        , m_tell(std::move(tell))
    {}

    void begin()
    {
        m_watcher = new QFileSystemWatcher(this);
        connect(m_watcher, &QFileSystemWatcher::fileChanged, this, &SharedTime::read);
        read();
    }

    void touch(const QDateTime& time)
    {
        setTime(QIODevice::Append, time);
        read();
    }

private:
    void read()
    {
        // There is nothing to watch before there is a file, nor once it was removed.
        if (!QFileInfo::exists(m_path))
            setTime(QIODevice::NewOnly, QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
        if (m_watcher->files().isEmpty())
            m_watcher->addPath(m_path);
        m_tell(QFileInfo(m_path).lastModified().toUTC());
    }

    void setTime(QIODevice::OpenMode mode, const QDateTime& time)
    {
        QDir().mkpath(QFileInfo(m_path).path());
        QFile file(m_path);
        if (file.open(mode | QIODevice::WriteOnly))
            file.setFileTime(time, QFileDevice::FileModificationTime);
    }

    QString m_path;
    Tell m_tell;
    QFileSystemWatcher* m_watcher = nullptr;
};

} // namespace

Activity::Activity(const QString& file, Now now, QObject* parent)
    : QObject(parent)
    , m_now(std::move(now))
{
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &Activity::check);
    auto* shared = new SharedTime(file, [this](const QDateTime& time) {
        QMetaObject::invokeMethod(
            this, [this, time] { seen(time); }, Qt::QueuedConnection);
    });
    shared->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, shared, &SharedTime::begin);
    connect(&m_thread, &QThread::finished, shared, &QObject::deleteLater);
    connect(this, &Activity::touched, shared, &SharedTime::touch);
    m_thread.setObjectName(QStringLiteral("activity"));
    m_thread.start();
}

Activity::~Activity()
{
    m_thread.quit();
    m_thread.wait();
}

void Activity::input()
{
    m_last = m_now();
    if (!m_touched.isValid() || m_last < m_touched || m_last >= m_touched.addDuration(touchEvery)) {
        m_touched = m_last;
        Q_EMIT touched(m_last);
    }
    if (!m_active)
        check();
}

void Activity::setOnScreen(bool onScreen)
{
    m_onScreen = onScreen;
    check();
}

/// A time to come, written before the clock was set back, says nothing.
void Activity::seen(const QDateTime& time)
{
    if (time > m_now() || (m_last.isValid() && time <= m_last))
        return;
    m_last = time;
    check();
}

void Activity::check()
{
    const QDateTime now = m_now();
    const QDateTime end = m_last.isValid() ? m_last.addDuration(idleAfter) : now;
    const bool active = m_onScreen && now < end && m_last <= now;
    m_idle.stop();
    if (active)
        m_idle.start(static_cast<int>(now.msecsTo(end)) + 1);
    if (active == m_active)
        return;
    m_active = active;
    Q_EMIT activeChanged(active);
}

} // namespace glow::sync
