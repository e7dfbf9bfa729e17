#pragma once
#include "core/result.h"

#include <QList>
#include <QStringList>

namespace glow::store {

/// A directory with PostgreSQL's server programs. Found anew at each start and never stored: packages move
/// them.
struct PostgresBinaries {
    QString directory;
    int major = 0;
    QString version; ///< "15.13"

    QString program(const QString& name) const { return directory + u'/' + name; }

    /// The bundle beside the program, PATH, then the places of the distributions.
    static QStringList searchPath();
    /// All that are there, newest first.
    static QList<PostgresBinaries> installed(const QStringList& searchPath);
    /// What to say when PostgreSQL, or that version of it (0: any), is not installed: names the package.
    static core::Error missing(int major);
};

} // namespace glow::store
