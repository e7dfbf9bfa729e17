#pragma once
#include "core/filter/filternode.h"
#include "core/taskquery.h"

#include <QDateTime>
#include <QLocale>

namespace glow::core {

/// A query as read, or where it is broken: `error` is a translated sentence that names the word at
/// `errorStart`.
struct ParsedFilter {
    FilterNode root;
    std::optional<SortField> sort; ///< "sort: title"
    bool descending = false;       ///< "sort: -title"
    std::optional<GroupField> group;
    QString error;
    qsizetype errorStart = -1;
    qsizetype errorLength = 0;

    bool ok() const { return error.isEmpty(); }
};

inline constexpr FilterWord<SortField> filterSorts[] = {
    {"manual", SortField::Manual},     {"title", SortField::Title},
    {"list", SortField::List},         {"due", SortField::Due},
    {"start", SortField::Start},       {"deadline", SortField::Deadline},
    {"priority", SortField::Priority}, {"created", SortField::Created},
    {"changed", SortField::Updated},   {"completed", SortField::Completed},
};

inline constexpr FilterWord<GroupField> filterGroups[] = {
    {"none", GroupField::None},       {"day", GroupField::Day},
    {"list", GroupField::List},       {"priority", GroupField::Priority},
    {"section", GroupField::Section}, {"completed", GroupField::CompletedDay},
};

/// Reads a query; words such as "today" and "friday" are resolved against `now`. Open tasks only is the
/// caller's rule: it holds unless `root.asksForCompleted()`. Any thread.
ParsedFilter parseFilter(const QString& query, const QDateTime& now, const QLocale& locale);

} // namespace glow::core
