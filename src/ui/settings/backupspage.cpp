#include "ui/settings/backupspage.h"

#include "app/theme.h"
#include "ui_backupspage.h"

#include <QFileDialog>
#include <QLocale>

namespace glow::ui {

using app::Backups;
using core::Result;
using store::BackupInfo;
using store::Settings;
using Difference = store::backup::Difference;

namespace {

int number(qint64 count)
{
    return static_cast<int>(qMin<qint64>(count, std::numeric_limits<int>::max()));
}

QString whenTaken(const BackupInfo& info)
{
    return QLocale().toString(info.takenAt.toLocalTime(), QLocale::ShortFormat);
}

QString contents(const BackupInfo& info)
{
    QStringList parts{BackupsPage::tr("%n task(s)", nullptr, number(info.tasks)),
                      BackupsPage::tr("%n done", nullptr, number(info.done)),
                      BackupsPage::tr("%n list(s)", nullptr, number(info.lists)),
                      BackupsPage::tr("%n tag(s)", nullptr, number(info.tags))};
    if (info.trash > 0)
        parts.append(BackupsPage::tr("%n in the trash", nullptr, number(info.trash)));
    parts.append(QLocale().formattedDataSize(info.bytes, 0, QLocale::DataSizeTraditionalFormat));
    if (info.beforeRestore)
        parts.append(BackupsPage::tr("before a restoring"));
    return parts.join(QStringLiteral(" · "));
}

QStringList changesOf(const Difference& difference)
{
    QStringList parts;
    const auto add = [&parts](qint64 count, const QString& text) {
        if (count > 0)
            parts.append(text);
    };
    const auto& [back, changed, gone] = difference.tasks;
    add(back, BackupsPage::tr("%n task(s) come back", nullptr, number(back)));
    add(changed, BackupsPage::tr("%n task(s) change", nullptr, number(changed)));
    add(gone, BackupsPage::tr("%n task(s) go", nullptr, number(gone)));
    add(difference.lists.back,
        BackupsPage::tr("%n list(s) come back", nullptr, number(difference.lists.back)));
    add(difference.lists.changed,
        BackupsPage::tr("%n list(s) change", nullptr, number(difference.lists.changed)));
    add(difference.lists.gone, BackupsPage::tr("%n list(s) go", nullptr, number(difference.lists.gone)));
    return parts;
}

} // namespace

BackupsPage::BackupsPage(const Settings& settings, const QString& dataDirectory, const core::Clock& clock,
                         const app::Theme& theme, QWidget* parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::BackupsPage>())
    , m_theme(theme)
    , m_dataDirectory(dataDirectory)
    , m_backups(dataDirectory, clock)
{
    m_ui->setupUi(this);
    m_ui->scroll->viewport()->setAutoFillBackground(false);
    m_ui->folder->setText(settings.text(Settings::BackupFolder));
    m_ui->folder->setPlaceholderText(store::backup::folderFor(dataDirectory, {}));
    m_ui->none->hide();
    m_ui->preview->hide();
    connectParts();
    say({});
    showButtons();
}

BackupsPage::~BackupsPage() = default;

void BackupsPage::connectParts()
{
    connect(m_ui->choose, &QPushButton::clicked, this, &BackupsPage::chooseFolder);
    connect(m_ui->folder, &QLineEdit::editingFinished, this, &BackupsPage::look);
    connect(m_ui->backups, &ChoiceRows::chosenChanged, this, &BackupsPage::preview);
    connect(m_ui->backUp, &QPushButton::clicked, this, &BackupsPage::backUp);
    connect(m_ui->stopBackup, &QPushButton::clicked, &m_backups, &Backups::stop);
    connect(m_ui->restore, &QPushButton::clicked, this,
            [this] { restore(m_all.at(m_ui->backups->chosen()), false); });
    connect(m_ui->takeBack, &QPushButton::clicked, this, [this] { restore(*m_before, true); });
    connect(&m_backups, &Backups::progressed, this, [this](qint64 rows) {
        if (m_busy)
            say(tr("%1 %2 rows").arg(m_doing, QLocale().toString(rows)));
    });
    connect(&m_backups, &Backups::said, this, [this](const QString& sentence) {
        if (m_busy)
            say(sentence);
    });
}

void BackupsPage::store(Settings& settings) const
{
    settings.set(Settings::BackupFolder, m_ui->folder->text().trimmed());
}

QString BackupsPage::folder() const
{
    return store::backup::folderFor(m_dataDirectory, m_ui->folder->text().trimmed());
}

void BackupsPage::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("Folder of the backups"), folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_ui->folder->setText(path);
        look();
    });
    dialog->open();
}

