#include "ui/pagetexts.h"

#include "ui/taskpage.h"

namespace glow::ui {

using core::Scope;
using core::SortField;

QString placeName(const app::Place& place, const core::Catalogue& catalogue)
{
    switch (place.scope) {
    case Scope::Inbox:
        return TaskPage::tr("Inbox");
    case Scope::Today:
        return TaskPage::tr("Today");
    case Scope::Upcoming:
        return TaskPage::tr("Upcoming");
    case Scope::All:
        return TaskPage::tr("All tasks");
    case Scope::Completed:
        return TaskPage::tr("Completed");
    case Scope::Search:
        return TaskPage::tr("Search");
    case Scope::List:
        if (const core::TaskList* list = catalogue.list(place.uid))
            return list->name;
        break;
    case Scope::Tag:
        if (const core::Tag* tag = catalogue.tag(place.uid))
            return u'@' + tag->name;
        break;
    case Scope::Filter:
        if (const core::SavedFilter* filter = catalogue.filter(place.uid))
            return filter->name;
        break;
    case Scope::Subtasks:
        break;
    }
    return {};
}

QString countText(const app::Place& place, const core::Counts& counts)
{
    const auto open = [](qint64 count) { return TaskPage::tr("%n open", nullptr, static_cast<int>(count)); };
    switch (place.scope) {
    case Scope::Inbox:
        return open(counts.inbox);
    case Scope::All:
        return open(counts.all);
    case Scope::List:
        return open(counts.lists.value(place.uid));
    case Scope::Tag:
        return open(counts.tags.value(place.uid));
    case Scope::Filter:
        return TaskPage::tr("%n task(s)", nullptr, static_cast<int>(counts.filters.value(place.uid)));
    case Scope::Upcoming:
        return TaskPage::tr("%n task(s) after today", nullptr, static_cast<int>(counts.upcoming));
    default:
        return {};
    }
}

QString sortName(SortField sort)
{
    switch (sort) {
    case SortField::Manual:
        return TaskPage::tr("Manual order");
    case SortField::Title:
        return TaskPage::tr("Title");
    case SortField::List:
        return TaskPage::tr("List");
    case SortField::Due:
        return TaskPage::tr("Due");
    case SortField::Priority:
        return TaskPage::tr("Priority");
    case SortField::Created:
        return TaskPage::tr("Created");
    case SortField::Updated:
        return TaskPage::tr("Updated");
    case SortField::Completed:
        return TaskPage::tr("Completed");
    case SortField::Start:
        return TaskPage::tr("Start");
    case SortField::Deadline:
        return TaskPage::tr("Deadline");
    case SortField::Match:
        return TaskPage::tr("Best match");
    }
    return {};
}

} // namespace glow::ui
