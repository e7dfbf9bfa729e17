#include "app/cataloguepatch.h"

#include <algorithm>

namespace glow::app {

namespace {

template <typename T> T& row(QList<T>& all, const QUuid& uid)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [&uid](const T& each) { return each.uid == uid; });
    if (found != all.end())
        return *found;
    T fresh;
    fresh.uid = uid;
    all.append(fresh);
    return all.last();
}

template <typename T> void removeRow(QList<T>& all, const QUuid& uid)
{
    all.removeIf([&uid](const T& each) { return each.uid == uid; });
}

void set(const QJsonObject& values, const char* key, QString& member)
{
    const auto found = values.constFind(QLatin1String(key));
    if (found != values.constEnd())
        member = found->toString();
}

void set(const QJsonObject& values, const char* key, QUuid& member)
{
    const auto found = values.constFind(QLatin1String(key));
    if (found != values.constEnd())
        member = QUuid(found->toString());
}

void setList(core::TaskList& list, const QJsonObject& values)
{
    set(values, "name", list.name);
    set(values, "colour", list.colour);
    set(values, "parent", list.parent);
    set(values, "position", list.position);
    list.archived = values.value(u"archived").toBool(list.archived);
}

void setSection(core::Section& section, const QJsonObject& values)
{
    set(values, "name", section.name);
    set(values, "list", section.list);
    set(values, "position", section.position);
}

void setTag(core::Tag& tag, const QJsonObject& values)
{
    set(values, "name", tag.name);
    set(values, "colour", tag.colour);
}

void setFilter(core::SavedFilter& filter, const QJsonObject& values)
{
    set(values, "name", filter.name);
    set(values, "query", filter.query);
    set(values, "colour", filter.colour);
    set(values, "position", filter.position);
}

template <typename T> void sortByPosition(QList<T>& all)
{
    std::stable_sort(all.begin(), all.end(), [](const T& a, const T& b) { return a.position < b.position; });
}

} // namespace

bool isCatalogueEntity(core::Entity entity)
{
    return entity == core::Entity::List || entity == core::Entity::Section || entity == core::Entity::Tag ||
           entity == core::Entity::Filter;
}

void setCatalogueRow(core::Catalogue& catalogue, core::Entity entity, const QUuid& uid,
                     const QJsonObject& values)
{
    if (entity == core::Entity::List)
        setList(row(catalogue.lists, uid), values);
    else if (entity == core::Entity::Section)
        setSection(row(catalogue.sections, uid), values);
    else if (entity == core::Entity::Tag)
        setTag(row(catalogue.tags, uid), values);
    else if (entity == core::Entity::Filter)
        setFilter(row(catalogue.filters, uid), values);
}

void removeCatalogueRow(core::Catalogue& catalogue, core::Entity entity, const QUuid& uid)
{
    if (entity == core::Entity::List) {
        removeRow(catalogue.lists, uid);
        catalogue.sections.removeIf([&uid](const core::Section& section) { return section.list == uid; });
    } else if (entity == core::Entity::Section) {
        removeRow(catalogue.sections, uid);
    } else if (entity == core::Entity::Tag) {
        removeRow(catalogue.tags, uid);
    } else if (entity == core::Entity::Filter) {
        removeRow(catalogue.filters, uid);
    }
}

void patchCatalogue(core::Catalogue& catalogue, const core::Operation& operation)
{
    if (operation.verb == core::Verb::Delete)
        removeCatalogueRow(catalogue, operation.on, operation.uid);
    else if (!operation.set.isEmpty())
        setCatalogueRow(catalogue, operation.on, operation.uid, operation.set);
}

bool mergeReply(core::Catalogue& catalogue, const core::ApplyReply& reply)
{
    bool changed = false;
    for (auto it = reply.rows.cbegin(); it != reply.rows.cend(); ++it) {
        if (!isCatalogueEntity(it.key()))
            continue;
        for (const QJsonObject& values : it.value())
            setCatalogueRow(catalogue, it.key(), QUuid(values[u"uid"].toString()), values);
        changed = true;
    }
    for (const auto& [entity, uid] : reply.gone) {
        if (!isCatalogueEntity(entity))
            continue;
        removeCatalogueRow(catalogue, entity, uid);
        changed = true;
    }
    if (changed)
        sortCatalogue(catalogue);
    return changed;
}

void sortCatalogue(core::Catalogue& catalogue)
{
    sortByPosition(catalogue.lists);
    sortByPosition(catalogue.sections);
    sortByPosition(catalogue.filters);
    std::stable_sort(catalogue.tags.begin(), catalogue.tags.end(),
                     [](const core::Tag& a, const core::Tag& b) {
                         return QString::localeAwareCompare(a.name, b.name) < 0;
                     });
}

} // namespace glow::app
