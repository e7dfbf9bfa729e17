#pragma once
#include <QLocalServer>
#include <QObject>

namespace glow::ui {

/// One window per data directory: a second start asks the first to come to the front, over a local socket
/// whose name is made from the directory and the user.
class SingleInstance : public QObject {
    Q_OBJECT
public:
    explicit SingleInstance(const QString& dataDirectory, QObject* parent = nullptr);

    bool raiseOther() const; ///< true: one runs already and has been told
    void listen();

Q_SIGNALS:
    void raiseRequested();

private:
    QString m_name;
    QLocalServer m_server;
};

} // namespace glow::ui
