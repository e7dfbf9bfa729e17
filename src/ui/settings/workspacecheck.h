#pragma once
#include "store/workspaces.h"
#include "ui/settings/checklist.h"

#include <QElapsedTimer>
#include <QObject>
#include <memory>

namespace glow::ui {

/// A connection check in the background, as rows for the page: each step appears as it ends, the next one
/// turns.
class WorkspaceCheck : public QObject {
    Q_OBJECT
public:
    explicit WorkspaceCheck(QString dataDirectory, QObject* parent = nullptr);
    ~WorkspaceCheck() override;

    void start(const store::WorkspaceEntry& entry, bool secretsInFile);
    void stop();
    const QList<CheckRow>& rows() const { return m_rows; }
    const QString& summary() const { return m_summary; }     ///< "1.9 s in all"
    const QStringList& pending() const { return m_pending; } ///< migrations
    QString report() const;                                  ///< for a bug report; no password in it

Q_SIGNALS:
    void changed();
    void finished();

private:
    QString m_dataDirectory;
    QList<CheckRow> m_rows;
    QString m_summary;
    QStringList m_pending;
};

} // namespace glow::ui
