#pragma once
#include "core/result.h"

#include <QList>
#include <QString>

namespace glow::store {

/// One numbered pair of files from migrations/, embedded as resources `:/migrations/0001_base.up.sql`.
struct Migration {
    QString revision; ///< "0001"
    QString name;     ///< "base"
    QString up;
    QString down;
    QString upSha256;
    bool transactional = true; ///< false: "-- glowlist: no transaction" in the up file
    QString losesOnDown;       ///< sentence in the down file's first comment line "-- loses: …", else empty

    QString fileName() const { return revision + u'_' + name; }
};

/// All migrations, oldest first. Fails when a number is used twice or a pair is not whole.
core::Result<QList<Migration>> embeddedMigrations();

} // namespace glow::store
