#pragma once
#include <QObject>

class QSocketNotifier;

namespace glow::sync {

/// Says when this computer has got or lost an address or a link: what the kernel tells (rtnetlink), without a
/// service. GUI thread; silent where the kernel tells nothing.
class NetworkWatch : public QObject {
    Q_OBJECT
public:
    explicit NetworkWatch(QObject* parent = nullptr);
    ~NetworkWatch() override;

Q_SIGNALS:
    void changed();

private:
    void drain();

    int m_socket = -1;
    QSocketNotifier* m_notifier = nullptr;
};

} // namespace glow::sync
