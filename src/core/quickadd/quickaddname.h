#pragma once
#include "core/quickadd/quickaddparser.h"

namespace glow::core {

/// A name of a list, section or tag that is being typed, with its mark. Positions count UTF-16 units.
struct QuickAddName {
    QuickAddPart part = QuickAddPart::Tag;
    qsizetype start = 0;  ///< of the mark
    qsizetype length = 0; ///< from the mark to the caret
    QString typed;        ///< of the name; may be empty
    QString list;         ///< of a section: the list that stands before it
    friend bool operator==(const QuickAddName&, const QuickAddName&) = default;
};

/// The name that ends at the caret, if one does. Any thread.
std::optional<QuickAddName> quickAddNameAt(const QString& line, qsizetype caret,
                                           const QuickAddContext& context);

/// How the name is written so that it is read as that part: "#Home", "@\"two words\""; empty: it cannot be.
QString quickAddNameToken(QuickAddPart part, const QString& name, const QuickAddContext& context);

} // namespace glow::core
