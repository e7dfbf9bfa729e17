#include "cli/parse.h"

#include "core/quickadd/datewords.h"
#include "core/quickadd/quickaddparser.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace glow::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Parse)
};

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue orNull(const std::optional<core::WallTime>& time)
{
    return time ? QJsonValue(time->toText()) : QJsonValue();
}

QString untilOf(const QString& rrule)
{
    for (const QString& part : rrule.split(u';')) {
        if (part.startsWith(u"UNTIL=")) {
            const QDate day = QDate::fromString(part.mid(6, 8), QStringLiteral("yyyyMMdd"));
            return day.toString(Qt::ISODate);
        }
    }
    return {};
}

QJsonArray tokensJson(const QList<core::QuickAddToken>& tokens)
{
    QJsonArray json;
    for (const core::QuickAddToken& token : tokens)
        json.append(QJsonObject{{QStringLiteral("kind"), core::quickAddPartName(token.part)},
                                {QStringLiteral("text"), token.text},
                                {QStringLiteral("start"), token.start},
                                {QStringLiteral("length"), token.length}});
    return json;
}

QJsonObject readingJson(const core::QuickAddResult& reading)
{
    return {{QStringLiteral("title"), reading.title},
            {QStringLiteral("due"), orNull(reading.due)},
            {QStringLiteral("rrule"), orNull(reading.rrule)},
            {QStringLiteral("from_completion"), reading.fromCompletion},
            {QStringLiteral("until"), orNull(untilOf(reading.rrule))},
            {QStringLiteral("priority"), core::priorityWord(reading.priority.value_or(core::Priority::None))},
            {QStringLiteral("tags"), QJsonArray::fromStringList(reading.tags)},
            {QStringLiteral("list"), orNull(reading.list)},
            {QStringLiteral("section"), orNull(reading.section)},
            {QStringLiteral("start"), orNull(reading.start)},
            {QStringLiteral("deadline"), orNull(reading.deadline)},
            {QStringLiteral("reminders"), QJsonArray::fromStringList(reading.reminders)},
            {QStringLiteral("duration"), orNull(core::isoDuration(reading.durationMinutes))},
            {QStringLiteral("note"), orNull(reading.note)},
            {QStringLiteral("created"), orNull(reading.created)},
            {QStringLiteral("completed"), orNull(reading.completed)},
            {QStringLiteral("spent"), orNull(core::isoDuration(reading.spentMinutes))},
            {QStringLiteral("tokens"), tokensJson(reading.tokens)}};
}

} // namespace

core::Result<Reply> parse(Context& context)
{
    if (context.options.arguments.isEmpty())
        return usageError(Text::tr("glowlist parse takes the line to read."));
    core::QuickAddContext reading{context.clock.now(), QLocale(), core::allQuickAddParts, {}, {}};
    if (context.options.has(QStringLiteral("locale")))
        reading.locale = QLocale(context.options.value(QStringLiteral("locale")));
    if (context.options.has(QStringLiteral("profile"))) {
        const QString name = context.options.value(QStringLiteral("profile"));
        const auto profile = core::quickAddProfileNamed(name);
        if (!profile)
            return usageError(Text::tr("There is no profile “%1”.").arg(name));
        reading.profile = *profile;
    }
    QString line = context.options.arguments.join(u' ');
    if (line == u"-") {
        const auto read = readStandardInput();
        if (!read)
            return read.error();
        line = read->trimmed();
    }
    const core::QuickAddResult result = core::parseQuickAdd(line, reading);
    QString text = result.title;
    for (const core::QuickAddToken& token : result.tokens)
        text += u'\n' + core::quickAddPartName(token.part) + QStringLiteral(": ") + token.text;
    return Reply{readingJson(result), text};
}

} // namespace glow::cli
