#include "ui/editor/editornotice.h"

#include "app/editor/taskeditormodel.h"
#include "app/theme.h"

#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace glow::ui {

EditorNotice::EditorNotice(app::TaskEditorModel& model, const app::Theme& theme, QFrame& box, QLabel& text,
                           QPushButton& restore)
    : QObject(&box)
    , m_model(model)
    , m_theme(theme)
    , m_box(box)
    , m_text(text)
{
    m_box.installEventFilter(this);
    connect(&restore, &QPushButton::clicked, &m_model, &app::TaskEditorModel::restore);
}

void EditorNotice::refresh()
{
    const bool deleted = m_model.state() == app::TaskEditorModel::State::Deleted;
    m_box.setVisible(deleted);
    if (deleted)
        m_text.setText(m_model.problem());
}

bool EditorNotice::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint) {
        QPainter painter(&m_box);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(m_theme.colours().today);
        painter.setBrush(m_theme.colours().warnTint);
        painter.drawRoundedRect(QRectF(m_box.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace glow::ui
