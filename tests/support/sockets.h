#pragma once
#include <QByteArray>

namespace glow::tests::sockets {

int listenOn(quint16& port); ///< on 127.0.0.1; 0: any free port, which is written back. Fatal when it fails
int acceptFrom(int listener);
int connectTo(quint16 port);    ///< 127.0.0.1; -1 when nobody listens
QByteArray receive(int socket); ///< waits; empty at the end or on error
bool sendAll(int socket, const QByteArray& bytes);

} // namespace glow::tests::sockets
