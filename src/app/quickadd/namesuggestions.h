#pragma once
#include "core/entities.h"
#include "core/quickadd/quickaddname.h"

namespace glow::app {

/// A row of the completion: a name that is there, or last the one that would be made.
struct NameSuggestion {
    core::QuickAddPart part = core::QuickAddPart::Tag;
    QString name;
    QString colour;           ///< of a list
    QString token;            ///< as it stands in the line
    qsizetype matchStart = 0; ///< of what is typed, in the name
    qint64 count = -1;        ///< open tasks; -1: not known
    bool isNew = false;
};

/// Names that hold what is typed, those that begin with it first; nothing where there is nothing to choose.
QList<NameSuggestion> suggestNames(const core::QuickAddName& typed, const core::Catalogue& catalogue,
                                   const core::Counts& counts, const core::QuickAddContext& context);

} // namespace glow::app
