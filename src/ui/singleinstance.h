#pragma once
#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace glow::ui {

/// One window per data directory: a second start asks the first to come to the front, over a local socket
/// whose name is made from the directory and the user. A lock beside the socket decides who is first, so that
/// two starts at the same moment make one window. GUI thread, before the first window.
class SingleInstance : public QObject {
    Q_OBJECT
public:
    explicit SingleInstance(const QString& dataDirectory, QObject* parent = nullptr);

    /// Which of its windows the first one shall show.
    enum class Window { Main, QuickAdd, None };
    /// True: one runs already and has been told. It may still be starting, so this waits a few seconds for
    /// it.
    bool raiseOther(Window window = Window::Main);
    void listen();

Q_SIGNALS:
    void raiseRequested();
    void quickAddRequested();

private:
    QString m_name;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace glow::ui
