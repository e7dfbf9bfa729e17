#include "store/doctor/connectioncheck.h"
#include "store/migrations/migrator.h"
#include "store/migrations/schemacheck.h"
#include "store/watchdog.h"
#include "support/chaosproxy.h"
#include "support/neonstandin.h"
#include "support/sockets.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QtEndian>
#include <QtTest>
#include <future>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace {

// `openssl ca` alone makes a certificate of the past. Writes them into a folder with the fault's name.
constexpr const char* certificateScript = R"sh(
umask 077
mkdir -p %1; cd %1; : >index; echo 01 >serial
key() { openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -sha256 "$@"; }
for ca in ca other; do key -x509 -days 30 -keyout $ca.key -out $ca.pem -subj /CN=$ca; done
key -keyout server.key -out server.csr -subj /CN=localhost
name=localhost; start=20200101000000Z; end=20400101000000Z; signer=ca
case %1 in
expired) end=20200201000000Z;;
early) start=20390101000000Z;;
elsewhere) name=elsewhere.example.org;;
foreign) signer=other;;
esac
printf '[ca]\ndefault_ca=c\n[c]\ndatabase=index\nserial=serial\nnew_certs_dir=.\ndefault_md=sha256\npolicy=p\nx509_extensions=x\n[p]\ncommonName=supplied\n[x]\nsubjectAltName=DNS:%s\n' $name >conf
openssl ca -batch -notext -config conf -cert $signer.pem -keyfile $signer.key -in server.csr -out server.pem -startdate $start -enddate $end
chmod 755 .; chmod 644 *.pem; [ "$(id -u)" != 0 ] || chown -R postgres .
)sh";

QByteArray message(char kind, const QByteArray& content)
{
    QByteArray length(4, '\0');
    qToBigEndian(static_cast<quint32>(content.size() + 4), length.data());
    return kind + length + content;
}

QByteArray serverError(const char* state, const char* text)
{
    QByteArray fields;
    for (const auto& [code, value] : {std::pair{'S', "FATAL"}, {'V', "FATAL"}, {'C', state}, {'M', text}})
        fields += code + QByteArray(value) + '\0';
    return message('E', fields + '\0');
}

/// Answers every sign-in with the same bytes, as PostgreSQL, a pooler or something else would, and what comes
/// after it with others.
class ScriptedServer {
public:
    explicit ScriptedServer(QByteArray answer, QByteArray toQueries = {})
    {
        std::promise<quint16> port;
        std::future<quint16> known = port.get_future();
        m_thread = std::thread([this, answer = std::move(answer), toQueries = std::move(toQueries), &port] {
            QTcpServer server;
            server.listen(QHostAddress::LocalHost);
            port.set_value(server.serverPort());
            while (!m_ended) {
                server.waitForNewConnection(20);
                while (QTcpSocket* client = server.nextPendingConnection()) {
                    serve(*client, answer, toQueries);
                    delete client;
                }
            }
        });
        m_port = known.get();
    }
    ~ScriptedServer()
    {
        m_ended = true;
        m_thread.join();
    }
    quint16 port() const { return m_port; }

private:
    void serve(QTcpSocket& client, QByteArray answer, const QByteArray& toQueries) const
    {
        while (!m_ended && client.state() == QTcpSocket::ConnectedState) {
            if (!client.waitForReadyRead(20) || client.readAll().isEmpty())
                continue;
            client.write(answer);
            client.waitForBytesWritten(2000);
            answer = toQueries;
        }
    }

    std::atomic<bool> m_ended{false};
    quint16 m_port = 0;
    std::thread m_thread;
};

/// Lets everybody in as PostgreSQL of a version does.
QByteArray welcome(const char* version)
{
    return message('R', QByteArray(4, '\0')) +
           message('S', QByteArray("server_version") + '\0' + version + '\0') + message('Z', "I");
}

} // namespace

using namespace glow;
using Status = store::CheckStep::Status;

class TestConnectionCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aPreparedDatabasePassesEveryStep();
    void anUnpreparedDatabaseIsAWarning();
    void rowsThatAreGoneWantAVacuum();
    void nothingIsLeftBehind();
    void aCauseFailsItsOwnStepWithItsOwnRemedy_data();
    void aCauseFailsItsOwnStepWithItsOwnRemedy();
    void whatAServerSaysHasItsOwnCauseAndRemedy_data();
    void whatAServerSaysHasItsOwnCauseAndRemedy();
    void whatIsWrongWithACertificateIsNamed_data();
    void whatIsWrongWithACertificateIsNamed();
    void missingRightsNameTheGrant_data();
    void missingRightsNameTheGrant();
    void itsOwnErrorsHaveACauseAndARemedy_data();
    void itsOwnErrorsHaveACauseAndARemedy();
    void aServerThatIsTooOldIsNamed();
    void aDatabaseNewerThanTheProgramIsToldFromOneThatWantsAnotherProgram();
    void theRemedyForAMissingSearchIndexBringsIt_data();
    void theRemedyForAMissingSearchIndexBringsIt();
    void whatKeepsATaskFromBeingWrittenIsNamed_data();
    void whatKeepsATaskFromBeingWrittenIsNamed();
    void aNeonDatabaseNearItsLimitIsNamed();
    void whereverItFallsSilentTheCheckEnds_data();
    void whereverItFallsSilentTheCheckEnds();
    void aPoolerWithoutAFreeConnectionIsNamed_data();
    void aPoolerWithoutAFreeConnectionIsNamed();
    void aServerThatTakesNoConnectionEndsTheCheck();
    void aSilentGreetingEndsTheCheck();
    void aServerThatKeepsSilentEndsTheCheck();
    void cancellingEndsTheCheck();
    void aTextThatCannotBeReadFailsTheFirstStep();

private:
    static QStringList names(const store::CheckReport& report);
    static store::CheckStep step(const store::CheckReport& report, const QString& name);

    std::unique_ptr<tests::TemporaryServer> m_server;
    store::ConnectionString m_empty;
    store::ConnectionString m_prepared;
};

static const QStringList allSteps{
    QStringLiteral("string"),  QStringLiteral("resolve"),    QStringLiteral("tcp"),
    QStringLiteral("tls"),     QStringLiteral("signin"),     QStringLiteral("endpoint"),
    QStringLiteral("version"), QStringLiteral("roundtrip"),  QStringLiteral("wake"),
    QStringLiteral("rights"),  QStringLiteral("migrations"), QStringLiteral("search"),
    QStringLiteral("size"),    QStringLiteral("clock"),      QStringLiteral("write")};

QStringList TestConnectionCheck::names(const store::CheckReport& report)
{
    QStringList list;
    for (const store::CheckStep& each : report.steps)
        list.append(each.name);
    return list;
}

store::CheckStep TestConnectionCheck::step(const store::CheckReport& report, const QString& name)
{
    for (const store::CheckStep& each : report.steps) {
        if (each.name == name)
            return each;
    }
    return {};
}

void TestConnectionCheck::initTestCase()
{
    store::Database::loadDriver();
    m_server = std::make_unique<tests::TemporaryServer>();
    m_empty = m_server->createDatabase();
    m_prepared = m_server->createDatabase();
    store::Database database;
    QVERIFY(database.open(m_prepared));
    const auto migrations = store::embeddedMigrations();
    QVERIFY(migrations);
    const auto upgraded = store::Migrator(database, *migrations).upgrade();
    QVERIFY2(upgraded, qPrintable(upgraded ? QString() : upgraded.error().message));
}

void TestConnectionCheck::aPreparedDatabasePassesEveryStep()
{
    QStringList heard;
    const auto report = store::ConnectionCheck(m_prepared, QStringLiteral("local"))
                            .run([&heard](const store::CheckStep& each) { heard.append(each.name); });
    QCOMPARE(names(report), allSteps);
    QCOMPARE(heard, allSteps);
    QVERIFY(report.ok());
    for (const store::CheckStep& each : report.steps)
        QVERIFY2(each.status == Status::Ok || each.name == u"tls", qPrintable(each.name + each.detail));
    QCOMPARE(report.users, QStringList{QStringLiteral("local")});
}

void TestConnectionCheck::anUnpreparedDatabaseIsAWarning()
{
    const auto report = store::ConnectionCheck(m_server->overTcp(m_empty), QStringLiteral("local")).run();
    QVERIFY(report.ok());
    QCOMPARE(step(report, QStringLiteral("migrations")).status, Status::Warning);
    QVERIFY(step(report, QStringLiteral("migrations")).remedy.contains(u"glowlist migrate upgrade"));
    QCOMPARE(step(report, QStringLiteral("write")).status, Status::Skipped);
}

