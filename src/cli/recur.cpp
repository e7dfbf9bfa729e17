#include "cli/recur.h"

#include "core/recurrence/occurrences.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace glow::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Recur)
};

constexpr int mostDates = 100000;

} // namespace

core::Result<Reply> recur(Context& context)
{
    const Options& options = context.options;
    if (options.arguments.size() != 1 || !options.has(QStringLiteral("from")))
        return usageError(Text::tr("glowlist recur takes a rule and the date that it begins with: "
                                   "glowlist recur \"FREQ=WEEKLY;BYDAY=FR\" --from 2026-11-27"));
    const QString from = options.value(QStringLiteral("from"));
    const auto start = core::WallTime::fromText(from);
    if (!start)
        return usageError(
            Text::tr("“%1” is no date for --from; write YYYY-MM-DD or YYYY-MM-DDTHH:MM.").arg(from));
    bool isNumber = true;
    const int count =
        options.has(QStringLiteral("count")) ? options.value(QStringLiteral("count")).toInt(&isNumber) : 5;
    if (!isNumber || count < 0 || count > mostDates)
        return usageError(Text::tr("--count takes a number from 0 to %1.").arg(mostDates));
    const auto rule = core::RecurrenceRule::fromText(options.arguments.constFirst());
    if (!rule)
        return rule.error();
    QStringList dates;
    for (const core::WallTime& each : core::occurrences(*rule, *start, *start, count))
        dates.append(each.toText());
    return Reply{QJsonArray::fromStringList(dates), dates.join(u'\n')};
}

} // namespace glow::cli