void BackupsPage::shown()
{
    if (!m_busy)
        look();
}

void BackupsPage::look()
{
    m_backups.list(folder()).then(this, [this, from = folder()](const QList<BackupInfo>& backups) {
        if (from == folder())
            showList(backups);
    });
}

void BackupsPage::showList(const QList<BackupInfo>& backups)
{
    const int chosen = m_ui->backups->chosen();
    const QString path = chosen >= 0 ? m_all.at(chosen).path : QString();
    m_all = backups;
    QList<ChoiceRows::Row> rows;
    int row = -1;
    for (const BackupInfo& info : m_all) {
        if (info.path == path)
            row = static_cast<int>(rows.size());
        rows.append({whenTaken(info), contents(info)});
    }
    m_ui->none->setVisible(m_all.isEmpty());
    m_ui->preview->hide();
    m_canRestore = false;
    ++m_round;
    m_ui->backups->setRows(rows, row);
    showButtons();
}

void BackupsPage::preview(int row)
{
    m_canRestore = false;
    m_ui->preview->setText(tr("Comparing…"));
    m_ui->preview->show();
    showButtons();
    m_backups.stop(); // of a backup that was chosen before
    m_backups.preview(m_all.at(row).path)
        .then(this, [this, round = ++m_round](const Result<Backups::Preview>& preview) {
            if (round == m_round)
                showPreview(preview);
        });
}

void BackupsPage::showPreview(const Result<Backups::Preview>& preview)
{
    m_canRestore = preview && preview->canRestore;
    showButtons();
    if (!preview) {
        m_ui->preview->setText(preview.error().message);
        return;
    }
    if (!preview->difference) {
        m_ui->preview->setText(preview->note);
        return;
    }
    const QStringList changes = changesOf(*preview->difference);
    m_ui->preview->setText((changes.isEmpty() ? tr("Tasks and lists are the same as now.")
                                              : tr("What would change: %1.").arg(changes.join(QStringLiteral(", ")))) +
                           u' ' + tr("What is there now is backed up first."));
}

void BackupsPage::begin(const QString& sentence)
{
    m_busy = true;
    m_doing = sentence;
    ++m_round; // a comparison that comes late says nothing any more
    m_backups.stop();
    m_ui->backupProgress->setRange(0, 0);
    say(sentence);
    showButtons();
}

void BackupsPage::end()
{
    m_busy = false;
    look();
    showButtons();
}

void BackupsPage::backUp()
{
    begin(tr("Backing up…"));
    m_backups.take(folder()).then(this, [this](const Result<BackupInfo>& info) {
        say(info ? tr("Backed up: %1.").arg(contents(*info)) : info.error().message, !info);
        end();
    });
}

void BackupsPage::restore(const BackupInfo& info, bool isUndo)
{
    begin(tr("Restoring…"));
    m_backups.restore(info.path, folder())
        .then(this, [this, info, isUndo](const Result<Backups::Restored>& done) {
            if (!done) {
                say(done.error().message, true);
                end();
                return;
            }
            m_before = isUndo ? std::nullopt : done->before;
            say(isUndo ? tr("Everything is as it was before the restoring.")
                       : tr("The backup of %1 is restored.").arg(whenTaken(info)));
            end();
            Q_EMIT restored();
        });
}

void BackupsPage::showButtons()
{
    m_ui->restore->setEnabled(!m_busy && m_canRestore && m_ui->backups->chosen() >= 0);
    m_ui->takeBack->setVisible(!m_busy && m_before.has_value());
    m_ui->backUp->setEnabled(!m_busy);
    m_ui->stopBackup->setVisible(m_busy);
    m_ui->backupProgress->setVisible(m_busy);
    m_ui->backups->setEnabled(!m_busy);
    m_ui->folder->setEnabled(!m_busy);
    m_ui->choose->setEnabled(!m_busy);
}

void BackupsPage::say(const QString& sentence, bool bad)
{
    QPalette palette = m_theme.palette();
    palette.setColor(QPalette::WindowText, bad ? m_theme.colours().overdue : m_theme.colours().muted);
    m_ui->outcome->setPalette(palette);
    m_ui->outcome->setText(sentence);
    m_ui->outcome->setVisible(!sentence.isEmpty());
}

} // namespace glow::ui
