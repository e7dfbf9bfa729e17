#include "ui/windowfixture.h"

#include "support/webapplication.h"

using namespace glow;

/// The web application works on the same tasks while a window is open.
class TestWebApplication : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m.reset(); }
    void whatItAddsEditsAndDeletesShowsInTheOpenWindow();
    void subtasksOfATaskItDeletesStandAtTheTop();

private:
    bool shows(const QString& title) { return m->rowOf(title) >= 0; }
    int find(const QString& title) const
    {
        return m_web->run({QStringLiteral("find"), m_user, title}).array().at(0).toInt();
    }

    tests::TemporaryServer m_server;
    std::unique_ptr<tests::WindowFixture> m;
    std::unique_ptr<tests::WebApplication> m_web;
    QString m_user;
};

void TestWebApplication::init()
{
    m = std::make_unique<tests::WindowFixture>(m_server);
    tests::onThread([this] {
        const QUuid parent = m->builder().task(QStringLiteral("Move house"));
        m->builder().task(QStringLiteral("Pack books"), {{QStringLiteral("parent"), core::uidText(parent)}});
        m_user = m->sql(QStringLiteral("select user_id from tasks limit 1"));
    });
    m_web = std::make_unique<tests::WebApplication>(m->builder().database());
    m->open();
    QTRY_VERIFY(m->isReady() && shows(QStringLiteral("Pack books")));
}

void TestWebApplication::whatItAddsEditsAndDeletesShowsInTheOpenWindow()
{
    const int id = m_web->add(m_user, QStringLiteral("From the browser"));
    QTRY_VERIFY_WITH_TIMEOUT(shows(QStringLiteral("From the browser")), 20000);
    m_web->run({QStringLiteral("edit"), QString::number(id), QStringLiteral("title"),
                QStringLiteral("Edited there")});
    QTRY_VERIFY_WITH_TIMEOUT(shows(QStringLiteral("Edited there")), 20000);
    QVERIFY(!shows(QStringLiteral("From the browser")));
    m_web->run({QStringLiteral("delete"), QString::number(id)});
    QTRY_VERIFY_WITH_TIMEOUT(!shows(QStringLiteral("Edited there")), 20000);
    QVERIFY(shows(QStringLiteral("Pack books")));
}

void TestWebApplication::subtasksOfATaskItDeletesStandAtTheTop()
{
    QCOMPARE(m->model().taskAt(m->rowOf(QStringLiteral("Pack books")))->parentTitle,
             QStringLiteral("Move house"));
    m_web->run({QStringLiteral("delete"), QString::number(find(QStringLiteral("Move house")))});
    QTRY_VERIFY_WITH_TIMEOUT(!shows(QStringLiteral("Move house")), 20000);
    QTRY_VERIFY(shows(QStringLiteral("Pack books")));
    QTRY_VERIFY(m->model().taskAt(m->rowOf(QStringLiteral("Pack books")))->parent.isNull());
    QCOMPARE(m->model().taskAt(m->rowOf(QStringLiteral("Pack books")))->depth(), 0);
}

QTEST_MAIN(TestWebApplication)
#include "tst_webapplication.moc"
