#pragma once
#include "ui/runwindow.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace glow::ui {

class MainWindow;

/// `--screenshot`: waits until the window shows real data, paints it into a PNG of exactly the wanted size
/// and ends the program with status 0, or 1 and a sentence on stderr.
class Screenshot : public QObject {
    Q_OBJECT
public:
    Screenshot(MainWindow& window, const WindowOptions& options, QObject* parent = nullptr);
    void start();

private:
    void paneReady();
    void look();
    bool isSettled() const;
    void chooseTask();
    void shoot();
    void finish(int status, const QString& sentence);

    MainWindow& m_window;
    const WindowOptions& m_options;
    QPointer<QWidget> m_target; ///< the window, or the settings
    QTimer m_timer;
    QElapsedTimer m_waited;
    qint64 m_settledAt = -1;
    bool m_chosen = false;
};

} // namespace glow::ui
