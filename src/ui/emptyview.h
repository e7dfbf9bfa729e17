#pragma once
#include "app/sidebar/place.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// In place of the rows when there are none: one helpful line; on an empty workspace the first steps.
class EmptyView : public QWidget {
    Q_OBJECT
public:
    explicit EmptyView(const app::Theme& theme, QWidget* parent = nullptr);

    void showFor(const app::Place& place, const QString& search);
    void showFirstRun(bool storedHere); ///< stored on this computer: the private workspace
    bool isFirstRun() const;

Q_SIGNALS:
    void connectRequested();

private:
    class Steps;

    QLabel* m_title;
    QLabel* m_line;
    Steps* m_steps;
    QPushButton* m_connect;
    QLabel* m_later;
};

} // namespace glow::ui
