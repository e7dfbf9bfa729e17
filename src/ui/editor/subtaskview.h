#pragma once
#include "app/editor/subtaskmodel.h"

#include <QListView>
#include <QPointer>

namespace glow::app {
class Theme;
} // namespace glow::app

namespace glow::ui {

/// The subtasks, as high as they are many: a click on the circle completes, double click or F2 renames,
/// dragging or Alt+Up and Alt+Down reorders, Delete deletes. A task with subtasks of its own says how many of
/// them are done, Return or a click there opens it; Tab makes a task a subtask of the one above, Shift+Tab
/// one beside the task that is shown. Somebody who comes by Tab goes on by Tab.
class SubtaskView : public QListView {
    Q_OBJECT
public:
    explicit SubtaskView(QWidget* parent = nullptr);
    void setUp(const app::Theme& theme, app::SubtaskModel& model);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

Q_SIGNALS:
    void opened(const QUuid& subtask);

protected:
    bool event(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void toggle(const QModelIndex& index);
    void moveBy(int rows);
    void moveOneLevel(bool deeper);
    bool isOnChip(const QPoint& place, const QModelIndex& index) const;
    bool isOnCircle(const QPoint& place, const QModelIndex& index) const;

    QPointer<app::SubtaskModel> m_model; ///< ends before the widgets do
    bool m_tabbedIn = false;             ///< the focus travels through: Tab takes it on
};

} // namespace glow::ui
