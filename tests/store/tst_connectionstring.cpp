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
    void aPastedTextWithTwoStringsGivesBothHosts_data();
    void aPastedTextWithTwoStringsGivesBothHosts();
    void theEndpointOptionFollowsTheHost();
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
    row("@ in the password as it is", "postgresql://maya:p@ss@h/todo", "h:5432", "maya", "p@ss", "todo");
    row("everything in the password as it is", "postgresql://maya:p@ss/w:rd#?@h/todo?sslmode=require",
        "h:5432", "maya", "p@ss/w:rd#?", "todo");
    row("/ in the password as it is", "postgres://maya:12/3@h:5433/todo", "h:5433", "maya", "12/3", "todo");
    row("@ behind the database", "postgresql://maya:pw@h/todo?application_name=a@b", "h:5432", "maya", "pw",
        "todo");
    row("a file with @", "postgresql://maya@h/todo?sslrootcert=/a@b/c", "h:5432", "maya", "", "todo");
    row("everything in the query", "postgresql:///todo?host=h&user=maya&password=p%40w", "h:5432", "maya",
        "p@w", "todo");
    row("several IPv6", "postgresql://maya:pw@[::1]:1,[fe80::2%25eth0]:2/todo", "::1:1,fe80::2%eth0:2",
        "maya", "pw", "todo");
    row("endpoint in the options", "postgresql://maya:pw@h/todo?options=endpoint%3Dep-cool-1", "h:5432",
        "maya", "pw", "todo");
    row("capitals", "POSTGRES://maya:pw@h/todo", "h:5432", "maya", "pw", "todo");
    row("prompt", "$ psql 'postgresql://maya:pw@h/todo?sslmode=require&channel_binding=require'", "h:5432",
        "maya", "pw", "todo");
    row("psql without quotes", "psql postgresql://maya:pw@h/todo?sslmode=require&channel_binding=require",
        "h:5432", "maya", "pw", "todo");
    row("psql -d", "psql -d \"postgresql://maya:pw@h/todo\" -c 'select 1'", "h:5432", "maya", "pw", "todo");
    row("psql flags", "PGPASSWORD='p w' psql -h h -p 5433 -U maya -d todo", "h:5433", "maya", "p w", "todo");
    row("psql long flags", "PGPASSWORD=pw /usr/bin/psql --host=h --username maya --port=5433 todo", "h:5433",
        "maya", "pw", "todo");
    row("psql short flags", "% PGPASSWORD=pw PGSSLMODE=require psql -hh -Umaya todo", "h:5432", "maya", "pw",
        "todo");
    row("psql positions", "psql -h h todo maya", "h:5432", "maya", "", "todo");
    row("psql with a dash of a mail", "PGPASSWORD=pw psql –h h —username=maya todo", "h:5432", "maya", "pw",
        "todo");
    row("psql over two lines", "psql \\\n  -h h -U maya \\\n  -d todo", "h:5432", "maya", "", "todo");
    row("psql and key=value", "PGPASSWORD=pw psql \"host=h dbname=todo user=maya\"", "h:5432", "maya", "pw",
        "todo");
    row("psql with an open quote", "psql 'postgresql://maya:pw@h/todo", "h:5432", "maya", "pw", "todo");
    row("parameters as Neon shows them",
        "PGHOST='h'\nPGDATABASE='todo'\nPGUSER='maya'\nPGPASSWORD='pw'\nPGSSLMODE='require'\n"
        "PGCHANNELBINDING='require'",
        "h:5432", "maya", "pw", "todo");
    row("smart quotes", "“postgresql://maya:pw@h/todo”", "h:5432", "maya", "pw", "todo");
    row("smart quotes of a .env", "DATABASE_URL=„postgresql://maya:pw@h/todo“", "h:5432", "maya", "pw",
        "todo");
    row("smart quotes of psql", "psql ‘postgresql://maya:pw@h/todo’", "h:5432", "maya", "pw", "todo");
    row("invisible characters", "\u200bpostgresql://maya:pw@\u2060h/to\u00addo\ufeff", "h:5432", "maya", "pw",
        "todo");
    row("broken by a mail", "postgresql://maya:pw@h/to\r\n  do?sslmode=\r\nverify-full\r\n\r\nRegards",
        "h:5432", "maya", "pw", "todo");
    row("answered mail", "> DATABASE_URL=postgresql://maya:pw@h/todo", "h:5432", "maya", "pw", "todo");
    row("semicolon of a mail", "postgresql://maya:pw@h/todo;", "h:5432", "maya", "pw", "todo");
    row("angle brackets", "<postgresql://maya:pw@h/todo>,", "h:5432", "maya", "pw", "todo");
    row("fence", "```bash\npostgresql://maya:pw@h/todo\n```", "h:5432", "maya", "pw", "todo");
    row("no-break space", "\u00a0postgresql://maya:pw@h/todo\u00a0", "h:5432", "maya", "pw", "todo");
    row("quoted value with a quote", "DATABASE_URL=\"postgresql://maya:p\\\"w@h/todo\" # x", "h:5432", "maya",
        "p\"w", "todo");
    row("semicolon of a shell", "export DATABASE_URL='postgresql://maya:pw@h/todo';", "h:5432", "maya", "pw",
        "todo");
    row("prisma",
        "datasource db {\n  provider = \"postgresql\"\n  url = \"postgres://maya:pw@h/todo?schema=public\"",
        "h:5432", "maya", "pw", "todo");
    row("drizzle", "const db = drizzle('postgresql://maya:pw@h/todo?sslmode=require');", "h:5432", "maya",
        "pw", "todo");
    row("Go", "connStr := \"postgresql://maya:pw@h/todo?sslmode=require\"", "h:5432", "maya", "pw", "todo");
    row("Python", "engine = create_engine(\"postgresql+psycopg://maya:p'w@h/todo\", echo=True)", "h:5432",
        "maya", "p'w", "todo");
    row("YAML", "environment:\n  DATABASE_URL: postgres://maya:pw@h/todo", "h:5432", "maya", "pw", "todo");
    row("JSON", "{\"DATABASE_URL\": \"postgres://maya:pw@h/todo\",", "h:5432", "maya", "pw", "todo");
    row("PowerShell", "$env:DATABASE_URL=\"postgres://maya:pw@h/todo\"", "h:5432", "maya", "pw", "todo");
    row("asyncpg's ssl", "postgresql+asyncpg://maya:pw@h/todo?ssl=require", "h:5432", "maya", "pw", "todo");
    row("jdbc of Neon",
        "jdbc:postgresql://h/todo?user=maya&password=pw&sslmode=require&channelBinding=require", "h:5432",
        "maya", "pw", "todo");
    row(".NET",
        "Host=h; Database=todo; Username=maya; Password=p;SSL Mode=VerifyFull; Channel Binding=Require;",
        "h:5432", "maya", "p", "todo");
    row("key=value with a semicolon at the end", "host=h user=maya dbname=todo;", "h:5432", "maya", "",
        "todo");
    row("key=value with a semicolon in the password", "host=h user=maya dbname=todo password=pw;", "h:5432",
        "maya", "pw;", "todo");
    row("key=value with a URI in the password", "host=h user=maya dbname=todo password='a postgres://b@c/d'",
        "h:5432", "maya", "a postgres://b@c/d", "todo");
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
    row("postgresql://maya:s3c@ret@h", "password");
    row("postgresql://maya:s3c/ret@h/to/do", "password");
    row("postgresql://ma@ya@h/todo", "user");
    row("postgresql://maya:s3cret@h/todo?ssl=perhaps", "key:sslmode");
    row("postgresql://maya:s3cret@h/todo?schema=mine", "key:schema");
    row("postgresql://maya:s3cret@a,b/todo?hostaddr=10.0.0.1", "key:hostaddr");
    row("postgresql://maya:s3cret@h/todo?hostaddr=elsewhere", "key:hostaddr");
    row("postgresql://maya:s3cret@a:1,b:x/todo", "port");
    row("postgresql://maya:s3cret@a,,b/todo", "host");
    row("postgresql://maya:s3cret@[::1/todo", "host");
    row("prisma+postgres://accelerate.prisma-data.net/?api_key=s3cret", "scheme");
    row("psql", "empty");
    row("psql -U maya -d todo", "host");
    row("psql -U maya -h jdbc:postgresql://h/ -d todo", "host");
    row("host=h:5433 user=maya dbname=todo", "host");
    row("PGPASSWORD=s3cret psql -h h -d todo", "user");
    row("Host=h;Username=maya;Password=s3cret", "database");
    row("DATABASE_URL=", "syntax");
    row("DATABASE_URL=${OTHER}", "syntax");
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

