#pragma once
#include "core/clock.h"
#include "store/settings.h"
#include "store/workspaces.h"

#include <QSize>
#include <QString>
#include <QSystemTrayIcon>
#include <functional>
#include <optional>

namespace glow::ui {

/// What the command line decided about the window (CLI.md).
struct WindowOptions {
    QString dataDirectory;
    store::Settings settings;                ///< read once in main
    QList<store::WorkspaceEntry> workspaces; ///< read once in main; the private one first
    QString openWorkspace; ///< id of an entry above; empty: the one shown last, else the private one
    std::optional<store::WorkspaceEntry> given; ///< from --url: shown, not kept
    QStringList notices; ///< sentences about what could not be read; said in the message bar
    core::Clock clock;
    /// Whether the desktop has a tray now.
    std::function<bool()> hasTray = &QSystemTrayIcon::isSystemTrayAvailable;

    bool inTray = false;   ///< --tray: no window and no database until a person asks for them
    bool quickAdd = false; ///< --quick-add: the small window alone, until what it added is stored

    // --screenshot: render, write, quit.
    QString screenshot; ///< PNG to write; empty: an ordinary window
    QString view;       ///< --view; empty: the last one
    QString theme;      ///< "light" | "dark"; empty: the setting
    QString locale;     ///< --locale; empty: the setting
    QSize size{1280, 800};
    qreal scale = 1; ///< honoured through QT_SCALE_FACTOR, which main sets before the application object
};

/// Shows the window (or raises the one that runs on this data directory) and runs the event loop; returns the
/// exit status. The application object exists already.
int runWindow(const WindowOptions& options);

} // namespace glow::ui
