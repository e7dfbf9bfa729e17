#pragma once
#include "app/changes.h"
#include "app/reader.h"
#include "core/uid.h"
#include "sync/databasethread.h"
#include "sync/link.h"

#include <QTemporaryDir>
#include <QtTest>

namespace glow::tests {

/// Reader and Changes on a migrated database, as a workspace has them.
struct OpenReader {
    OpenReader(const store::ConnectionString& database, const core::Clock& time)
        : clock(time)
        , interactive(QStringLiteral("interactive"), [database] { return core::Result(database); })
        , background(QStringLiteral("background"), [database] { return core::Result(database); })
        , reader(interactive, background, QStringLiteral("local"))
        , changes(interactive, link, {core::newUid(), QStringLiteral("tester"), QStringLiteral("local")},
                  outbox.path(), time)
    {
        const auto read = reader.catalogue();
        if (!QTest::qWaitFor([&read] { return read.isFinished(); }, 20000) || !read.result())
            qFatal("The catalogue cannot be read.");
        catalogue = *read.result();
        changes.start(catalogue.revision, catalogue.token);
    }

    QTemporaryDir outbox;
    core::Clock clock;
    sync::DatabaseThread interactive;
    sync::DatabaseThread background;
    sync::Link link;
    app::Reader reader;
    app::Changes changes;
    core::Catalogue catalogue;
};

} // namespace glow::tests
