#pragma once
#include "core/filter/filternode.h"

#include <QDateTime>
#include <QLocale>

namespace glow::core {

/// A query as read, or where it is broken: `error` is a translated sentence that names the word at
/// `errorStart`.
struct ParsedFilter {
    FilterNode root;
    QString error;
    qsizetype errorStart = -1;
    qsizetype errorLength = 0;

    bool ok() const { return error.isEmpty(); }
};

/// Reads a query; words such as "today" and "friday" are resolved against `now`. Open tasks only is the
/// caller's rule: it holds unless `root.mentions(FilterNode::Kind::Completed)`. Any thread.
ParsedFilter parseFilter(const QString& query, const QDateTime& now, const QLocale& locale);

} // namespace glow::core
