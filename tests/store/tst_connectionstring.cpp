#include "store/connectionstring.h"

#include <QtTest>

using namespace glow;
using store::ConnectionString;

class TestConnectionString : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void encryptionIsRaised_data();
    void encryptionIsRaised();
    void pooledAndDirectAreDerived_data();
    void pooledAndDirectAreDerived();
    void aPastedEnvironmentGivesBothHosts();
    void keysOfOtherToolsAreLeftOutAndNamed();
    void uriIsReadBackTheSame_data();
    void uriIsReadBackTheSame();
    void displayHasNoPassword_data();
    void displayHasNoPassword();
    void driverOptionsQuoteAndBound();
    void noHostileTextIsFatal();
};

void TestConnectionString::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("hosts");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("database");
    const auto row = [](const char* name, const char* text, const char* hosts, const char* user,
                        const char* password, const char* database) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(hosts) << QString::fromUtf8(user)
                            << QString::fromUtf8(password) << QString::fromUtf8(database);
    };
    row("plain", "postgresql://maya:pw@db.example.org:6543/todo", "db.example.org:6543", "maya", "pw",
        "todo");
    row("postgres scheme", "postgres://maya:pw@h/todo", "h:5432", "maya", "pw", "todo");
    row("capitals in the scheme", "PostgreSQL://maya:pw@h/todo", "h:5432", "maya", "pw", "todo");
    row("asyncpg", "postgresql+asyncpg://maya:pw@h/todo", "h:5432", "maya", "pw", "todo");
    row("psycopg2", "postgresql+psycopg2://maya:pw@h/todo", "h:5432", "maya", "pw", "todo");
    row("jdbc", "jdbc:postgresql://h:5433/todo?user=maya&password=p%26w", "h:5433", "maya", "p&w", "todo");
    row("psql snippet", "psql 'postgresql://maya:pw@h/todo?sslmode=require'", "h:5432", "maya", "pw", "todo");
    row("psql snippet with double quotes", "  psql \"postgres://maya:pw@h/todo\" \n", "h:5432", "maya", "pw",
        "todo");
    row("quoted", "\"postgresql://maya:pw@h/todo\"", "h:5432", "maya", "pw", "todo");
    row("line of a .env", "DATABASE_URL=\"postgresql://maya:pw@h/todo\"", "h:5432", "maya", "pw", "todo");
    row("exported", "# mine\nexport DATABASE_URL=postgresql://maya:pw@h/todo # prod", "h:5432", "maya", "pw",
        "todo");
    row("another name", "POSTGRES_URL='postgres://maya:pw@h/todo'", "h:5432", "maya", "pw", "todo");
    row("percent", "postgresql://m%40ya:p%40%2F%3A%25%23%20w@h/to%20do", "h:5432", "m@ya", "p@/:%# w",
        "to do");
    row("letters", "postgresql://mäya:pä%C3%A4@h/tödo", "h:5432", "mäya", "pää", "tödo");
    row("sign in the password", "postgresql://maya:p?#;'w@h/todo", "h:5432", "maya", "p?#;'w", "todo");
    row("no password", "postgresql://maya@h/todo", "h:5432", "maya", "", "todo");
    row("IPv6", "postgresql://maya:pw@[2001:db8::1]:5433/todo", "2001:db8::1:5433", "maya", "pw", "todo");
    row("several hosts", "postgresql://maya:pw@a:1,b:2,c/todo", "a:1,b:2,c:5432", "maya", "pw", "todo");
    row("Unix socket", "postgresql://maya@/todo?host=/run/my%20pg&port=5433", "/run/my pg:5433", "maya", "",
        "todo");
    row("Unix socket in the host", "postgresql://maya@%2Frun%2Fpg/todo", "/run/pg:5432", "maya", "", "todo");
    row("key=value", "host=h port=5433 user=maya password='p\\'w \\\\' dbname = todo", "h:5433", "maya",
        "p'w \\", "todo");
    row("only an address", "hostaddr=10.0.0.1 user=maya dbname=todo", "10.0.0.1:5432", "maya", "", "todo");
}

void TestConnectionString::reads()
{
    QFETCH(QString, text);
    const auto string = ConnectionString::parse(text);
    QVERIFY2(string, qPrintable(string ? QString() : string.error().message));
    QStringList places;
    for (const store::HostPort& place : string->hosts)
        places.append(place.host + u':' + QString::number(place.port));
    QTEST(places.join(u','), "hosts");
    QTEST(string->user, "user");
    QTEST(string->password, "password");
    QTEST(string->database, "database");
}

