#include "ui/settings/workspacespage.h"

#include "app/theme.h"
#include "ui/style/glowstyle.h"
#include "ui_workspacespage.h"

namespace glow::ui {

WorkspacesPage::WorkspacesPage(const app::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_ui(std::make_unique<Ui::WorkspacesPage>())
{
    m_ui->setupUi(this);
    m_ui->pooled->setUp(theme, true);
    m_ui->direct->setUp(theme, false);
    m_ui->check->setTheme(theme);
    m_ui->upgrade->setTheme(theme);
    m_ui->keepInFile->hide();
    fillEncryption();
    connectFields();
}

WorkspacesPage::~WorkspacesPage() = default;

void WorkspacesPage::fillEncryption()
{
    const QList<std::pair<QString, QString>> modes{
        {QStringLiteral("verify-full"), tr("Verify the server’s certificate (recommended)")},
        {QStringLiteral("verify-ca"), tr("Verify the certificate, but not the server’s name")},
        {QStringLiteral("require"), tr("Encrypt without verifying the server")},
        {QStringLiteral("prefer"), tr("Encrypt if the server can")},
        {QStringLiteral("disable"), tr("No encryption")}};
    for (const auto& [mode, text] : modes)
        m_ui->encryption->addItem(text, mode);
}

void WorkspacesPage::connectFields()
{
    connect(m_ui->name, &QLineEdit::textEdited, this, [this](const QString& name) {
        m_draft.setName(name);
        m_ui->heading->setText(name);
        Q_EMIT edited();
    });
    connect(m_ui->pooled, &ConnectionField::pasted, this, &WorkspacesPage::takePooled);
    connect(m_ui->pooled, &QLineEdit::textEdited, this, &WorkspacesPage::takePooled);
    connect(m_ui->direct, &ConnectionField::pasted, this, &WorkspacesPage::takeDirect);
    connect(m_ui->direct, &QLineEdit::textEdited, this, &WorkspacesPage::takeDirect);
    connect(m_ui->pooled, &QLineEdit::editingFinished, this, &WorkspacesPage::showStrings);
    connect(m_ui->direct, &QLineEdit::editingFinished, this, &WorkspacesPage::showStrings);
    connect(m_ui->pooled, &ConnectionField::revealedChanged, this, &WorkspacesPage::reveal);
    connect(m_ui->encryption, &QComboBox::activated, this, &WorkspacesPage::chooseEncryption);
    connect(m_ui->openWorkspace, &QPushButton::clicked, this, &WorkspacesPage::openWanted);
    connect(m_ui->addFound, &QPushButton::clicked, this, &WorkspacesPage::addWanted);
    connect(m_ui->check, &CheckList::actionClicked, this, &WorkspacesPage::checkActionClicked);
    connect(m_ui->upgrade, &UpgradeBox::upgradeWanted, this, &WorkspacesPage::upgradeWanted);
}

void WorkspacesPage::showDraft(const WorkspaceDraft& draft, bool canBeOpened)
{
    const bool isPrivate = draft.entry().isPrivate;
    m_draft = draft;
    m_pooledProblem.clear();
    m_directProblem.clear();
    m_savedSslmode = draft.isAdded() ? draft.sslmode() : QString();
    m_ui->heading->setText(draft.entry().title().isEmpty() ? tr("New workspace") : draft.entry().title());
    m_ui->openWorkspace->setVisible(canBeOpened);
    m_ui->addFound->setVisible(!draft.origin().isEmpty());
    m_ui->fields->setVisible(!isPrivate);
    m_ui->privateText->setVisible(isPrivate);
    m_ui->privateText->setText(m_privateText);
    m_ui->name->setText(draft.entry().name);
    m_ui->pooled->setRevealed(false);
    m_ui->acceptRisk->setChecked(false);
    hideUpgrade();
    showStrings();
}

void WorkspacesPage::focusConnection()
{
    m_ui->pooled->setFocus(Qt::OtherFocusReason);
}

void WorkspacesPage::takePooled(const QString& text)
{
    m_pooledProblem = text.trimmed().isEmpty() ? QString() : m_draft.takePooled(text);
    const bool whole = text != m_ui->pooled->text(); // pasted over, or a .env
    if (m_pooledProblem.isEmpty()) {
        m_ui->name->setText(m_draft.entry().name);
        m_ui->heading->setText(m_draft.entry().title());
        m_ui->direct->setText(m_draft.directText(m_ui->pooled->isRevealed()));
        if (whole)
            showStrings();
        Q_EMIT edited();
    }
    showHints();
}

void WorkspacesPage::takeDirect(const QString& text)
{
    m_directProblem = m_draft.takeDirect(text);
    if (m_directProblem.isEmpty()) {
        if (text != m_ui->direct->text())
            showStrings();
        Q_EMIT edited();
    }
    showHints();
}

void WorkspacesPage::reveal(bool on)
{
    if (on && !m_draft.knowsPassword())
        Q_EMIT passwordWanted();
    showStrings();
}

void WorkspacesPage::setKnownPassword(const QString& password)
{
    m_draft.setKnownPassword(password);
    showStrings();
}

void WorkspacesPage::showStrings()
{
    // A text that cannot be read stays, so that it can be put right.
    if (m_pooledProblem.isEmpty()) {
        m_ui->pooled->setText(m_draft.pooledText(m_ui->pooled->isRevealed()));
        m_ui->pooled->setCursorPosition(0);
    }
    if (m_directProblem.isEmpty()) {
        m_ui->direct->setText(m_draft.directText(m_ui->pooled->isRevealed()));
        m_ui->direct->setCursorPosition(0);
    }
    m_ui->encryption->setCurrentIndex(qMax(0, m_ui->encryption->findData(m_draft.sslmode())));
    showHints();
}

void WorkspacesPage::showHints()
{
    const bool empty = m_draft.entry().pooled.hosts.isEmpty();
    m_ui->direct->setTail(m_draft.directIsDerived() && !empty ? tr("derived") : QString());
    const QString notes = m_draft.notes().join(u' ');
    m_ui->pooledHint->setText(
        !m_pooledProblem.isEmpty() ? m_pooledProblem
        : !notes.isEmpty()
            ? notes
            : tr("For everyday work. Paste what Neon shows; the password goes into the keychain."));
    m_ui->directHint->setText(!m_directProblem.isEmpty()
                                  ? m_directProblem
                                  : tr("For upgrades and live updates. Edit it only if yours differs."));
    const auto colour = [this](QLabel* label, bool bad) {
        QPalette palette = m_theme.palette();
        palette.setColor(QPalette::WindowText, bad ? m_theme.colours().overdue : m_theme.colours().muted);
        label->setPalette(palette);
    };
    colour(m_ui->pooledHint, !m_pooledProblem.isEmpty());
    colour(m_ui->directHint, !m_directProblem.isEmpty());
    m_ui->acceptRisk->setVisible(m_draft.isLowered() && m_draft.sslmode() != m_savedSslmode);
}

void WorkspacesPage::chooseEncryption()
{
    m_draft.setSslmode(m_ui->encryption->currentData().toString());
    m_ui->acceptRisk->setChecked(false);
    showStrings();
    Q_EMIT edited();
}

void WorkspacesPage::showKeychainChoice(bool inFile)
{
    m_ui->keepInFile->setChecked(inFile);
    m_ui->keepInFile->show();
}

bool WorkspacesPage::keepInFile() const
{
    return m_ui->keepInFile->isChecked();
}

QString WorkspacesPage::problem() const
{
    if (!m_pooledProblem.isEmpty())
        return m_pooledProblem;
    if (!m_directProblem.isEmpty())
        return m_directProblem;
    if (m_draft.isLowered() && m_draft.sslmode() != m_savedSslmode && !m_ui->acceptRisk->isChecked())
        return tr("Without verifying the server the password could be read on the way. Confirm it under "
                  "Encryption, or choose "
                  "to verify.");
    return m_draft.problem();
}

void WorkspacesPage::showCheck(const QList<CheckRow>& rows, const QString& time)
{
    m_ui->checkTitle->setVisible(!rows.isEmpty());
    m_ui->checkTime->setText(time);
    m_ui->check->setRows(rows);
}

void WorkspacesPage::offerUpgrade(const QStringList& pending)
{
    m_ui->upgrade->offer(pending);
}

void WorkspacesPage::showUpgradeProgress(const QString& migration, int done, int total)
{
    m_ui->upgrade->showProgress(migration, done, total);
}

void WorkspacesPage::showUpgradeProblem(const QString& sentence)
{
    m_ui->upgrade->showProblem(sentence);
}

void WorkspacesPage::hideUpgrade()
{
    m_ui->upgrade->hide();
}

} // namespace glow::ui
