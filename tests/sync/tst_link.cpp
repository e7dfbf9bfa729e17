#include "sync/link.h"

#include <QSignalSpy>
#include <QtTest>

using namespace glow;
using namespace std::chrono_literals;
using sync::Link;
using sync::LinkTime;

namespace {

/// Time that passes only when told to.
class Clock {
public:
    LinkTime time()
    {
        return {[this] { return m_now; },
                [this](LinkTime::Milliseconds delay, QObject* context, std::function<void()> call) {
                    m_last = delay;
                    m_alarms.append({m_now + delay, context, std::move(call)});
                },
                [] { return 1.0; }};
    }

    void pass(LinkTime::Milliseconds time)
    {
        const auto end = m_now + time;
        while (true) {
            const auto next = std::min_element(m_alarms.begin(), m_alarms.end(),
                                               [](const Alarm& a, const Alarm& b) { return a.at < b.at; });
            if (next == m_alarms.end() || next->at > end)
                break;
            const Alarm alarm = *next;
            m_alarms.erase(next);
            m_now = std::max(m_now, alarm.at);
            if (alarm.context)
                alarm.call();
        }
        m_now = end;
    }
    LinkTime::Milliseconds last() const { return m_last; }
    void forget() { m_last = {}; }

private:
    struct Alarm {
        LinkTime::Milliseconds at;
        QPointer<QObject> context;
        std::function<void()> call;
    };
    LinkTime::Milliseconds m_now{1000};
    LinkTime::Milliseconds m_last{};
    QList<Alarm> m_alarms;
};

core::Error error(core::ErrorKind kind, const QString& state = {})
{
    return {kind, QStringLiteral("no"), state, {}};
}

const core::Error unreachable = error(core::ErrorKind::Connection);
const core::Error remembered = error(core::ErrorKind::Connection, QStringLiteral("08P01"));
const core::Error refusal = error(core::ErrorKind::SignIn);

void bring(Link& link, Clock& clock, Link::State state)
{
    switch (state) {
    case Link::State::Closed:
        break;
    case Link::State::Connecting:
        link.connecting();
        break;
    case Link::State::Waking:
        link.connecting();
        clock.pass(1500ms);
        break;
    case Link::State::Online:
        link.connecting();
        link.opened();
        break;
    case Link::State::Offline:
        link.failed(unreachable);
        break;
    case Link::State::Refused:
        link.failed(refusal);
        break;
    }
    QCOMPARE(link.state(), state);
    clock.forget();
}

void happen(Link& link, Clock& clock, Link::Event event)
{
    switch (event) {
    case Link::Event::Opening:
        return link.connecting();
    case Link::Event::Slow:
        return clock.pass(1500ms);
    case Link::Event::Success:
        return link.opened();
    case Link::Event::Failure:
        return link.failed(unreachable);
    case Link::Event::Lost:
        return link.failed(remembered);
    case Link::Event::Refusal:
        return link.failed(refusal);
    case Link::Event::Cancel:
        return link.cancel();
    case Link::Event::Rest:
        return link.rest();
    case Link::Event::Wake:
        return link.wake();
    case Link::Event::Retry:
        return link.retryNow();
    case Link::Event::Network:
        return link.networkChanged();
    case Link::Event::Due:
        return clock.pass(1s);
    }
}

const QStringList alarms{QStringLiteral("-"), QStringLiteral("slow"), QStringLiteral("back"),
                         QStringLiteral("soon")};

} // namespace

class TestLink : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTransition_data();
    void aTransition();
    void backOffDoublesToAMinute();
    void jitterTakesUpToHalfOfIt();
    void severalFailuresAtOnceCountOnce();
    void aStoredChangeEndsTheBackOff();
    void whatOpensWellAndFailsEachTimeBacksOff();
    void aRememberedErrorIsTriedAgainOnceAtOnce();
    void aLineThatHeldIsTriedAgainAtOnce();
    void restingNothingIsTriedUntilItWakes();
    void aCancelledLineIsNotOffline();
    void aCancelledCallChangesNothing();
    void realTimersWork();
};

