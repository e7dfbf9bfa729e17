#pragma once
#include <QStyledItemDelegate>

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// Paints a row of the sidebar: icon or list dot, name, count; captions with their plus.
class SidebarDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit SidebarDelegate(const app::Theme& theme, QObject* parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    /// Where the plus of a caption is clicked.
    static QRect plusRect(const QRect& caption, Qt::LayoutDirection direction);

    /// The fold angle of a list in which others lie.
    static QRect foldRect(const QRect& row, int depth, Qt::LayoutDirection direction);
    static constexpr int indent = 16; ///< of a list in a list
    static constexpr int rowHeight = 28;
    static constexpr int captionHeight = 32;

private:
    void paintCaption(QPainter& painter, const QStyleOptionViewItem& option, const QString& text) const;
    void paintMark(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                   const QColor& ink) const;

    const app::Theme& m_theme;
};

} // namespace glow::ui
