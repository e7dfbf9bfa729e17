#include "app/sidebar/place.h"

#include "core/uid.h"

namespace glow::app {

namespace {

struct Named {
    core::Scope scope;
    const char* word;
};

constexpr Named places[] = {
    {core::Scope::Inbox, "inbox"}, {core::Scope::Today, "today"},         {core::Scope::Upcoming, "upcoming"},
    {core::Scope::All, "all"},     {core::Scope::Completed, "completed"},
};

const QString listPrefix = QStringLiteral("list:");
const QString tagPrefix = QStringLiteral("tag:");
const QString filterPrefix = QStringLiteral("filter:");

} // namespace

QString Place::toText() const
{
    if (scope == core::Scope::List)
        return listPrefix + core::uidText(uid);
    if (scope == core::Scope::Tag)
        return tagPrefix + core::uidText(uid);
    if (scope == core::Scope::Filter)
        return filterPrefix + core::uidText(uid);
    for (const Named& place : places) {
        if (place.scope == scope)
            return QString::fromLatin1(place.word);
    }
    return {};
}

std::optional<Place> Place::fromText(const QString& text, const core::Catalogue& catalogue)
{
    for (const Named& place : places) {
        if (text == QLatin1String(place.word))
            return Place{place.scope, {}};
    }
    if (text.startsWith(listPrefix)) {
        const QString name = text.mid(listPrefix.size());
        const core::TaskList* list = catalogue.list(QUuid(name));
        if (!list)
            list = catalogue.listNamed(name);
        return list ? std::optional(Place{core::Scope::List, list->uid}) : std::nullopt;
    }
    if (text.startsWith(tagPrefix)) {
        const QString name = text.mid(tagPrefix.size());
        const core::Tag* tag = catalogue.tag(QUuid(name));
        if (!tag)
            tag = catalogue.tagNamed(name);
        return tag ? std::optional(Place{core::Scope::Tag, tag->uid}) : std::nullopt;
    }
    if (text.startsWith(filterPrefix)) {
        const QString name = text.mid(filterPrefix.size());
        const core::SavedFilter* filter = catalogue.filter(QUuid(name));
        if (!filter)
            filter = catalogue.filterNamed(name);
        return filter ? std::optional(Place{core::Scope::Filter, filter->uid}) : std::nullopt;
    }
    return std::nullopt;
}

core::TaskQuery Place::query() const
{
    core::TaskQuery query;
    query.scope = scope;
    query.scopeUid = uid;
    switch (scope) {
    case core::Scope::Today:
    case core::Scope::Upcoming:
        query.group = core::GroupField::Day;
        break;
    case core::Scope::Inbox:
    case core::Scope::List:
        query.sort = core::SortField::Manual;
        break;
    case core::Scope::Completed:
        query.sort = core::SortField::Completed;
        query.descending = true;
        query.group = core::GroupField::CompletedDay;
        break;
    case core::Scope::Search:
        query.sort = core::SortField::Match;
        query.withCompleted = true;
        break;
    default:
        break;
    }
    return query;
}

} // namespace glow::app
