#pragma once
#include <thread>
#include <utility>

namespace glow::tests {

/// Runs a function on a thread of its own and waits: database work of a test program that has a GUI
/// application.
template <typename Work> void onThread(Work&& work)
{
    std::thread(std::forward<Work>(work)).join();
}

} // namespace glow::tests
