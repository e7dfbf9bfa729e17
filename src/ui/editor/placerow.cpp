#include "ui/editor/placerow.h"

#include "app/editor/taskeditormodel.h"
#include "app/theme.h"
#include "app/workspace.h"
#include "ui/style/icons.h"

#include <QComboBox>
#include <QEvent>
#include <QPainter>

namespace glow::ui {

namespace {

/// The mark of a list in the list box: a dot of 8 at the leading edge.
QIcon listMark(const QColor& colour)
{
    constexpr int scale = 4;
    QPixmap dot(16 * scale, 16 * scale);
    dot.fill(Qt::transparent);
    QPainter painter(&dot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(4, 4, 8, 8));
    return QIcon(dot);
}

} // namespace

PlaceRow::PlaceRow(app::TaskEditorModel& model, app::Workspace& workspace, const app::Theme& theme,
                   QComboBox& list, QComboBox& section, QWidget& sectionBox)
    : QObject(&list)
    , m_model(model)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_list(list)
    , m_section(section)
    , m_sectionBox(sectionBox)
{
    connect(&list, &QComboBox::activated, this,
            [this] { m_model.moveToList(m_list.currentData().toUuid()); });
    connect(&section, &QComboBox::activated, this,
            [this] { m_model.moveToSection(m_section.currentData().toUuid()); });
    connect(&workspace, &app::Workspace::catalogueChanged, this, &PlaceRow::show);
    connect(&theme, &app::Theme::changed, this, &PlaceRow::show);
    for (QComboBox* box : {&list, &section}) {
        box->setFocusPolicy(Qt::StrongFocus);
        box->installEventFilter(this);
    }
    show();
}

/// Scrolling the pane must not choose another list.
bool PlaceRow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Wheel || static_cast<QWidget*>(watched)->hasFocus())
        return QObject::eventFilter(watched, event);
    event->ignore();
    return true;
}

void PlaceRow::show()
{
    const QUuid current = m_model.task().list;
    m_list.clear();
    m_list.addItem(icon(m_theme, QStringLiteral("inbox"), Ink::Muted), tr("Inbox"), QUuid());
    for (const core::TaskList& list : m_workspace.catalogue().lists) {
        if (!list.archived || list.uid == current)
            m_list.addItem(listMark(m_theme.listColour(list.colour)), list.name, list.uid);
    }
    m_list.setCurrentIndex(qMax(0, m_list.findData(current)));
    showSection();
}

/// Only where the list has sections is there anything to choose.
void PlaceRow::showSection()
{
    const QList<core::Section> all = m_workspace.catalogue().sectionsOf(m_model.task().list);
    m_section.clear();
    m_section.addItem(tr("None"), QUuid());
    for (const core::Section& section : all)
        m_section.addItem(section.name, section.uid);
    m_section.setCurrentIndex(qMax(0, m_section.findData(m_model.task().section)));
    m_sectionBox.setVisible(!all.isEmpty());
}

} // namespace glow::ui
