#pragma once
#include "core/result.h"

#include <QStringList>

namespace glow::store {

/// The desktop's own list of what starts at login: a file in `$XDG_CONFIG_HOME/autostart`. It is the truth,
/// since the desktop's settings may switch it off or remove it.
QString autostartPath();
/// Reads a file: worker thread, or main before the window.
bool startsAtLogin();
/// Makes or removes the file; `command` is the program with its arguments. Worker thread.
core::Result<void> setStartsAtLogin(bool on, const QStringList& command);
/// This program, started into the tray on this data directory.
QStringList trayCommand(const QString& program, const QString& dataDirectory);

} // namespace glow::store