void TestConnectionCheck::rowsThatAreGoneWantAVacuum()
{
    const store::ConnectionString database = m_server->createDatabase(m_prepared.database);
    m_server->psql(
        database.database,
        QStringLiteral("alter table users set (autovacuum_enabled = false); "
                       "insert into users select repeat('x', 60) || n from generate_series(1, 200000) n; "
                       "delete from users where id <> 'local'"));
    const auto size = [&database] {
        const auto report = store::ConnectionCheck(database, QStringLiteral("local")).run();
        return step(report, QStringLiteral("size"));
    };
    QTRY_COMPARE_WITH_TIMEOUT(size().status, Status::Warning, 30000); // the server counts with delay
    QVERIFY(size().remedy.contains(u"VACUUM"));
    m_server->psql(database.database, QStringLiteral("vacuum full users"));
    QTRY_COMPARE_WITH_TIMEOUT(size().status, Status::Ok, 30000);
}

void TestConnectionCheck::nothingIsLeftBehind()
{
    const QString dump =
        QStringLiteral("select (select count(*) from tasks), (select count(*) from glowlist.history), "
                       "(select revision from glowlist.workspace)");
    const QString before = m_server->psql(m_prepared.database, dump);
    QVERIFY(store::ConnectionCheck(m_prepared, QStringLiteral("local")).run().ok());
    QCOMPARE(m_server->psql(m_prepared.database, dump), before);
}

void TestConnectionCheck::aCauseFailsItsOwnStepWithItsOwnRemedy_data()
{
    QTest::addColumn<store::ConnectionString>("target");
    QTest::addColumn<QString>("failing");
    QTest::addColumn<QString>("remedy");
    m_server->psql(QStringLiteral("postgres"),
                   QStringLiteral("create role guest login; create role few login connection limit 0;  "
                                  "create role locked nologin; create role reader login;"
                                  "alter role reader set default_transaction_read_only = on"));
    m_server->psql(QStringLiteral("postgres"), QStringLiteral("create database closed"));
    m_server->psql(QStringLiteral("postgres"),
                   QStringLiteral("revoke connect on database closed from public"));
    const store::ConnectionString tcp = m_server->overTcp(m_prepared);
    store::ConnectionString target = tcp;
    target.hosts = {{QStringLiteral("name.invalid"), 5432}};
    QTest::newRow("no such host") << target << "resolve"
                                  << "spelling of the host";
    target.hosts = {{QStringLiteral("127.0.0.1"), 1}};
    QTest::newRow("nothing listens") << target << "tcp"
                                     << "Check the port";
    target.hosts = {{QStringLiteral("/nonexistent"), 5432}};
    QTest::newRow("no socket") << target << "tcp"
                               << "Check the port";
    target = tcp;
    target.options.insert(QStringLiteral("sslmode"), QStringLiteral("verify-full"));
    QTest::newRow("no encryption") << target << "tls"
                                   << "set Encryption to";
    target = tcp;
    target.user = QStringLiteral("nobody");
    QTest::newRow("no such user") << target << "signin"
                                  << "Check the user name";
    target.user = QStringLiteral("locked");
    QTest::newRow("may not sign in") << target << "signin"
                                     << "alter role";
    target = tcp;
    target.database = QStringLiteral("nothing");
    QTest::newRow("no such database") << target << "signin"
                                      << "create the database";
    target = tcp;
    target.user = QStringLiteral("few");
    QTest::newRow("a role that may not have another connection") << target << "endpoint"
                                                                 << "higher connection limit";
    target.user = QStringLiteral("guest");
    target.database = QStringLiteral("closed");
    QTest::newRow("a database that is not open to the user") << target << "signin"
                                                             << "grant connect";
    target.database = tcp.database;
    QTest::newRow("no rights") << target << "rights"
                               << "grant usage on schema glowlist to \"guest\"";
    target.user = QStringLiteral("reader");
    QTest::newRow("read only") << target << "rights"
                               << "primary server";
}

void TestConnectionCheck::aCauseFailsItsOwnStepWithItsOwnRemedy()
{
    QFETCH(store::ConnectionString, target);
    QFETCH(QString, failing);
    QFETCH(QString, remedy);
    target.password = QStringLiteral("s3cret");
    const auto report = store::ConnectionCheck(target, QStringLiteral("local")).run();
    QVERIFY(!report.ok());
    QCOMPARE(names(report), allSteps);
    for (const store::CheckStep& each : report.steps) {
        if (each.name == failing) {
            QCOMPARE(each.status, Status::Failed);
            QVERIFY2(each.remedy.contains(remedy), qPrintable(each.title + u' ' + each.remedy));
            break;
        }
        QVERIFY2(each.status != Status::Failed, qPrintable(each.name + u' ' + each.detail));
    }
    for (const store::CheckStep& each : report.steps)
        QVERIFY(!(each.title + each.detail + each.remedy).contains(u"s3cret"));
}

