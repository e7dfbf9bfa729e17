// A newcomer's walk: the web application's database behind the stand-in for Neon is looked at, checked, taken
// over, used by both programs and given back. Prints the time of each step; ends with 1 when a step does not
// do what it should. Usage: bench_newcomer [tasks], 50,000 unless told.
#include "cli/program.h"
#include "store/database.h"
#include "support/neonstandin.h"
#include "support/webapplication.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <cstdio>

using namespace glow;

namespace {

class Walk {
public:
    explicit Walk(int tasks)
        : m_database(m_neon.createDatabase(false))
        , m_web(m_neon.direct(m_database))
    {
        m_web.setUp({QStringLiteral("maya")});
        m_web.run({QStringLiteral("fill"), QString::number(tasks)});
    }

    int run()
    {
        const QString before = m_web.checksum();
        step("paste the string", [this] {
            const tests::Run read = m_glowlist.run(
                {QStringLiteral("connection"), QStringLiteral("-"), QStringLiteral("--json")}, string());
            return read.object()[u"pooled"].toBool() && !read.out.contains("s3cret");
        });
        step("check the connection",
             [this] { return program({QStringLiteral("doctor")}).object()[u"ok"].toBool(); });
        step("a list before the upgrade says what to do", [this] {
            return program({QStringLiteral("list"), QStringLiteral("today")}).kind() == u"migration";
        });
        step("report and upgrade", [this, &before] {
            return program({QStringLiteral("migrate"), QStringLiteral("upgrade"), QStringLiteral("--yes")})
                           .status == 0 &&
                   m_web.checksum() == before;
        });
        step("check the schema", [this] {
            return program({QStringLiteral("migrate"), QStringLiteral("check")}).status == 0;
        });
        step("the tasks in the window", [this] {
            const QString picture = m_glowlist.directory().path() + QStringLiteral("/window.png");
            return program({QStringLiteral("--screenshot"), picture, QStringLiteral("--view"),
                            QStringLiteral("all")})
                           .status == 0 &&
                   QFileInfo(picture).size() > 0;
        });
        editInBoth();
        const QString edited = m_web.checksum();
        step("downgrade to 0001", [this, &edited] {
            return program({QStringLiteral("migrate"), QStringLiteral("downgrade"), QStringLiteral("0001"),
                            QStringLiteral("--yes")})
                           .status == 0 &&
                   m_web.checksum() == edited;
        });
        step("the web application goes on alone", [this] {
            return m_web.add(QStringLiteral("maya"), QStringLiteral("Alone again")) > 0 &&
                   m_neon.psql(m_database,
                               QStringLiteral("select to_regnamespace('glowlist') is null or not exists "
                                              "(select from pg_attribute where attrelid = "
                                              "'public.tasks'::regclass and attname like 'glow%' "
                                              "and not attisdropped)")) == u"t";
        });
        return m_failed ? 1 : 0;
    }

private:
    void editInBoth()
    {
        int id = 0;
        step("the web application adds, Glowlist sees and edits", [this, &id] {
            id = m_web.add(QStringLiteral("maya"), QStringLiteral("Seen by both"));
            return program({QStringLiteral("edit"), QString::number(id), QStringLiteral("--title"),
                            QStringLiteral("Seen by both, edited here")})
                       .status == 0;
        });
        step("Glowlist's edit in the web application, and back", [this, &id] {
            const QJsonObject there = m_web({QStringLiteral("show"), QString::number(id)});
            m_web.run({QStringLiteral("edit"), QString::number(id), QStringLiteral("completed"),
                       QStringLiteral("true")});
            const tests::Run shown = program({QStringLiteral("show"), QString::number(id)});
            return there[u"title"].toString() == u"Seen by both, edited here" &&
                   shown.object()[u"completed"].toBool();
        });
    }

    QByteArray string() const { return m_neon.pooled(m_database).uri().toUtf8(); }
    tests::Run program(const QStringList& arguments)
    {
        const tests::Run run = m_glowlist.run(
            arguments + QStringList{QStringLiteral("--url"), QStringLiteral("-"), QStringLiteral("--json")},
            string());
        m_said = run.err;
        return run;
    }
    template <typename Work> void step(const char* name, Work work)
    {
        QElapsedTimer timer;
        timer.start();
        const bool good = work();
        std::printf("%-50s %8.2f s%s\n", name, static_cast<double>(timer.elapsed()) / 1000,
                    good ? "" : "  FAILED");
        if (!good)
            std::printf("%s\n", m_said.constData());
        std::fflush(stdout);
        m_failed = m_failed || !good;
    }

    tests::NeonStandIn m_neon;
    QString m_database;
    tests::WebApplication m_web;
    tests::Program m_glowlist;
    QByteArray m_said;
    bool m_failed = false;
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    store::Database::loadDriver();
    return Walk(argc > 1 ? QByteArray(argv[1]).toInt() : 50000).run();
}
