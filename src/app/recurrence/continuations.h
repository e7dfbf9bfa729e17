#pragma once
#include "app/changes.h"
#include "app/reader.h"

#include <QObject>
#include <QSet>

namespace glow::app {

/// Makes the next occurrence of what another program completed: it knows nothing of repetition. Every window
/// that notices makes the same one, which the database stores once. No step of undo here. GUI thread.
class Continuations : public QObject {
    Q_OBJECT
public:
    Continuations(Reader& reader, Changes& changes, QObject* parent = nullptr);

    void look(); ///< asks for what was completed while nobody watched

private:
    void take(const core::ApplyReply& reply);
    void go(const QList<core::Task>& tasks);

    Reader& m_reader;
    Changes& m_changes;
    QSet<QUuid> m_underWay;
};

} // namespace glow::app
