#pragma once
#include <QList>
#include <QString>
#include <functional>

namespace glow::app {

/// A line for the message bar. `key` names its cause: a newer message with the same key replaces it,
/// `clear(key)` ends it.
struct Message {
    enum class Kind { Info, Warning, Error };
    struct Action {
        QString text;
        std::function<void()> run;
        QString icon = {};
    };
    Kind kind = Kind::Info;
    QString key;
    QString strong; ///< the beginning, drawn semibold
    QString text;   ///< the rest
    QList<Action> actions;
    bool closable = true;
};

} // namespace glow::app
