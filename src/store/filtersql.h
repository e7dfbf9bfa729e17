#pragma once
#include "core/filter/filternode.h"

#include <QDateTime>

namespace glow::store::filtersql {

/// The condition as an SQL boolean about a row of public.tasks named `task`; null counts as unmet. Names of
/// lists and tags are looked up by the server. Texts must be storable (`isStorable`). `now` decides what was
/// changed lately; `utcZone` as in `dueSql`.
QString condition(const core::FilterNode& node, const QString& task, const QDateTime& now,
                  const QString& utcZone = {});

} // namespace glow::store::filtersql
