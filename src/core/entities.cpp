#include "core/entities.h"

#include "core/uid.h"

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

QUuid uidOfGroup(const QString& group)
{
    return QUuid(group.section(u' ', 1));
}

QString groupOfSection(const Section& section)
{
    return section.position + u' ' + uidText(section.uid);
}

QUuid Catalogue::parentOf(const TaskList& child) const
{
    return list(child.parent) ? child.parent : QUuid();
}

QList<TaskList> Catalogue::childrenOf(const QUuid& parent) const
{
    QList<TaskList> found;
    std::copy_if(lists.begin(), lists.end(), std::back_inserter(found),
                 [this, &parent](const TaskList& each) { return parentOf(each) == parent; });
    return found;
}

bool Catalogue::isBelow(const QUuid& uid, const QUuid& above) const
{
    QUuid place = uid;
    for (qsizetype step = 0; step <= lists.size() && !place.isNull(); ++step) {
        if (place == above)
            return true;
        const TaskList* here = list(place);
        place = here ? here->parent : QUuid();
    }
    return false;
}

const Section* Catalogue::section(const QUuid& uid) const
{
    return find(sections, [&uid](const Section& each) { return each.uid == uid; });
}

QList<Section> Catalogue::sectionsOf(const QUuid& list) const
{
    QList<Section> found;
    std::copy_if(sections.begin(), sections.end(), std::back_inserter(found),
                 [&list](const Section& each) { return each.list == list; });
    std::sort(found.begin(), found.end(),
              [](const Section& a, const Section& b) { return groupOfSection(a) < groupOfSection(b); });
    return found;
}

QUuid Catalogue::newTagUid(const QString& name) const
{
    QUuid uid = tagUid(tagNamespace, name);
    while (tag(uid))
        uid = QUuid::createUuidV5(tagNamespace, uidText(uid));
    return uid;
}

const Tag* Catalogue::tag(const QUuid& uid) const
{
    return find(tags, [&uid](const Tag& each) { return each.uid == uid; });
}

const SavedFilter* Catalogue::filter(const QUuid& uid) const
{
    return find(filters, [&uid](const SavedFilter& each) { return each.uid == uid; });
}

const SavedFilter* Catalogue::filterNamed(QStringView name) const
{
    return findNamed(filters, name);
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
