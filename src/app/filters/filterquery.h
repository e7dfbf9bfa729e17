#pragma once
#include "core/filter/filterparser.h"

namespace glow::app {

/// Puts a text of the query language (CLI.md) into a view: its conditions, order and groups. Words that all
/// must occur become the search, which ranks and marks them. Where the text is broken the view finds what has
/// it word for word, and the error says what is wrong with it.
core::ParsedFilter applyFilter(core::TaskQuery& query, const QString& text, const QDateTime& now);

} // namespace glow::app