void TestConnectionCheck::whatAServerSaysHasItsOwnCauseAndRemedy_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("failing");
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QString>("remedy");
    const auto row = [](const char* state, const char* message, const char* failing, const char* cause,
                        const char* remedy) {
        QTest::newRow(message) << serverError(state, message) << QString::fromLatin1(failing)
                               << QString::fromLatin1(cause) << QString::fromUtf8(remedy);
    };
    row("28P01", "password authentication failed for user 'maya'", "signin", "password",
        "Copy the connection");
    row("08P01",
        "Endpoint ID is not specified. Either please upgrade the postgres client library (libpq) for SNI "
        "support",
        "endpoint", "which Neon project", "begins with ep-");
    row("XX000", "The requested endpoint could not be found, or you don't have access to it.", "endpoint",
        "does not know this project", "Neon console");
    row("XX000", "Couldn't connect to compute node", "endpoint", "cannot reach the compute", "Try again");
    row("XX000", "The endpoint is disabled. Enable it using Neon API and retry.", "endpoint", "disabled",
        "Enable it");
    row("XX000", "This IP address 203.0.113.7 is not allowed to connect to this endpoint.", "endpoint",
        "IP address", "IP Allow");
    row("XX000",
        "Your account or project has exceeded the compute time quota. Upgrade your plan to increase limits.",
        "endpoint", "used up", "change the plan");
    row("53300", "sorry, too many clients already", "endpoint", "no free connection", "pooled");
    row("53300", "remaining connection slots are reserved for roles with the SUPERUSER attribute", "endpoint",
        "no free connection", "pooled");
    row("08P01", "no more connections allowed (max_client_conn)", "endpoint", "pooler has no free",
        "Try again");
    row("08P01", "query_wait_timeout", "endpoint", "for too long", "end transactions");
    row("3D000", "database \"todo\" does not exist", "signin", "no database of this name",
        "create the database");
    row("28000", "role \"maya\" does not exist", "signin", "no user of this name", "user name");
    row("28000", "no pg_hba.conf entry for host \"203.0.113.7\", user \"maya\"", "signin",
        "from this computer", "pg_hba.conf");
    row("53100", "could not write init file: No space left on device", "endpoint", "disk is full",
        "Free space");
    row("08P01", "no such database: todo", "signin", "does not know this database", "pooler’s list");
    row("08P01", "no such user", "signin", "no user of this name", "user name");
    row("08P01", "server login has been failing, try again later (server_login_retry)", "endpoint",
        "does not reach the database server", "behind the pooler");
    row("57P03", "the database system is starting up", "endpoint", "starting or stopping", "few seconds");
    row("08P01", "unsupported startup parameter: options", "endpoint", "does not accept an option", "Remove");
    QTest::newRow("plain HTTP") << QByteArray("HTTP/1.1 400 Bad Request\r\nServer: nginx\r\n\r\n")
                                << QStringLiteral("tls") << QStringLiteral("no PostgreSQL")
                                << QStringLiteral("web server");
}

void TestConnectionCheck::whatAServerSaysHasItsOwnCauseAndRemedy()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, failing);
    QFETCH(QString, cause);
    QFETCH(QString, remedy);
    const ScriptedServer server(answer);
    store::ConnectionString target = m_server->overTcp(m_prepared);
    target.hosts = {{QStringLiteral("127.0.0.1"), server.port()}};
    const auto report = store::ConnectionCheck(target, QStringLiteral("local")).run();
    const store::CheckStep found = step(report, failing);
    QCOMPARE(found.status, Status::Failed);
    QVERIFY2(found.title.contains(cause), qPrintable(found.title + u' ' + found.detail));
    QVERIFY2(found.remedy.contains(remedy), qPrintable(found.remedy));
    QCOMPARE(names(report), allSteps);
}

void TestConnectionCheck::whatIsWrongWithACertificateIsNamed_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QString>("remedy");
    const auto row = [](const char* certificate, const char* cause, const char* remedy) {
        QTest::newRow(certificate) << QString::fromLatin1(certificate) << QString::fromLatin1(cause)
                                   << QString::fromLatin1(remedy);
    };
    row("expired", "has expired", "Renew");
    row("early", "not valid yet", "clock");
    row("elsewhere", "another host name", "the certificate names");
    row("foreign", "not signed by an authority", "authority's file");
}

