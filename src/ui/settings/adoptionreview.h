#pragma once
#include "core/reply.h"
#include "store/migrations/adoption.h"
#include "store/workspaces.h"

#include <QObject>
#include <atomic>
#include <memory>

namespace glow::app {
class Theme;
}

namespace glow::ui {

class AdoptionPage;

/// What an adoption says on its way from the worker.
class AdoptionSteps : public QObject {
    Q_OBJECT
Q_SIGNALS:
    void began(const QString& migration, int done, int total); ///< from the worker's thread
    void waits(const QString& sentence);
};

/// The adoption page at work: looks at a database over its direct connection, shows the report, upgrades when
/// the person has chosen. Everything with the database runs on a worker; what runs is taken back when this
/// goes.
class AdoptionReview : public QObject {
    Q_OBJECT
public:
    AdoptionReview(const app::Theme& theme, QString dataDirectory, QObject* parent = nullptr);
    ~AdoptionReview() override;

    AdoptionPage* page() const { return m_page; }
    /// Answers with `shown` or `notForeign`.
    void look(const store::WorkspaceEntry& entry, bool secretsInFile);

Q_SIGNALS:
    void shown();
    /// There is nothing of another program, or it cannot be looked at: the ordinary page says why.
    void notForeign(const glow::store::WorkspaceEntry& entry);
    void left(); ///< the page is not needed any more; nothing was changed
    /// The tasks shall be shown: of this user.
    void openWanted(const QString& workspace, const QString& userId);

private:
    struct Work; // shared with the worker, which may outlive us
    template <typename Run> auto run(Run run);
    void upgrade();
    void cancel();
    void showSql();

    QString m_dataDirectory;
    AdoptionPage* m_page;
    store::WorkspaceEntry m_entry;
    bool m_secretsInFile = false;
    bool m_working = false;
    std::shared_ptr<Work> m_work;
};

} // namespace glow::ui
