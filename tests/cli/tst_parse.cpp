#include "program.h"

#include <QFile>
#include <QtTest>

using namespace glow;
using tests::Run;

/// `glowlist parse --json` against the worked cases of the grammar.
class TestParse : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsTheWorkedCases_data();
    void readsTheWorkedCases();
    void namesEveryKeyOfAReading();

private:
    tests::Program m_program;
};

void TestParse::readsTheWorkedCases_data()
{
    QTest::addColumn<QStringList>("row");
    QFile file(QStringLiteral(GLOWLIST_SOURCE_DIR "/tests/core/quickadd_cases.tsv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines.mid(1))
        QTest::newRow(qPrintable(line.section(u'\t', 0, 0))) << line.split(u'\t');
}

static QString keyFor(const QString& extra)
{
    if (extra == u"scheduled")
        return QStringLiteral("start");
    return extra == u"estimate" ? QStringLiteral("duration") : extra;
}

void TestParse::readsTheWorkedCases()
{
    QFETCH(const QStringList, row);
    QHash<QString, QString> extra;
    for (const QString& each : row.at(9).split(u';', Qt::SkipEmptyParts))
        extra.insert(each.section(u'=', 0, 0), each.section(u'=', 1));
    QStringList arguments{QStringLiteral("parse"),    QStringLiteral("--json"),
                          QStringLiteral("--now"),    row.at(1),
                          QStringLiteral("--locale"), row.at(2)};
    if (extra.contains(QStringLiteral("profile")))
        arguments += {QStringLiteral("--profile"), extra.take(QStringLiteral("profile"))};
    const Run run = m_program.run(arguments + QStringList{QStringLiteral("--"), row.at(0)});
    QVERIFY2(run.status == 0, run.err);
    const QJsonObject json = run.object();
    QCOMPARE(json[u"title"].toString(), row.at(3));
    QCOMPARE(json[u"due"].toString(), row.at(4));
    QCOMPARE(json[u"rrule"].toString(), row.at(5));
    static const QStringList priorities{QStringLiteral("none"), QStringLiteral("high"),
                                        QStringLiteral("medium"), QStringLiteral("low"),
                                        QStringLiteral("none")};
    QCOMPARE(json[u"priority"].toString(), priorities.at(row.at(6).toInt()));
    QStringList tags;
    for (const QJsonValue& tag : json[u"tags"].toArray())
        tags.append(tag.toString());
    QCOMPARE(tags.join(u','), row.at(7));
    QCOMPARE(json[u"list"].toString(), row.at(8));
    for (auto it = extra.begin(); it != extra.end(); ++it) {
        if (it.key() == u"repeat_from")
            QCOMPARE(json[u"from_completion"].toBool(), it.value() == u"completion");
        else if (it.key() == u"reminder")
            QVERIFY(json[u"reminders"].toArray().contains(it.value()));
        else
            QCOMPARE(json[keyFor(it.key())].toString(), it.value());
    }
    for (const QJsonValue& token : json[u"tokens"].toArray())
        QCOMPARE(row.at(0).mid(token[u"start"].toInt(), token[u"length"].toInt()), token[u"text"].toString());
}

void TestParse::namesEveryKeyOfAReading()
{
    const QJsonObject json = m_program(QStringLiteral("parse --json plain")).object();
    for (const char* key : {"title", "due", "rrule", "from_completion", "until", "priority", "tags", "list",
                            "section", "start", "deadline", "reminders", "duration", "note", "tokens"})
        QVERIFY2(json.contains(QLatin1String(key)), key);
    QVERIFY(json[u"due"].isNull() && json[u"list"].isNull() && json[u"tags"].isArray());
    const QJsonObject until =
        m_program
            .run({QStringLiteral("parse"), QStringLiteral("--json"), QStringLiteral("--now"),
                  QStringLiteral("2026-03-11T10:00"), QStringLiteral("Gym every monday until 30 jun")})
            .object();
    QCOMPARE(until[u"until"].toString(), QStringLiteral("2026-06-30"));
}

QTEST_GUILESS_MAIN(TestParse)
#include "tst_parse.moc"