void TestConnectionCheck::whatIsWrongWithACertificateIsNamed()
{
    QFETCH(QString, certificate);
    QFETCH(QString, cause);
    QFETCH(QString, remedy);
    const QString directory = m_server->socketDirectory();
    QProcess script;
    script.setWorkingDirectory(directory);
    script.start(QStringLiteral("/bin/sh"),
                 {QStringLiteral("-ec"), QString::fromLatin1(certificateScript).arg(certificate)});
    QVERIFY(script.waitForFinished(60000));
    QVERIFY2(script.exitCode() == 0, script.readAllStandardError());
    const QString path = directory + u'/' + certificate;
    const QString set = QStringLiteral("alter system set %1 = '%2'");
    const QString postgres = QStringLiteral("postgres");
    m_server->psql(postgres, set.arg(QStringLiteral("ssl_cert_file"), path + QStringLiteral("/server.pem")));
    m_server->psql(postgres, set.arg(QStringLiteral("ssl_key_file"), path + QStringLiteral("/server.key")));
    m_server->psql(postgres, set.arg(QStringLiteral("ssl"), QStringLiteral("on")));
    m_server->stop();
    m_server->start();
    store::ConnectionString target = m_server->overTcp(m_prepared);
    target.hosts = {{QStringLiteral("localhost"), m_server->port()}};
    target.options = {{QStringLiteral("sslmode"), QStringLiteral("verify-full")},
                      {QStringLiteral("hostaddr"), QStringLiteral("127.0.0.1")},
                      {QStringLiteral("sslrootcert"), path + QStringLiteral("/ca.pem")}};
    const store::CheckStep tls =
        step(store::ConnectionCheck(target, QStringLiteral("local")).run(), QStringLiteral("tls"));
    QCOMPARE(tls.status, Status::Failed);
    QVERIFY2(tls.title.contains(cause), qPrintable(tls.title + u' ' + tls.detail));
    QVERIFY2(tls.remedy.contains(remedy), qPrintable(tls.remedy));
    // Who just connects is told the same.
    store::Database database;
    target.options.remove(QStringLiteral("hostaddr"));
    const core::Result<void> opened = database.open(target);
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().kind, core::ErrorKind::Tls);
    QCOMPARE(opened.error().message, tls.title);
}

void TestConnectionCheck::missingRightsNameTheGrant_data()
{
    QTest::addColumn<bool>("prepared");
    QTest::addColumn<QString>("rights"); // of the role `limited`, on the database of its own
    QTest::addColumn<QString>("remedy");
    QTest::newRow("create on the database")
        << false << QStringLiteral("grant create on schema public to limited")
        << QStringLiteral("grant create on database");
    QTest::newRow("create in public") << false << QStringLiteral("select 1")
                                      << QStringLiteral("grant create on schema public to \"limited\"");
    QTest::newRow("public itself") << true << QStringLiteral("revoke usage on schema public from public")
                                   << QStringLiteral("grant usage on schema public to \"limited\"");
    QTest::newRow("one of the table's rights")
        << true
        << QStringLiteral(
               "grant usage on schema glowlist to limited; grant select, insert on tasks to limited")
        << QStringLiteral("grant all on public.tasks");
}

void TestConnectionCheck::missingRightsNameTheGrant()
{
    QFETCH(bool, prepared);
    QFETCH(QString, rights);
    QFETCH(QString, remedy);
    store::ConnectionString target =
        m_server->createDatabase(prepared ? m_prepared.database : m_empty.database);
    m_server->psql(
        target.database,
        QStringLiteral(
            "do $$ begin create role limited login; exception when duplicate_object then end $$; ") +
            rights);
    target.user = QStringLiteral("limited");
    const auto report = store::ConnectionCheck(m_server->overTcp(target), QStringLiteral("local")).run();
    QCOMPARE(step(report, QStringLiteral("rights")).status, Status::Failed);
    QVERIFY2(step(report, QStringLiteral("rights")).remedy.contains(remedy),
             qPrintable(step(report, QStringLiteral("rights")).remedy));
}

/// Errors that a query meets, from the one table.
void TestConnectionCheck::itsOwnErrorsHaveACauseAndARemedy_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QString>("remedy");
    const auto row = [](const char* state, const char* text, const char* cause, const char* remedy) {
        QTest::newRow(text) << serverError(state, text) << QString::fromLatin1(cause)
                            << QString::fromLatin1(remedy);
    };
    row("08P01", "query_wait_timeout", "for too long", "end transactions");
    row("57P01", "terminating connection due to administrator command", "ended the connection", "by itself");
    row("53300", "too many connections", "no free connection", "pooled");
    row("57014", "canceling statement due to statement timeout", "took too long", "keeps the database busy");
}

