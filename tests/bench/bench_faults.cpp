// Breaks the line to the stand-in for Neon while somebody edits: for each fault so many times at random
// moments. Usage: bench_faults [injections], 100 unless told. Deadlines are 20 times shorter than the
// program's (page 0.5 s, write 1 s), so that black holes do not take the night; a stall in brackets is
// processor time of the thread.
#include "store/watchdog.h"
#include "support/faultrun.h"
#include "support/stallmeter.h"

#include <algorithm>
#include <cstdio>

using namespace glow;
using tests::FaultRun;

namespace {

void runFault(tests::NeonStandIn& neon, const FaultRun::Fault& fault, int injections)
{
    FaultRun run(neon, true, 1);
    tests::StallMeter meter;
    std::vector<double> recoveries;
    int lost = 0;
    for (int i = 0; i < injections; ++i) {
        const double milliseconds = run.breakOnce(fault);
        if (milliseconds < 0)
            ++lost;
        else
            recoveries.push_back(milliseconds);
    }
    const double stall = meter.longestMilliseconds();
    const double work = meter.longestWorkMilliseconds();
    const qsizetype changes = run.client.made();
    const QString verdict = run.verdict();
    std::sort(recoveries.begin(), recoveries.end());
    const double median = recoveries.empty() ? -1 : recoveries[recoveries.size() / 2];
    const double longest = recoveries.empty() ? -1 : recoveries.back();
    std::printf(
        "%-26s %4d injections, %d never recovered, %6lld changes, %s; recovered in %6.0f ms (median), "
        "%6.0f ms (longest); stall %5.1f ms (%4.1f)\n",
        fault.name, injections, lost, static_cast<long long>(changes),
        verdict.isEmpty() ? "0 lost, 0 doubled" : qPrintable(verdict), median, longest, stall, work);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    store::Database::loadDriver();
    const int injections = argc > 1 ? QByteArray(argv[1]).toInt() : 100;
    std::unique_ptr<tests::NeonStandIn> neon = std::make_unique<tests::NeonStandIn>();
    store::Watchdog::shortenDeadlines(20);
    for (const FaultRun::Fault& fault : FaultRun::faults()) {
        if (argc < 3 || QByteArray(fault.name).contains(argv[2]))
            runFault(*neon, fault, injections);
    }
    return 0;
}
