#include "app/translation.h"
#include "cli/run.h"
#include "cli/target.h"
#include "store/database.h"
#include "ui/runwindow.h"

#include <QApplication>
#include <cstdio>

using namespace glow;

namespace {

/// What a file holds. One that cannot be read is set aside by `load`, said in the window, and begun anew.
template <typename T> T readOrBegin(const core::Result<T>& read, T otherwise, QStringList& notices)
{
    if (!read)
        notices.append(read.error().message);
    return read ? *read : otherwise;
}

core::Result<ui::WindowOptions> windowOptions(const cli::Options& given)
{
    ui::WindowOptions options;
    options.dataDirectory = cli::dataDirectory(given);
    options.settings = readOrBegin(store::Settings::load(options.dataDirectory), {}, options.notices);
    options.workspaces = readOrBegin(store::loadWorkspaces(options.dataDirectory),
                                     {store::privateWorkspace()}, options.notices);
    const auto clock = cli::clockFor(given);
    const auto picture = cli::pictureFor(given);
    if (!clock || !picture)
        return clock ? picture.error() : clock.error();
    options.clock = *clock;
    if (given.has(QStringLiteral("url")) || given.has(QStringLiteral("workspace"))) {
        const auto say = [](const QString& line) { fprintf(stderr, "%s\n", qPrintable(line)); };
        const auto entry = cli::chooseWorkspace(given, options.dataDirectory, say);
        if (!entry)
            return entry.error();
        options.given = *entry;
        if (entry->userId.isEmpty())
            options.given->userId = QStringLiteral("local");
    }
    options.quickAdd = given.has(QStringLiteral("quick-add"));
    options.inTray = given.has(QStringLiteral("tray"));
    options.screenshot = given.value(QStringLiteral("screenshot"));
    options.view = given.value(QStringLiteral("view"));
    options.theme = given.value(QStringLiteral("theme"));
    options.locale = given.value(QStringLiteral("locale"));
    options.size = picture->size;
    options.scale = picture->scale;
    return options;
}

int runWindow(int& argc, char** argv, const cli::Options& given)
{
    if (const auto missing = cli::choosePlatform(given))
        return cli::fail(*missing, given);
    const cli::DisplayCheck display;
    QApplication application(argc, argv);
    display.passed();
    store::Database::loadDriver();
    const auto options = windowOptions(given);
    return options ? ui::runWindow(*options) : cli::fail(options.error(), given);
}

} // namespace

int main(int argc, char** argv)
{
    cli::leaveNoCore();
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