void TestConnectionCheck::itsOwnErrorsHaveACauseAndARemedy()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, cause);
    QFETCH(QString, remedy);
    const ScriptedServer server(welcome("15.4"), answer + message('Z', "I"));
    store::ConnectionString target = m_server->overTcp(m_prepared);
    target.hosts = {{QStringLiteral("127.0.0.1"), server.port()}};
    const store::CheckStep found =
        step(store::ConnectionCheck(target, QStringLiteral("local")).run(), QStringLiteral("roundtrip"));
    QCOMPARE(found.status, Status::Failed);
    QVERIFY2(found.title.contains(cause), qPrintable(found.title + u' ' + found.detail));
    QVERIFY2(found.remedy.contains(remedy), qPrintable(found.remedy));
}

void TestConnectionCheck::aServerThatIsTooOldIsNamed()
{
    const ScriptedServer server(welcome("12.17"), message('C', QByteArray("SET") + '\0') + message('Z', "I"));
    store::ConnectionString target = m_server->overTcp(m_prepared);
    target.hosts = {{QStringLiteral("127.0.0.1"), server.port()}};
    const store::CheckStep version =
        step(store::ConnectionCheck(target, QStringLiteral("local")).run(), QStringLiteral("version"));
    QCOMPARE(version.status, Status::Failed);
    QVERIFY(version.detail.contains(u"12.17"));
    QVERIFY(version.remedy.contains(u"PostgreSQL 13"));
}

void TestConnectionCheck::aPoolerWithoutAFreeConnectionIsNamed_data()
{
    QTest::addColumn<int>("queryWaitTimeout");
    QTest::addColumn<QString>("cause");
    QTest::newRow("it gives up") << 1 << "closed the connection without an answer";
    QTest::newRow("it waits longer than we do") << 120 << "without an answer for too long";
}

/// PgBouncer lets everybody in and only then looks for a connection of the server.
void TestConnectionCheck::aPoolerWithoutAFreeConnectionIsNamed()
{
    QFETCH(int, queryWaitTimeout);
    QFETCH(QString, cause);
    tests::NeonStandIn neon(1);
    const QString name = neon.createDatabase();
    neon.setQueryWaitTimeout(queryWaitTimeout);
    store::Database holder;
    QVERIFY(holder.open(neon.pooled(name)).ok());
    QVERIFY(holder.query(QStringLiteral("begin; select 1")).ok());
    const auto report = store::ConnectionCheck(neon.pooled(name), QStringLiteral("local")).run();
    const auto failed =
        std::find_if(report.steps.begin(), report.steps.end(),
                     [](const store::CheckStep& each) { return each.status == Status::Failed; });
    QVERIFY(failed != report.steps.end());
    QVERIFY2(failed->title.contains(cause), qPrintable(failed->title + failed->detail));
    QVERIFY2(failed->remedy.contains(u"end transactions"), qPrintable(failed->remedy));
}

void TestConnectionCheck::aDatabaseNewerThanTheProgramIsToldFromOneThatWantsAnotherProgram()
{
    const store::ConnectionString database = m_server->createDatabase(m_prepared.database);
    const auto migrations = [&database] {
        return step(store::ConnectionCheck(database, QStringLiteral("local")).run(),
                    QStringLiteral("migrations"));
    };
    m_server->psql(
        database.database,
        QStringLiteral("insert into glowlist.migrations values ('0999', 'future', '', now(), 1, 'x')"));
    QCOMPARE(migrations().status, Status::Warning);
    QVERIFY(migrations().title.contains(u"Newer"));
    QVERIFY(migrations().remedy.contains(u"newer Glowlist"));
    m_server->psql(database.database, QStringLiteral("update glowlist.workspace set min_client = '99.1'"));
    QCOMPARE(migrations().status, Status::Failed);
    QVERIFY(migrations().remedy.contains(u"Install Glowlist 99.1"));
}

void TestConnectionCheck::theRemedyForAMissingSearchIndexBringsIt_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("who");
    QTest::newRow("no pg_trgm") << QStringLiteral("drop extension pg_trgm cascade") << "superuser";
    QTest::newRow("pg_trgm elsewhere, no index")
        << QStringLiteral("drop extension pg_trgm cascade; create extension pg_trgm schema public")
        << "owner";
}

