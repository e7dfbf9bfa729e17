// The task table with a million tasks, beside a plain QSqlTableModel on the same database in the same run.
// A stall in brackets is the processor time of the thread, which a busy machine does not lengthen.
// Usage: bench_table [rows], 1,000,000 unless told. Needs about 1.5 GB, most of it for the plain model.
#include "app/table/taskcommands.h"
#include "app/theme.h"
#include "support/builders.h"
#include "support/onthread.h"
#include "support/openreader.h"
#include "support/stallmeter.h"
#include "ui/table/tasktableview.h"

#include <QApplication>
#include <QFile>
#include <QHeaderView>
#include <QScrollBar>
#include <QSqlDatabase>
#include <QSqlTableModel>
#include <cstdio>

using namespace glow;
using app::TaskTableModel;
using core::Scope;
using core::SortField;

namespace {

constexpr int patience = 120000;

struct Measured {
    double milliseconds = 0;
    double stall = 0;
    double work = 0; ///< the stall in processor time of the thread
};

/// Runs `act` inside the event loop and waits there until `done`.
Measured measure(tests::StallMeter& meter, const std::function<void()>& act,
                 const std::function<bool()>& done)
{
    QElapsedTimer time;
    QEventLoop loop;
    QTimer poll;
    poll.setTimerType(Qt::PreciseTimer);
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        if (done() || time.elapsed() > patience)
            loop.quit();
    });
    meter.reset();
    QTimer::singleShot(0, &loop, [&] {
        time.start();
        act();
        poll.start(1);
    });
    loop.exec();
    const Measured measured{static_cast<double>(time.nsecsElapsed()) / 1e6, meter.longestMilliseconds(),
                            meter.longestWorkMilliseconds()};
    if (measured.milliseconds > patience)
        qFatal("A step did not end.");
    return measured;
}

double residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

void report(const char* step, const Measured& ours, const Measured& plain)
{
    std::printf("%-28s %9.1f ms  stall %6.1f ms (%5.1f) | %10.1f ms  stall %9.1f ms | %7.1f x\n", step,
                ours.milliseconds, ours.stall, ours.work, plain.milliseconds, plain.stall,
                plain.milliseconds / std::max(0.1, ours.milliseconds));
    std::fflush(stdout);
}

core::TaskQuery viewOf(Scope scope, SortField sort, const QString& search = {})
{
    core::TaskQuery query;
    query.scope = scope;
    query.sort = sort;
    query.search = search;
    query.today = QDate(2026, 11, 23);
    query.zone = QStringLiteral("UTC");
    return query;
}

struct Step {
    const char* name;
    Measured ours;
    Measured plain;
};

/// Our window: every step on one table view.
void runOurs(const store::ConnectionString& database, QList<Step>& steps, double& megabytes)
{
    tests::StallMeter meter;
    tests::OpenReader open(database, core::Clock());
    TaskTableModel model(open.reader, open.changes, open.clock);
    model.setCatalogue(open.catalogue);
    app::TaskCommands commands(model, open.changes);
    app::Theme theme;
    ui::TaskTableView view(model, commands, theme);
    view.resize(1048, 640);
    view.show();
    measure(
        meter, [] {}, [&] { return view.isVisible(); });
    const double empty = residentMegabytes();
    const auto shown = [&] { return !model.isLoading(); };
    const auto counted = [&] { return model.rowCountKnown(); };
    steps[0].ours = measure(
        meter, [&] { model.setQuery(viewOf(Scope::All, SortField::Due)); }, shown);
    steps[1].ours = measure(
        meter, [] {}, counted);
    const int row = model.rowCount() / 10 * 9;
    const int height = theme.metrics().rowHeight;
    steps[2].ours = measure(
        meter, [&] { view.verticalScrollBar()->setValue(row * height); },
        [&] { return !model.uidAt(row + 3).isNull(); });
    const SortField sorts[]{SortField::Title, SortField::List, SortField::Priority, SortField::Updated,
                            SortField::Created};
    for (int i = 0; i < 5; ++i) {
        measure(
            meter, [&] { view.verticalScrollBar()->setValue(0); }, shown);
        steps[3 + i].ours = measure(
            meter, [&] { view.sortBy(sorts[i], false); }, shown);
        measure(
            meter, [] {}, counted);
    }
    megabytes = residentMegabytes() - empty;
    const QString word = QStringLiteral("task 77123");
    steps[8].ours = measure(
        meter, [&] { model.setQuery(viewOf(Scope::Search, SortField::Match, word)); }, shown);
}

