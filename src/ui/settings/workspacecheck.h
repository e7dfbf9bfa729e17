#pragma once
#include "store/doctor/connectioncheck.h"
#include "store/workspaces.h"
#include "ui/settings/checklist.h"

#include <QObject>
#include <memory>

namespace glow::ui {

/// The steps of one check on their way from the worker.
class CheckSteps : public QObject {
    Q_OBJECT
Q_SIGNALS:
    void ended(const glow::store::CheckStep& step); ///< from the worker's thread
};

/// A connection check in the background, as rows for the page: each step appears as it ends, the next one
/// turns. A newer start, or the end of this object, cancels the one before.
class WorkspaceCheck : public QObject {
    Q_OBJECT
public:
    explicit WorkspaceCheck(QString dataDirectory, QObject* parent = nullptr);
    ~WorkspaceCheck() override;

    void start(const store::WorkspaceEntry& entry, bool secretsInFile);
    void stop();
    bool isDone() const { return m_done; }
    const QList<CheckRow>& rows() const { return m_rows; }
    const QString& summary() const { return m_summary; } ///< "1.9 s in all"; empty while it runs
    QString report() const;                              ///< for a bug report; no password in it

Q_SIGNALS:
    void changed();

private:
    struct Run;

    void take(const store::CheckStep& step);
    void finish(const store::CheckReport& report);
    void showBusy();

    QString m_dataDirectory;
    std::shared_ptr<Run> m_run;
    store::WorkspaceEntry m_entry;
    QList<store::CheckStep> m_steps;
    QList<CheckRow> m_rows;
    QString m_summary;
    bool m_done = false;
};

} // namespace glow::ui
