#include "ui/editor/editornotice.h"

#include "app/editor/datetext.h"
#include "app/editor/taskeditormodel.h"
#include "app/editor/titlecheck.h"
#include "app/theme.h"

#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

namespace glow::ui {

EditorNotice::EditorNotice(app::TaskEditorModel& model, const app::Theme& theme, QFrame* box, QLabel* text,
                           QPushButton* first, QPushButton* second)
    : QObject(box)
    , m_model(model)
    , m_theme(theme)
    , m_box(box)
    , m_text(text)
    , m_first(first)
    , m_second(second)
{
    m_box->installEventFilter(this);
    connect(&m_model, &app::TaskEditorModel::conflictsChanged, this, &EditorNotice::refresh);
    connect(m_first, &QPushButton::clicked, this, [this] {
        if (m_model.state() == app::TaskEditorModel::State::Deleted)
            m_model.restore();
        else if (!m_model.conflicts().isEmpty())
            m_model.takeTheirs(m_model.conflicts().firstKey());
    });
    connect(m_second, &QPushButton::clicked, &m_model, &app::TaskEditorModel::keepMine);
}

void EditorNotice::refresh()
{
    const bool deleted = m_model.state() == app::TaskEditorModel::State::Deleted;
    m_box->setVisible(deleted || !m_model.conflicts().isEmpty());
    m_second->setVisible(!deleted);
    if (deleted) {
        m_text->setText(m_model.problem());
        m_first->setText(tr("Restore"));
    } else if (!m_model.conflicts().isEmpty()) {
        showConflict();
    }
}

void EditorNotice::showConflict()
{
    const QString field = m_model.conflicts().firstKey();
    const QString theirs = app::shortTitle(m_model.conflicts().first().toVariant().toString());
    const QString sentence =
        field == u"title"
            ? tr("The title was changed elsewhere while you edited. Yours is stored, theirs was “%1”.")
        : field == u"notes"
            ? tr("The notes were changed elsewhere while you edited. Yours are stored, theirs began “%1”.")
        : field == u"due_date"
            ? tr("The due date was changed elsewhere while you edited. Yours is stored, theirs was “%1”.")
            : tr("This task was changed elsewhere while you edited. Your value is stored, theirs was “%1”.");
    m_text->setText(sentence.arg(theirs.isEmpty() ? tr("empty") : theirs));
    m_first->setText(tr("Take theirs"));
    m_second->setText(tr("Keep mine"));
}

bool EditorNotice::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint) {
        QPainter painter(m_box);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(m_theme.colours().today);
        painter.setBrush(m_theme.colours().warnTint);
        painter.drawRoundedRect(QRectF(m_box->rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace glow::ui
