#include "cli/run.h"

#include "cli/command.h"
#include "cli/help.h"
#include "core/walltime.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStandardPaths>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <sys/resource.h>
#include <thread>

namespace glow::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Run)
};

void printError(const QString& line)
{
    fprintf(stderr, "%s\n", line.toUtf8().constData());
}

void printOut(const QByteArray& text)
{
    fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    if (!text.isEmpty() && !text.endsWith('\n'))
        fputc('\n', stdout);
    fflush(stdout);
}

QByteArray document(const QJsonValue& value)
{
    const QJsonDocument json =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return json.toJson(QJsonDocument::Indented);
}

int report(const core::Error& error, const Options& options)
{
    printError(error.message);
    if (!error.detail.isEmpty())
        printError(error.detail);
    if (options.has(QStringLiteral("json"))) {
        QJsonObject json{{QStringLiteral("error"), error.message},
                         {QStringLiteral("kind"), core::errorKindName(error.kind)}};
        if (!error.sqlState.isEmpty())
            json.insert(QStringLiteral("sqlstate"), error.sqlState);
        if (!error.part.isEmpty())
            json.insert(QStringLiteral("part"), error.part);
        printOut(document(json));
    }
    return error.kind == core::ErrorKind::Usage ? 2 : 1;
}

/// What a worker says while the main thread waits: short commands stay silent, long ones are heard every few
/// seconds.
class Waiting {
public:
    void say(const QString& sentence)
    {
        const std::lock_guard lock(m_mutex);
        m_sentence = sentence;
    }
    void finish()
    {
        const std::lock_guard lock(m_mutex);
        m_finished = true;
        m_changed.notify_all();
    }
    void wait()
    {
        std::unique_lock lock(m_mutex);
        while (!m_changed.wait_for(lock, std::chrono::seconds(3), [this] { return m_finished; }))
            printError(m_sentence.isEmpty() ? Text::tr("Still at work…") : m_sentence);
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    QString m_sentence;
    bool m_finished = false;
};

core::Result<Reply> runOnWorker(const Command& command, const Options& options, const core::Clock& clock)
{
    Waiting waiting;
    core::Result<Reply> reply = Reply{};
    std::thread worker([&] {
        Context context{options, dataDirectory(options), clock,
                        [&](const QString& sentence) { waiting.say(sentence); }, printError};
        reply = command.run(context);
        waiting.finish();
    });
    waiting.wait();
    worker.join();
    return reply;
}

std::optional<core::Error> misuse(const QList<const char*>& own, const Options& options)
{
    const auto isOwn = [&own](const QString& name) {
        return std::any_of(own.begin(), own.end(),
                           [&name](const char* each) { return name == QLatin1String(each); });
    };
    for (auto it = options.given.begin(); it != options.given.end(); ++it) {
        const auto common = commonOptions();
        const bool isCommon = std::any_of(common.begin(), common.end(), [&it](const Option& each) {
            return it.key() == QLatin1String(each.name);
        });
        if (!isCommon && !isOwn(it.key()))
            return usageError(
                options.command.isEmpty()
                    ? Text::tr("The window knows no option --%1.").arg(it.key())
                    : Text::tr("The command %1 knows no option --%2.").arg(options.command, it.key()));
    }
    return std::nullopt;
}

/// After each `password=` in whatever capitals, with blanks around the sign or not.
void hideAfterKey(char* text)
{
    constexpr const char* keys[] = {"assword", "ASSWORD"};
    for (const char* key : keys) {
        for (char* at = strstr(text, key); at; at = strstr(at, key)) {
            at += strlen(key);
            char* value = at + strspn(at, " ");
            if (*value != '=')
                continue;
            value += 1 + strspn(value + 1, " ");
            const bool quoted = *value == '\'' || *value == '"';
            const std::size_t length = strcspn(value, quoted ? "\n" : " &;\n");
            memset(value, '*', length);
            at = value + length;
        }
    }
}

/// Between the first colon and the last @ of a URI.
void hideInUri(char* text)
{
    char* scheme = strstr(text, "://");
    char* at = scheme ? strrchr(scheme, '@') : nullptr;
    char* colon =
        at ? static_cast<char*>(memchr(scheme + 3, ':', static_cast<std::size_t>(at - scheme - 3))) : nullptr;
    if (colon)
        memset(colon + 1, '*', static_cast<std::size_t>(at - colon - 1));
}

core::Error noDisplay()
{
    return {core::ErrorKind::Internal, Text::tr("There is no display to open a window on."), {}, {}};
}

} // namespace