void TestConnectionCheck::theRemedyForAMissingSearchIndexBringsIt()
{
    QFETCH(QString, before);
    QFETCH(QString, who);
    const store::ConnectionString database = m_server->createDatabase(m_prepared.database);
    m_server->psql(database.database, before);
    const auto search = [&database] {
        return step(store::ConnectionCheck(database, QStringLiteral("local")).run(),
                    QStringLiteral("search"));
    };
    const store::CheckStep missing = search();
    QCOMPARE(missing.status, Status::Warning);
    QVERIFY2(missing.remedy.contains(who), qPrintable(missing.remedy));
    m_server->psql(database.database, missing.remedy.section(QStringLiteral("run: "), 1));
    QCOMPARE(search().status, Status::Ok);
    store::Database opened;
    QVERIFY(opened.open(database).ok());
    const auto embedded = store::embeddedMigrations();
    const auto state = store::Migrator(opened, *embedded).state();
    const auto check = store::SchemaCheck(opened).run(*state);
    QVERIFY2(check->isClean(), check->isClean() ? "" : qPrintable(check->differences.constFirst().sentence));
}

void TestConnectionCheck::whatKeepsATaskFromBeingWrittenIsNamed_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QString>("remedy");
    const auto row = [](const char* name, const char* state, const char* message, const char* cause,
                        const char* remedy) {
        QTest::newRow(name) << QString::fromLatin1(state) << QString::fromLatin1(message)
                            << QString::fromLatin1(cause) << QString::fromLatin1(remedy);
    };
    row("the project is full", "53100",
        "could not extend file because project size limit (512 MB) has been exceeded", "no storage left",
        "larger plan");
    row("the disk is full", "53100", "could not extend file: No space left on device", "disk is full",
        "Free space");
    row("it became read-only", "25006", "cannot execute INSERT in a read-only transaction", "only be read",
        "primary server");
    row("a right is missing", "42501", "permission denied for table tasks", "no right", "owner");
}

void TestConnectionCheck::whatKeepsATaskFromBeingWrittenIsNamed()
{
    QFETCH(QString, state);
    QFETCH(QString, message);
    QFETCH(QString, cause);
    QFETCH(QString, remedy);
    const store::ConnectionString database = m_server->createDatabase(m_prepared.database);
    m_server->psql(database.database,
                   QStringLiteral("create function fail() returns trigger language plpgsql as $$ begin raise "
                                  "exception '%2' using errcode = '%1'; end $$; create trigger fail before "
                                  "insert on public.tasks execute function fail()")
                       .arg(state, message));
    const store::CheckStep write =
        step(store::ConnectionCheck(database, QStringLiteral("local")).run(), QStringLiteral("write"));
    QCOMPARE(write.status, Status::Failed);
    QVERIFY2(write.title.contains(cause), qPrintable(write.title));
    QVERIFY2(write.remedy.contains(remedy), qPrintable(write.remedy));
}

void TestConnectionCheck::aNeonDatabaseNearItsLimitIsNamed()
{
    store::ConnectionString target = m_server->overTcp(m_server->createDatabase(m_prepared.database));
    target.hosts = {{QStringLiteral("ep-cool-darkness.localhost"), m_server->port()}};
    target.options = {{QStringLiteral("hostaddr"), QStringLiteral("127.0.0.1")},
                      {QStringLiteral("sslmode"), QStringLiteral("disable")}};
    const auto size = [&target] {
        return step(store::ConnectionCheck(target, QStringLiteral("local")).run(), QStringLiteral("size"));
    };
    QCOMPARE(size().status, Status::Ok);
    QVERIFY(size().detail.contains(u"free plan"));
    // PostgreSQL counts the files of the database, whoever made them; this one takes no room.
    const QString folder = m_server->psql(
        target.database, QStringLiteral("select current_setting('data_directory') || '/base/' || oid "
                                        "from pg_database where datname = current_database()"));
    QVERIFY(QFile(folder + QStringLiteral("/sparse")).open(QIODevice::WriteOnly));
    QVERIFY(QFile::resize(folder + QStringLiteral("/sparse"), 480 * 1024 * 1024));
    QCOMPARE(size().status, Status::Warning);
    QVERIFY(size().title.contains(u"nearly full"));
    QVERIFY(size().remedy.contains(u"larger plan"));
}

/// The line goes silent when a step has ended and nobody is told: what comes after must end by the check's
/// own deadline, whichever step it is.
void TestConnectionCheck::whereverItFallsSilentTheCheckEnds_data()
{
    QTest::addColumn<QString>("after");
    store::Watchdog::shortenDeadlines(4); // of all that follows
    for (const QString& each : allSteps.mid(allSteps.indexOf(QStringLiteral("signin"))))
        QTest::newRow(qPrintable(each)) << each;
}

