#pragma once
#include "app/changes.h"
#include "app/reader.h"
#include "core/clock.h"
#include "core/entities.h"
#include "store/settings.h"
#include "store/workspaces.h"
#include "sync/link.h"

#include <QObject>
#include <memory>

namespace glow::store {
class LocalServer;
}

namespace glow::app {

/// One open database, made and destroyed on switching; owns connections, Reader, Changes and the catalogue. GUI thread.
class Workspace : public QObject {
    Q_OBJECT
public:
    Workspace(store::WorkspaceEntry entry, const store::Settings& settings, QString dataDirectory, core::Clock clock,
              QObject* parent = nullptr);
    ~Workspace() override; ///< returns within 5 s; lets go of the private server

    const store::WorkspaceEntry& entry() const { return m_entry; }
    Reader& reader() { return *m_reader; }
    Changes& changes() { return *m_changes; }
    sync::Link& link() { return *m_link; }
    const core::Catalogue& catalogue() const { return m_catalogue; }
    const core::Clock& clock() const { return m_clock; }
    /// Milliseconds of the last real action (a page read or a change), -1 before the first.
    double lastActionMilliseconds() const { return m_lastAction; }
    /// The sentence to show while opening ("Starting the private PostgreSQL…"), empty otherwise.
    const QString& progress() const { return m_progress; }

    /// Starts the private server if this is it, migrates the private one, reads the catalogue, adopts the outbox.
    void open();

Q_SIGNALS:
    void progressChanged();
    void opened();
    void openFailed(const glow::core::Error& error); ///< a remote database that is not migrated: ErrorKind::Migration
    void catalogueChanged();
    void lastActionChanged();

private:
    store::WorkspaceEntry m_entry;
    core::Clock m_clock;
    core::Catalogue m_catalogue;
    QString m_progress;
    double m_lastAction = -1;
    struct Private;
    std::unique_ptr<Private> d;
    std::unique_ptr<sync::Link> m_link;
    std::unique_ptr<Reader> m_reader;
    std::unique_ptr<Changes> m_changes;
};

} // namespace glow::app
