#pragma once
#include "core/notes/codefence.h"

#include <QString>

namespace glow::core {

/// A piece of notes that is parsed on its own, as the parser gets it. Marks are characters that no text has:
/// what is made of the piece is searched for them, and they are taken out again.
/// (U+FDD0 and U+FDD1 mean frames to QTextDocument.)
struct NotesPortion {
    /// Followed by an offset in the notes in digits: a box `[ ]` whose state is the character there.
    static constexpr QChar boxMark{0xfdd2};
    /// Between `!` and `[`: a picture that is to be a link.
    static constexpr QChar pictureMark{0xfddd};

    /// Ends a line of a paragraph that goes on in the next one.
    static constexpr QChar breakMark{0xfdde};

    qsizetype begin = 0; ///< in the notes
    QString text;
    bool plain = false; ///< a piece of an endless line: shown as it is
};

/// The offset that follows a `boxMark` in `text`, and past its end; -1 where there is none.
struct BoxMark {
    qsizetype box = -1;
    qsizetype end = 0;
};
BoxMark readBoxMark(QStringView text, qsizetype mark);

/// Cuts notes into portions at the ends of lines, rather before list items and blank lines, because the
/// parser's time grows as the square of the length. A code fence that is open goes on in the next one.
class NotesPortions {
public:
    static constexpr qsizetype longest = 2000;

    explicit NotesPortions(QString notes)
        : m_notes(std::move(notes))
    {}
    bool atEnd() const { return m_at >= m_notes.size(); }
    NotesPortion next();

private:
    NotesPortion piece(qsizetype lineEnd);

    QString m_notes;
    qsizetype m_at = 0;
    CodeFence m_fence;
};

} // namespace glow::core
