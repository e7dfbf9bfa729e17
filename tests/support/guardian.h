#pragma once
#include <QString>

namespace glow::tests {

/// Sees to it that no server outlives its test, however the test ends: a small process, apart from the test's
/// group, that waits for the end of a pipe whose other end only this process has. Then it kills what the pid
/// files in the directory name and removes the directory. (PR_SET_PDEATHSIG would fire at the end of the
/// thread that started the server.)
class Guardian {
public:
    explicit Guardian(const QString& directory);
    ~Guardian();
    Guardian(const Guardian&) = delete;
    Guardian& operator=(const Guardian&) = delete;

private:
    int m_pipe = -1;
};

} // namespace glow::tests
