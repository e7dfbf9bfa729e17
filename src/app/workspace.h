#pragma once
#include "app/changes.h"
#include "app/reader.h"
#include "core/clock.h"
#include "core/entities.h"
#include "store/settings.h"
#include "store/workspaces.h"
#include "sync/changefeed.h"
#include "sync/link.h"

#include <QObject>
#include <memory>

namespace glow::app {

class Continuations;
class Timer;

/// Who writes from this data directory: this computer's client, the person who is signed in.
store::changesql::Writer writerFor(const store::WorkspaceEntry& entry, const store::Settings& settings);

/// Name of the file that keeps the reminders of this workspace: its id, for one that was only given on the
/// command line its database and user.
QString reminderFileOf(const store::WorkspaceEntry& entry);

/// One open database, made and destroyed on switching; owns connections, Reader, Changes and the catalogue.
/// GUI thread. While the database is away it tries again by itself, at first opening too.
class Workspace : public QObject {
    Q_OBJECT
public:
    Workspace(store::WorkspaceEntry entry, const store::Settings& settings, QString dataDirectory,
              core::Clock clock, QObject* parent = nullptr);
    ~Workspace() override; ///< returns within 5 s; lets go of the private server

    const store::WorkspaceEntry& entry() const { return m_entry; }
    Reader& reader() { return *m_reader; }
    Changes& changes() { return *m_changes; }
    sync::Link& link() { return *m_link; }
    Timer& timer() { return *m_timer; }
    const sync::ChangeFeed& feed() const { return *m_feed; }
    /// Lists, sections and tags, with what is pending.
    const core::Catalogue& catalogue() const { return m_catalogue; }
    const core::Clock& clock() const { return m_clock; }
    bool isOpen() const { return m_isOpen; }
    /// Milliseconds there and back of the person's last own action, a change or a view that was opened: never
    /// of a ping, of catching up, or of what is read along. -1 before the first.
    double lastActionMilliseconds() const { return m_lastAction; }
    void acted(double milliseconds);
    /// The sentence to show while opening ("Starting the private PostgreSQL…"), empty otherwise.
    const QString& progress() const { return m_progress; }

    /// Starts the private server if this is it, migrates the private one, reads the catalogue, adopts the
    /// outbox.
    void open();
    /// Migrates a remote database over its direct endpoint, when the person has asked for it, and opens it.
    void upgrade();
    bool isUpgrading() const;
    /// Ends the upgrade between two of its steps; `openFailed` says that the database is still behind.
    void stopUpgrade();
    /// Whether a person is at work (sync::Activity); it is so until told otherwise. While nobody is, no
    /// connection is held and nothing is sent, so that the compute can suspend.
    void setActive(bool active);
    /// A person does not want to wait for the connection: what is under way ends, the window goes on. Changes
    /// stay pending until the next action or `link().retryNow()`.
    void cancel();

Q_SIGNALS:
    void progressChanged();
    void opened();
    void openFailed(
        const glow::core::Error& error); ///< a remote database that is not migrated: ErrorKind::Migration
    void
    noted(const QString& sentence); ///< what a person should know: a full disk, a database that is only read
    void catalogueChanged();
    void lastActionChanged();

private:
    void setProgress(const QString& sentence);
    /// What the first reading brings.
    struct Opening {
        core::Catalogue catalogue;
        QString neededVersion; ///< of Glowlist, to change anything; empty: this one may
    };
    void finishOpening(const core::Result<Opening>& opening);
    void failOpening(const core::Error& error);
    void connectThreads();
    void tryAgain();
    void keepWarm();
    void updateResting();
    void hangUp();
    void refreshCatalogue();
    void readCatalogueAgain();
    void connectFeed();
    void updateFeed();

    store::WorkspaceEntry m_entry;
    core::Clock m_clock;
    core::Catalogue m_stored; ///< as the database has it
    core::Catalogue m_catalogue;
    QString m_progress;
    double m_lastAction = -1;
    bool m_acted = false; ///< since the connection was last opened for the next action
    bool m_isOpen = false;
    bool m_opening = false;
    bool m_active = true;
    bool m_resting = false;
    int m_attempt = 0; ///< at opening; the answer of a cancelled one does not count
    struct Private;
    std::unique_ptr<Private> d;
    std::unique_ptr<sync::Link> m_link;
    std::unique_ptr<Reader> m_reader;
    std::unique_ptr<Changes> m_changes;
    std::unique_ptr<Continuations> m_continuations;
    std::unique_ptr<Timer> m_timer;
    std::unique_ptr<sync::ChangeFeed> m_feed;
};

} // namespace glow::app
