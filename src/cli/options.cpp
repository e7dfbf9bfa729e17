#include "cli/options.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringDecoder>
#include <algorithm>
#include <array>

namespace glow::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Options)
};

constexpr std::size_t commonCount = 11;

constexpr std::array table{
    Option{"data-dir", "DIR", QT_TRANSLATE_NOOP("Options", "where settings and the private database lie")},
    Option{
        "url", "URL",
        QT_TRANSLATE_NOOP(
            "Options", "connection string; - reads it from standard input, env:NAME from the environment")},
    Option{"direct-url", "URL",
           QT_TRANSLATE_NOOP("Options", "connection string past the pooler; derived from --url otherwise")},
    Option{"sslmode", "MODE",
           QT_TRANSLATE_NOOP("Options", "lowers the encryption of the connection knowingly")},
    Option{"workspace", "NAME",
           QT_TRANSLATE_NOOP("Options", "a workspace of the settings, or env for DATABASE_URL")},
    Option{"user", "ID", QT_TRANSLATE_NOOP("Options", "whose tasks, in a database of several users")},
    Option{"now", "YYYY-MM-DDTHH:MM", QT_TRANSLATE_NOOP("Options", "the time to take for now")},
    Option{"due-dates", "local|utc",
           QT_TRANSLATE_NOOP("Options", "how the program that shares the database stores due times")},
    Option{"yes", nullptr, QT_TRANSLATE_NOOP("Options", "answers yes to every question")},
    Option{"json", nullptr, QT_TRANSLATE_NOOP("Options", "prints one JSON document")},
    Option{"help", nullptr, QT_TRANSLATE_NOOP("Options", "prints this help")},
    Option{"version", nullptr, QT_TRANSLATE_NOOP("Options", "prints the version")},
    Option{"literal", nullptr, QT_TRANSLATE_NOOP("Options", "takes the title as it stands")},
    Option{"uid", "UUID",
           QT_TRANSLATE_NOOP("Options", "uid of the new task; sent again it makes no second one")},
    Option{"title", "TITLE", QT_TRANSLATE_NOOP("Options", "title")},
    Option{"notes", "TEXT", QT_TRANSLATE_NOOP("Options", "notes")},
    Option{"list", "NAME", QT_TRANSLATE_NOOP("Options", "list, made when it is missing; empty: the Inbox")},
    Option{"tag", "NAME", QT_TRANSLATE_NOOP("Options", "tag, made when it is missing; may be repeated")},
    Option{"priority", "P", QT_TRANSLATE_NOOP("Options", "none, low, medium or high")},
    Option{"start", "DATE", QT_TRANSLATE_NOOP("Options", "date or time of the start")},
    Option{"due", "DATE", QT_TRANSLATE_NOOP("Options", "date or time when it is due")},
    Option{"deadline", "DATE", QT_TRANSLATE_NOOP("Options", "date or time of the deadline")},
    Option{"reminder", "WHEN",
           QT_TRANSLATE_NOOP("Options", "reminder, such as “30 min before” or a time; may be repeated")},
    Option{"rrule", "RULE", QT_TRANSLATE_NOOP("Options", "repetition as an RRULE")},
    Option{"from-completion", nullptr, QT_TRANSLATE_NOOP("Options", "repeats from the day of completion")},
    Option{"no-from-completion", nullptr, QT_TRANSLATE_NOOP("Options", "repeats from the due date")},
    Option{"parent", "UID", QT_TRANSLATE_NOOP("Options", "the task it is a subtask of")},
    Option{"from", "DATE", QT_TRANSLATE_NOOP("Options", "date or time that the rule begins with")},
    Option{"count", "N", QT_TRANSLATE_NOOP("Options", "how many dates, 5 where it is not given")},
    Option{"all", nullptr, QT_TRANSLATE_NOOP("Options", "completed tasks too")},
    Option{"profile", "NAME",
           QT_TRANSLATE_NOOP("Options", "reads the line with the marks of another program")},
    Option{"locale", "XX", QT_TRANSLATE_NOOP("Options", "language and country")},
    Option{"quick-add", nullptr, QT_TRANSLATE_NOOP("Options", "opens the small window that adds a task")},
    Option{"tray", nullptr, QT_TRANSLATE_NOOP("Options", "starts in the tray, without a window")},
    Option{"screenshot", "FILE", QT_TRANSLATE_NOOP("Options", "saves a picture of the window and quits")},
    Option{"view", "VIEW", QT_TRANSLATE_NOOP("Options", "the view to show")},
    Option{"theme", "light|dark", QT_TRANSLATE_NOOP("Options", "colours of the window")},
    Option{"size", "WxH", QT_TRANSLATE_NOOP("Options", "size of the picture")},
    Option{"scale", "N", QT_TRANSLATE_NOOP("Options", "scale of the picture")},
};

core::Error usage(const QString& message)
{
    return {core::ErrorKind::Usage, message, {}, {}};
}

bool isOption(const QString& word)
{
    static const QRegularExpression number(QStringLiteral("^-\\d+$"));
    return word.size() > 1 && word.startsWith(u'-') && !number.match(word).hasMatch();
}

/// Reads the option at `words[at]` with its value; returns the index of the next word.
core::Result<qsizetype> readOption(const QStringList& words, qsizetype at, Options& options)
{
    const QString& word = words.at(at);
    const qsizetype equals = word.indexOf(u'=');
    QString name = equals < 0 ? word : word.left(equals);
    if (name == u"-h")
        name = QStringLiteral("--help");
    const Option* option = name.startsWith(u"--") ? optionNamed(QStringView(name).mid(2)) : nullptr;
    if (!option)
        return usage(Text::tr("There is no option %1.").arg(name));
    QStringList& values = options.given[QString::fromLatin1(option->name)];
    if (!option->argument) {
        if (equals >= 0)
            return usage(Text::tr("The option %1 takes no value.").arg(name));
        values = {QString()};
        return at + 1;
    }
    if (equals >= 0) {
        values.append(word.mid(equals + 1));
        return at + 1;
    }
    if (at + 1 >= words.size())
        return usage(Text::tr("The option %1 needs a value.").arg(name));
    values.append(words.at(at + 1));
    return at + 2;
}

void readWord(const QString& word, Options& options)
{
    if (options.command.isEmpty())
        options.command = word;
    else
        options.arguments.append(word);
}

} // namespace

std::span<const Option> allOptions()
{
    return table;
}

std::span<const Option> commonOptions()
{
    return std::span(table).first(commonCount);
}

const Option* optionNamed(QStringView name)
{
    const auto found = std::find_if(table.begin(), table.end(),
                                    [name](const Option& each) { return name == QLatin1String(each.name); });
    return found == table.end() ? nullptr : &*found;
}

ParsedOptions parseOptions(const QList<QByteArray>& arguments)
{
    ParsedOptions parsed;
    QStringList words;
    for (const QByteArray& argument : arguments) {
        QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        words.append(utf8(argument));
        if (utf8.hasError() && !parsed.error)
            parsed.error = core::Error{
                core::ErrorKind::Invalid, Text::tr("The command line is not valid UTF-8."), {}, {}};
    }
    qsizetype at = 0;
    while (at < words.size() && words.at(at) != u"--") {
        if (!isOption(words.at(at))) {
            readWord(words.at(at++), parsed.options);
            continue;
        }
        const auto next = readOption(words, at, parsed.options);
        if (!next && !parsed.error)
            parsed.error = next.error();
        at = next ? *next : at + 1;
    }
    for (const QString& word : words.mid(at + 1))
        readWord(word, parsed.options);
    return parsed;
}

} // namespace glow::cli
