#include "program.h"

#include <QtTest>

using namespace glow;
using tests::Run;

class TestDoctor : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsThePrivateDatabaseWell();
    void namesTheStepThatFailsAndItsRemedy();
    void aStringThatCannotBeReadIsRefused();

private:
    tests::Program m_program;
};

static QStringList namesOf(const QJsonArray& steps)
{
    QStringList names;
    for (const QJsonValue& step : steps)
        names.append(step[u"name"].toString());
    return names;
}

static const QStringList everyStep =
    QStringLiteral("string resolve tcp tls signin endpoint version roundtrip wake rights migrations search "
                   "size clock write")
        .split(u' ');

void TestDoctor::findsThePrivateDatabaseWell()
{
    QVERIFY(m_program(QStringLiteral("list")).status == 0); // makes and migrates it
    const Run run = m_program(QStringLiteral("doctor --json"));
    QVERIFY2(run.status == 0, run.out);
    QVERIFY(run.object()[u"ok"].toBool());
    QCOMPARE(namesOf(run.object()[u"steps"].toArray()), everyStep);
    QCOMPARE(run.object()[u"connection"][u"user"].toString(), QStringLiteral("glowlist"));
}

void TestDoctor::namesTheStepThatFailsAndItsRemedy()
{
    const Run run = m_program(QStringLiteral("doctor --json --url postgresql://u:hush@127.0.0.1:1/x"));
    QCOMPARE(run.status, 1);
    QVERIFY(!run.object()[u"ok"].toBool());
    const QJsonArray steps = run.object()[u"steps"].toArray();
    QCOMPARE(namesOf(steps), everyStep);
    const QJsonObject tcp = steps.at(2).toObject();
    QCOMPARE(tcp[u"status"].toString(), QStringLiteral("failed"));
    QVERIFY(!tcp[u"remedy"].toString().isEmpty());
    QVERIFY(!run.out.contains("hush") && !run.err.contains("hush"));
}

void TestDoctor::aStringThatCannotBeReadIsRefused()
{
    const Run run = m_program(QStringLiteral("doctor --json --url mysql://u@h/x"));
    QCOMPARE(run.status, 1);
    QCOMPARE(run.kind(), QStringLiteral("connection-string"));
}

QTEST_GUILESS_MAIN(TestDoctor)
#include "tst_doctor.moc"
