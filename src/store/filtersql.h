#pragma once
#include "core/filter/filternode.h"

#include <QDateTime>

namespace glow::store::filtersql {

/// The condition as an SQL boolean, in parentheses and never null, about a row of public.tasks named `alias`.
/// Names of lists and tags are looked up by the server. Texts must be storable (`isStorable`).
QString condition(const core::FilterNode& node, const QString& alias, const QDateTime& now);

} // namespace glow::store::filtersql
