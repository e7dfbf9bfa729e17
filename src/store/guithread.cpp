#include "store/guithread.h"

#include <QtGlobal>
#include <atomic>
#include <thread>

namespace glow::store {

namespace {

std::atomic<std::thread::id> guiThread;

} // namespace

void markGuiThread()
{
    guiThread = std::this_thread::get_id();
}

void assertNotGuiThread()
{
    Q_ASSERT_X(guiThread.load() != std::this_thread::get_id(), "store", "blocks, and runs on the GUI thread");
}

} // namespace glow::store
