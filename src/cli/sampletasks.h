#pragma once
#include <span>

namespace glow::cli {

/// A task of the demonstration. `day` counts from today; `noDay`: not due. `tags` are joined by commas.
struct SampleTask {
    static constexpr int noDay = 1000;

    const char* title;
    const char* list = ""; ///< empty: the Inbox
    int day = noDay;
    const char* time = "";
    const char* priority = "none";
    const char* tags = "";
    bool completed = false;
    bool isSubtask = false; ///< of the last task before it that is none
    const char* notes = "";
};

std::span<const SampleTask> sampleTasks();

} // namespace glow::cli