void TestConnectionString::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* text, const char* part) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(part);
    };
    row("", "empty");
    row("  \n ", "empty");
    row("''", "empty");
    row("mysql://maya:s3cret@h/todo", "scheme");
    row("https://console.neon.tech", "scheme");
    row("hello", "syntax");
    row("host=h user", "syntax");
    row("host='h user=maya", "syntax");
    row("NAME=value", "syntax");
    row("postgresql://maya:s3cret@/todo", "host");
    row("user=maya dbname=todo", "host");
    row("postgresql://maya:s3cret@h ost/todo", "host");
    row("postgresql://maya:s3cret@h;x/todo", "host");
    row("postgresql://maya:s3cret@2001:db8::1/todo", "host");
    row("postgresql://maya:s3cret@%zz/todo", "host");
    row("postgresql://maya:s3cret@h:port/todo", "port");
    row("postgresql://maya:s3cret@h:0/todo", "port");
    row("postgresql://maya:s3cret@h:65536/todo", "port");
    row("host=a,b,c port=1,2 user=maya dbname=todo", "port");
    row("postgresql://h/todo", "user");
    row("postgresql://:s3cret@h/todo", "user");
    row("postgresql://ma%ya:s3cret@h/todo", "user");
    row("postgresql://maya:s3cret%@h/todo", "password");
    row("postgresql://maya:s3cret%00@h/todo", "password");
    row("postgresql://maya:s3c@ret@h/todo", "password");
    row("postgresql://maya:s3c/ret@h/todo", "password");
    row("postgresql://maya:s3cret@h", "database");
    row("postgresql://maya:s3cret@h/to%do", "database");
    row("postgresql://maya:s3cret@h/todo?service=x", "key:service");
    row("postgresql://maya:s3cret@h/todo?passfile=/x", "key:passfile");
    row("postgresql://maya:s3cret@h/todo?sslkey=/x", "key:sslkey");
    row("postgresql://maya:s3cret@h/todo?sslmode=maybe", "key:sslmode");
    row("postgresql://maya:s3cret@h/todo?connect_timeout=soon", "key:connect_timeout");
    row("postgresql://maya:s3cret@h/todo?sslmode", "key:sslmode");
    row("postgresql://maya:s3cret@h/todo?options=-c%20a%3Db%3Bc", "key:options");
    row("postgresql://maya:s3cret@h/todo?application_name=a;sslmode=disable", "key:application_name");
}

void TestConnectionString::refuses()
{
    QFETCH(QString, text);
    const auto string = ConnectionString::parse(text);
    QVERIFY(!string);
    QCOMPARE(string.error().kind, core::ErrorKind::ConnectionString);
    QTEST(string.error().part, "part");
    QVERIFY(!string.error().message.isEmpty());
    QVERIFY(!string.error().message.contains(u"s3c"));
}

void TestConnectionString::encryptionIsRaised_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("mode");
    QTest::addColumn<bool>("note");
    const auto row = [](const char* text, const char* mode, bool note) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(mode) << note;
    };
    row("postgresql://u@db.example.org/d", "verify-full", false);
    row("postgresql://u@db.example.org/d?sslmode=allow", "verify-full", true);
    row("postgresql://u@db.example.org/d?sslmode=prefer", "verify-full", true);
    row("postgresql://u@db.example.org/d?sslmode=require", "verify-full", true);
    row("postgresql://u@db.example.org/d?ssl=true", "verify-full", true);
    row("postgresql://u@db.example.org/d?sslrootcert=system", "verify-full", false);
    row("postgresql://u@db.example.org/d?sslmode=verify-ca", "verify-ca", false);
    row("postgresql://u@db.example.org/d?sslmode=disable", "disable", false);
    row("postgresql://u@localhost/d", "prefer", false);
    row("postgresql://u@127.0.0.1/d?sslmode=require", "prefer", false);
    row("postgresql://u@[::1]/d?sslmode=verify-full", "verify-full", false);
    row("postgresql://u@localhost/d?sslmode=disable", "disable", false);
    row("postgresql://u@%2Ftmp/d", "prefer", false);
    row("postgresql://u@localhost,db.example.org/d", "verify-full", false);
    row("postgresql://u@localhost/d?hostaddr=203.0.113.7", "verify-full", false);
    row("postgresql://u@127.0.0.1.example.org/d", "verify-full", false);
}

void TestConnectionString::encryptionIsRaised()
{
    QFETCH(QString, text);
    QFETCH(bool, note);
    const auto string = ConnectionString::parse(text);
    QVERIFY(string);
    QTEST(string->sslmode(), "mode");
    QCOMPARE(!string->notes.isEmpty(), note);
    const bool verifies = string->sslmode().startsWith(u"verify-");
    QCOMPARE(string->driverOptions().contains(u"sslrootcert='/"), verifies);
}

