#pragma once
#include "core/entities.h"
#include "core/filter/filternode.h"
#include "store/database.h"

#include <QDate>

namespace glow::store::countssql {

/// What a saved filter finds, to be counted.
struct CountedFilter {
    QUuid uid;
    core::FilterNode node;
};

/// What is counted: `today`, `zone` and `dueInUtc` as in core::TaskQuery, `now` as in filtersql.
struct Question {
    QString userId;
    QDate today;
    QString zone;
    bool dueInUtc = false;
    QDateTime now;
    QList<CountedFilter> filters;
};

/// Open tasks per place, and what filters find, one statement (TASK_TABLE.md 20).
QString counts(const Question& question);
core::Counts readCounts(const Rows& rows);

/// Lists, sections, tags, filters, revision and token, one statement that returns one row.
QString catalogue(const QString& userId);
core::Catalogue readCatalogue(const Rows& rows);

} // namespace glow::store::countssql
