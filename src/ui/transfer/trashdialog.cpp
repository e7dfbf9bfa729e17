#include "ui/transfer/trashdialog.h"

#include "app/theme.h"
#include "app/workspace.h"
#include "ui/style/icons.h"
#include "ui_trashdialog.h"

#include <QLocale>

namespace glow::ui {

TrashDialog::TrashDialog(app::Workspace& workspace, const app::Theme& theme, QWidget* parent)
    : QDialog(parent)
    , m_form(std::make_unique<Ui::TrashDialog>())
    , m_model(workspace.reader(), workspace.changes(), workspace.clock())
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->setupUi(this);
    m_form->search->addAction(icon(theme, QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_form->emptyButton->setIcon(icon(theme, QStringLiteral("trash")));
    m_form->restoreButton->setIcon(icon(theme, QStringLiteral("restore"), Ink::OnAccent));
    m_form->view->setUp(theme, m_model);
    connect(m_form->search, &QLineEdit::textChanged, &m_model, &app::TrashModel::setSearch);
    connect(m_form->view, &TrashView::chosenChanged, this, &TrashDialog::showChosen);
    connect(m_form->restoreButton, &QPushButton::clicked, this, &TrashDialog::restore);
    connect(m_form->closeButton, &QPushButton::clicked, this, &TrashDialog::reject);
    connect(m_form->emptyButton, &QPushButton::clicked, this, &TrashDialog::empty);
    connect(&m_model, &app::TrashModel::changed, this, &TrashDialog::showAmount);
    connect(&m_model, &app::TrashModel::failed, this, [this](const core::Error& error) {
        m_form->problem->setText(error.message);
        Q_EMIT settled();
    });
    // Closing the workspace takes the rows away with it.
    connect(&workspace, &QObject::destroyed, this, &QDialog::reject);
    showAmount();
    showChosen();
    m_form->view->setFocus();
    m_model.refresh();
}

TrashDialog::~TrashDialog() = default;

void TrashDialog::showAmount()
{
    const bool isEmpty = m_model.isRead() && m_model.total() == 0;
    const auto total = static_cast<int>(m_model.total());
    m_form->amount->setText(!m_model.isRead() ? tr("Reading…")
                            : isEmpty
                                ? (m_model.search().isEmpty() ? tr("Nothing here") : tr("Nothing found"))
                                : tr("%Ln item(s)", nullptr, total));
    m_form->emptyButton->setEnabled(m_asking || (total > 0 && m_model.search().isEmpty()));
    if (m_model.isRead() && !m_model.isLoading())
        Q_EMIT settled();
}

void TrashDialog::showChosen()
{
    const auto count = static_cast<int>(m_form->view->chosenRows().size());
    m_form->restoreButton->setText(count == 0 ? tr("Restore") : tr("Restore %Ln item(s)", nullptr, count));
    m_form->restoreButton->setEnabled(count > 0);
    if (count > 0)
        askAboutEmptying(false);
}

void TrashDialog::restore()
{
    m_form->problem->clear();
    m_model.restore(m_form->view->chosenRows());
    m_form->view->clearSelection();
    m_form->view->setFocus();
}

/// What cannot be undone is asked about, here and not in a box of its own.
void TrashDialog::askAboutEmptying(bool asking)
{
    m_asking = asking;
    m_form->emptyButton->setText(asking ? tr("Delete for good") : tr("Empty trash…"));
    m_form->problem->setText(asking ? tr("This cannot be undone.") : QString());
    m_form->closeButton->setText(asking ? tr("Cancel") : tr("Close"));
}

void TrashDialog::empty()
{
    if (!m_asking) {
        askAboutEmptying(true);
        return;
    }
    askAboutEmptying(false);
    m_model.empty();
}

void TrashDialog::reject()
{
    if (m_asking)
        askAboutEmptying(false);
    else
        QDialog::reject();
}

} // namespace glow::ui
