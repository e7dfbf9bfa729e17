#pragma once
#include "core/entities.h"
#include "core/filter/filternode.h"

#include <QStringList>

namespace glow::app {

/// What may stand in the place of a word that is being typed.
struct FilterCompletion {
    qsizetype start = 0; ///< of the word, in UTF-16 units
    qsizetype length = 0;
    QStringList words; ///< best first; none: nothing to offer
};

/// For a text of the query language (CLI.md) with the caret at `caret`: words of the language, and after
/// their colons the names of lists, sections and tags.
FilterCompletion completeFilter(const QString& text, qsizetype caret, const core::Catalogue& catalogue);

/// Conditions that would narrow a query, one of each kind that it does not have yet.
QStringList narrowing(const core::FilterNode& query, const core::Catalogue& catalogue);

} // namespace glow::app
