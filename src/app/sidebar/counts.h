#pragma once
#include "app/changes.h"
#include "app/reader.h"
#include "core/entities.h"

#include <QDate>
#include <QObject>
#include <QTimer>

namespace glow::app {

class DayClock;

/// Live counts of open tasks for the sidebar and the status line. Up to `mostAlong` tasks they come in the
/// message of each change itself; beyond, where counting takes longer than a change may, they are read in the
/// background 300 ms after it, the newest reading wins (TASK_TABLE.md 20). GUI thread.
class SidebarCounts : public QObject {
    Q_OBJECT
public:
    static constexpr qint64 mostAlong = 20000;

    SidebarCounts(Reader& reader, Changes& changes, DayClock& clock, QObject* parent = nullptr);
    ~SidebarCounts() override;

    const core::Counts& counts() const { return m_counts; }
    bool known() const { return m_known; } ///< read at least once
    /// The saved filters, counted too; one that cannot be read is not.
    void setFilters(const QList<core::SavedFilter>& filters);
    void refresh(); ///< soon, after the pause
    void refreshNow();

Q_SIGNALS:
    void changed();

private:
    QString statement();
    store::countssql::Question question() const;
    void take(const core::Counts& counts);
    void answered(); ///< a change is stored

    Reader& m_reader;
    Changes& m_changes;
    DayClock& m_clock;
    QTimer m_pause;
    QList<core::SavedFilter> m_filters;
    core::Counts m_counts;
    bool m_known = false;
    bool m_cameAlong = false; ///< the counts, with the answer that is being told
    QDate m_dayAlong;
    quint64 m_asked = 0;
};

} // namespace glow::app
