#pragma once
#include "app/workspace.h"
#include "core/uid.h"
#include "support/builders.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimer>

namespace glow::tests {

/// A window's worth of client on a workspace of its own data directory: adds, renames, completes, deletes and
/// undoes in a random order with a fixed seed, the way the program writes (overlay, outbox, one message with
/// the visible page), and knows what must be in the database when all is settled.
class EditingClient : public QObject {
public:
    EditingClient(const store::ConnectionString& database, quint32 seed)
        : m_random(seed)
    {
        m_view.today = QDate(2026, 11, 24);
        m_view.zone = QStringLiteral("UTC");
        m_page.limit = 20;
        connectTo(database);
        connect(&m_pace, &QTimer::timeout, this, &EditingClient::edit);
    }

    /// Opens the workspace, another time with what the settings have now; what waits in the outbox goes with
    /// it.
    void connectTo(const store::ConnectionString& database)
    {
        m_workspace.reset();
        store::WorkspaceEntry entry;
        entry.id = m_id;
        entry.name = QStringLiteral("Neon");
        entry.pooled = entry.direct = database;
        m_workspace =
            std::make_unique<app::Workspace>(entry, store::Settings(), m_directory.path(), core::Clock());
        listen(m_workspace->changes());
        connect(&m_workspace->link(), &sync::Link::stateChanged, this, [this] {
            const core::Error& error = m_workspace->link().lastError();
            if (m_workspace->link().isDown())
                downs.append(error.message + u' ' + error.detail);
        });
        m_canUndo = false;
        m_workspace->open();
    }

    app::Workspace& workspace() { return *m_workspace; }
    /// Makes so many changes, each so long after the one before, never more than `mostPending` at
    /// once.
    void start(int changes, int milliseconds, int mostPending)
    {
        m_left = changes;
        m_mostPending = mostPending;
        m_pace.start(milliseconds);
    }
    void stop() { m_left = 0; }
    bool isSettled() const { return m_left == 0 && m_workspace->changes().pending() == 0; }
    int made() const { return m_made; }
    /// "uid|title|completed" of every task of this client that must be there, and no other.
    QStringList expected() const
    {
        QStringList lines;
        for (auto it = m_tasks.cbegin(); it != m_tasks.cend(); ++it)
            lines.append(core::uidText(it.key()) + u'|' + it->title +
                         QLatin1String(it->completed ? "|t" : "|f"));
        return lines;
    }

    QList<QUuid> confirmed;
    QStringList complaints; ///< what a person would have been told
    QStringList downs;      ///< each time the line was said to be down, with the reason

private:
    struct Task {
        QString title;
        bool completed = false;
    };

    void listen(app::Changes& changes)
    {
        changes.setLook([this] { return app::Look{m_view, {m_page}, 1}; });
        connect(&changes, &app::Changes::confirmed, this,
                [this](const core::Change& change) { confirmed.append(change.id); });
        connect(&changes, &app::Changes::refused, this, &EditingClient::complainOfChange);
        connect(&changes, &app::Changes::notKept, this, &EditingClient::complain);
        connect(&changes, &app::Changes::overwrote, this, [this](const core::Change& change) {
            complaints.append(QStringLiteral("overwrote ") + change.label);
        });
    }
    void complain(const core::Error& error) { complaints.append(error.message + u' ' + error.detail); }
    void complainOfChange(const core::Change& change, const core::Error& error)
    {
        complaints.append(QStringLiteral("refused ") + change.label + u' ' + error.message + u' ' +
                          error.detail);
    }

    void edit()
    {
        if (m_left == 0 || !m_workspace->isOpen() || m_workspace->changes().pending() >= m_mostPending)
            return;
        --m_left;
        ++m_made;
        const auto before = m_tasks;
        const quint32 dice = m_random.bounded(100);
        if (m_canUndo && dice < 10) {
            m_tasks = m_before;
            m_canUndo = false;
            m_workspace->changes().undo();
            return;
        }
        if (m_tasks.isEmpty() || dice < 50)
            add();
        else
            change(dice);
        m_before = before;
        m_canUndo = true;
    }
    void add()
    {
        const QUuid uid = core::newUid();
        const QString title = QStringLiteral("Task %1 of %2").arg(m_made).arg(core::uidText(uid).left(8));
        m_tasks.insert(uid, {title, false});
        apply(operation(core::Verb::Create, core::Entity::Task, uid, {{QStringLiteral("title"), title}}));
    }
    void change(quint32 dice)
    {
        const QUuid uid = m_tasks.keys().at(m_random.bounded(static_cast<int>(m_tasks.size())));
        Task& task = m_tasks[uid];
        if (dice < 75) {
            const QString title = QStringLiteral("Renamed in change %1").arg(m_made);
            const QString was = std::exchange(task.title, title);
            apply(operation(core::Verb::Update, core::Entity::Task, uid, {{QStringLiteral("title"), title}},
                            {{QStringLiteral("title"), was}}));
        } else if (dice < 90) {
            task.completed = !task.completed;
            apply(operation(core::Verb::Update, core::Entity::Task, uid,
                            {{QStringLiteral("completed"), task.completed}},
                            {{QStringLiteral("completed"), !task.completed}}));
        } else {
            m_tasks.remove(uid);
            apply(operation(core::Verb::Delete, core::Entity::Task, uid));
        }
    }
    void apply(const core::Operation& operation)
    {
        m_workspace->changes().apply(m_workspace->changes().make(QStringLiteral("edit"), {operation}));
    }

    QTemporaryDir m_directory;
    QString m_id = core::uidText(core::newUid());
    QRandomGenerator m_random;
    core::TaskQuery m_view;
    core::PageRequest m_page; ///< a small window
    QMap<QUuid, Task> m_tasks;
    QMap<QUuid, Task> m_before; ///< before the last change
    bool m_canUndo = false;
    int m_left = 0;
    int m_made = 0;
    int m_mostPending = 1;
    QTimer m_pace;
    std::unique_ptr<app::Workspace> m_workspace;
};

/// What the database has, as `expected` says it; and nothing was done twice.
inline QStringList storedTasks(const TemporaryServer& server, const QString& database)
{
    return server
        .psql(database, QStringLiteral("select glow_uid, title, completed from public.tasks order by 1"))
        .split(u'\n', Qt::SkipEmptyParts);
}
inline int doneTwice(const TemporaryServer& server, const QString& database)
{
    return server
        .psql(database, QStringLiteral("select count(*) from (select 1 from glowlist.history "
                                       "group by change, uid, kind having count(*) > 1) twice"))
        .toInt();
}

} // namespace glow::tests
