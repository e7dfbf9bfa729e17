#include "ui/settings/adoptionpage.h"

#include "app/theme.h"
#include "ui/style/glowstyle.h"
#include "ui/style/icons.h"
#include "ui_adoptionpage.h"

#include <QFontDatabase>
#include <QLocale>

namespace glow::ui {

namespace adoption = store::adoption;

namespace {

CheckRow row(CheckRow::Mark mark, const QString& title, const QString& detail, const QString& remedy = {})
{
    CheckRow made;
    made.mark = mark;
    made.title = title;
    made.detail = detail;
    made.remedy = remedy;
    return made;
}

CheckRow pictured(const QString& icon, const QString& title, const QString& detail)
{
    CheckRow made = row(CheckRow::Mark::Skipped, title, detail);
    made.icon = icon;
    return made;
}

QString number(qint64 value)
{
    return QLocale().toString(value);
}

} // namespace

AdoptionPage::AdoptionPage(const app::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_ui(std::make_unique<Ui::AdoptionPage>())
{
    m_ui->setupUi(this);
    m_ui->found->setTheme(theme);
    m_ui->added->setTheme(theme);
    m_ui->showSql->setIcon(icon(theme, QStringLiteral("all")));
    m_ui->hook->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->sql->setFont(m_ui->hook->font());
    m_ui->sql->hide();
    m_ui->hook->setPlainText(adoption::alembicHook());
    m_ticks.setInterval(100);
    connect(&m_ticks, &QTimer::timeout, this, &AdoptionPage::showTime);
    connect(m_ui->users, &ChoiceRows::chosenChanged, this, [this] { setStage(m_stage); });
    connect(m_ui->showSql, &QPushButton::clicked, this, &AdoptionPage::toggleSql);
    connect(m_ui->cancel, &QPushButton::clicked, this, &AdoptionPage::cancelWanted);
    connect(m_ui->upgrade, &QPushButton::clicked, this, [this] {
        if (m_stage == Stage::Done)
            Q_EMIT openWanted();
        else
            Q_EMIT upgradeWanted();
    });
}

AdoptionPage::~AdoptionPage() = default;

void AdoptionPage::showReport(const adoption::Report& report, const QString& userId, bool isNeon)
{
    m_report = report;
    m_isNeon = isNeon;
    if (!m_ui->sql->isHidden())
        toggleSql();
    showFound();
    showUsers(userId);
    showAdded();
    setStage(Stage::Asking);
}

void AdoptionPage::showFound()
{
    QList<CheckRow> rows;
    const QString size = tr("%Ln row(s) · %1", nullptr, static_cast<int>(m_report.rows))
                             .arg(QLocale().formattedDataSize(m_report.bytes, 0));
    if (m_report.misfits.isEmpty())
        rows.append(
            row(CheckRow::Mark::Ok, tr("Table “tasks”"), tr("%1 · all nine columns as expected").arg(size)));
    else
        rows.append(row(CheckRow::Mark::Failed, tr("Table “tasks”"), m_report.misfits.join(u'\n')));
    if (!m_report.alembicRevision.isEmpty())
        rows.append(row(CheckRow::Mark::Ok, QStringLiteral("Alembic"),
                        tr("revision %1 · stays as it is").arg(m_report.alembicRevision)));
    if (m_report.missingRights.isEmpty())
        rows.append(row(CheckRow::Mark::Ok, tr("You own the table"),
                        tr("%1 · may add columns and the schema “glowlist”").arg(m_report.role)));
    else
        rows.append(row(CheckRow::Mark::Failed, tr("Rights"), m_report.missingRights.join(u'\n')));
    m_ui->found->setRows(rows);
}

void AdoptionPage::showUsers(const QString& userId)
{
    QList<ChoiceRows::Row> rows;
    int chosen = m_report.users.size() == 1 ? 0 : -1;
    for (const adoption::User& user : std::as_const(m_report.users)) {
        if (user.id == userId)
            chosen = static_cast<int>(rows.size());
        const QString open = tr("%1 open").arg(number(user.open));
        rows.append({user.id, user.done == 0 ? open : tr("%1 · %2 done").arg(open, number(user.done))});
    }
    if (rows.isEmpty() && m_report.mayMakeUser)
        rows.append({QStringLiteral("local"), tr("a new user; there is none yet")});
    if (chosen < 0 && rows.size() == 1)
        chosen = 0;
    m_ui->users->setRows(rows, chosen);
    m_ui->usersNote->setText(rows.isEmpty()
                                 ? tr("Nobody has signed up yet: do that in the web application first.")
                                 : tr("others stay untouched and unseen"));
}

void AdoptionPage::showAdded()
{
    m_ui->added->setRows(
        {pictured(QStringLiteral("plus"), tr("%n column(s) “glow_…”", nullptr, m_report.columns),
                  tr("with defaults; the web application goes on as before")),
         pictured(QStringLiteral("plus"), tr("Schema “glowlist”"),
                  tr("lists, tags, history, trash; %1 tables, %2 indexes")
                      .arg(m_report.tables)
                      .arg(m_report.indexes)),
         pictured(QStringLiteral("lock"), tr("Counted before and after"),
                  tr("any difference in your rows takes everything back"))});
    m_ui->addedNote->setText(tr("about %1 s").arg(number(qMax<qint64>(1, qRound64(m_report.seconds)))));
}

QString AdoptionPage::userId() const
{
    const int chosen = m_ui->users->chosen();
    if (chosen < 0)
        return {};
    return m_report.users.isEmpty() ? QStringLiteral("local") : m_report.users.at(chosen).id;
}

void AdoptionPage::setStage(Stage stage)
{
    m_stage = stage;
    const bool asking = stage == Stage::Asking;
    const bool done = stage == Stage::Done;
    m_ui->work->setVisible(!asking);
    m_ui->hookPart->setVisible(done);
    m_ui->usersPart->setVisible(!done && m_report.canAdopt());
    m_ui->usersPart->setEnabled(asking);
    m_ui->showSql->setEnabled(asking);
    m_ui->addedPart->setVisible(m_report.misfits.isEmpty());
    m_ui->addedTitle->setText(done ? tr("Added") : tr("Will be added"));
    m_ui->foundNote->setText(asking ? tr("read only so far") : QString());
    m_ui->showSql->setVisible(!done);
    m_ui->advice->setText(m_isNeon && !done ? tr("On Neon: make a branch first.") : QString());
    m_ui->cancel->setVisible(!done);
    m_ui->upgrade->setText(done ? tr("Show the tasks") : asking ? tr("Upgrade") : tr("Upgrading…"));
    m_ui->upgrade->setEnabled(done || (asking && m_report.canAdopt() && !userId().isEmpty()));
    if (stage == Stage::Working)
        m_ticks.start();
    else
        m_ticks.stop();
}

void AdoptionPage::showWaiting(const QString& sentence)
{
    if (m_stage != Stage::Working) {
        m_since.start();
        setStage(Stage::Working);
        m_ui->progress->setRange(0, 0);
    }
    m_ui->step->hide();
    m_ui->stepText->setText(sentence);
    showTime();
}

void AdoptionPage::showStep(const QString& migration, int done, int total)
{
    m_ui->progress->setRange(0, total);
    m_ui->progress->setValue(done);
    m_ui->step->show();
    m_ui->step->setText(tr("%1 of %2 · %3").arg(done + 1).arg(total).arg(migration));
    m_ui->stepText->setText(migration.endsWith(QLatin1String("_tasks"))
                                ? tr("adding columns to %1 rows").arg(number(m_report.rows))
                                : QString());
    showTime();
}

void AdoptionPage::showTime()
{
    const auto seconds = [](double value) { return QLocale().toString(value, 'f', 1); };
    m_ui->stepTime->setText(tr("%1 s of about %2 s")
                                .arg(seconds(static_cast<double>(m_since.elapsed()) / 1000),
                                     number(qMax<qint64>(1, qRound64(m_report.seconds)))));
}

void AdoptionPage::showProblem(const QString& sentence)
{
    setStage(Stage::Asking);
    m_ui->advice->setText(sentence);
}

void AdoptionPage::showDone(const QStringList& differences)
{
    setStage(Stage::Done);
    m_ui->step->show();
    m_ui->step->setText(tr("Done"));
    m_ui->stepText->setText(differences.isEmpty() ? tr("every row is as it was, the schema as it should be")
                                                  : differences.join(u' '));
    m_ui->progress->setRange(0, 1);
    m_ui->progress->setValue(1);
    m_ui->stepTime->setText(
        tr("%1 s").arg(QLocale().toString(static_cast<double>(m_since.elapsed()) / 1000, 'f', 1)));
}

void AdoptionPage::showSql(const QString& script)
{
    m_ui->sql->setPlainText(script);
    m_ui->sql->show();
    m_ui->scroll->hide();
    m_ui->showSql->setText(tr("Show the report"));
}

void AdoptionPage::toggleSql()
{
    if (m_ui->sql->isHidden()) {
        Q_EMIT sqlWanted();
        return;
    }
    m_ui->sql->hide();
    m_ui->scroll->show();
    m_ui->showSql->setText(tr("Show SQL"));
}

} // namespace glow::ui