QString dataDirectory(const Options& options)
{
    if (options.has(QStringLiteral("data-dir")))
        return QDir(options.value(QStringLiteral("data-dir"))).absolutePath();
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/glowlist");
}

core::Result<core::Clock> clockFor(const Options& options)
{
    if (!options.has(QStringLiteral("now")))
        return core::Clock();
    const QString text = options.value(QStringLiteral("now"));
    const auto now = core::WallTime::fromText(text);
    if (!now)
        return usageError(Text::tr("“%1” is no time; --now takes YYYY-MM-DDTHH:MM.").arg(text));
    return core::Clock::fixedAt(QDateTime(now->date, now->time.value_or(QTime(0, 0))));
}

bool isForWindow(const ParsedOptions& parsed)
{
    const Options& options = parsed.options;
    return !parsed.error && (options.command.isEmpty() || options.command.startsWith(u"glowlist://")) &&
           !options.has(QStringLiteral("help")) && !options.has(QStringLiteral("version")) &&
           !misuse(windowOptions(), options);
}

int fail(const core::Error& error, const Options& options)
{
    return report(error, options);
}

core::Result<Picture> pictureFor(const Options& options)
{
    Picture picture;
    static const QRegularExpression size(QStringLiteral("^(\\d{2,4})x(\\d{2,4})$"));
    const auto match = size.match(options.value(QStringLiteral("size")));
    if (match.hasMatch())
        picture.size = {match.captured(1).toInt(), match.captured(2).toInt()};
    else if (options.has(QStringLiteral("size")))
        return usageError(Text::tr("--size takes a width and a height, such as 1280x800."));
    else if (options.value(QStringLiteral("view")).section(u':', 0, 0) == u"quick-add")
        picture.size = {640, 340};
    if (options.has(QStringLiteral("scale"))) {
        picture.scale = options.value(QStringLiteral("scale")).toDouble();
        if (!(picture.scale >= 0.5 && picture.scale <= 8))
            return usageError(Text::tr("--scale takes a number from 0.5 to 8."));
    }
    return picture;
}

DisplayCheck::DisplayCheck()
    : m_usual(qInstallMessageHandler([](QtMsgType type, const QMessageLogContext&, const QString& text) {
        if (type != QtFatalMsg)
            return;
        printError(noDisplay().message);
        printError(text.section(u'\n', 0, 0));
        std::_Exit(1);
    }))
{}

void DisplayCheck::passed() const
{
    qInstallMessageHandler(m_usual);
}

std::optional<core::Error> choosePlatform(const Options& options)
{
    const auto isSet = [](const char* name) { return !qEnvironmentVariableIsEmpty(name); };
    if (options.has(QStringLiteral("scale")))
        qputenv("QT_SCALE_FACTOR", options.value(QStringLiteral("scale")).toLatin1());
    if (isSet("QT_QPA_PLATFORM") || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY"))
        return std::nullopt;
    if (!options.has(QStringLiteral("screenshot")))
        return noDisplay();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::nullopt;
}

int run(const ParsedOptions& parsed)
{
    const Options& options = parsed.options;
    if (parsed.error)
        return report(*parsed.error, options);
    if (options.has(QStringLiteral("version"))) {
        printOut("glowlist " GLOWLIST_VERSION "\n");
        return 0;
    }
    const Command* command = commandNamed(options.command);
    if (!command && !options.command.isEmpty())
        return report(
            usageError(Text::tr("There is no command %1; see glowlist --help.").arg(options.command)),
            options);
    if (options.has(QStringLiteral("help"))) {
        printOut((command ? help(*command) : help()).toUtf8());
        return 0;
    }
    if (const auto wrong = misuse(command ? command->options : windowOptions(), options))
        return report(*wrong, options);
    const auto clock = clockFor(options);
    if (!clock)
        return report(clock.error(), options);
    const core::Result<Reply> reply = runOnWorker(*command, options, *clock);
    if (!reply)
        return report(reply.error(), options);
    printOut(options.has(QStringLiteral("json")) ? document(reply->json) : reply->text.toUtf8());
    return reply->status;
}

void leaveNoCore()
{
    rlimit limit{};
    getrlimit(RLIMIT_CORE, &limit);
    limit.rlim_cur = 0;
    setrlimit(RLIMIT_CORE, &limit);
}

void hidePasswords(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        hideAfterKey(argv[i]);
        hideInUri(argv[i]);
    }
}

} // namespace glow::cli
