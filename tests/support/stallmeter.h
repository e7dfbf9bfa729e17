#pragma once
#include <QElapsedTimer>
#include <QObject>

namespace glow::tests {

/// The longest time that the GUI thread was away from its event loop: from the first event after it awoke
/// until it is about to block again. The first event, since dispatchers differ in whether they say "awake"
/// before or after they deliver.
class StallMeter : public QObject {
public:
    StallMeter();

    void reset();
    double longestMilliseconds() const { return static_cast<double>(m_longest) / 1e6; }
    /// The same by the thread's own processor time: what a busy machine does not lengthen.
    double longestWorkMilliseconds() const { return static_cast<double>(m_longestWork) / 1e6; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void endTurn();

    QElapsedTimer m_turn;
    qint64 m_longest = 0;
    qint64 m_workBefore = 0;
    qint64 m_longestWork = 0;
};

} // namespace glow::tests
