#include "ui/settings/adoptionpage.h"

#include "app/table/tasktexts.h"
#include "app/theme.h"
#include "core/clock.h"
#include "ui/style/glowstyle.h"
#include "ui/style/icons.h"
#include "ui_adoptionpage.h"

#include <QFontDatabase>
#include <QLocale>
#include <QTextDocument>

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

/// "Send the signed lease: 22 Nov, 00:00"
QString sampleText(const QString& title, const core::WallTime& due)
{
    const QString day = app::TaskTexts::dayMonth(due.date, core::Clock().today());
    return due.time ? AdoptionPage::tr("%1: %2, %3").arg(title, day, app::TaskTexts::timeText(*due.time))
                    : AdoptionPage::tr("%1: %2").arg(title, day);
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
    const QFontMetrics metrics(m_ui->hook->font());
    const int frame = 2 * (m_ui->hook->frameWidth() + qRound(m_ui->hook->document()->documentMargin()));
    m_ui->hook->setFixedHeight(m_ui->hook->blockCount() * metrics.lineSpacing() + frame + 2);
    m_ticks.setInterval(100);
    connect(&m_ticks, &QTimer::timeout, this, &AdoptionPage::showTime);
    connect(m_ui->users, &ChoiceRows::chosenChanged, this, [this] {
        setStage(m_stage);
        showDue();
    });
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
    m_ui->due->setRows({}, 0);
    showDue();
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

/// Three of the chosen user's rows as each reading shows them; of whoever has some until somebody is chosen.
void AdoptionPage::showDue()
{
    const int user = m_ui->users->chosen();
    QList<adoption::Sample> samples;
    for (int i = 0; i < m_report.users.size(); ++i) {
        if (user < 0 || user == i)
            samples += m_report.users.at(i).samples;
    }
    samples = samples.mid(0, 3);
    QStringList local;
    QStringList utc;
    for (const adoption::Sample& sample : std::as_const(samples)) {
        const core::WallTime due = sample.wallTime();
        local.append(sampleText(sample.title, due));
        utc.append(sampleText(sample.title, core::Clock::fromUtc(due)));
    }
    const int chosen = std::max(0, m_ui->due->chosen());
    m_ui->due->setRows({{tr("local time"), local.join(u'\n')}, {tr("UTC"), utc.join(u'\n')}}, chosen);
    m_ui->dueNote->setText(samples.isEmpty() ? tr("no task has a due date yet")
                                             : tr("a date without a time is a date in both"));
}

adoption::Choice AdoptionPage::choice() const
{
    return {m_ui->due->chosen() == 1};
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
    m_ui->duePart->setVisible(!done && m_report.canAdopt());
    m_ui->duePart->setEnabled(asking);
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
