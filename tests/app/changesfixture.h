#pragma once
#include "app/changes.h"
#include "app/reader.h"
#include "core/uid.h"
#include "support/builders.h"
#include "support/chaosproxy.h"
#include "sync/databasethread.h"
#include "sync/link.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

namespace glow::tests {

/// What a Workspace owns, on a database of the test server reached through a proxy.
class ChangesFixture {
public:
    explicit ChangesFixture(TemporaryServer& server)
        : builder(server)
        , proxy(server.port())
    {
        restart();
    }

    /// As a new process with the same data directory.
    void restart()
    {
        close();
        const auto opener =
            [target = proxy.through(builder.database())]() -> core::Result<store::ConnectionString> {
            return target;
        };
        link = std::make_unique<sync::Link>();
        interactive = std::make_unique<sync::DatabaseThread>(QStringLiteral("interactive"), opener);
        link->follow(*interactive);
        background = std::make_unique<sync::DatabaseThread>(QStringLiteral("background"), opener);
        reader = std::make_unique<app::Reader>(*interactive, *background, QStringLiteral("local"));
        changes = std::make_unique<app::Changes>(*interactive, *link, writer, outbox.path(), core::Clock());
        QObject::connect(changes.get(), &app::Changes::confirmed, [this](const core::Change& change) {
            log.append(QStringLiteral("confirmed ") + change.label);
        });
        QObject::connect(changes.get(), &app::Changes::refused, [this](const core::Change& change) {
            log.append(QStringLiteral("refused ") + change.label);
        });
    }

    void close()
    {
        if (interactive)
            interactive->stop();
        changes.reset();
        reader.reset();
        background.reset();
        interactive.reset();
        link.reset();
    }

    void start()
    {
        const auto catalogue = reader->catalogue().result();
        QVERIFY2(catalogue,
                 catalogue ? "" : qPrintable(catalogue.error().message + catalogue.error().detail));
        changes->start(catalogue->revision, catalogue->token);
        proxy.reset();
    }

    QUuid add(const QString& title)
    {
        const QUuid uid = core::newUid();
        apply(QStringLiteral("add ") + title,
              {operation(core::Verb::Create, core::Entity::Task, uid, {{QStringLiteral("title"), title}})});
        return uid;
    }
    void rename(const QUuid& uid, const QString& from, const QString& to)
    {
        apply(QStringLiteral("rename ") + to,
              {operation(core::Verb::Update, core::Entity::Task, uid, {{QStringLiteral("title"), to}},
                         {{QStringLiteral("title"), from}})});
    }
    void apply(const QString& label, const QList<core::Operation>& operations)
    {
        changes->apply(changes->make(label, operations));
    }
    bool settled() const { return changes->pending() == 0; }

    QString titleOf(const QUuid& uid) const
    {
        return builder.sql(
            QStringLiteral("select title from public.tasks where glow_uid = '%1'").arg(core::uidText(uid)));
    }
    qint64 tasks() const { return builder.count(QStringLiteral("public.tasks")); }

    Builder builder;
    ChaosProxy proxy;
    QTemporaryDir outbox;
    store::changesql::Writer writer{core::newUid(), QStringLiteral("tester"), QStringLiteral("local")};
    QStringList log;
    std::unique_ptr<sync::Link> link;
    std::unique_ptr<sync::DatabaseThread> interactive;
    std::unique_ptr<sync::DatabaseThread> background;
    std::unique_ptr<app::Reader> reader;
    std::unique_ptr<app::Changes> changes;
};

} // namespace glow::tests