void TestConnectionString::aPastedTextWithTwoStringsGivesBothHosts_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* text) {
        QTest::newRow(name) << QString::fromUtf8(text);
    };
    row("both lines of a .env", "# Neon\nDATABASE_URL_DIRECT='postgresql://u:p@direct.example.org/d'\n\n"
                                "export DATABASE_URL=\"postgresql://u:p@pool.example.org/d\"\nOTHER=1\n");
    row("Vercel's names", "DATABASE_URL=postgres://u:p@pool.example.org/d\n"
                          "DATABASE_URL_UNPOOLED=postgres://u:p@direct.example.org/d\nPGHOST=x\n");
    row("Prisma's names", "DIRECT_URL=\"postgres://u:p@direct.example.org/d\"\n"
                          "DATABASE_URL=\"postgres://u:p@pool.example.org/d?pgbouncer=true\"");
    row("single values", "PGHOST=pool.example.org\nPGHOST_UNPOOLED=direct.example.org\nPGUSER=u\n"
                         "PGDATABASE=d\nPGPASSWORD=p\n");
    row("two lines", "postgresql://u:p@pool.example.org/d\npostgresql://u:p@direct.example.org/d");
    row("a program", "url = \"postgres://u:p@pool.example.org/d\"\n"
                     "directUrl = \"postgres://u:p@direct.example.org/d\"");
}

