#pragma once
#include <QListView>
#include <QStyledItemDelegate>

class QPushButton;

namespace glow::app {
class HistoryModel;
struct HistoryEntry;
class Theme;
} // namespace glow::app

namespace glow::ui {

/// The rows of a history (history-light.png), with "Restore this value" on the chosen one. Arrows go from
/// entry to entry, Return restores, Space asks for the whole text.
class HistoryView : public QListView {
    Q_OBJECT
public:
    explicit HistoryView(QWidget* parent = nullptr);
    void setUp(const app::Theme& theme, app::HistoryModel& model);
    const app::HistoryEntry* chosen() const; ///< null: none
    int chosenRow() const;
    int restoreWidth() const; ///< what the button takes of the chosen row; 0: it is not there

Q_SIGNALS:
    void chosenChanged();
    void restoreRequested();
    void wholeRequested();

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void keepChosen();
    void placeButton();
    QModelIndex entryFrom(int row, int step) const;

    app::HistoryModel* m_model = nullptr;
    QPushButton* m_restore;
};

/// Paints a heading or an entry.
class HistoryDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    HistoryDelegate(const app::Theme& theme, const HistoryView& view, QObject* parent);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setHoveredRow(int row) { m_hoveredRow = row; }

private:
    void paintHeading(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintEntry(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintValues(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                     int room) const;

    const app::Theme& m_theme;
    const HistoryView& m_view;
    int m_hoveredRow = -1;
};

} // namespace glow::ui
