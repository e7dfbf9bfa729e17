// Where lists go in the sidebar: by drag and by the keyboard.
#include "app/sidebar/sidebarmodel.h"

#include <algorithm>

namespace glow::app {

namespace {

constexpr qreal edge = 0.25; ///< of a row: nearer than this is between two rows

} // namespace

bool SidebarModel::isListRow(int row) const
{
    return row >= 0 && row < m_rows.size() && m_rows.at(row).kind == Kind::List;
}

std::optional<SidebarModel::ListPlace> SidebarModel::listPlace(const QUuid& list, int row, qreal part,
                                                               int depth) const
{
    const auto stays = [&](int at) {
        return isListRow(at) && !m_catalogue.isBelow(m_rows.at(at).place.uid, list);
    };
    if (!isListRow(row) && !isListRow(row - 1))
        return std::nullopt;
    if (isListRow(row) && part > edge && part < 1 - edge)
        return ListPlace{row, 0, true, m_rows.at(row).place.uid, {}};
    ListPlace place;
    place.row = isListRow(row) && part >= 1 - edge ? row + 1 : row;
    int above = place.row - 1;
    while (isListRow(above) && !stays(above))
        --above;
    int below = place.row;
    while (isListRow(below) && !stays(below))
        ++below;
    const int least = isListRow(below) ? m_rows.at(below).depth : 0;
    const int most = isListRow(above) ? std::max(least, m_rows.at(above).depth + 1) : least;
    place.depth = std::clamp(depth, least, most);
    if (isListRow(below) && m_rows.at(below).depth == place.depth)
        place.before = m_rows.at(below).place.uid;
    for (int at = above; isListRow(at); --at) {
        if (stays(at) && m_rows.at(at).depth < place.depth) {
            place.parent = m_rows.at(at).place.uid;
            break;
        }
    }
    return place;
}

void SidebarModel::moveList(const QUuid& list, const QUuid& parent, const QUuid& before)
{
    if (!m_actions.moveList(list, parent, before))
        Q_EMIT said(tr("A list cannot lie below itself."));
    else if (!parent.isNull())
        setCollapsed(parent, false); // what was moved stays in sight
}

std::optional<SidebarModel::ListPlace> SidebarModel::stepPlace(const QUuid& uid, Step step) const
{
    const core::TaskList* list = m_catalogue.list(uid);
    if (!list)
        return std::nullopt;
    const QUuid parent = m_catalogue.parentOf(*list);
    const QList<core::TaskList> level = shownChildren(parent);
    const auto found = std::find_if(level.begin(), level.end(),
                                    [&uid](const core::TaskList& each) { return each.uid == uid; });
    const qsizetype at = found - level.begin();
    const auto place = [](const QUuid& into, const QUuid& before) {
        return ListPlace{0, 0, false, into, before};
    };
    const auto uidAt = [](const QList<core::TaskList>& all, qsizetype i) {
        return i >= 0 && i < all.size() ? all.at(i).uid : QUuid();
    };
    switch (step) {
    case Step::Up:
        return at > 0 ? std::optional(place(parent, uidAt(level, at - 1))) : std::nullopt;
    case Step::Down:
        return at + 1 < level.size() ? std::optional(place(parent, uidAt(level, at + 2))) : std::nullopt;
    case Step::In:
        return at > 0 ? std::optional(place(uidAt(level, at - 1), {})) : std::nullopt;
    case Step::Out:
        break;
    }
    const core::TaskList* upper = m_catalogue.list(parent);
    if (!upper)
        return std::nullopt;
    const QUuid outer = m_catalogue.parentOf(*upper);
    const QList<core::TaskList> around = m_catalogue.childrenOf(outer);
    const auto here = std::find_if(around.begin(), around.end(),
                                   [&parent](const core::TaskList& each) { return each.uid == parent; });
    return place(outer, uidAt(around, here - around.begin() + 1));
}

bool SidebarModel::canStep(const QUuid& list, Step step) const
{
    return stepPlace(list, step).has_value();
}

void SidebarModel::stepList(const QUuid& list, Step step)
{
    if (const auto place = stepPlace(list, step))
        moveList(list, place->parent, place->before);
}

} // namespace glow::app
