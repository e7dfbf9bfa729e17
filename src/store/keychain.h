#pragma once
#include <QString>
#include <functional>

namespace glow::store {

struct KeychainAnswer {
    enum class State { Done, NotFound, Unavailable };
    State state = State::Unavailable;
    QString secret; ///< of a read
};

/// A keychain as functions, so that a test can bring its own. They block; worker threads only.
struct Keychain {
    std::function<KeychainAnswer(const QString& id, const QString& secret)> write;
    std::function<KeychainAnswer(const QString& id)> read;
    std::function<KeychainAnswer(const QString& id)> remove;
};

/// The system's, by QtKeychain. It has 5 s for an answer; after it kept silent once it is not asked again.
Keychain systemKeychain();

} // namespace glow::store
