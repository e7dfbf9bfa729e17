#include "core/notes/notesportions.h"

#include "core/notes/noteslists.h"

#include <QRegularExpression>

namespace glow::core {

namespace {

constexpr char16_t firstMark = 0xfdd0;
constexpr char16_t firstDigit = 0xfdd3;
constexpr char16_t lastMark = 0xfdde;

bool isMark(QChar character)
{
    return character.unicode() >= firstMark && character.unicode() <= lastMark;
}

QString boxMarkOf(qsizetype offset)
{
    QString mark = QString::number(offset);
    for (QChar& digit : mark)
        digit = QChar(static_cast<char16_t>(firstDigit + digit.digitValue()));
    return NotesPortion::boxMark + mark;
}

bool endsEscaped(QStringView text)
{
    qsizetype backslashes = 0;
    while (backslashes < text.size() && text.at(text.size() - 1 - backslashes) == u'\\')
        ++backslashes;
    return backslashes % 2 == 1;
}

/// The end of the line that contains `from`, past its line break.
qsizetype endOfLine(const QString& text, qsizetype from)
{
    const qsizetype found = text.indexOf(u'\n', from);
    return found < 0 ? text.size() : found + 1;
}

QStringView withoutBreak(QStringView line)
{
    while (line.endsWith(u'\n') || line.endsWith(u'\r'))
        line.chop(1);
    return line;
}

/// A picture without a name is a link with the name of its address.
QString nameOfPicture(QStringView link)
{
    static const QRegularExpression address(QStringLiteral(R"(^\[\]\(<?([^\s<>()\[\]*_`\\]+))"));
    return address.match(link.left(200).toString()).captured(1);
}

QStringView nextLine(const QString& text, qsizetype from)
{
    return QStringView(text).mid(from, qMin(endOfLine(text, from), text.size()) - from);
}

/// Whether a line and the next are text of one paragraph. Where lines mean something by their end (tables,
/// underlines, definitions, headings) a mark would disturb.
bool goesOn(QStringView line, QStringView next)
{
    static const QRegularExpression structure(QStringLiteral(R"(^[\s>]*(?:[\[#`~|]|[-=*_+:\s]*$)|\|)"));
    return !next.trimmed().isEmpty() && !structure.match(line.toString()).hasMatch();
}

/// A line as the parser gets it: its box is marked, its pictures are links, and it stays a line.
QString prepared(QStringView line, QStringView next, qsizetype begin, bool code)
{
    const QStringView typed = withoutBreak(line);
    const qsizetype box = code ? -1 : boxOf(typed);
    const qsizetype afterBox = box < 0 ? -1 : qMin(box + 4, typed.size());
    QString text;
    text.reserve(line.size() + 16);
    for (qsizetype i = 0; i < typed.size(); ++i) {
        if (i == afterBox)
            text += boxMarkOf(begin + box + 1);
        const QChar character = typed.at(i);
        text += isMark(character) ? QChar(QChar::ReplacementCharacter) : character;
        if (character == u'!' && i + 1 < typed.size() && typed.at(i + 1) == u'[' &&
            !endsEscaped(typed.left(i))) {
            text += NotesPortion::pictureMark;
            const QString name = code ? QString() : nameOfPicture(typed.mid(i + 1));
            text += name.isEmpty() ? QString() : u'[' + name;
            i += name.isEmpty() ? 0 : 1;
        }
    }
    if (afterBox == typed.size()) // an item without text
        text += (typed.endsWith(u']') ? QStringLiteral(" ") : QString()) + boxMarkOf(begin + box + 1);
    else if (!code && !typed.trimmed().isEmpty() && !endsEscaped(typed))
        text += (goesOn(typed, next) ? u' ' + QString(NotesPortion::breakMark) : QString()) +
                QStringLiteral("  ");
    return text + u'\n';
}

bool isGoodCut(QStringView line)
{
    static const QRegularExpression item(QStringLiteral(R"(^(?:[-*+]|\d{1,9}[.)])[ \t])"));
    return line.trimmed().isEmpty() || item.match(line.toString()).hasMatch();
}

} // namespace

BoxMark readBoxMark(QStringView text, qsizetype mark)
{
    BoxMark read{-1, mark + 1};
    qsizetype box = 0;
    for (; read.end < text.size(); ++read.end) {
        const int digit = text.at(read.end).unicode() - firstDigit;
        if (digit < 0 || digit > 9)
            break;
        box = box * 10 + digit;
    }
    if (read.end > mark + 1)
        read.box = box;
    return read;
}

NotesPortion NotesPortions::next()
{
    const qsizetype firstEnd = endOfLine(m_notes, m_at);
    const bool withinLine = m_at > 0 && m_notes.at(m_at - 1) != u'\n';
    if (withinLine || firstEnd - m_at > longest)
        return piece(firstEnd);
    NotesPortion portion{m_at, {}, false};
    if (m_fence.isOpen())
        portion.text = m_fence.reopened() + u'\n';
    struct Cut {
        qsizetype at = 0, size = 0;
    } good;
    while (m_at < m_notes.size()) {
        const qsizetype end = endOfLine(m_notes, m_at);
        if (end - portion.begin > longest)
            break;
        const QStringView line = QStringView(m_notes).mid(m_at, end - m_at);
        if (!m_fence.isOpen() && m_at - portion.begin > longest / 2 && isGoodCut(line))
            good = {m_at, portion.text.size()};
        m_fence.read(withoutBreak(line));
        portion.text += prepared(line, nextLine(m_notes, end), m_at, m_fence.isOpen());
        m_at = end;
    }
    if (m_at < m_notes.size() && good.at > 0) {
        m_at = good.at;
        m_fence = {}; // a good cut is outside of every fence
        portion.text.truncate(good.size);
    }
    return portion;
}

NotesPortion NotesPortions::piece(qsizetype lineEnd)
{
    const QStringView rest = withoutBreak(QStringView(m_notes).mid(m_at, lineEnd - m_at));
    NotesPortion portion{m_at, {}, true};
    if (rest.size() <= longest) {
        portion.text = rest.toString();
        m_at = lineEnd;
        return portion;
    }
    const qsizetype space = rest.left(longest).lastIndexOf(u' ');
    qsizetype size = space > longest / 2 ? space + 1 : longest;
    if (rest.at(size - 1).isHighSurrogate())
        --size;
    portion.text = rest.left(size).toString();
    m_at += size;
    return portion;
}

} // namespace glow::core
