#pragma once
#include "core/entities.h"
#include "core/taskquery.h"

namespace glow::app {

/// Where the window can be: a row of the sidebar that shows tasks, or the search.
struct Place {
    core::Scope scope = core::Scope::Today;
    QUuid uid; ///< of the list, tag or filter
    friend bool operator==(const Place&, const Place&) = default;

    /// As settings keep it and `--view` takes it: "today", "list:UID", "tag:UID",
    /// "filter:UID".
    QString toText() const;
    /// Also "list:NAME", "tag:NAME", "filter:NAME". Nothing when it names no place, or one that is not there.
    static std::optional<Place> fromText(const QString& text, const core::Catalogue& catalogue);

    /// The view as it opens: order, headings.
    core::TaskQuery query() const;
};

} // namespace glow::app
