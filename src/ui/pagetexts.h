#pragma once
#include "app/sidebar/place.h"

namespace glow::ui {

/// "Today", "Completed", or the name of the list or tag.
QString placeName(const app::Place& place, const core::Catalogue& catalogue);
/// "41 open", "23 tasks after today"; empty where a place has no count.
QString countText(const app::Place& place, const core::Counts& counts);
QString sortName(core::SortField sort);

} // namespace glow::ui
