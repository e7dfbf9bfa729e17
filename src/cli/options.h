#pragma once
#include "core/result.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>
#include <span>

namespace glow::cli {

/// An option of the command line. `argument` is what its help calls the value, null for a switch.
struct Option {
    const char* name;
    const char* argument;
    const char* help;
};

/// The command line taken apart (CLI.md): options stand anywhere before `--`, the first word that is none is
/// the command.
struct Options {
    QString command; ///< empty: the window
    QStringList arguments;
    QMap<QString, QStringList> given; ///< by name without the dashes; a switch has one empty value

    bool has(const QString& name) const { return given.contains(name); }
    QString value(const QString& name) const { return given.value(name).value(0); }
    QStringList values(const QString& name) const { return given.value(name); }
};

struct ParsedOptions {
    Options options; ///< as far as it could be read, so that --json is known with an error too
    std::optional<core::Error> error; ///< ErrorKind::Usage
};

/// Every option there is, those that hold for all commands first.
std::span<const Option> allOptions();
std::span<const Option> commonOptions();
const Option* optionNamed(QStringView name);

ParsedOptions parseOptions(const QList<QByteArray>& arguments);

} // namespace glow::cli
