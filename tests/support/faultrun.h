#pragma once
#include "support/editingclient.h"
#include "support/neonstandin.h"

#include <QElapsedTimer>
#include <QtTest>
#include <array>
#include <thread>

namespace glow::tests {

/// One person edits without a pause while something breaks at random moments. `inject` breaks and mends on a
/// thread of its own; the editing goes on meanwhile.
class FaultRun {
public:
    struct Fault {
        const char* name;
        bool pooledOnly;
        void (*inject)(NeonStandIn& neon, ChaosProxy& line);
    };
    static const std::array<Fault, 8>& faults()
    {
        static const std::array<Fault, 8> all{
            Fault{"server killed", false,
                  [](NeonStandIn& neon, ChaosProxy&) {
                      neon.server().stop(true);
                      neon.server().start();
                  }},
            Fault{
                "compute suspended", false,
                [](NeonStandIn& neon, ChaosProxy&) { neon.suspendCompute(std::chrono::milliseconds(300)); }},
            Fault{"black hole before sending", false,
                  [](NeonStandIn&, ChaosProxy& line) { line.swallow(ChaosProxy::Hole::BeforeSending); }},
            Fault{"black hole after sending", false,
                  [](NeonStandIn&, ChaosProxy& line) { line.swallow(ChaosProxy::Hole::AfterSending); }},
            Fault{"reply lost", false, [](NeonStandIn&, ChaosProxy& line) { line.loseNextReply(); }},
            Fault{"PgBouncer restarted", true,
                  [](NeonStandIn& neon, ChaosProxy&) {
                      neon.stopPooler();
                      neon.startPooler();
                  }},
            Fault{"password rotated", false,
                  [](NeonStandIn& neon, ChaosProxy& line) {
                      neon.rotatePassword(core::uidText(core::newUid()));
                      line.cut();
                  }},
            Fault{"network address changed", false,
                  [](NeonStandIn&, ChaosProxy& line) { line.changeAddress(); }}};
        return all;
    }

    FaultRun(NeonStandIn& neon, bool pooled, quint32 seed)
        : m_neon(neon)
        , m_pooled(pooled)
        , m_database(neon.createDatabase())
        , m_random(seed)
        , client(target(), seed)
    {
        client.start(1000000, 10, 5);
        wait(1);
    }

    /// Breaks at a random moment; milliseconds from then until a change made afterwards was confirmed, -1
    /// when that took a minute.
    double breakOnce(const Fault& fault)
    {
        QTest::qWait(static_cast<int>(m_random.bounded(120)));
        std::atomic<bool> broken{false};
        QElapsedTimer time;
        time.start();
        std::thread breaker([&] {
            fault.inject(m_neon, m_pooled ? m_neon.pooledLine() : m_neon.directLine());
            broken = true;
        });
        const bool injected = QTest::qWaitFor([&broken] { return broken.load(); }, 60000);
        breaker.join();
        if (QByteArray(fault.name) == "password rotated")
            client.connectTo(target());
        return injected && wait(10) ? static_cast<double>(time.nsecsElapsed()) / 1e6 : -1;
    }
    /// Waits until that many more changes than were made by now are confirmed.
    bool wait(int more)
    {
        const qsizetype enough = client.made() + more;
        return QTest::qWaitFor([this, enough] { return client.confirmed.size() >= enough; }, 60000);
    }
    /// What is wrong at the end; empty when nothing is lost and nothing is doubled.
    QString verdict()
    {
        client.stop();
        if (!QTest::qWaitFor([this] { return client.isSettled(); }, 60000))
            return QStringLiteral("%1 changes are still pending").arg(client.workspace().changes().pending());
        QStringList wrong = client.complaints;
        QStringList expected = client.expected();
        expected.sort();
        const QStringList stored = storedTasks(m_neon.server(), m_database);
        for (const QString& line : expected) {
            if (!stored.contains(line))
                wrong.append(QStringLiteral("lost: ") + line);
        }
        for (const QString& line : stored) {
            if (!expected.contains(line))
                wrong.append(QStringLiteral("not expected: ") + line);
        }
        if (const int twice = doneTwice(m_neon.server(), m_database))
            wrong.append(QStringLiteral("%1 done twice").arg(twice));
        return wrong.join(u'\n');
    }

private:
    store::ConnectionString target() const
    {
        return m_pooled ? m_neon.pooled(m_database) : m_neon.direct(m_database);
    }

    NeonStandIn& m_neon;
    bool m_pooled;
    QString m_database;
    QRandomGenerator m_random;

public:
    EditingClient client;
};

} // namespace glow::tests
