#include "cli/options.h"

#include <QtTest>

using namespace glow;

class TestOptions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void optionsStandAnywhere();
    void whatFollowsTwoDashesIsText();
    void aNegativeNumberIsAnArgument();
    void aValueMayLookLikeAnOption();
    void anOptionMayBeRepeated();
    void mistakesAreUsageErrors_data();
    void mistakesAreUsageErrors();
    void brokenUtf8IsInvalid();
};

static cli::ParsedOptions parsed(const char* line)
{
    return cli::parseOptions(QByteArray(line).split(' '));
}

void TestOptions::optionsStandAnywhere()
{
    const cli::Options options = parsed("--data-dir /x list --json today --user=maya").options;
    QCOMPARE(options.command, QStringLiteral("list"));
    QCOMPARE(options.arguments, QStringList{QStringLiteral("today")});
    QVERIFY(options.has(QStringLiteral("json")));
    QCOMPARE(options.value(QStringLiteral("data-dir")), QStringLiteral("/x"));
    QCOMPARE(options.value(QStringLiteral("user")), QStringLiteral("maya"));
}

void TestOptions::whatFollowsTwoDashesIsText()
{
    const cli::ParsedOptions line = parsed("add --literal -- --json --nonsense");
    QVERIFY(!line.error);
    QVERIFY(!line.options.has(QStringLiteral("json")));
    QCOMPARE(line.options.arguments, (QStringList{QStringLiteral("--json"), QStringLiteral("--nonsense")}));
}

void TestOptions::aNegativeNumberIsAnArgument()
{
    QCOMPARE(parsed("migrate downgrade -1").options.arguments,
             (QStringList{QStringLiteral("downgrade"), QStringLiteral("-1")}));
    QCOMPARE(parsed("connection -").options.arguments, QStringList{QStringLiteral("-")});
}

void TestOptions::aValueMayLookLikeAnOption()
{
    QCOMPARE(parsed("edit 1 --title --json").options.value(QStringLiteral("title")),
             QStringLiteral("--json"));
    QCOMPARE(parsed("edit 1 --title=").options.value(QStringLiteral("title")), QString());
}

void TestOptions::anOptionMayBeRepeated()
{
    QCOMPARE(parsed("add x --tag a --tag b").options.values(QStringLiteral("tag")),
             (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
}

void TestOptions::mistakesAreUsageErrors_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("unknown") << QByteArray("list --jsno");
    QTest::newRow("short") << QByteArray("list -x");
    QTest::newRow("no value") << QByteArray("list --user");
    QTest::newRow("value for a switch") << QByteArray("list --json=yes");
}

void TestOptions::mistakesAreUsageErrors()
{
    QFETCH(const QByteArray, line);
    const cli::ParsedOptions result = parsed(line.constData());
    QVERIFY(result.error);
    QCOMPARE(result.error->kind, core::ErrorKind::Usage);
}

void TestOptions::brokenUtf8IsInvalid()
{
    const cli::ParsedOptions result = parsed("add \xff\xfe");
    QVERIFY(result.error);
    QCOMPARE(result.error->kind, core::ErrorKind::Invalid);
}

QTEST_APPLESS_MAIN(TestOptions)
#include "tst_options.moc"
