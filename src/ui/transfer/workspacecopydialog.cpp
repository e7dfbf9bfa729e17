#include "ui/transfer/workspacecopydialog.h"

#include "ui_workspacecopydialog.h"

#include <QLayout>
#include <QLocale>
#include <QPushButton>

namespace glow::ui {

using core::Result;
using store::WorkspaceEntry;
namespace copysql = store::copysql;

QString amountText(const copysql::Amount& amount)
{
    const auto number = [](qint64 count) { return static_cast<int>(count); };
    QStringList parts{WorkspaceCopyDialog::tr("%Ln task(s)", nullptr, number(amount.tasks))};
    if (amount.lists > 0)
        parts.append(WorkspaceCopyDialog::tr("%Ln list(s)", nullptr, number(amount.lists)));
    if (amount.tags > 0)
        parts.append(WorkspaceCopyDialog::tr("%Ln tag(s)", nullptr, number(amount.tags)));
    return QLocale().createSeparatedList(parts);
}

WorkspaceCopyDialog::WorkspaceCopyDialog(const WorkspaceEntry& source, const QList<WorkspaceEntry>& targets,
                                         CopyContext context, QWidget* parent)
    : QDialog(parent)
    , m_form(std::make_unique<Ui::WorkspaceCopyDialog>())
    , m_source(source)
    , m_targets(targets)
    , m_context(std::move(context))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->setupUi(this);
    m_form->heading->setText(tr("Copy the tasks of %1").arg(source.title()));
    m_form->amount->setText(tr("Counting…"));
    m_form->progress->hide();
    m_form->outcome->hide();
    for (const WorkspaceEntry& target : targets)
        m_form->target->addItem(target.title(), target.id);
    connect(m_form->target, &QComboBox::currentIndexChanged, this, [this] { m_upgrade = false; });
    connect(m_form->copyButton, &QPushButton::clicked, this, &WorkspaceCopyDialog::start);
    connect(m_form->cancelButton, &QPushButton::clicked, this, &WorkspaceCopyDialog::reject);
    m_form->copyButton->setEnabled(false);
    m_counting = makeCopy();
    m_counting->amount().then(this, [this](const Result<copysql::Amount>& amount) { showAmount(amount); });
}

WorkspaceCopyDialog::~WorkspaceCopyDialog() = default;

void WorkspaceCopyDialog::choose(const QString& target)
{
    m_form->target->setCurrentIndex(qMax(0, m_form->target->findData(target)));
}

const WorkspaceEntry& WorkspaceCopyDialog::target() const
{
    return m_targets.at(m_form->target->currentIndex());
}

std::unique_ptr<app::WorkspaceCopy> WorkspaceCopyDialog::makeCopy() const
{
    app::CopyEnd to = app::copyEnd(target(), m_context.dataDirectory, m_context.secretsInFile);
    to.mayMigrate = to.mayMigrate || m_upgrade;
    return std::make_unique<app::WorkspaceCopy>(
        app::copyEnd(m_source, m_context.dataDirectory, m_context.secretsInFile), std::move(to),
        m_context.writer, m_context.clock);
}

void WorkspaceCopyDialog::showAmount(const Result<copysql::Amount>& amount)
{
    m_counting.reset();
    if (!amount) {
        m_form->amount->setText(amount.error().message);
        return;
    }
    const bool any = *amount != copysql::Amount();
    m_form->amount->setText(any ? amountText(*amount) : tr("%1 has no tasks.").arg(m_source.title()));
    m_form->copyButton->setEnabled(any);
    if (any)
        m_form->copyButton->setFocus();
}

void WorkspaceCopyDialog::start()
{
    m_copy = makeCopy();
    connect(m_copy.get(), &app::WorkspaceCopy::said, this, &WorkspaceCopyDialog::say);
    connect(m_copy.get(), &app::WorkspaceCopy::progressed, this, [this](int done, int total) {
        m_form->progress->setRange(0, qMax(1, total));
        m_form->progress->setValue(done);
        say(tr("%1 of %2 tasks").arg(QLocale().toString(done), QLocale().toString(total)));
    });
    connect(m_copy.get(), &app::WorkspaceCopy::finished, this, &WorkspaceCopyDialog::finish);
    m_form->progress->setRange(0, 0);
    m_form->progress->show();
    m_form->outcome->show();
    fit();
    m_form->target->setEnabled(false);
    m_form->copyButton->setEnabled(false);
    m_form->cancelButton->setText(tr("Cancel"));
    m_form->cancelButton->setFocus();
    m_copy->start();
}

void WorkspaceCopyDialog::say(const QString& sentence)
{
    m_form->outcome->setText(sentence);
    fit();
}

/// A window does not grow by itself for text that takes more lines, and would cut it.
void WorkspaceCopyDialog::fit()
{
    layout()->activate();
    resize(width(), qMax(height(), layout()->totalHeightForWidth(width())));
}

void WorkspaceCopyDialog::finish(const app::CopyReport& report)
{
    m_copy.release()->deleteLater(); // it is the one that speaks
    m_form->progress->hide();
    m_form->target->setEnabled(true);
    say(report.text(m_source.title(), target().title()));
    Q_EMIT copied(target().id, report);
    if (m_closing) {
        QDialog::reject();
        return;
    }
    const bool isDone = !report.error && !report.cancelled;
    m_upgrade = report.error && report.error->kind == core::ErrorKind::Migration;
    m_form->copyButton->setVisible(!isDone);
    m_form->copyButton->setEnabled(!isDone);
    m_form->copyButton->setText(m_upgrade ? tr("Upgrade the database and copy") : tr("Copy again"));
    m_form->cancelButton->setText(tr("Close"));
    m_form->cancelButton->setFocus();
}

void WorkspaceCopyDialog::reject()
{
    if (!m_copy) {
        QDialog::reject();
        return;
    }
    // The first press stops it and says what is there; closing the window does both.
    m_closing = sender() != m_form->cancelButton;
    say(tr("Cancelling…"));
    m_copy->cancel();
}

} // namespace glow::ui
