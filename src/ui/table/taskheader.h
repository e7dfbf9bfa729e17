#pragma once
#include "core/taskquery.h"

#include <QHash>
#include <QHeaderView>

namespace glow::app {
class TaskTableModel;
class Theme;
} // namespace glow::app

namespace glow::ui {

/// Column heads of the task table. The title takes what the others leave; their widths follow the table's
/// width until the person chooses one.
class TaskHeader : public QHeaderView {
    Q_OBJECT
public:
    TaskHeader(app::TaskTableModel& model, const app::Theme& theme, QWidget* parent);

    /// Shows and hides columns and gives them their widths: by the table's width, the view and the person's
    /// choice.
    void arrange();
    QByteArray saveState() const;
    bool restoreState(const QByteArray& state);
    void reset(); ///< as it was at first

    QSize sizeHint() const override;

Q_SIGNALS:
    void sortWanted(glow::core::SortField sort, bool descending);
    void arranged();

protected:
    void paintSection(QPainter* painter, const QRect& rect, int column) const override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void clicked(int column);
    bool isShown(int column) const;
    void setShown(int column, bool shown);

    app::TaskTableModel& m_model;
    const app::Theme& m_theme;
    QHash<int, int> m_widths; ///< column → chosen width
    QHash<int, bool> m_shown; ///< column → chosen visibility
    bool m_arranging = false;
};

/// The field a column sorts by.
core::SortField sortFieldOf(int column);

} // namespace glow::ui
