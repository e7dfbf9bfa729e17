#include "ui/editor/notesfield.h"

#include "app/editor/taskeditormodel.h"
#include "ui/editor/notesedit.h"
#include "ui/editor/noteslink.h"
#include "ui/style/icons.h"

#include <QFileDialog>
#include <QToolButton>
#include <utility>

namespace glow::ui {

namespace {

const QString notesField = QStringLiteral("notes");

} // namespace

NotesField::NotesField(app::TaskEditorModel& model, const app::Theme& theme, NotesEdit* notes,
                       NotesLink* link, QToolButton* attach)
    : QObject(notes)
    , m_model(model)
    , m_notes(notes)
    , m_link(link)
{
    notes->setTheme(theme);
    attach->setIcon(icon(theme, QStringLiteral("attachment"), Ink::Muted));
    connect(notes, &NotesEdit::editingStarted, this, [this] {
        m_link->hide();
        m_model.hold(notesField);
    });
    connect(notes, &NotesEdit::edited, this, &NotesField::typed);
    connect(notes, &NotesEdit::changed, this, &NotesField::changed);
    connect(notes, &NotesEdit::linkChosen, link, &NotesLink::showTarget);
    connect(&model, &app::TaskEditorModel::shown, this, [this] {
        if (std::exchange(m_task, m_model.uid()) != m_task)
            m_link->hide();
    });
    connect(attach, &QToolButton::clicked, this, &NotesField::chooseFiles);
}

void NotesField::typed(const QString& notes)
{
    m_model.edit(notesField, notes.isEmpty() ? QJsonValue() : QJsonValue(notes));
}

/// One change and one step to undo, apart from what is typed before and after.
void NotesField::changed(const QString& notes)
{
    m_model.flush();
    typed(notes);
    m_model.flush();
}

void NotesField::chooseFiles()
{
    auto* dialog = new QFileDialog(m_notes->window(), tr("Attach a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    const QUuid task = m_model.uid();
    connect(dialog, &QFileDialog::urlsSelected, this, [this, task](const QList<QUrl>& urls) {
        if (m_model.uid() == task)
            m_notes->attach(urls);
    });
    dialog->open();
}

} // namespace glow::ui
