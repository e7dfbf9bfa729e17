#include "ui/table/sectionmenu.h"

#include "app/workspace.h"
#include "ui/sidebar/listdialog.h"
#include "ui/style/icons.h"
#include "ui/table/tasktableview.h"

#include <QMenu>

namespace glow::ui {

SectionMenu::SectionMenu(app::Workspace& workspace, TaskTableView& table, const app::Theme& theme,
                         QWidget& page)
    : m_workspace(workspace)
    , m_table(table)
    , m_theme(theme)
    , m_page(page)
    , m_actions(workspace.changes(), workspace.catalogue())
{
    connect(&table, &TaskTableView::sectionMenuRequested, this, &SectionMenu::open);
    connect(&table, &TaskTableView::sectionDropped, this,
            [this](const QUuid& section, const QUuid& before) { m_actions.moveSection(section, before); });
}

void SectionMenu::create(const QUuid& list)
{
    auto* dialog = new ListDialog(
        m_theme, tr("New section"),
        [this, list](const QString& name) { return m_actions.sectionNameProblem(list, name); },
        m_page.window());
    dialog->setPlain();
    connect(dialog, &ListDialog::saved, this,
            [this, list](const QString& name) { m_actions.createSection(list, name); });
    dialog->open();
}

void SectionMenu::rename(const QUuid& uid)
{
    const core::Section* section = m_workspace.catalogue().section(uid);
    if (!section)
        return;
    auto* dialog = new ListDialog(
        m_theme, tr("Rename section"),
        [this, uid, list = section->list](const QString& name) {
            return m_actions.sectionNameProblem(list, name, uid);
        },
        m_page.window());
    dialog->setPlain();
    dialog->setName(section->name);
    connect(dialog, &ListDialog::saved, this,
            [this, uid](const QString& name) { m_actions.renameSection(uid, name); });
    dialog->open();
}

QMenu* SectionMenu::open(const QUuid& uid, const QPoint& at)
{
    const core::Section* section = m_workspace.catalogue().section(uid);
    if (!section)
        return nullptr;
    auto* menu = new QMenu(&m_page);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fill(*menu, *section);
    menu->popup(at);
    return menu;
}

/// Where its heading stands.
void SectionMenu::openByKey(const QUuid& section)
{
    if (QMenu* menu = open(section, m_table.sectionPoint(section)))
        menu->setActiveAction(menu->actions().constFirst());
}

void SectionMenu::moveBy(const QUuid& uid, int places)
{
    const core::Section* section = m_workspace.catalogue().section(uid);
    if (!section)
        return;
    const QList<core::Section> all = m_workspace.catalogue().sectionsOf(section->list);
    const qsizetype target = all.indexOf(*section) + places;
    if (target < 0 || target >= all.size())
        return;
    const qsizetype before = places > 0 ? target + 1 : target;
    m_actions.moveSection(uid, before < all.size() ? all.at(before).uid : QUuid());
}

void SectionMenu::fill(QMenu& menu, const core::Section& section)
{
    const QUuid uid = section.uid;
    const bool isFolded = m_table.isCollapsed(uid);
    menu.addAction(isFolded ? tr("&Unfold") : tr("&Fold"), this,
                   [this, uid, isFolded] { m_table.setSectionFolded(uid, !isFolded); });
    menu.addAction(icon(m_theme, QStringLiteral("edit")), tr("&Rename…"), this, [this, uid] { rename(uid); });
    const QList<core::Section> all = m_workspace.catalogue().sectionsOf(section.list);
    const qsizetype at = all.indexOf(section);
    QAction* up = menu.addAction(icon(m_theme, QStringLiteral("chevron-up")), tr("Move &up"), this,
                                 [this, uid] { moveBy(uid, -1); });
    up->setEnabled(at > 0);
    QAction* down = menu.addAction(icon(m_theme, QStringLiteral("chevron-down")), tr("Move &down"), this,
                                   [this, uid] { moveBy(uid, 1); });
    down->setEnabled(at + 1 < all.size());
    menu.addSeparator();
    menu.addAction(icon(m_theme, QStringLiteral("plus")), tr("&New section…"), this,
                   [this, list = section.list] { create(list); });
    menu.addAction(icon(m_theme, QStringLiteral("trash")), tr("&Delete section, keep its tasks"), this,
                   [this, uid] { m_actions.deleteSection(uid); });
}

} // namespace glow::ui
