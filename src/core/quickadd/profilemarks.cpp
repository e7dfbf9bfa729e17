#include "core/quickadd/recognisers.h"

#include "core/quickadd/pattern.h"

#include <array>

namespace glow::core {

namespace {

using enum QuickAddPart;

/// A list or tag behind a mark that another program uses.
template <char16_t MARK> std::optional<MarkedName> nameBehind(const LineView& view, qsizetype at)
{
    if (!view.words.at(at).text.startsWith(QChar(MARK)))
        return std::nullopt;
    const bool single = view.words.at(at).text.mid(1).startsWith(u'\'');
    return single ? markedName(view, at, 1, u'\'') : properName(view, at);
}

template <char16_t MARK> std::optional<Finding> listBehind(const LineView& view, qsizetype at)
{
    const auto name = nameBehind<MARK>(view, at);
    return name ? std::optional(listFinding(name->name, name->words)) : std::nullopt;
}

template <char16_t MARK> std::optional<Finding> tagBehind(const LineView& view, qsizetype at)
{
    const auto name = nameBehind<MARK>(view, at);
    return name ? std::optional(tagsFinding({name->name}, name->words)) : std::nullopt;
}

/// Vikunja counts upwards: 5 is what must be done now.
std::optional<Finding> risingPriority(const LineView& view, qsizetype at)
{
    const auto level = GLOW_MATCH(view.words.at(at).text, "!([1-5])");
    if (!level.hasMatch())
        return std::nullopt;
    static constexpr std::array ranks{3, 3, 2, 1, 1};
    return priorityFinding(ranks.at(static_cast<std::size_t>(level.captured(1).toInt() - 1)), 1);
}

std::optional<Finding> dayField(const LineView& view, qsizetype at, qsizetype words,
                                std::optional<WallTime> QuickAddResult::*field)
{
    const auto day = at < view.words.size() ? WallTime::fromText(view.words.at(at).text) : std::nullopt;
    if (!day)
        return std::nullopt;
    return Finding{Mark, words, [day, field](QuickAddDraft& draft) {
                       draft.result.*field = day;
                       return true;
                   }};
}

/// todo.txt: "x 2026-03-03 2026-03-01 …" or "(A) 2026-03-01 …".
std::optional<Finding> todoTxtHead(const LineView& view, qsizetype at)
{
    const QString& text = view.words.at(at).text;
    if (at == 0 && text == u"x") {
        if (auto completed = dayField(view, 1, 2, &QuickAddResult::completed))
            return completed;
        return Finding{Mark, 1, [](QuickAddDraft&) { return true; }};
    }
    if (const auto letter = GLOW_MATCH(text, "\\(([A-Z])\\)"); at == 0 && letter.hasMatch())
        return priorityFinding(std::min(3, letter.captured(1).at(0).unicode() - u'A' + 1), 1);
    const bool behindHead = view.before == Mark || view.before == QuickAddPart::Priority;
    return at == 0 || behindHead ? dayField(view, at, 1, &QuickAddResult::created) : std::nullopt;
}

/// Super Productivity: "30m/2h" is spent and estimated, "@friday" a due date.
std::optional<Finding> spentAndEstimate(const LineView& view, qsizetype at)
{
    const auto times = GLOW_MATCH(view.words.at(at).folded, "(\\d{1,3})([mh])/(\\d{1,3})([mh])");
    if (!times.hasMatch())
        return std::nullopt;
    const auto minutes = [&times](int group) {
        return times.captured(group).toInt() * (times.captured(group + 1) == u"h" ? 60 : 1);
    };
    return Finding{Duration, 1, [spent = minutes(1), estimate = minutes(3)](QuickAddDraft& draft) {
                       draft.result.spentMinutes = spent;
                       draft.result.durationMinutes = estimate;
                       return true;
                   }};
}

std::optional<Finding> atDate(const LineView& view, qsizetype at)
{
    if (!GLOW_MATCH(view.words.at(at).text, "@.+").hasMatch())
        return std::nullopt;
    QList<LineWord> words = view.words.mid(at);
    words.first().folded.remove(0, 1);
    const auto reading = DateReader(words, view.frame).read(0, true);
    return reading ? std::optional(dueFinding(*reading, reading->words)) : std::nullopt;
}

} // namespace

std::span<const Recogniser> profileRecognisers(QuickAddProfile profile)
{
    static constexpr std::array<Recogniser, 2> tickTick{listBehind<u'^'>, tagBehind<u'#'>};
    static constexpr std::array<Recogniser, 3> vikunja{tagBehind<u'*'>, listBehind<u'+'>, risingPriority};
    static constexpr std::array<Recogniser, 3> todoTxt{todoTxtHead, listBehind<u'+'>, tagBehind<u'@'>};
    static constexpr std::array<Recogniser, 4> superProductivity{spentAndEstimate, tagBehind<u'#'>,
                                                                 listBehind<u'+'>, atDate};
    static constexpr std::array<Recogniser, 1> taskwarrior{tagBehind<u'+'>};
    switch (profile) {
    case QuickAddProfile::TickTick:
        return tickTick;
    case QuickAddProfile::Vikunja:
        return vikunja;
    case QuickAddProfile::TodoTxt:
        return todoTxt;
    case QuickAddProfile::SuperProductivity:
        return superProductivity;
    case QuickAddProfile::Taskwarrior:
        return taskwarrior;
    case QuickAddProfile::Glowlist:
        break;
    }
    return {};
}

std::optional<QuickAddProfile> quickAddProfileNamed(QStringView name)
{
    static constexpr std::array names{"glowlist", "ticktick",          "vikunja",
                                      "todotxt",  "superproductivity", "taskwarrior"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (name.compare(QLatin1String(names[i]), Qt::CaseInsensitive) == 0)
            return static_cast<QuickAddProfile>(i);
    }
    return std::nullopt;
}

} // namespace glow::core
