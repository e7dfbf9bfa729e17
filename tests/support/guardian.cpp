#include "support/guardian.h"

#include <QFile>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace glow::tests {

namespace {

// SIGQUIT ends PostgreSQL with its children at once, SIGKILL a PgBouncer; SIGCONT since a test may have
// stopped it.
constexpr const char* script = R"(
cat >/dev/null
for file in "$1"/pg/postmaster.pid "$1"/pgbouncer.pid; do
    [ -f "$file" ] || continue
    pid=$(head -n 1 "$file")
    children=$(cat "/proc/$pid/task/$pid/children" 2>/dev/null)
    kill -CONT $pid $children 2>/dev/null
    kill -QUIT $pid 2>/dev/null
    for again in 1 2 3 4 5 6 7 8 9 10; do
        kill -0 $pid 2>/dev/null || break
        sleep 0.2
    done
    kill -KILL $pid 2>/dev/null
done
rm -rf "$1"
)";

/// After fork in a program with threads: only what is safe in a signal handler.
[[noreturn]] void becomeGuardian(int readEnd, const char* directory)
{
    ::setsid();
    if (::fork() != 0)
        ::_exit(0);
    const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    ::dup2(readEnd, STDIN_FILENO);
    ::dup2(nothing, STDOUT_FILENO);
    ::dup2(nothing, STDERR_FILENO);
    ::execl("/bin/sh", "sh", "-c", script, "guardian", directory, nullptr);
    ::_exit(127);
}

} // namespace

Guardian::Guardian(const QString& directory)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        qFatal("pipe2 failed");
    m_pipe = ends[1];
    const QByteArray path = QFile::encodeName(directory);
    const pid_t child = ::fork();
    if (child == 0)
        becomeGuardian(ends[0], path.constData());
    ::close(ends[0]);
    if (child < 0 || ::waitpid(child, nullptr, 0) != child)
        qFatal("The guardian of %s cannot start", path.constData());
}

Guardian::~Guardian()
{
    ::close(m_pipe);
}

} // namespace glow::tests
