#pragma once
#include <QList>
#include <QTimer>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// A line of the connection check as it is shown.
struct CheckRow {
    enum class Mark { Ok, Warning, Failed, Skipped, Busy };
    Mark mark = Mark::Ok;
    QString title;
    QString detail;
    QString remedy;    ///< what to do; only with Warning and Failed
    QString action;    ///< text of a button at the end; empty: none
    QString icon = {}; ///< instead of the mark's own
};

/// The steps of a connection check, a row each, with a hairline under it; the one in work turns.
class CheckList : public QWidget {
    Q_OBJECT
public:
    explicit CheckList(QWidget* parent = nullptr);
    void setTheme(const app::Theme& theme);
    void setRows(const QList<CheckRow>& rows);
    const QList<CheckRow>& rows() const { return m_rows; }

Q_SIGNALS:
    void actionClicked(int row);

private:
    void rebuild();
    QWidget* makeRow(int index);
    QLabel* makeMark(const CheckRow& row, QWidget* parent);
    void turn();

    const app::Theme* m_theme = nullptr;
    QList<CheckRow> m_rows;
    QList<QLabel*> m_busy;
    QTimer m_timer;
    int m_step = 0;
};

} // namespace glow::ui
