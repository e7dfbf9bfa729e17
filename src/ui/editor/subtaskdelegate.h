#pragma once
#include <QStyledItemDelegate>

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// A row of 28: circle, title, how many of its own subtasks are done, a mark while it is pending.
class SubtaskDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int rowHeight = 28;
    static constexpr int circleSize = 16;
    static constexpr int titleAt = 26;

    SubtaskDelegate(const app::Theme& theme, QObject* parent);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Of the chip with its own subtasks, before mirroring; null: it has none.
    QRect chipPlace(const QRect& row, const QModelIndex& index) const;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

private:
    const app::Theme& m_theme;
};

} // namespace glow::ui
