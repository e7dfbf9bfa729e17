#pragma once
#include <QHash>
#include <QPixmap>
#include <QUuid>
#include <QVariantAnimation>

class QTableView;

namespace glow::app {
class TaskTableModel;
class Theme;
} // namespace glow::app

namespace glow::ui {

/// Rows slide to their new places when some are inserted, or a task is folded (design/README.md "Motion").
/// The table itself is where it will be at once; for these moments pictures of it are shown. Any input ends
/// it.
class RowMotion {
public:
    RowMotion(QTableView& view, const app::TaskTableModel& model, const app::Theme& theme);

    /// The next change of rows comes from a fold: those that go are covered, not just gone.
    void expectFold() { m_folds = true; }
    void hold();  ///< before the rows change
    void start(); ///< after it
    void stop();
    bool isRunning() const { return m_animation.state() == QAbstractAnimation::Running; }
    void paint(QPainter& painter) const; ///< instead of the rows

private:
    /// Tops of the tasks on screen.
    QHash<QUuid, int> tops() const;
    struct Strip {
        int from = 0; ///< -1: it was not there
        int to = 0;
    };
    /// Nothing: no rows came or went between others, or they moved past each other.
    QList<Strip> strips(const QHash<QUuid, int>& now) const;

    QTableView& m_view;
    const app::TaskTableModel& m_model;
    const app::Theme& m_theme;
    QVariantAnimation m_animation;
    QHash<QUuid, int> m_before;
    int m_rowsBefore = 0;
    bool m_folds = false;
    QPixmap m_old; ///< folding: what is covered
    QPixmap m_new;
    QList<Strip> m_strips;
};

} // namespace glow::ui
