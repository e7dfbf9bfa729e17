#include "app/quickadd/namesuggestions.h"

#include <algorithm>

namespace glow::app {

namespace {

using core::QuickAddPart;

constexpr qsizetype mostRows = 6;

NameSuggestion suggestion(QuickAddPart part, const QString& name)
{
    NameSuggestion made;
    made.part = part;
    made.name = name;
    return made;
}

QList<NameSuggestion> namesOf(const core::QuickAddName& typed, const core::Catalogue& catalogue,
                              const core::Counts& counts)
{
    QList<NameSuggestion> names;
    if (typed.part == QuickAddPart::List) {
        for (const core::TaskList& list : catalogue.lists) {
            if (list.archived)
                continue;
            names.append(suggestion(typed.part, list.name));
            names.last().colour = list.colour;
            names.last().count = counts.lists.value(list.uid);
        }
    } else if (typed.part == QuickAddPart::Tag) {
        for (const core::Tag& tag : catalogue.tags) {
            names.append(suggestion(typed.part, tag.name));
            names.last().count = counts.tags.value(tag.uid);
        }
    } else if (const core::TaskList* list = catalogue.listNamed(typed.list)) {
        for (const core::Section& section : catalogue.sections) {
            if (section.list == list->uid)
                names.append(suggestion(typed.part, section.name));
        }
    }
    return names;
}

/// 0: the name begins so, 1: a word of it does, 2: it holds the text.
int distance(const NameSuggestion& each)
{
    if (each.matchStart == 0)
        return 0;
    return each.name.at(each.matchStart - 1).isLetterOrNumber() ? 2 : 1;
}

} // namespace

QList<NameSuggestion> suggestNames(const core::QuickAddName& typed, const core::Catalogue& catalogue,
                                   const core::Counts& counts, const core::QuickAddContext& context)
{
    QList<NameSuggestion> found;
    bool isThere = false;
    for (NameSuggestion each : namesOf(typed, catalogue, counts)) {
        each.matchStart = each.name.indexOf(typed.typed, 0, Qt::CaseInsensitive);
        isThere = isThere || each.name.compare(typed.typed, Qt::CaseInsensitive) == 0;
        if (each.matchStart >= 0)
            found.append(each);
    }
    std::stable_sort(found.begin(), found.end(), [](const NameSuggestion& a, const NameSuggestion& b) {
        return distance(a) < distance(b);
    });
    QList<NameSuggestion> rows;
    for (auto each = found.cbegin(); each != found.cend() && rows.size() < mostRows; ++each) {
        rows.append(*each);
        rows.last().token = core::quickAddNameToken(each->part, each->name, context);
        if (rows.constLast().token.isEmpty())
            rows.removeLast();
    }
    if (isThere && rows.size() <= 1)
        return {};
    NameSuggestion fresh = suggestion(typed.part, typed.typed);
    fresh.isNew = true;
    fresh.token =
        typed.typed.isEmpty() ? QString() : core::quickAddNameToken(typed.part, typed.typed, context);
    if (!isThere && !fresh.token.isEmpty())
        rows.append(fresh);
    return rows;
}

} // namespace glow::app