// One line a state, one column an event: the state after it, the alarm that it sets ("-": none, or as it
// was), and "!" when it asks for an attempt at once. "." changes nothing.
void TestLink::aTransition_data()
{
    QTest::addColumn<Link::State>("from");
    QTest::addColumn<Link::Event>("event");
    QTest::addColumn<QString>("expected");
    const QList<QByteArray> table{
        "           Opening         Success  Failure        Lost               Refusal   Cancel     Rest     "
        " Wake        "
        "Retry       Network        Slow     Due",
        "Closed     Connecting/slow Online/- Offline/back   Offline/back       Refused/- .          .        "
        " Closed/-!   "
        "Closed/-!   .              .        .",
        "Connecting .               Online/- Offline/back   Connecting/-!      Refused/- Closed/-   Closed/- "
        " .           "
        ".           .              Waking/- .",
        "Waking     .               Online/- Offline/back   Waking/-!          Refused/- Closed/-   Closed/- "
        " .           "
        ".           .              .        .",
        "Online     Connecting/slow .        Offline/back   Connecting/slow!   Refused/- .          Closed/- "
        " .           "
        "Online/-!   .              .        .",
        "Offline    .               Online/- Offline/-      Offline/-          Refused/- .          "
        "Offline/- Offline/-!  "
        "Offline/-!  Offline/soon   Offline/-! Offline/-!",
        "Refused    .               Online/- Offline/back   Offline/back       .         .          .        "
        " .           "
        "Refused/-!  .              .        .",
    };
    const QList<QByteArray> events = table.constFirst().simplified().split(' ');
    const auto states = QMetaEnum::fromType<Link::State>();
    const auto names = QMetaEnum::fromType<Link::Event>();
    QCOMPARE(table.size() - 1, states.keyCount());
    QCOMPARE(events.size(), names.keyCount());
    for (const QByteArray& line : table.sliced(1)) {
        const QList<QByteArray> cells = line.simplified().split(' ');
        QCOMPARE(cells.size(), events.size() + 1);
        for (qsizetype i = 0; i < events.size(); ++i) {
            const QByteArray& name = cells.constFirst();
            QTest::addRow("%s, %s", name.constData(), events.at(i).constData())
                << static_cast<Link::State>(states.keyToValue(name))
                << static_cast<Link::Event>(names.keyToValue(events.at(i)))
                << QString::fromLatin1(cells.at(i + 1) == "." ? name + "/-" : cells.at(i + 1));
        }
    }
}

void TestLink::aTransition()
{
    QFETCH(const Link::State, from);
    QFETCH(const Link::Event, event);
    QFETCH(const QString, expected);
    Clock clock;
    Link link(nullptr, clock.time());
    bring(link, clock, from);
    if (from == Link::State::Online && event == Link::Event::Failure) { // no longer once at once
        link.failed(unreachable);
        link.opened();
        clock.forget();
    }
    QSignalSpy retry(&link, &Link::retry);
    QSignalSpy changed(&link, &Link::stateChanged);
    happen(link, clock, event);
    int alarm = 0;
    if (clock.last() > 0ms)
        alarm = link.secondsToRetry() < 0 ? 1 : clock.last() == 500ms ? 3 : 2;
    const QString name =
        QString::fromLatin1(QMetaEnum::fromType<Link::State>().valueToKey(static_cast<int>(link.state())));
    QCOMPARE(name + u'/' + alarms.at(alarm) + (retry.isEmpty() ? QString() : QStringLiteral("!")), expected);
    if (link.state() == from)
        QCOMPARE(changed.size(), 0);
    QVERIFY(link.state() == Link::State::Offline || link.secondsToRetry() == -1);
}

void TestLink::backOffDoublesToAMinute()
{
    Clock clock;
    Link link(nullptr, clock.time());
    QSignalSpy retry(&link, &Link::retry);
    QList<int> seconds;
    for (int i = 0; i < 9; ++i) {
        link.failed(unreachable);
        seconds.append(link.secondsToRetry());
        clock.pass(std::chrono::seconds(seconds.constLast()) - 1ms);
        QCOMPARE(retry.size(), i);
        clock.pass(1ms);
        QCOMPARE(retry.size(), i + 1);
        QCOMPARE(link.secondsToRetry(), -1);
    }
    QCOMPARE(seconds, (QList<int>{1, 2, 4, 8, 16, 32, 60, 60, 60}));
}

void TestLink::jitterTakesUpToHalfOfIt()
{
    Clock clock;
    LinkTime time = clock.time();
    time.chance = [] { return 0.0; };
    Link link(nullptr, time);
    link.failed(unreachable);
    QCOMPARE(clock.last(), 500ms);
    clock.pass(500ms);
    link.failed(unreachable);
    QCOMPARE(clock.last(), 1000ms);
}

