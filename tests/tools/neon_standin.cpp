// Starts the stand-in for Neon with an empty database, prints the pooled and the direct connection string,
// and stays until its standard input ends. `scripts/demo --neon-standin` uses it.
#include "store/database.h"
#include "support/neonstandin.h"

#include <QCoreApplication>
#include <cstdio>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    glow::store::Database::loadDriver();
    glow::tests::NeonStandIn neon;
    const QString database = neon.createDatabase(false);
    std::printf("%s\n%s\n", qPrintable(neon.pooled(database).uri()), qPrintable(neon.direct(database).uri()));
    std::fflush(stdout);
    while (std::getchar() != EOF) {
    }
    return 0;
}
