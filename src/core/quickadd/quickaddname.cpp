#include "core/quickadd/quickaddname.h"

#include <array>

namespace glow::core {

namespace {

struct Mark {
    char16_t character;
    QuickAddPart part;
};
constexpr std::array marks{Mark{u'#', QuickAddPart::List}, Mark{u'@', QuickAddPart::Tag},
                           Mark{u'/', QuickAddPart::Section}};

std::optional<QuickAddPart> partOf(QChar mark)
{
    for (const Mark& each : marks) {
        if (mark == each.character)
            return each.part;
    }
    return std::nullopt;
}

bool beginsWord(const QString& line, qsizetype at)
{
    return at == 0 || line.at(at - 1).isSpace();
}

/// Where the name that ends at the caret has its mark: at the beginning of the word, or before a quotation
/// mark that is still open.
std::optional<qsizetype> markBefore(const QString& line, qsizetype caret)
{
    const QString before = line.left(caret);
    const qsizetype quote = before.lastIndexOf(u'"');
    if (quote > 0 && partOf(before.at(quote - 1)) && beginsWord(before, quote - 1))
        return quote - 1;
    qsizetype start = caret;
    while (start > 0 && !before.at(start - 1).isSpace())
        --start;
    return start < caret && partOf(before.at(start)) ? std::optional(start) : std::nullopt;
}

bool isOnlyDigits(const QString& text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

std::optional<QuickAddName> quickAddNameAt(const QString& line, qsizetype caret,
                                           const QuickAddContext& context)
{
    const bool insideWord = caret < line.size() && !line.at(caret).isSpace();
    const auto start = insideWord ? std::nullopt : markBefore(line, caret);
    if (!start)
        return std::nullopt;
    QuickAddName name{*partOf(line.at(*start)), *start, caret - *start, {}, {}};
    name.typed = line.mid(*start + 1, caret - *start - 1);
    if (name.typed.startsWith(u'"'))
        name.typed.remove(0, 1);
    if (name.part == QuickAddPart::List && isOnlyDigits(name.typed))
        return std::nullopt;
    if (name.part != QuickAddPart::Section)
        return name;
    const QString before = line.left(*start);
    const QuickAddResult reading = parseQuickAdd(before, context);
    if (reading.tokens.isEmpty() || reading.tokens.constLast().part != QuickAddPart::List)
        return std::nullopt;
    const QuickAddToken& last = reading.tokens.constLast();
    if (!before.mid(last.start + last.length).trimmed().isEmpty())
        return std::nullopt;
    name.list = reading.list;
    return name;
}

QString quickAddNameToken(QuickAddPart part, const QString& name, const QuickAddContext& context)
{
    QChar mark;
    for (const Mark& each : marks)
        mark = each.part == part ? QChar(each.character) : mark;
    const QString before =
        part == QuickAddPart::Section ? QStringLiteral("x #x ") : QStringLiteral("x "); // behind a list
    for (const QString& token : {mark + name, mark + (u'"' + name + u'"')}) {
        const QuickAddResult reading = parseQuickAdd(before + token, context);
        const QString read = part == QuickAddPart::List      ? reading.list
                             : part == QuickAddPart::Section ? reading.section
                                                             : reading.tags.value(0);
        if (read == name && reading.title == u"x" && reading.tokens.constLast().text == token)
            return token;
    }
    return {};
}

} // namespace glow::core
