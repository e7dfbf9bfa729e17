#include "core/entities.h"

#include <algorithm>

namespace glow::core {

namespace {

template <typename T, typename Match> const T* find(const QList<T>& all, Match match)
{
    const auto found = std::find_if(all.cbegin(), all.cend(), match);
    return found == all.cend() ? nullptr : &*found;
}

template <typename T> const T* findNamed(const QList<T>& all, QStringView name)
{
    return find(all, [name](const T& each) { return name.compare(each.name, Qt::CaseInsensitive) == 0; });
}

} // namespace

const TaskList* Catalogue::list(const QUuid& uid) const
{
    return find(lists, [&uid](const TaskList& each) { return each.uid == uid; });
}

const Tag* Catalogue::tag(const QUuid& uid) const
{
    return find(tags, [&uid](const Tag& each) { return each.uid == uid; });
}

const TaskList* Catalogue::listNamed(QStringView name) const
{
    return findNamed(lists, name);
}

const Tag* Catalogue::tagNamed(QStringView name) const
{
    return findNamed(tags, name);
}

} // namespace glow::core
