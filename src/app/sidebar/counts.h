#pragma once
#include "app/changes.h"
#include "app/reader.h"
#include "core/entities.h"

#include <QObject>
#include <QTimer>

namespace glow::app {

class DayClock;

/// Live counts of open tasks for the sidebar and the status line: read in the background 300 ms after the
/// last change, the newest reading wins (TASK_TABLE.md 20). GUI thread.
class SidebarCounts : public QObject {
    Q_OBJECT
public:
    SidebarCounts(Reader& reader, Changes& changes, DayClock& clock, QObject* parent = nullptr);

    const core::Counts& counts() const { return m_counts; }
    bool known() const { return m_known; } ///< read at least once
    void refresh();                        ///< soon, after the pause
    void refreshNow();

Q_SIGNALS:
    void changed();

private:
    Reader& m_reader;
    DayClock& m_clock;
    QTimer m_pause;
    core::Counts m_counts;
    bool m_known = false;
    quint64 m_asked = 0;
};

} // namespace glow::app
