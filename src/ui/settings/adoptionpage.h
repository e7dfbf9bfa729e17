#pragma once
#include "store/migrations/adoption.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>
#include <memory>

namespace Ui {
class AdoptionPage;
}

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// Before, while and after the database of another program is upgraded: what was found, whose tasks, what is
/// added. Shows and asks; the work is done elsewhere.
class AdoptionPage : public QWidget {
    Q_OBJECT
public:
    explicit AdoptionPage(const app::Theme& theme, QWidget* parent = nullptr);
    ~AdoptionPage() override;

    void showReport(const store::adoption::Report& report, const QString& userId, bool isNeon);
    /// The user chosen; empty where there is none.
    QString userId() const;
    store::adoption::Choice choice() const;

    void showWaiting(const QString& sentence);
    void showStep(const QString& migration, int done, int total);
    void showProblem(const QString& sentence);     ///< nothing was changed; it may be tried again
    void showDone(const QStringList& differences); ///< of the schema; empty: it is as it should be
    void showSql(const QString& script);           ///< in place of the report, until it is clicked again

Q_SIGNALS:
    void upgradeWanted();
    void sqlWanted();    ///< as a script, to be read before
    void cancelWanted(); ///< while it works: take everything back; else leave the page
    void openWanted();   ///< afterwards: show the tasks

private:
    enum class Stage { Asking, Working, Done };
    void showFound();
    void showUsers(const QString& userId);
    void showDue();
    void showAdded();
    void setStage(Stage stage);
    void showTime();
    void toggleSql();

    const app::Theme& m_theme;
    std::unique_ptr<Ui::AdoptionPage> m_ui;
    store::adoption::Report m_report;
    Stage m_stage = Stage::Asking;
    QElapsedTimer m_since;
    QTimer m_ticks;
    bool m_isNeon = false;
};

} // namespace glow::ui
