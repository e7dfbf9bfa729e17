#include "app/translation.h"
#include "cli/run.h"
#include "cli/target.h"
#include "store/database.h"
#include "ui/runwindow.h"

#include <QApplication>
#include <cstdio>

using namespace glow;

namespace {

/// What the window needs to know, read before it opens.
core::Result<ui::WindowOptions> windowOptions(const cli::Options& given)
{
    ui::WindowOptions options;
    options.dataDirectory = cli::dataDirectory(given);
    const auto settings = store::Settings::load(options.dataDirectory);
    const auto workspaces = store::loadWorkspaces(options.dataDirectory);
    const auto clock = cli::clockFor(given);
    if (!settings || !workspaces || !clock)
        return !settings ? settings.error() : !workspaces ? workspaces.error() : clock.error();
    options.settings = *settings;
    options.workspaces = *workspaces;
    options.clock = *clock;
    if (given.has(QStringLiteral("url")) || given.has(QStringLiteral("workspace"))) {
        const auto entry = cli::chooseWorkspace(given, options.dataDirectory, [](const QString& line) {
            fprintf(stderr, "%s\n", qPrintable(line));
        });
        if (!entry)
            return entry.error();
        options.given = *entry;
    }
    options.screenshot = given.value(QStringLiteral("screenshot"));
    options.view = given.value(QStringLiteral("view"));
    options.theme = given.value(QStringLiteral("theme"));
    options.locale = given.value(QStringLiteral("locale"));
    const QStringList size = given.value(QStringLiteral("size")).split(u'x');
    if (size.size() == 2)
        options.size = {size.at(0).toInt(), size.at(1).toInt()};
    options.scale = qMax(1.0, given.value(QStringLiteral("scale")).toDouble());
    return options;
}

int runWindow(int& argc, char** argv, const cli::Options& given)
{
    const bool hasDisplay =
        !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
    if (!hasDisplay && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        if (!given.has(QStringLiteral("screenshot")))
            return cli::fail({core::ErrorKind::Internal,
                              QStringLiteral("There is no display to open a window on."),
                              {},
                              {}},
                             given);
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    if (given.has(QStringLiteral("scale")))
        qputenv("QT_SCALE_FACTOR", given.value(QStringLiteral("scale")).toLatin1());
    QApplication application(argc, argv);
    store::Database::loadDriver();
    const auto options = windowOptions(given);
    return options ? ui::runWindow(*options) : cli::fail(options.error(), given);
}

} // namespace

int main(int argc, char** argv)
{
    const cli::ParsedOptions parsed = cli::parseOptions(QList<QByteArray>(argv + 1, argv + argc));
    cli::hidePasswords(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("glowlist"));
    if (cli::isForWindow(parsed))
        return runWindow(argc, argv, parsed.options);
    QCoreApplication application(argc, argv);
    app::installTranslations(application, app::useLocale({}));
    store::Database::loadDriver();
    return cli::run(parsed);
}