/// The plain window: what Qt offers for a table of a database.
void runPlain(const store::ConnectionString& target, QList<Step>& steps, double& megabytes)
{
    tests::StallMeter meter;
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), QStringLiteral("plain"));
    database.setHostName(target.hosts.value(0).host);
    database.setPort(target.hosts.value(0).port);
    database.setDatabaseName(target.database);
    database.setUserName(target.user);
    if (!database.open())
        qFatal("The plain model has no connection.");
    const double empty = residentMegabytes();
    QSqlTableModel model(nullptr, database);
    QTableView view;
    view.setModel(&model);
    view.resize(1048, 640);
    view.show();
    model.setTable(QStringLiteral("tasks"));
    const auto column = [&model](const char* name) { return model.fieldIndex(QString::fromLatin1(name)); };
    const auto sortBy = [&](const char* name) {
        model.setSort(column(name), Qt::AscendingOrder);
        model.select();
    };
    const QString open = QStringLiteral("not completed");
    model.setFilter(open);
    const auto ready = [] { return true; };
    steps[0].plain = measure(
        meter, [&] { sortBy("due_date"); }, ready);
    steps[1].plain = measure(
        meter,
        [&] {
            while (model.canFetchMore())
                model.fetchMore();
        },
        ready);
    const int row = model.rowCount() / 10 * 9;
    steps[2].plain = measure(
        meter, [&] { view.scrollTo(model.index(row, 1)); }, ready);
    const char* const columns[]{"title", "glow_list", "priority", "updated_at", "created_at"};
    for (int i = 0; i < 5; ++i)
        steps[3 + i].plain = measure(
            meter, [&] { sortBy(columns[i]); }, ready);
    megabytes = residentMegabytes() - empty;
    steps[8].plain = measure(
        meter,
        [&] {
            model.setFilter(QStringLiteral("title ilike '%task%' and title ilike '%77123%'"));
            model.select();
        },
        ready);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const int rows = argc > 1 ? QByteArray(argv[1]).toInt() : 1000000;
    store::Database::loadDriver();
    std::unique_ptr<tests::TemporaryServer> server;
    std::unique_ptr<tests::Builder> builder;
    std::printf("Making %d tasks …\n", rows);
    std::fflush(stdout);
    tests::onThread([&] {
        server = std::make_unique<tests::TemporaryServer>();
        builder = std::make_unique<tests::Builder>(*server);
        QFile script(QStringLiteral(GLOWLIST_SOURCE_DIR "/tests/bench/million.sql"));
        if (!script.open(QIODevice::ReadOnly))
            qFatal("million.sql is missing.");
        const QString sql = QString::fromUtf8(script.readAll());
        constexpr int portion = 50000;
        for (int first = 1; first <= rows; first += portion) {
            const int last = std::min(rows, first + portion - 1);
            builder->sql(QString(sql)
                             .replace(QStringLiteral(":first"), QString::number(first))
                             .replace(QStringLiteral(":last"), QString::number(last)));
        }
        builder->sql(QStringLiteral("analyze public.tasks"));
    });
    QList<Step> steps{
        {"open: first page", {}, {}}, {"all rows counted", {}, {}}, {"jump to 90 %", {}, {}},
        {"sort by title", {}, {}},    {"sort by list", {}, {}},     {"sort by priority", {}, {}},
        {"sort by updated", {}, {}},  {"sort by created", {}, {}},  {"search", {}, {}}};
    double ours = 0;
    double plain = 0;
    runOurs(builder->database(), steps, ours);
    runPlain(builder->database(), steps, plain);
    std::printf("%-28s %39s | %34s |\n", "", "Glowlist", "QSqlTableModel");
    for (const Step& step : steps)
        report(step.name, step.ours, step.plain);
    double stall = 0;
    double plainStall = 0;
    for (const Step& step : steps) {
        stall = std::max(stall, step.ours.stall);
        plainStall = std::max(plainStall, step.plain.stall);
    }
    std::printf("%-28s %9.1f ms %26s | %10.1f ms %20s | %7.1f x\n", "longest stall of the window", stall, "",
                plainStall, "", plainStall / std::max(0.1, stall));
    std::printf("%-28s %9.1f MB %26s | %10.1f MB %20s | %7.1f x\n", "above the empty window", ours, "", plain,
                "", plain / std::max(0.1, ours));
    tests::onThread([&] {
        builder.reset();
        server.reset();
    });
    return 0;
}
