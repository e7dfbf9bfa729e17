#pragma once
#include <QStyledItemDelegate>
#include <QTableView>

namespace glow::app {
class Theme;
class TrashModel;
} // namespace glow::app

namespace glow::ui {

/// The rows of the trash: a click or Space chooses a row and takes it back, Ctrl+A chooses all.
class TrashView : public QTableView {
    Q_OBJECT
public:
    explicit TrashView(QWidget* parent = nullptr);
    void setUp(const app::Theme& theme, app::TrashModel& model);
    QList<int> chosenRows() const;

Q_SIGNALS:
    void chosenChanged();

protected:
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void resizeEvent(QResizeEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void arrange();
    void fitRows();
};

/// Paints the rows of the trash (trash-light.png).
class TrashDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    TrashDelegate(const app::Theme& theme, const app::TrashModel& model, QObject* parent);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    void setHoveredRow(int row) { m_hoveredRow = row; }
    int hoveredRow() const { return m_hoveredRow; }

private:
    void paintTitle(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    const app::Theme& m_theme;
    const app::TrashModel& m_model;
    int m_hoveredRow = -1;
};

} // namespace glow::ui
