#pragma once
#include <QList>
#include <QStringList>
#include <QWidget>

class QButtonGroup;

namespace glow::ui {

/// One of several, a row each with a hairline under it: what may be chosen, and what it means.
class ChoiceRows : public QWidget {
    Q_OBJECT
public:
    explicit ChoiceRows(QWidget* parent = nullptr);
    struct Row {
        QString title;
        QString detail; ///< muted; several lines stay several
    };
    void setRows(const QList<Row>& rows, int chosen);
    int chosen() const; ///< -1: none

Q_SIGNALS:
    void chosenChanged(int row);

private:
    QWidget* makeRow(const Row& row, int index);

    QButtonGroup* m_group;
};

} // namespace glow::ui
