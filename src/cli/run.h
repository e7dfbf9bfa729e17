#pragma once
#include "cli/options.h"
#include "core/clock.h"

#include <QSize>
#include <QtGlobal>

namespace glow::cli {

/// True when the command line asks for the window, and for nothing else.
bool isForWindow(const ParsedOptions& parsed);
/// Reports an error as every command does; returns the exit status.
int fail(const core::Error& error, const Options& options);

/// Runs the command that the options name, prints its answer, returns the exit status: 0 done, 1 failed, 2
/// wrong usage.
int run(const ParsedOptions& parsed);

/// Where settings and the private database lie: --data-dir, else $XDG_DATA_HOME/glowlist.
QString dataDirectory(const Options& options);
/// The clock that --now sets, else the real one.
core::Result<core::Clock> clockFor(const Options& options);

/// What --size and --scale ask for.
struct Picture {
    QSize size{1280, 800};
    double scale = 1;
};
core::Result<Picture> pictureFor(const Options& options);

/// Until it has passed, a display that cannot be opened ends the program with a sentence and status 1; Qt alone
/// would abort.
class DisplayCheck {
public:
    DisplayCheck();
    void passed() const;

private:
    QtMessageHandler m_usual;
};
/// Before the application object: a picture needs no display, the window does. The error when there is none.
std::optional<core::Error> choosePlatform(const Options& options);

/// Overwrites passwords in the arguments of this process, so that nobody reads them in the list of processes.
void hidePasswords(int argc, char** argv);
/// A password in memory must not end in a file when the program crashes. First thing in main.
void leaveNoCore();

} // namespace glow::cli