void TestConnectionString::aPastedTextWithTwoStringsGivesBothHosts()
{
    QFETCH(QString, text);
    const auto string = ConnectionString::parse(text);
    QVERIFY2(string, qPrintable(string ? QString() : string.error().message));
    QCOMPARE(string->pooled().hosts.constFirst().host, QStringLiteral("pool.example.org"));
    QCOMPARE(string->direct().hosts.constFirst().host, QStringLiteral("direct.example.org"));
    QCOMPARE(string->password, QStringLiteral("p"));
}

void TestConnectionString::theEndpointOptionFollowsTheHost()
{
    const auto string = ConnectionString::parse(
        QStringLiteral("postgresql://u:p@203.0.113.7/d?options=endpoint%3Dep-cool-1-pooler"));
    QVERIFY(string);
    const QString key = QStringLiteral("options");
    QCOMPARE(string->pooled().options.value(key), QStringLiteral("endpoint=ep-cool-1-pooler"));
    QCOMPARE(string->direct().options.value(key), QStringLiteral("endpoint=ep-cool-1"));
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
    QVERIFY(string);
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
        QStringLiteral("postgres://:@/?&=%2f'\"\\ []#;,\n\u0000äuser password=host dbname„”`<>$-");
    const QStringList words{
        QStringLiteral("postgresql://"),  QStringLiteral("u:p@h/d"), QStringLiteral("psql "),
        QStringLiteral("DATABASE_URL="),  QStringLiteral("PGHOST="), QStringLiteral(" -h h -U u "),
        QStringLiteral("host=h;"),        QStringLiteral("jdbc:"),   QStringLiteral("\n"),
        QStringLiteral("?host=/x&user=u")};
    QRandomGenerator random(4711);
    for (int i = 0; i < 40000; ++i) {
        QString text = i % 2 ? QStringLiteral("postgresql://") : QString();
        for (int n = random.bounded(40); n > 0; --n) {
            if (random.bounded(12) == 0)
                text += words.at(random.bounded(static_cast<int>(words.size())));
            else
                text += letters.at(random.bounded(static_cast<int>(letters.size())));
        }
        const auto string = ConnectionString::parse(text);
        if (!string) {
            QVERIFY2(!string.error().part.isEmpty(), qPrintable(text));
            continue;
        }
        const auto again = ConnectionString::parse(string->uri());
        QVERIFY2(again && again->hosts == string->hosts && again->password == string->password,
                 qPrintable(text + u' ' + string->uri()));
    }
}

QTEST_APPLESS_MAIN(TestConnectionString)
#include "tst_connectionstring.moc"
