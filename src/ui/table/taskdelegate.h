#pragma once
#include "app/table/tasktablemodel.h"
#include "ui/style/rowpaint.h"
#include "ui/table/tasklayout.h"

#include <QStyledItemDelegate>

class QTextLayout;

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// Paints the cells and the headings of the task table, and edits titles in place. All places come from
/// TaskLayout.
class TaskDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    TaskDelegate(const app::TaskTableModel& model, const app::Theme& theme, QObject* parent = nullptr);

    void setHoveredRow(int row) { m_hoveredRow = row; }
    int hoveredRow() const { return m_hoveredRow; }
    void setPressed(const QUuid& task) { m_pressed = task; } ///< its circle is held down

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Across the whole row; painted by the view after the cells.
    void paintHeading(QPainter& painter, const QRect& row, Qt::LayoutDirection direction,
                      const QModelIndex& index) const;
    TaskLayout::Heading headingPlaces(const QRect& row, Qt::LayoutDirection direction,
                                      const QModelIndex& index) const;
    TaskLayout::Title titlePlaces(const QRect& cell, Qt::LayoutDirection direction,
                                  const QModelIndex& index) const;
    static QString headingAction(const QModelIndex& index); ///< empty: none

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void destroyEditor(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

Q_SIGNALS:
    /// `before`: the title as it was when the field opened.
    void titleEdited(const QUuid& task, const QString& title, const QString& before) const;
    /// The row has left the view while somebody typed.
    void interrupted(const QUuid& task, const QString& text) const;
    void said(const QString& sentence) const; ///< why a title cannot be taken

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Run {
        QString text;
        QColor colour;
    };
    QList<Chip> chips(const core::Task& task, const QModelIndex& index) const;
    QList<Run> titleRuns(const core::Task& task, const QModelIndex& index) const;
    TaskLayout::Title places(const TaskLayout& layout, const QRect& cell, const core::Task& task,
                             const QModelIndex& index) const;
    void paintCell(QPainter& painter, const TaskLayout& layout, const QRect& cell, bool selected,
                   const QModelIndex& index) const;
    void paintTitle(QPainter& painter, const TaskLayout& layout, const QRect& cell, const core::Task& task,
                    bool selected, const QModelIndex& index) const;
    int titleWidth(const core::Task& task, const QModelIndex& index) const;
    void layOut(QTextLayout& text, const QList<Run>& runs, bool done, int width) const;
    void paintRuns(QPainter& painter, const TaskLayout& layout, const QRect& rect, const QList<Run>& runs,
                   bool done) const;
    void paintCircle(QPainter& painter, const QRect& rect, const core::Task& task) const;
    void paintList(QPainter& painter, const TaskLayout& layout, const QRect& cell,
                   const QModelIndex& index) const;
    void paintDay(QPainter& painter, const TaskLayout& layout, const QRect& cell, const core::Task& task,
                  const std::optional<core::WallTime>& day, const QModelIndex& index) const;
    void paintUnread(QPainter& painter, const TaskLayout& layout, const QRect& cell,
                     const QModelIndex& index) const;

    const app::TaskTableModel& m_model;
    const app::Theme& m_theme;
    int m_hoveredRow = -1;
    QUuid m_pressed;
};

} // namespace glow::ui