void TestConnectionString::pooledAndDirectAreDerived_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("pooled");
    QTest::addColumn<QString>("direct");
    const auto row = [](const char* host, const char* pooled, const char* direct) {
        QTest::newRow(host) << QString::fromUtf8(host) << QString::fromUtf8(pooled)
                            << QString::fromUtf8(direct);
    };
    row("ep-cool-1.eu.aws.neon.tech", "ep-cool-1-pooler.eu.aws.neon.tech", "ep-cool-1.eu.aws.neon.tech");
    row("ep-cool-1-pooler.eu.aws.neon.tech", "ep-cool-1-pooler.eu.aws.neon.tech",
        "ep-cool-1.eu.aws.neon.tech");
    row("db-pooler.example.org", "db-pooler.example.org", "db-pooler.example.org");
    row("db.ep-x.example.org", "db.ep-x.example.org", "db.ep-x.example.org");
}

void TestConnectionString::pooledAndDirectAreDerived()
{
    QFETCH(QString, host);
    const auto string = ConnectionString::parse(QStringLiteral("postgresql://u:p@%1/d").arg(host));
    QVERIFY(string);
    QTEST(string->pooled().hosts.constFirst().host, "pooled");
    QTEST(string->direct().hosts.constFirst().host, "direct");
    QCOMPARE(string->isPooled(), host.contains(u"-pooler"));
}

void TestConnectionString::aPastedEnvironmentGivesBothHosts()
{
    const auto string = ConnectionString::parse(
        QStringLiteral("# Neon\nDATABASE_URL_DIRECT='postgresql://u:p@direct.example.org/d'\n\n"
                       "export DATABASE_URL=\"postgresql://u:p@pool.example.org/d\"\nOTHER=1\n"));
    QVERIFY(string);
    QCOMPARE(string->pooled().hosts.constFirst().host, QStringLiteral("pool.example.org"));
    QCOMPARE(string->direct().hosts.constFirst().host, QStringLiteral("direct.example.org"));
}

void TestConnectionString::keysOfOtherToolsAreLeftOutAndNamed()
{
    const auto string = ConnectionString::parse(QStringLiteral(
        "postgresql://u:p@localhost/"
        "d?pgbouncer=true&connection_limit=1&options=endpoint%3Dep-1&channel_binding=require"));
    QVERIFY(string);
    QCOMPARE(string->notes.size(), 2);
    QVERIFY(string->notes.join(u' ').contains(u"pgbouncer"));
    QVERIFY(string->notes.join(u' ').contains(u"connection_limit"));
    QCOMPARE(string->options.value(QStringLiteral("options")), QStringLiteral("endpoint=ep-1"));
    QVERIFY(string->driverOptions().contains(u"channel_binding='require'"));
    QVERIFY(!string->driverOptions().contains(u"pgbouncer"));
}

void TestConnectionString::uriIsReadBackTheSame_data()
{
    reads_data();
}

void TestConnectionString::uriIsReadBackTheSame()
{
    QFETCH(QString, text);
    const auto string = ConnectionString::parse(text);
    QVERIFY(string);
    auto again = ConnectionString::parse(string->uri());
    QVERIFY2(again, qPrintable(string->uri()));
    again->notes = string->notes;
    QCOMPARE(*again, *string);
}

void TestConnectionString::displayHasNoPassword_data()
{
    reads_data();
}

void TestConnectionString::displayHasNoPassword()
{
    QFETCH(QString, text);
    const auto string = ConnectionString::parse(text);
    const auto shown = ConnectionString::parse(string->display());
    QVERIFY(shown);
    QCOMPARE(shown->password, QString());
    QCOMPARE(shown->hosts, string->hosts);
}

void TestConnectionString::driverOptionsQuoteAndBound()
{
    const auto string = ConnectionString::parse(QStringLiteral("host='/run/it''s' user=u dbname=d")
                                                    .replace(QStringLiteral("''"), QStringLiteral("\\'")));
    QVERIFY(string);
    const QString options = string->driverOptions();
    QVERIFY(options.contains(u"host='/run/it\\'s'"));
    QVERIFY(options.contains(u"connect_timeout='10'"));
    QVERIFY(options.contains(u"tcp_user_timeout='8000'"));
    QVERIFY(options.contains(u"gssencmode='disable'"));
}

void TestConnectionString::noHostileTextIsFatal()
{
    const QString letters =
        QStringLiteral("postgres://:@/?&=%2f'\"\\ []#;,\n\u0000äuser password=host dbname");
    for (int i = 0; i < 20000; ++i) {
        QString text = i % 2 ? QStringLiteral("postgresql://") : QString();
        for (int n = QRandomGenerator::global()->bounded(40); n > 0; --n)
            text += letters.at(QRandomGenerator::global()->bounded(static_cast<int>(letters.size())));
        const auto string = ConnectionString::parse(text);
        if (!string) {
            QVERIFY2(!string.error().part.isEmpty(), qPrintable(text));
            continue;
        }
        QVERIFY2(ConnectionString::parse(string->uri()), qPrintable(text + u' ' + string->uri()));
    }
}

QTEST_APPLESS_MAIN(TestConnectionString)
#include "tst_connectionstring.moc"
