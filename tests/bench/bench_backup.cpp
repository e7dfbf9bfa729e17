// A backup of many tasks: time, size and memory of writing, comparing and restoring it.
// Usage: bench_backup [tasks], 1,000,000 unless told.
#include "store/backup/backup.h"
#include "support/builders.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <cstdio>
#include <sys/resource.h>

using namespace glow;
namespace backup = store::backup;

namespace {

/// The most memory that this program has held so far, in MB.
long peak()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

template <typename Work> auto measured(const char* name, Work work)
{
    QElapsedTimer timer;
    timer.start();
    auto result = work();
    if (!result)
        qFatal("%s: %s %s", name, qPrintable(result.error().message), qPrintable(result.error().detail));
    std::printf("%-10s %8.1f s, peak memory %ld MB\n", name, static_cast<double>(timer.elapsed()) / 1000,
                peak());
    std::fflush(stdout);
    return *result;
}

void insertTasks(const tests::Builder& builder, int tasks)
{
    QFile script(QStringLiteral(GLOWLIST_SOURCE_DIR "/tests/bench/million.sql"));
    if (!script.open(QIODevice::ReadOnly))
        qFatal("million.sql is missing.");
    const QString sql = QString::fromUtf8(script.readAll());
    constexpr int portion = 50000;
    for (int first = 1; first <= tasks; first += portion)
        builder.sql(
            QString(sql)
                .replace(QStringLiteral(":first"), QString::number(first))
                .replace(QStringLiteral(":last"), QString::number(std::min(tasks, first + portion - 1))));
    builder.sql(QStringLiteral("analyze public.tasks"));
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    store::Database::loadDriver();
    tests::TemporaryServer server;
    const tests::Builder builder(server);
    insertTasks(builder, argc > 1 ? QByteArray(argv[1]).toInt() : 1000000);
    const QTemporaryDir folder;
    store::Database database;
    if (!database.open(builder.database()))
        return 1;
    std::printf("begin, memory %ld MB\n", peak());
    const store::BackupInfo info =
        measured("write", [&] { return backup::write(database, folder.path(), {}); });
    std::printf("%lld tasks, %.1f MB\n", static_cast<long long>(info.tasks),
                static_cast<double>(info.bytes) / 1e6);
    measured("compare", [&] { return backup::compare(database, info.path); });
    measured("restore", [&] { return backup::restore(database, info.path, folder.path(), {}, {}); });
    return 0;
}
