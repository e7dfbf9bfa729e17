#include "ui/editor/historydialog.h"

#include "app/theme.h"
#include "app/workspace.h"
#include "core/task.h"
#include "ui/style/checkcircle.h"
#include "ui/style/icons.h"
#include "ui/style/rowpaint.h"
#include "ui_historydialog.h"

#include <QClipboard>
#include <QMenu>
#include <QPainter>

namespace glow::ui {

namespace {

constexpr int circle = 16;

QPixmap circlePixmap(const app::Theme& theme, const app::HistoryModel& model, qreal ratio)
{
    QPixmap picture(QSizeF(circle * ratio, circle * ratio).toSize());
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paintCheckCircle(painter, theme, QRectF(0, 0, circle, circle), core::priorityRank(model.priority()),
                     model.isCompleted());
    return picture;
}

} // namespace

HistoryDialog::HistoryDialog(app::Workspace& workspace, const app::Theme& theme, const QUuid& task,
                             QWidget* parent)
    : QDialog(parent)
    , m_form(std::make_unique<Ui::HistoryDialog>())
    , m_theme(theme)
    , m_model(workspace.reader(), workspace.changes(), workspace.catalogue(), workspace.clock(), task)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->setupUi(this);
    m_form->fieldsButton->setIcon(icon(theme, QStringLiteral("filter")));
    m_form->whole->hide();
    m_form->view->setUp(theme, m_model);
    connect(m_form->fieldsButton, &QPushButton::clicked, this, &HistoryDialog::chooseField);
    connect(m_form->view, &HistoryView::chosenChanged, this, &HistoryDialog::showChosen);
    connect(m_form->view, &HistoryView::restoreRequested, this, &HistoryDialog::restore);
    connect(m_form->view, &HistoryView::wholeRequested, m_form->wholeButton, &QPushButton::click);
    connect(m_form->wholeButton, &QPushButton::toggled, this, &HistoryDialog::showWhole);
    connect(m_form->copyButton, &QPushButton::clicked, this, &HistoryDialog::copy);
    connect(m_form->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_model, &app::HistoryModel::changed, this, &HistoryDialog::showHead);
    connect(&m_model, &app::HistoryModel::failed, this,
            [this](const core::Error& error) { m_form->problem->setText(error.message); });
    connect(&theme, &app::Theme::changed, this, &HistoryDialog::showHead);
    // Closing the workspace takes the rows away with it.
    connect(&workspace, &QObject::destroyed, this, &QDialog::reject);
    showHead();
    showChosen();
    m_form->view->setFocus();
    m_model.refresh();
}

HistoryDialog::~HistoryDialog() = default;

void HistoryDialog::showHead()
{
    m_form->task->setText(m_model.isRead() ? oneLine(m_model.title()) : tr("Reading…"));
    m_form->circle->setPixmap(circlePixmap(m_theme, m_model, devicePixelRatioF()));
    m_form->circle->setVisible(m_model.isRead());
    m_form->copyButton->setEnabled(m_model.rowCount() > 0);
    const QString field = m_model.field();
    m_form->fieldsButton->setText(field.isEmpty() ? tr("All fields") : app::FieldTexts::label(field));
}

void HistoryDialog::showChosen()
{
    const app::HistoryEntry* const entry = m_form->view->chosen();
    const bool isLong = entry && (!entry->wholeFrom.isEmpty() || !entry->wholeTo.isEmpty());
    m_form->wholeButton->setVisible(isLong);
    m_form->wholeBefore->setPlainText(isLong ? entry->wholeFrom : QString());
    m_form->wholeAfter->setPlainText(isLong ? entry->wholeTo : QString());
    if (!isLong)
        m_form->wholeButton->setChecked(false);
    m_form->problem->clear();
}

void HistoryDialog::showWhole(bool shown)
{
    m_form->whole->setVisible(shown && m_form->wholeButton->isVisible());
}

/// Only what has changed at all is offered.
void HistoryDialog::chooseField()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QStringList fields = m_model.fields();
    fields.prepend(QString());
    for (const QString& field : std::as_const(fields)) {
        const QString name = field.isEmpty() ? tr("All fields") : app::FieldTexts::label(field);
        QAction* action = menu->addAction(name, this, [this, field] { m_model.setField(field); });
        action->setCheckable(true);
        action->setChecked(field == m_model.field());
    }
    menu->popup(m_form->fieldsButton->mapToGlobal(QPoint(0, m_form->fieldsButton->height())));
}

void HistoryDialog::restore()
{
    m_form->problem->clear();
    const core::Result<void> done = m_model.restore(m_form->view->chosenRow());
    if (!done)
        m_form->problem->setText(done.error().message);
    m_form->view->setFocus();
}

/// The chosen line, or all that are shown.
void HistoryDialog::copy()
{
    QList<int> rows{m_form->view->chosenRow()};
    if (!m_form->view->chosen()) {
        rows.clear();
        for (int row = 0; row < m_model.rowCount(); ++row)
            rows.append(row);
    }
    QGuiApplication::clipboard()->setText(m_model.text(rows));
}

} // namespace glow::ui
