#include "ui/filters/filtereditor.h"

#include "app/sidebar/catalogueactions.h"
#include "app/theme.h"
#include "core/filter/filtertext.h"
#include "store/sqltext.h"
#include "ui/filters/querycompleter.h"
#include "ui/sidebar/listdialog.h"
#include "ui_filtereditor.h"

#include <QPushButton>

namespace glow::ui {

namespace {

constexpr int longestQuery = 1000;

} // namespace

FilterEditor::FilterEditor(const app::Theme& theme, app::CatalogueActions& actions,
                           const core::Catalogue& catalogue, const core::SavedFilter& filter,
                           const QDateTime& now, QWidget* parent)
    : QDialog(parent)
    , m_form(std::make_unique<Ui::FilterEditor>())
    , m_actions(actions)
    , m_filter(filter)
    , m_now(now)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->setupUi(this);
    setWindowTitle(filter.uid.isNull() ? tr("New filter") : tr("Edit filter"));
    m_form->heading->setText(windowTitle());
    m_form->nameEdit->setAccessibleName(tr("Name"));
    m_form->queryEdit->setAccessibleName(tr("Conditions"));
    m_form->queryEdit->setMaxLength(longestQuery);
    m_form->queryEdit->setPlaceholderText(tr("due before: next week & !blocked"));
    m_form->colourBox->setAccessibleName(tr("Colour"));
    fillColours(*m_form->colourBox, theme, filter.colour, true);
    m_form->nameEdit->setText(filter.name);
    m_form->queryEdit->setText(filter.query);
    QPalette bad = theme.palette();
    bad.setColor(QPalette::WindowText, theme.colours().overdue);
    m_form->problem->setPalette(bad);
    new QueryCompleter(*m_form->queryEdit, catalogue);
    connect(m_form->nameEdit, &QLineEdit::textChanged, this, &FilterEditor::check);
    connect(m_form->queryEdit, &QLineEdit::textChanged, this, &FilterEditor::check);
    connect(m_form->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_form->saveButton, &QPushButton::clicked, this, &FilterEditor::save);
    check();
    m_form->nameEdit->setFocus();
}

FilterEditor::~FilterEditor() = default;

void FilterEditor::check()
{
    const QString query = m_form->queryEdit->text();
    const core::ParsedFilter parsed = core::parseFilter(query, m_now, QLocale());
    m_form->meaning->setText(core::filterText(parsed, m_now.date(), QLocale()));
    const QString name = m_form->nameEdit->text().simplified();
    QString problem = name.isEmpty() ? QString() : m_actions.filterNameProblem(name, m_filter.uid);
    if (!parsed.ok())
        problem = parsed.error;
    else if (!store::isStorable(query))
        problem = tr("The conditions have a character that PostgreSQL cannot store.");
    m_form->problem->setText(problem);
    m_form->problem->setVisible(!problem.isEmpty());
    m_form->saveButton->setEnabled(problem.isEmpty() && !name.isEmpty() && !query.simplified().isEmpty());
}

void FilterEditor::save()
{
    const QString name = m_form->nameEdit->text().simplified();
    const QString query = m_form->queryEdit->text().trimmed();
    const QString colour = m_form->colourBox->currentData().toString();
    if (m_filter.uid.isNull())
        m_filter.uid = m_actions.createFilter(name, query, colour);
    else
        m_actions.editFilter(m_filter.uid, name, query, colour);
    Q_EMIT saved(m_filter.uid);
    accept();
}

} // namespace glow::ui
