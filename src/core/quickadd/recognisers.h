#pragma once
#include "core/quickadd/quickaddparser.h"
#include "core/quickadd/repeatwords.h"

#include <functional>

namespace glow::core {

/// A reading in the making.
struct QuickAddDraft {
    QuickAddResult result;
    std::optional<QDate> dueDate;
    std::optional<QTime> dueTime;
    std::optional<RepeatRule> repeat;
};

/// Words that a recogniser claims. `apply` says false when the draft has such a value already: the words stay
/// text.
struct Finding {
    QuickAddPart part = QuickAddPart::Escape;
    qsizetype words = 0;
    std::function<bool(QuickAddDraft&)> apply;
    bool isText = false; ///< text that nothing else may read, such as quotes
};

/// The line as recognisers see it.
struct LineView {
    const QString& line;
    const QList<LineWord>& words;
    const DateFrame& frame;
    const QuickAddContext& context;
    std::optional<QuickAddPart> before; ///< what ends directly before the word
};

using Recogniser = std::optional<Finding> (*)(const LineView& view, qsizetype at);

/// Marks that mean something wherever they stand, in order of precedence.
std::span<const Recogniser> markRecognisers();
/// The same for lines of another program, before ours.
std::span<const Recogniser> profileRecognisers(QuickAddProfile profile);
std::optional<Finding> quotedText(const LineView& view, qsizetype at);
std::optional<Finding> keyedValue(const LineView& view, qsizetype at);

// Findings shared by our marks and those of other programs.
Finding listFinding(const QString& name, qsizetype words);
Finding tagsFinding(const QStringList& names, qsizetype words);
Finding priorityFinding(int rank, qsizetype words);
Finding dueFinding(const DateReading& reading, qsizetype words);
Finding dateFinding(QuickAddPart part, const DateReading& reading, qsizetype words, const DateFrame& frame);
Finding repeatFinding(const RepeatRule& rule, qsizetype words);
std::optional<DateReading> wholeDate(const QString& text, const DateFrame& frame);

/// A name behind a mark of `markLength` characters: a word, or several in quotes.
struct MarkedName {
    QString name;
    qsizetype words = 0;
};
std::optional<MarkedName> markedName(const LineView& view, qsizetype at, qsizetype markLength,
                                     QChar quote = u'"');
/// The same behind a mark of one character, without a full stop or comma at its end.
std::optional<MarkedName> properName(const LineView& view, qsizetype at);

} // namespace glow::core