void TestLink::severalFailuresAtOnceCountOnce()
{
    Clock clock;
    Link link(nullptr, clock.time());
    QSignalSpy retry(&link, &Link::retry);
    for (int i = 0; i < 20; ++i)
        link.failed(unreachable);
    QCOMPARE(link.secondsToRetry(), 1);
    clock.pass(1min);
    QCOMPARE(retry.size(), 1);
}

void TestLink::aStoredChangeEndsTheBackOff()
{
    Clock clock;
    Link link(nullptr, clock.time());
    for (int i = 0; i < 4; ++i) {
        link.failed(unreachable);
        clock.pass(1min);
    }
    link.opened();
    link.succeeded();
    QCOMPARE(link.lastError().message, QString());
    link.failed(unreachable); // lost
    link.failed(unreachable);
    QCOMPARE(clock.last(), 1000ms);
}

void TestLink::whatOpensWellAndFailsEachTimeBacksOff()
{
    Clock clock;
    Link link(nullptr, clock.time());
    connect(&link, &Link::retry, &link, &Link::opened); // the connection itself is whole
    link.opened();
    link.failed(unreachable);
    QCOMPARE(link.state(), Link::State::Online); // once at once
    for (const int seconds : {1, 2, 4, 8}) {
        link.failed(unreachable);
        QCOMPARE(link.state(), Link::State::Offline);
        QCOMPARE(link.secondsToRetry(), seconds);
        clock.pass(std::chrono::seconds(seconds));
        QCOMPARE(link.state(), Link::State::Online);
    }
}

void TestLink::aRememberedErrorIsTriedAgainOnceAtOnce()
{
    Clock clock;
    Link link(nullptr, clock.time());
    QSignalSpy retry(&link, &Link::retry);
    link.connecting();
    link.failed(remembered);
    QCOMPARE(retry.size(), 1);
    QCOMPARE(link.state(), Link::State::Connecting);
    link.failed(remembered);
    QCOMPARE(retry.size(), 1);
    QCOMPARE(link.state(), Link::State::Offline);
    QCOMPARE(link.secondsToRetry(), 1);
}

void TestLink::aLineThatHeldIsTriedAgainAtOnce()
{
    Clock clock;
    Link link(nullptr, clock.time());
    QSignalSpy retry(&link, &Link::retry);
    for (int i = 1; i <= 3; ++i) {
        link.opened();
        clock.pass(1min);
        link.failed(unreachable);
        QCOMPARE(retry.size(), i);
        QCOMPARE(link.state(), Link::State::Connecting);
    }
}

void TestLink::restingNothingIsTriedUntilItWakes()
{
    Clock clock;
    Link link(nullptr, clock.time());
    QSignalSpy retry(&link, &Link::retry);
    link.failed(unreachable);
    link.rest();
    link.networkChanged();
    link.failed(unreachable);
    clock.pass(1h);
    link.connecting(); // late answers
    link.opened();
    QCOMPARE(retry.size(), 0);
    QCOMPARE(link.secondsToRetry(), -1);
    QCOMPARE(link.state(), Link::State::Offline);
    link.wake();
    QCOMPARE(retry.size(), 1);
    link.failed(unreachable);
    QVERIFY(link.secondsToRetry() > 0);
}

void TestLink::aCancelledLineIsNotOffline()
{
    Clock clock;
    Link link(nullptr, clock.time());
    QVERIFY(!link.isCancelled());
    link.connecting();
    clock.pass(2s);
    link.cancel();
    QVERIFY(link.isCancelled() && !link.isDown());
    link.failed(error(core::ErrorKind::Cancelled));
    QVERIFY(link.isCancelled());
    clock.pass(1h);
    QCOMPARE(link.state(), Link::State::Closed);
    link.retryNow();
    link.connecting();
    QVERIFY(!link.isCancelled());
    QCOMPARE(link.state(), Link::State::Connecting);
}

void TestLink::aCancelledCallChangesNothing()
{
    Link link;
    link.opened();
    link.failed(error(core::ErrorKind::Cancelled));
    QCOMPARE(link.state(), Link::State::Online);
}

void TestLink::realTimersWork()
{
    Link link;
    QSignalSpy retry(&link, &Link::retry);
    link.failed(unreachable);
    QVERIFY(retry.wait(30000));
}

QTEST_GUILESS_MAIN(TestLink)
#include "tst_link.moc"
