#include "store/database.h"
#include "store/sqltext.h"
#include "support/temporaryserver.h"

#include <QtTest>

using namespace glow;
using namespace glow::store;

class TestSqlText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void hostileTextComesBackAsItWas_data();
    void hostileTextComesBackAsItWas();
    void hostileNamesAreIdentifiers();
    void jsonComesBackAsItWas();
    void patternsTakeTheirSignsAsLetters();
    void nullsAndDates();
    void whatCannotBeStoredIsSeen();

private:
    QVariant value(const QString& expression);

    std::unique_ptr<tests::TemporaryServer> m_server;
    Database m_database;
};

namespace {

const QString letters =
    QStringLiteral("'\"\\;-/*$%_E\n\r\t\u0001 aZ0äΩ\u202e\u200dשع😀👩‍🚀{}()[]:?!");

QString randomText()
{
    QString text;
    for (int n = QRandomGenerator::global()->bounded(30); n > 0; --n) {
        const qsizetype at = QRandomGenerator::global()->bounded(static_cast<int>(letters.size()));
        const bool lower = letters.at(at).isLowSurrogate();
        const bool pair = lower || letters.at(at).isHighSurrogate();
        text += pair ? letters.mid(lower ? at - 1 : at, 2) : letters.mid(at, 1);
    }
    return text;
}

} // namespace

void TestSqlText::initTestCase()
{
    Database::loadDriver();
    m_server = std::make_unique<tests::TemporaryServer>();
    QVERIFY(m_database.open(m_server->createDatabase()));
}

QVariant TestSqlText::value(const QString& expression)
{
    const auto answer = m_database.query(QStringLiteral("select ") + expression);
    if (!answer) {
        qWarning() << expression << answer.error().detail;
        return {};
    }
    return answer->constFirst().constFirst().constFirst();
}

void TestSqlText::hostileTextComesBackAsItWas_data()
{
    QTest::addColumn<QString>("setting");
    QTest::newRow("standard strings") << "set standard_conforming_strings = on";
    QTest::newRow("old strings") << "set standard_conforming_strings = off; set escape_string_warning = off";
}

void TestSqlText::hostileTextComesBackAsItWas()
{
    QFETCH(QString, setting);
    QVERIFY(m_database.query(setting));
    const QStringList known{QStringLiteral("'; DROP TABLE tasks; --"),
                            QStringLiteral("\\'; select 1; --"),
                            QStringLiteral("<b>x</b>"),
                            QStringLiteral("$$ $1 %1 %s ?"),
                            QStringLiteral("\\"),
                            QStringLiteral("'"),
                            QString(),
                            QString(200, u'W')};
    for (const QString& text : known)
        QCOMPARE(value(sqlText(text)).toString(), text);
    for (int round = 0; round < 200; ++round) {
        QStringList texts;
        QStringList literals;
        for (int i = 0; i < 50; ++i) {
            texts.append(randomText());
            literals.append(sqlText(texts.constLast()));
        }
        const auto answer = m_database.query(QStringLiteral("select ") + literals.join(QStringLiteral(", ")));
        QVERIFY2(answer, qPrintable(literals.join(u'\n')));
        const Row row = answer->constFirst().constFirst();
        for (int i = 0; i < texts.size(); ++i)
            QCOMPARE(row.at(i).toString(), texts.at(i));
    }
    QVERIFY(m_database.query(QStringLiteral("reset all")));
}

void TestSqlText::hostileNamesAreIdentifiers()
{
    for (int round = 0; round < 100; ++round) {
        const QString name = randomText() + u'x';
        const QString sql = QStringLiteral("(select c.") + sqlIdentifier(name) +
                            QStringLiteral(" from (select 1 as ") + sqlIdentifier(name) +
                            QStringLiteral(") c)");
        QCOMPARE(value(sql).toInt(), 1);
    }
}

void TestSqlText::jsonComesBackAsItWas()
{
    for (int round = 0; round < 100; ++round) {
        const QJsonObject json{
            {randomText(), randomText()}, {QStringLiteral("n"), round}, {QStringLiteral("z"), {}}};
        const QString back = value(sqlJson(json) + QStringLiteral("::text")).toString();
        QCOMPARE(QJsonDocument::fromJson(back.toUtf8()).object(), json);
        const QByteArray bytes = QJsonDocument(json).toJson(QJsonDocument::Compact);
        QCOMPARE(sqlJson(bytes), sqlJson(json));
    }
}

void TestSqlText::patternsTakeTheirSignsAsLetters()
{
    for (int round = 0; round < 300; ++round) {
        const QString word = randomText();
        const QString around = randomText();
        QVERIFY(
            value(sqlText(around + word + around) + QStringLiteral(" like ") + sqlContains(word)).toBool());
        QVERIFY(value(sqlText(word + around) + QStringLiteral(" like ") + sqlStartsWith(word)).toBool());
    }
    QVERIFY(!value(QStringLiteral("'axb' like ") + sqlContains(QStringLiteral("a_b"))).toBool());
    QVERIFY(!value(QStringLiteral("'axb' like ") + sqlContains(QStringLiteral("a%b"))).toBool());
    QVERIFY(!value(QStringLiteral("'xab' like ") + sqlStartsWith(QStringLiteral("ab"))).toBool());
}

void TestSqlText::nullsAndDates()
{
    const QUuid uid = QUuid::createUuid();
    QCOMPARE(QUuid(value(sqlUuid(uid)).toString()), uid);
    QVERIFY(value(sqlUuid({})).isNull());
    QVERIFY(value(sqlDate({})).isNull());
    QCOMPARE(value(sqlDate(QDate(2026, 2, 28)) + QStringLiteral("::text")).toString(),
             QStringLiteral("2026-02-28"));
}

void TestSqlText::whatCannotBeStoredIsSeen()
{
    QVERIFY(isStorable(QStringLiteral("a😀b")));
    QVERIFY(isStorable(u""));
    QVERIFY(!isStorable(QString(QChar(u'\0'))));
    QVERIFY(!isStorable(QString(QChar(0xd83d)) + u'x'));
    QVERIFY(!isStorable(u'x' + QString(QChar(0xde00))));
}

QTEST_GUILESS_MAIN(TestSqlText)
#include "tst_sqltext.moc"
