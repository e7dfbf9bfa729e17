#include "cli/local.h"

#include "store/local/localserver.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace glow::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Local)
};

core::Result<Reply> statusOf(store::LocalServer& server)
{
    const auto status = server.status();
    if (!status)
        return status.error();
    const QJsonObject json{{QStringLiteral("running"), status->running},
                           {QStringLiteral("pid"), status->running ? QJsonValue(status->pid) : QJsonValue()},
                           {QStringLiteral("user"), status->user},
                           {QStringLiteral("data_directory"), status->dataDirectory},
                           {QStringLiteral("socket_directory"), status->socketDirectory},
                           {QStringLiteral("version"), status->version}};
    const QString text =
        status->running ? Text::tr("PostgreSQL %1 is running as %2, process %3, data in %4, socket in %5.")
                              .arg(status->version, status->user, QString::number(status->pid),
                                   status->dataDirectory, status->socketDirectory)
                        : Text::tr("The private PostgreSQL is not running; its data is in %1.")
                              .arg(status->dataDirectory);
    return Reply{json, text};
}

core::Result<Reply> start(Context& context, store::LocalServer& server)
{
    const auto started = server.startAndLeave(context.progress);
    if (!started)
        return started.error();
    for (const QString& note : started->notes)
        context.warn(note);
    return statusOf(server);
}

core::Result<Reply> stop(store::LocalServer& server)
{
    const auto stopped = server.stop();
    if (!stopped)
        return stopped.error();
    return statusOf(server);
}

core::Result<Reply> url(store::LocalServer& server)
{
    const auto address = server.address();
    if (!address)
        return address.error();
    return Reply{QJsonObject{{QStringLiteral("url"), address->uri()}}, address->uri()};
}

} // namespace

core::Result<Reply> local(Context& context)
{
    const QString what = context.options.arguments.join(u' ');
    store::LocalServer server(context.dataDirectory);
    if (what == u"start")
        return start(context, server);
    if (what == u"stop")
        return stop(server);
    if (what == u"status")
        return statusOf(server);
    if (what == u"url")
        return url(server);
    return usageError(Text::tr("glowlist local takes one of start, stop, status, url."));
}

} // namespace glow::cli
