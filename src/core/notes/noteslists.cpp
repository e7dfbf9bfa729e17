#include "core/notes/noteslists.h"

#include "core/notes/codefence.h"

#include <QRegularExpression>

namespace glow::core {

namespace {

QStringView lineAround(const QString& notes, qsizetype place, qsizetype& begin)
{
    begin = place > 0 ? notes.lastIndexOf(u'\n', place - 1) + 1 : 0;
    qsizetype end = notes.indexOf(u'\n', place);
    end = end < 0 ? notes.size() : end;
    if (end > begin && notes.at(end - 1) == u'\r')
        --end;
    return QStringView(notes).mid(begin, end - begin);
}

bool isCode(const QString& notes, qsizetype place)
{
    CodeFence fence;
    for (const QStringView line : QStringView(notes).left(place).tokenize(u'\n'))
        fence.read(line);
    return fence.isOpen();
}

bool isState(QChar state)
{
    return state == u' ' || state == u'x' || state == u'X';
}

} // namespace

qsizetype boxOf(QStringView line)
{
    static const QRegularExpression item(QStringLiteral(
        R"(^(?:[ \t]*>)*(?:[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t]))+[ \t]{1,4}(?<box>\[[ xX]\])(?=[ \t]|$))"));
    const QRegularExpressionMatch match = item.match(line.toString());
    return match.hasMatch() ? match.capturedStart(QStringLiteral("box")) : -1;
}

QString toggledBox(const QString& notes, qsizetype state)
{
    if (state < 1 || state >= notes.size() || !isState(notes.at(state)))
        return notes;
    qsizetype begin = 0;
    const QStringView line = lineAround(notes, state, begin);
    if (boxOf(line) != state - 1 - begin)
        return notes;
    QString changed = notes;
    changed[state] = notes.at(state) == u' ' ? u'x' : u' ';
    return changed;
}

std::optional<qsizetype> onlyToggledBox(const QString& before, const QString& now)
{
    if (before.size() != now.size())
        return std::nullopt;
    const auto different = std::mismatch(before.cbegin(), before.cend(), now.cbegin());
    const qsizetype state = different.first - before.cbegin();
    return state < before.size() && toggledBox(before, state) == now ? std::optional(state) : std::nullopt;
}

ListBreak listBreakAt(const QString& notes, qsizetype place)
{
    static const QRegularExpression marker(
        QStringLiteral(R"(^([ \t>]*)(?:([-*+])|(\d{1,8})([.)]))([ \t]+)(\[[ xX]\][ \t]+)?)"));
    qsizetype begin = 0;
    const QStringView line = lineAround(notes, place, begin);
    const QRegularExpressionMatch match = marker.match(line.toString());
    if (!match.hasMatch() || place - begin < match.capturedLength() || isCode(notes, place))
        return {QStringLiteral("\n"), 0};
    if (match.capturedLength() == line.size())
        return {{}, place - begin};
    const QString number = match.captured(3);
    const QString sign =
        number.isEmpty() ? match.captured(2) : QString::number(number.toInt() + 1) + match.captured(4);
    const QString box = match.capturedLength(6) > 0 ? QStringLiteral("[ ] ") : QString();
    return {u'\n' + match.captured(1) + sign + match.captured(5) + box, 0};
}

} // namespace glow::core
