#pragma once
#include "cli/options.h"
#include "core/clock.h"
#include "core/result.h"

#include <QJsonValue>
#include <functional>

namespace glow::cli {

/// What a command prints when it is done.
struct Reply {
    QJsonValue json;
    QString text;
    int status = 0; ///< 1: the answer itself says that something is wrong, as `doctor` does
};

/// What every command gets.
struct Context {
    const Options& options;
    QString dataDirectory;
    core::Clock clock;
    std::function<void(const QString& sentence)> progress; ///< shown when the command takes long
    std::function<void(const QString& sentence)> warn;     ///< a line on stderr
};

/// A row of the table of commands. `run` is called on a worker thread.
struct Command {
    const char* name;
    const char* arguments; ///< as the help shows them
    const char* summary;
    QList<const char*> options; ///< its own, beside the common ones
    core::Result<Reply> (*run)(Context& context);
    bool hidden = false;
};

const QList<Command>& commands();
/// The options of the window, which stands where no command is named.
const QList<const char*>& windowOptions();
const Command* commandNamed(QStringView name);

core::Error usageError(const QString& message);
/// Standard input as text; Invalid when it is not UTF-8.
core::Result<QString> readStandardInput();

} // namespace glow::cli
