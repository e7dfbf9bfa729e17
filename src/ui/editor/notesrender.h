#pragma once
#include "core/notes/notesportions.h"

#include <QObject>
#include <QTextDocument>
#include <QTimer>

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// Fills a document with notes: rendered, or as they were typed. The beginning is there at once, the rest
/// follows with a portion per turn of the event loop. Pictures are links, no HTML is understood and nothing
/// is loaded.
class NotesRender : public QObject {
    Q_OBJECT
public:
    /// Of a block with a box: the place of its state in the notes.
    static constexpr int boxProperty = QTextFormat::UserProperty + 1;
    static constexpr int checkedProperty = QTextFormat::UserProperty + 2;
    static constexpr int bulletProperty = QTextFormat::UserProperty + 3;
    static constexpr int markWidth = 20; ///< of a box or a number, with its gap

    explicit NotesRender(QTextDocument& document, QObject* parent = nullptr);
    void setTheme(const app::Theme& theme);
    void render(const QString& notes);
    void showSource(const QString& notes);
    bool isRunning() const { return m_timer.isActive(); }

Q_SIGNALS:
    void finished();

private:
    void begin(const QString& notes);
    void step();
    bool atEnd() const;
    void append(const core::NotesPortion& portion);
    void appendSource();
    void provideClip();

    QTextDocument& m_document;
    const app::Theme* m_theme = nullptr;
    QString m_notes;
    core::NotesPortions m_portions{{}};
    qsizetype m_sourceAt = -1; ///< as typed: how far; rendered: -1
    QTimer m_timer;
};

} // namespace glow::ui