void TestConnectionCheck::whereverItFallsSilentTheCheckEnds()
{
    QFETCH(QString, after);
    tests::ChaosProxy proxy(m_server->port());
    store::ConnectionCheck check(proxy.through(m_server->overTcp(m_prepared)), QStringLiteral("local"));
    bool silent = false;
    QStringList failed;
    const auto report = check.run([&](const store::CheckStep& each) {
        if (each.status == Status::Failed)
            failed.append(each.name);
        if (each.name != after)
            return;
        proxy.setSilent(true);
        silent = true;
    });
    QVERIFY(silent);
    QCOMPARE(names(report), allSteps);
    // The line is still silent, so only a deadline can have ended what waited for it.
    if (after == u"size" || after == u"clock" || after == u"search")
        QCOMPARE(failed, QStringList{QStringLiteral("write")});
    else if (after != u"write")
        QCOMPARE(failed.size(), 1);
    for (const QString& name : failed)
        QVERIFY(!step(report, name).remedy.isEmpty());
}

/// Its queue is full, so that the greeting of TCP itself is dropped.
void TestConnectionCheck::aServerThatTakesNoConnectionEndsTheCheck()
{
    quint16 port = 0;
    const int listener = tests::sockets::listenOn(port);
    QVERIFY(::listen(listener, 0) == 0);
    std::vector<std::unique_ptr<QTcpSocket>> queue;
    for (int i = 0; i < 4; ++i) {
        queue.push_back(std::make_unique<QTcpSocket>());
        queue.back()->connectToHost(QHostAddress::LocalHost, port);
        queue.back()->waitForConnected(300);
    }
    store::ConnectionString target = m_server->overTcp(m_prepared);
    target.hosts = {{QStringLiteral("127.0.0.1"), port}};
    const auto report = store::ConnectionCheck(target, QStringLiteral("local")).run();
    ::close(listener);
    const store::CheckStep tcp = step(report, QStringLiteral("tcp"));
    QCOMPARE(tcp.status, Status::Failed);
    QVERIFY2(tcp.remedy.contains(u"firewall"), qPrintable(tcp.title + tcp.remedy));
}

/// It agrees to encrypt and says nothing more.
void TestConnectionCheck::aSilentGreetingEndsTheCheck()
{
    const ScriptedServer server("S", {});
    store::ConnectionString target = m_server->overTcp(m_prepared);
    target.hosts = {{QStringLiteral("localhost"), server.port()}};
    target.options = {{QStringLiteral("sslmode"), QStringLiteral("verify-full")},
                      {QStringLiteral("hostaddr"), QStringLiteral("127.0.0.1")}};
    const auto report = store::ConnectionCheck(target, QStringLiteral("local")).run();
    QVERIFY(!report.ok());
    QCOMPARE(names(report), allSteps);
}

void TestConnectionCheck::aServerThatKeepsSilentEndsTheCheck()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    store::ConnectionString target = m_server->overTcp(m_prepared);
    target.hosts = {{QStringLiteral("127.0.0.1"), silent.serverPort()}};
    const auto report = store::ConnectionCheck(target, QStringLiteral("local")).run();
    QCOMPARE(step(report, QStringLiteral("signin")).status, Status::Failed);
}

void TestConnectionCheck::cancellingEndsTheCheck()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    store::ConnectionString target = m_server->overTcp(m_prepared);
    target.hosts = {{QStringLiteral("127.0.0.1"), silent.serverPort()}};
    store::ConnectionCheck check(target, QStringLiteral("local"));
    std::thread other;
    const auto report = check.run([&](const store::CheckStep& each) {
        if (each.name == u"tcp")
            other = std::thread([&check] {
                std::this_thread::sleep_for(std::chrono::milliseconds(300));
                check.cancel();
            });
    });
    other.join();
    QCOMPARE(names(report), allSteps);
    QCOMPARE(step(report, QStringLiteral("write")).status, Status::Skipped);
}

void TestConnectionCheck::aTextThatCannotBeReadFailsTheFirstStep()
{
    const auto report =
        store::checkConnection(QStringLiteral("postgresql://u:s3c%zzret@h/d"), QStringLiteral("local"));
    QCOMPARE(names(report), allSteps);
    QCOMPARE(report.steps.constFirst().status, Status::Failed);
    QVERIFY(!report.steps.constFirst().title.contains(u"s3c"));
}

QTEST_GUILESS_MAIN(TestConnectionCheck)
#include "tst_connectioncheck.moc"
