#include "ui/settings/workspacespage.h"

#include "app/theme.h"
#include "ui/style/icons.h"
#include "ui_workspacespage.h"

#include <QFileDialog>

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
    m_ui->keep->addItem(tr("Ask each time"));
    m_ui->keep->addItem(tr("Keep in a file that only I can read"));
    m_ui->keepRow->hide();
    m_ui->advancedFields->hide();
    m_ui->advanced->setIcon(icon(theme, QStringLiteral("chevron-right"), Ink::Muted));
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
    connect(m_ui->password, &QLineEdit::textEdited, this, [this](const QString& password) {
        m_draft.setPassword(password);
        showStrings();
        Q_EMIT edited();
    });
    connect(m_ui->acceptRisk, &QCheckBox::clicked, this, [this](bool accepted) {
        m_draft.acceptRisk(accepted);
        Q_EMIT edited();
    });
    connect(m_ui->advanced, &QPushButton::toggled, this, [this](bool open) {
        m_ui->advancedFields->setVisible(open);
        m_ui->advanced->setIcon(icon(
            m_theme, open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), Ink::Muted));
    });
    connect(m_ui->authority, &QLineEdit::textEdited, this, &WorkspacesPage::setAuthority);
    connect(m_ui->chooseAuthority, &QPushButton::clicked, this, &WorkspacesPage::chooseAuthority);
    connect(m_ui->connections, &QComboBox::activated, this, [this](int index) {
        m_draft.setConnections(index + 1);
        Q_EMIT edited();
    });
    connect(m_ui->encryption, &QComboBox::activated, this, &WorkspacesPage::chooseEncryption);
    connect(m_ui->openWorkspace, &QPushButton::clicked, this, &WorkspacesPage::openWanted);
    connect(m_ui->addFound, &QPushButton::clicked, this, &WorkspacesPage::addWanted);
    connect(m_ui->check, &CheckList::actionClicked, this, &WorkspacesPage::checkActionClicked);
}

void WorkspacesPage::showDraft(const WorkspaceDraft& draft, bool canBeOpened)
{
    const bool isPrivate = draft.entry().isPrivate;
    m_draft = draft;
    m_savedRisk = draft.isAdded() ? draft.entry().acceptedRisk : QString();
    m_ui->heading->setText(draft.entry().title().isEmpty() ? tr("New workspace") : draft.entry().title());
    m_ui->openWorkspace->setVisible(canBeOpened);
    m_ui->addFound->setVisible(!draft.origin().isEmpty());
    m_ui->fields->setVisible(!isPrivate);
    m_ui->privateText->setVisible(isPrivate);
    m_ui->privateText->setText(m_privateText);
    m_ui->name->setText(draft.entry().name);
    m_ui->pooled->setRevealed(false);
    m_ui->password->setText(draft.newPassword().value_or(QString()));
    m_ui->authority->setText(draft.rootCertificate());
    m_ui->connections->setCurrentIndex(draft.entry().connections - 1);
    m_ui->advanced->setChecked(!draft.rootCertificate().isEmpty() || draft.entry().connections != 2);
    showStrings();
}

void WorkspacesPage::focusConnection()
{
    m_ui->pooled->setFocus(Qt::OtherFocusReason);
}

void WorkspacesPage::takePooled(const QString& text)
{
    m_draft.takePooled(text);
    const bool whole = text != m_ui->pooled->text(); // pasted over, or a .env
    if (m_draft.pooledProblem().isEmpty()) {
        m_ui->name->setText(m_draft.entry().name);
        m_ui->heading->setText(m_draft.entry().title());
        m_ui->direct->setText(m_draft.directText(m_ui->pooled->isRevealed()));
        m_ui->password->setText(m_draft.newPassword().value_or(QString()));
        if (whole)
            showStrings();
    }
    Q_EMIT edited();
    showHints();
}

void WorkspacesPage::takeDirect(const QString& text)
{
    m_draft.takeDirect(text);
    if (m_draft.directProblem().isEmpty() && text != m_ui->direct->text())
        showStrings();
    Q_EMIT edited();
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
    const bool revealed = m_ui->pooled->isRevealed();
    for (const auto& [field, text] : {std::pair{m_ui->pooled, m_draft.pooledText(revealed)},
                                      std::pair{m_ui->direct, m_draft.directText(revealed)}}) {
        field->setText(text);
        field->setCursorPosition(0);
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
        !m_draft.pooledProblem().isEmpty() ? m_draft.pooledProblem()
        : !notes.isEmpty()                 ? notes
        : m_keychainChoice
            ? tr("For everyday work. Paste what Neon shows.")
            : tr("For everyday work. Paste what Neon shows; the password goes into the keychain."));
    m_ui->directHint->setText(!m_draft.directProblem().isEmpty()
                                  ? m_draft.directProblem()
                                  : tr("For upgrades and live updates. Edit it only if yours differs."));
    const auto colour = [this](QLabel* label, bool bad) {
        QPalette palette = m_theme.palette();
        palette.setColor(QPalette::WindowText, bad ? m_theme.colours().overdue : m_theme.colours().muted);
        label->setPalette(palette);
    };
    colour(m_ui->pooledHint, !m_draft.pooledProblem().isEmpty());
    colour(m_ui->directHint, !m_draft.directProblem().isEmpty());
    const bool newRisk = m_draft.isLowered() && m_draft.entry().risk() != m_savedRisk;
    m_ui->acceptRisk->setVisible(newRisk);
    m_ui->acceptRisk->setChecked(newRisk && m_draft.isRiskAccepted());
    m_ui->password->setPlaceholderText(m_draft.isAdded() ? tr("as stored; type a new one to change it")
                                                         : QString());
}

void WorkspacesPage::chooseEncryption()
{
    m_draft.setSslmode(m_ui->encryption->currentData().toString());
    showStrings();
    Q_EMIT edited();
}

void WorkspacesPage::chooseAuthority()
{
    auto* dialog = new QFileDialog(this, tr("Authority file"), m_ui->authority->text(),
                                   tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_ui->authority->setText(path);
        setAuthority(path);
    });
    dialog->open();
}

void WorkspacesPage::setAuthority(const QString& path)
{
    m_draft.setRootCertificate(path);
    showStrings();
    Q_EMIT edited();
}

void WorkspacesPage::showKeychainChoice(bool inFile)
{
    m_keychainChoice = true;
    m_ui->keep->setCurrentIndex(inFile ? 1 : 0);
    m_ui->keepRow->show();
    showHints();
}

bool WorkspacesPage::keepInFile() const
{
    return m_ui->keep->currentIndex() == 1;
}

void WorkspacesPage::showCheck(const QList<CheckRow>& rows, const QString& time)
{
    m_ui->checkTitle->setVisible(!rows.isEmpty());
    m_ui->checkTime->setText(time);
    m_ui->check->setRows(rows);
}

} // namespace glow::ui
