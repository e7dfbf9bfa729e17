#include "core/uid.h"
#include "sync/outbox.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace glow;
using sync::Outbox;

class TestOutbox : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatWaitsSurvivesAndComesBackInOrder();
    void whatWasFrozenComesBackByteForByte();
    void whatIsRemovedDoesNotComeBack();
    void aTornLastRecordIsLeftOut();
    void aSpoiledRecordIsLeftOutAloneNotWhatFollows();
    void filesOfLivingOwnersAreNotAdopted();
    void severalOrphansAreAdoptedOnce();
    void anEmptyOutboxLeavesNoFile();
    void withoutADirectoryNothingIsWritten();
    void aDirectoryThatCannotBeMadeIsAnError();
    void theFileIsForItsOwnerOnly();
};

namespace {

core::Change change(const QString& label)
{
    core::Change made{core::newUid(), {}, label, QDateTime::fromMSecsSinceEpoch(1764000000123, Qt::UTC), {}};
    core::Operation operation;
    operation.verb = core::Verb::Create;
    operation.uid = core::newUid();
    operation.set = {{QStringLiteral("title"), QString::fromUtf8("\"é\n🙂")}};
    made.operations = {operation};
    return made;
}

/// An outbox whose owner has died without a word: closing it leaves a file when something waits in it.
void leaveBehind(const QString& directory, const QList<core::Change>& changes)
{
    Outbox outbox(directory);
    QVERIFY(outbox.open());
    QVERIFY(outbox.append(changes));
}

QList<core::Change> reopened(const QString& directory)
{
    Outbox outbox(directory);
    const auto entries = outbox.open();
    QList<core::Change> changes;
    for (const Outbox::Entry& entry : *entries)
        changes.append(entry.change);
    return changes;
}

QStringList files(const QString& directory)
{
    return QDir(directory).entryList({QStringLiteral("*.journal")}, QDir::Files);
}

} // namespace

void TestOutbox::whatWaitsSurvivesAndComesBackInOrder()
{
    const QTemporaryDir directory;
    const QList<core::Change> changes{change(QStringLiteral("one")), change(QStringLiteral("two")),
                                      change(QStringLiteral("three"))};
    leaveBehind(directory.path(), changes);
    QCOMPARE(reopened(directory.path()), changes);
    QCOMPARE(reopened(directory.path()), changes); // adopted into a new file, which is an orphan again
    QCOMPARE(files(directory.path()).size(), 1);
}

void TestOutbox::whatWasFrozenComesBackByteForByte()
{
    const QTemporaryDir directory;
    const QList<core::Change> changes{change(QStringLiteral("one")), change(QStringLiteral("two")),
                                      change(QStringLiteral("three"))};
    const QByteArray request = QByteArray("{\"é\":1,  \"b\": \xf0\x9f\x99\x82}\n\x01");
    {
        Outbox outbox(directory.path());
        QVERIFY(outbox.open());
        QVERIFY(outbox.append(changes));
        QVERIFY(outbox.freeze({changes[0].id, changes[1].id}, request));
    }
    for (int i = 0; i < 2; ++i) {
        Outbox outbox(directory.path());
        const auto entries = outbox.open();
        QVERIFY(entries);
        QCOMPARE(entries->size(), 3);
        QCOMPARE(entries->at(0).frozenRequest, request);
        QCOMPARE(entries->at(1).frozenRequest, request);
        QVERIFY(entries->at(2).frozenRequest.isEmpty());
    }
}

void TestOutbox::whatIsRemovedDoesNotComeBack()
{
    const QTemporaryDir directory;
    const QList<core::Change> changes{change(QStringLiteral("one")), change(QStringLiteral("two"))};
    {
        Outbox outbox(directory.path());
        QVERIFY(outbox.open());
        QVERIFY(outbox.append(changes));
        QVERIFY(outbox.remove({changes[0].id}));
    }
    QCOMPARE(reopened(directory.path()), QList<core::Change>{changes[1]});
}

void TestOutbox::aTornLastRecordIsLeftOut()
{
    const QTemporaryDir directory;
    const QList<core::Change> changes{change(QStringLiteral("one")), change(QStringLiteral("two"))};
    leaveBehind(directory.path(), changes);
    QFile file(directory.filePath(files(directory.path()).constFirst()));
    QVERIFY(file.resize(file.size() - 7));
    QCOMPARE(reopened(directory.path()), QList<core::Change>{changes[0]});
}

void TestOutbox::aSpoiledRecordIsLeftOutAloneNotWhatFollows()
{
    const QTemporaryDir directory;
    const QList<core::Change> changes{change(QStringLiteral("one")), change(QStringLiteral("two"))};
    leaveBehind(directory.path(), changes);
    QFile file(directory.filePath(files(directory.path()).constFirst()));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(60);
    file.write("#");
    file.close();
    QCOMPARE(reopened(directory.path()), QList<core::Change>{changes[1]});
}

void TestOutbox::filesOfLivingOwnersAreNotAdopted()
{
    const QTemporaryDir directory;
    Outbox living(directory.path());
    QVERIFY(living.open());
    QVERIFY(living.append({change(QStringLiteral("mine"))}));
    QVERIFY(reopened(directory.path()).isEmpty());
    QCOMPARE(files(directory.path()).size(), 1);
}

void TestOutbox::severalOrphansAreAdoptedOnce()
{
    const QTemporaryDir directory;
    const core::Change one = change(QStringLiteral("one"));
    const core::Change two = change(QStringLiteral("two"));
    {
        Outbox first(directory.path());
        Outbox second(directory.path());
        QVERIFY(first.open());
        QVERIFY(second.open());
        QVERIFY(first.append({one}));
        QVERIFY(
            second.append({one, two})); // a crash between adopting and removing leaves a change in two files
    }
    QCOMPARE(files(directory.path()).size(), 2);
    const QList<core::Change> adopted = reopened(directory.path());
    QCOMPARE(adopted.size(), 2);
    QVERIFY(adopted.contains(one) && adopted.contains(two));
}

void TestOutbox::anEmptyOutboxLeavesNoFile()
{
    const QTemporaryDir directory;
    {
        Outbox outbox(directory.path());
        QVERIFY(outbox.open());
        const core::Change only = change(QStringLiteral("one"));
        QVERIFY(outbox.append({only}));
        QVERIFY(outbox.remove({only.id}));
    }
    QVERIFY(files(directory.path()).isEmpty());
}

void TestOutbox::withoutADirectoryNothingIsWritten()
{
    Outbox outbox{QString()};
    const auto entries = outbox.open();
    QVERIFY(entries && entries->isEmpty());
    QVERIFY(outbox.append({change(QStringLiteral("one"))}));
}

void TestOutbox::aDirectoryThatCannotBeMadeIsAnError()
{
    const auto entries = Outbox(QStringLiteral("/proc/no/such")).open();
    QVERIFY(!entries);
    QCOMPARE(entries.error().kind, core::ErrorKind::File);
}

void TestOutbox::theFileIsForItsOwnerOnly()
{
    const QTemporaryDir directory;
    leaveBehind(directory.path(), {change(QStringLiteral("secret"))});
    const QFileInfo file(directory.filePath(files(directory.path()).constFirst()));
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QVERIFY(!(file.permissions() & others));
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
