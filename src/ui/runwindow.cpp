#include "ui/runwindow.h"

#include "app/theme.h"
#include "app/translation.h"
#include "store/guithread.h"
#include "ui/mainwindow.h"
#include "ui/screenshot.h"
#include "ui/singleinstance.h"
#include "ui/style/glowstyle.h"
#include "ui/style/icons.h"

#include <QApplication>
#include <QSocketNotifier>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace glow::ui {

namespace {

using app::Theme;
using store::Settings;

int signalPipe[2] = {-1, -1};

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(signalPipe[0], &byte, 1);
}

// SIGTERM, SIGINT and SIGHUP close the window as a person does: what is typed is stored, the server is let
// go.
void quitOnSignals(MainWindow& window)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, signalPipe) != 0)
        return;
    auto* notifier = new QSocketNotifier(signalPipe[1], QSocketNotifier::Read, &window);
    QObject::connect(notifier, &QSocketNotifier::activated, &window, [notifier, &window] {
        notifier->setEnabled(false);
        window.quit();
        QApplication::quit();
    });
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        ::sigaction(number, &action, nullptr);
}

void dress(Theme& theme, const WindowOptions& options)
{
    const QString mode = options.theme.isEmpty() ? options.settings.text(Settings::Theme) : options.theme;
    theme.setMode(Theme::modeFromWord(mode));
    theme.setDensity(Theme::densityFromWord(options.settings.text(Settings::Density)));
    QApplication::setStyle(new GlowStyle(theme));
    QApplication::setPalette(theme.palette());
    QApplication::setFont(theme.font(Theme::Text::Body));
    QApplication::setWindowIcon(programIcon(theme));
    QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false);
    const QString language =
        options.locale.isEmpty() ? options.settings.text(Settings::Locale) : options.locale;
    const QLocale locale = app::useLocale(language);
    app::installTranslations(*qApp, locale);
    QApplication::setLayoutDirection(locale.textDirection());
}

SingleInstance::Window windowWanted(const WindowOptions& options)
{
    if (options.quickAdd)
        return SingleInstance::Window::QuickAdd;
    return options.inTray ? SingleInstance::Window::None : SingleInstance::Window::Main;
}

} // namespace

int runWindow(const WindowOptions& options)
{
    store::markGuiThread();
    const bool isPicture = !options.screenshot.isEmpty();
    SingleInstance instance(options.dataDirectory);
    if (!isPicture && instance.raiseOther(windowWanted(options)))
        return 0;
    if (!isPicture)
        instance.listen(); // who connects is answered as soon as there is a window
    Theme theme;
    dress(theme, options);
    // The window says when it is over: in the tray it runs on without one.
    QApplication::setQuitOnLastWindowClosed(false);
    int status = 0;
    {
        MainWindow window(options, theme);
        quitOnSignals(window);
        QObject::connect(&window, &MainWindow::closed, qApp, &QApplication::quit);
        Screenshot screenshot(window, options);
        if (isPicture) {
            screenshot.start();
        } else {
            QObject::connect(&instance, &SingleInstance::raiseRequested, &window, &MainWindow::raiseWindow);
            QObject::connect(&instance, &SingleInstance::quickAddRequested, &window,
                             &MainWindow::openQuickAdd);
            if (!options.quickAdd && !options.inTray)
                window.show();
        }
        if (options.inTray && !isPicture && !options.quickAdd)
            window.startInTray();
        else
            window.start();
        if (options.quickAdd && !isPicture)
            window.openQuickAdd();
        status = QApplication::exec();
    }
    // The style reads the theme whenever it paints, and the application keeps it until its own end.
    QApplication::setStyle(QStringLiteral("Fusion"));
    return status;
}

} // namespace glow::ui
