#include "cli/target.h"

#include "cli/command.h"
#include "store/envfile.h"

#include <QCoreApplication>
#include <QDir>

namespace glow::cli {

namespace {

using core::Result;
using store::ConnectionString;
using store::WorkspaceEntry;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Target)
};

core::Error failure(core::ErrorKind kind, const QString& message)
{
    return {kind, message, {}, {}};
}

Result<QString> urlText(const QString& given)
{
    if (given == u"-")
        return readStandardInput();
    if (!given.startsWith(u"env:"))
        return given;
    const QString name = given.mid(4);
    if (!qEnvironmentVariableIsSet(name.toLocal8Bit().constData()))
        return failure(core::ErrorKind::ConnectionString,
                       Text::tr("There is no environment variable %1.").arg(name));
    return qEnvironmentVariable(name.toLocal8Bit().constData());
}

/// An entry of this run only. `direct` may be empty: it is derived then.
Result<WorkspaceEntry> entryFor(const QString& pooled, const QString& direct)
{
    const auto parsed = ConnectionString::parse(pooled);
    if (!parsed)
        return parsed.error();
    WorkspaceEntry entry;
    entry.id = givenId();
    entry.name = parsed->database;
    entry.pooled = *parsed;
    entry.direct = parsed->direct();
    entry.userId.clear();
    if (direct.isEmpty())
        return entry;
    const auto past = ConnectionString::parse(direct);
    if (!past)
        return past.error();
    entry.direct = *past;
    return entry;
}

Result<WorkspaceEntry> fromEnvironment()
{
    const store::EnvironmentOffer offer = store::environmentOffer(QDir::currentPath());
    if (offer.isEmpty())
        return failure(
            core::ErrorKind::NotFound,
            Text::tr("Neither the environment nor a file .env in this directory has DATABASE_URL."));
    return entryFor(offer.pooled.isEmpty() ? offer.direct : offer.pooled, offer.direct);
}

Result<WorkspaceEntry> kept(const QString& name, const QString& dataDirectory)
{
    const auto workspaces = store::loadWorkspaces(dataDirectory);
    if (!workspaces)
        return workspaces.error();
    for (const WorkspaceEntry& entry : *workspaces) {
        if (entry.title().compare(name, Qt::CaseInsensitive) == 0 || entry.id == name)
            return entry;
    }
    return failure(core::ErrorKind::NotFound, Text::tr("There is no workspace “%1”.").arg(name));
}

Result<WorkspaceEntry> named(const Options& options, const QString& dataDirectory)
{
    const QString direct = options.value(QStringLiteral("direct-url"));
    if (options.has(QStringLiteral("url"))) {
        const auto url = urlText(options.value(QStringLiteral("url")));
        if (!url)
            return url.error();
        return entryFor(*url, direct);
    }
    if (options.value(QStringLiteral("workspace")) == u"env")
        return fromEnvironment();
    if (options.has(QStringLiteral("workspace")))
        return kept(options.value(QStringLiteral("workspace")), dataDirectory);
    WorkspaceEntry entry;
    entry.id = QStringLiteral("private");
    entry.isPrivate = true;
    return entry;
}

std::optional<core::Error> setSslmode(WorkspaceEntry& entry, const QString& mode)
{
    static const QStringList modes{QStringLiteral("disable"),   QStringLiteral("allow"),
                                   QStringLiteral("prefer"),    QStringLiteral("require"),
                                   QStringLiteral("verify-ca"), QStringLiteral("verify-full")};
    if (!modes.contains(mode))
        return usageError(Text::tr("“%1” is no encryption mode; known are %2.").arg(mode, modes.join(u", ")));
    for (ConnectionString* each : {&entry.pooled, &entry.direct})
        each->options.insert(QStringLiteral("sslmode"), mode);
    return std::nullopt;
}

} // namespace

QString givenId()
{
    return QStringLiteral("given");
}

Result<WorkspaceEntry> chooseWorkspace(const Options& options, const QString& dataDirectory,
                                       const std::function<void(const QString&)>& warn)
{
    if (options.has(QStringLiteral("url")) && options.has(QStringLiteral("workspace")))
        return usageError(Text::tr("--url and --workspace cannot stand together."));
    const auto chosen = named(options, dataDirectory);
    if (!chosen || chosen->isPrivate)
        return chosen;
    WorkspaceEntry entry = *chosen;
    if (options.has(QStringLiteral("sslmode"))) {
        if (const auto wrong = setSslmode(entry, options.value(QStringLiteral("sslmode"))))
            return *wrong;
    }
    if (options.has(QStringLiteral("user")))
        entry.userId = options.value(QStringLiteral("user"));
    const auto isOpen = [&options](const char* name, const ConnectionString& string) {
        const QString given = options.value(QLatin1String(name));
        return !string.password.isEmpty() && !given.isEmpty() && given != u"-" && !given.startsWith(u"env:");
    };
    if (isOpen("url", entry.pooled) || isOpen("direct-url", entry.direct))
        warn(Text::tr(
            "Warning: others on this computer may have seen the password on the command line; use --url - or "
            "--url env:NAME."));
    const QString mode = entry.pooled.sslmode();
    if (!entry.pooled.isLocal() && mode != u"verify-full")
        warn(Text::tr("Warning: with the encryption mode %1 nothing proves that the server is the right one.")
                 .arg(mode));
    // Who gives it here knows; a kept workspace that was lowered elsewhere is asked about in the window.
    if (entry.id == givenId() || options.has(QStringLiteral("sslmode")))
        entry.acceptedRisk = entry.risk();
    return entry;
}

} // namespace glow::cli
