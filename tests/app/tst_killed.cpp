#include "app/changesfixture.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTimer>
#include <csignal>
#include <cstdio>

using namespace glow;
using core::Entity;
using core::Verb;
using tests::operation;

namespace {

constexpr int edits = 200;

/// The child process: 200 quick edits, 100 new tasks each renamed; says what it was told is confirmed.
class Editor : public QObject {
public:
    Editor(store::ConnectionString database, const QString& outbox)
        : m_thread(QStringLiteral("interactive"),
                   [database]() -> core::Result<store::ConnectionString> { return database; })
        , m_changes(m_thread, m_link, {core::newUid(), QStringLiteral("tester"), QStringLiteral("local")},
                    outbox, {})
    {
        connect(&m_changes, &app::Changes::confirmed, this, [](const core::Change& change) {
            const core::Operation& done = change.operations.constFirst();
            std::printf("%s %d\n", qPrintable(core::uidText(done.uid)), done.verb == Verb::Update ? 1 : 0);
            std::fflush(stdout);
        });
        connect(&m_timer, &QTimer::timeout, this, &Editor::edit);
        m_changes.start(0, {});
        m_timer.start(1);
    }

private:
    void edit()
    {
        if (m_done == edits)
            return;
        const bool create = m_done++ % 2 == 0;
        if (create)
            m_uid = core::newUid();
        const QString title = QStringLiteral("Task %1").arg((m_done - 1) / 2);
        const core::Operation operation =
            create ? tests::operation(Verb::Create, Entity::Task, m_uid, {{QStringLiteral("title"), title}})
                   : tests::operation(Verb::Update, Entity::Task, m_uid,
                                      {{QStringLiteral("title"), title + QStringLiteral(" edited")}},
                                      {{QStringLiteral("title"), title}});
        m_changes.apply(m_changes.make(title, {operation}));
    }

    sync::Link m_link;
    sync::DatabaseThread m_thread;
    app::Changes m_changes;
    QTimer m_timer;
    QUuid m_uid;
    int m_done = 0;
};

} // namespace

/// Kill -9 in the middle of 200 quick edits: what was confirmed is there, nothing is there twice.
class TestKilled : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void confirmedEditsSurviveAKill_data();
    void confirmedEditsSurviveAKill();

private:
    QHash<QUuid, int> killAfter(tests::ChangesFixture& fixture, int confirmations);

    std::unique_ptr<tests::TemporaryServer> m_server;
};

void TestKilled::initTestCase()
{
    store::Database::loadDriver();
    m_server = std::make_unique<tests::TemporaryServer>();
}

/// What the child said is confirmed: task → 0 created, 1 renamed.
QHash<QUuid, int> TestKilled::killAfter(tests::ChangesFixture& fixture, int confirmations)
{
    const store::HostPort host = fixture.builder.database().hosts.constFirst();
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("--edit"), host.host, QString::number(host.port), fixture.builder.name(),
                 fixture.outbox.path()});
    QHash<QUuid, int> confirmed;
    int lines = 0;
    const auto read = [&] {
        while (child.canReadLine()) {
            const QList<QByteArray> words = child.readLine().trimmed().split(' ');
            confirmed.insert(QUuid(QString::fromLatin1(words.at(0))), words.at(1).toInt());
            ++lines;
        }
    };
    while (lines < confirmations && child.waitForReadyRead(20000))
        read();
    ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
    child.waitForFinished();
    read(); // said before it died
    return confirmed;
}

void TestKilled::confirmedEditsSurviveAKill_data()
{
    QTest::addColumn<int>("confirmations");
    for (const int confirmations : {1, 40, 110, 170})
        QTest::addRow("after %d", confirmations) << confirmations;
}

void TestKilled::confirmedEditsSurviveAKill()
{
    QFETCH(int, confirmations);
    tests::ChangesFixture fixture(*m_server);
    fixture.close();
    const QHash<QUuid, int> confirmed = killAfter(fixture, confirmations);
    QVERIFY(!confirmed.isEmpty());

    fixture.restart();
    fixture.start();
    fixture.add(QStringLiteral("goes after what was left"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.settled(), 30000);

    for (auto it = confirmed.cbegin(); it != confirmed.cend(); ++it) {
        const QString title = fixture.titleOf(it.key());
        QVERIFY2(title.startsWith(u"Task "), qPrintable(title));
        QVERIFY2(it.value() == 0 || title.endsWith(u"edited"), qPrintable(title));
    }
    QCOMPARE(
        fixture.builder.count(QStringLiteral("(select substring(title from 'Task [0-9]+') from public.tasks "
                                             "group by 1 having count(*) > 1) twice")),
        0);
    QVERIFY(fixture.log.filter(QStringLiteral("refused")).isEmpty());
    QVERIFY(QDir(fixture.outbox.path()).entryList({QStringLiteral("*.journal")}).size() <= 1);
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    store::Database::loadDriver();
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--edit") {
        store::ConnectionString database;
        database.hosts = {{arguments.value(2), static_cast<quint16>(arguments.value(3).toUInt())}};
        database.database = arguments.value(4);
        database.user = QStringLiteral("tester");
        const Editor editor(database, arguments.value(5));
        return QCoreApplication::exec();
    }
    TestKilled test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killed.moc"
