#include "app/editor/titlecheck.h"

#include "core/task.h"
#include "store/sqltext.h"

#include <QCoreApplication>
#include <QLocale>

namespace glow::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(glow::app::TitleCheck)
};

QString storableProblem(const QString& text)
{
    return store::isStorable(text)
               ? QString()
               : Words::tr("This text has a character that PostgreSQL cannot store. It is kept here; "
                           "take that character out to store it.");
}

} // namespace

QString titleProblem(const QString& title)
{
    if (title.trimmed().isEmpty())
        return Words::tr("A task needs a title. The stored one stays until you type another.");
    const qsizetype length = core::codePoints(title);
    if (length > core::maxTitleLength)
        return Words::tr(
            "%n character(s) too many: a title holds 200. The text is kept here and stored once it fits.",
            nullptr, static_cast<int>(length - core::maxTitleLength));
    return storableProblem(title);
}

QString notesProblem(const QString& notes)
{
    const qsizetype length = core::codePoints(notes);
    if (length > core::maxNotesLength)
        return Words::tr(
            "%n character(s) too many: notes hold 100,000. The text is kept here and stored once it fits.",
            nullptr, static_cast<int>(length - core::maxNotesLength));
    return storableProblem(notes);
}

QString shortTitle(const QString& title)
{
    constexpr qsizetype longest = 60;
    if (title.size() <= longest)
        return title;
    const qsizetype cut = title.at(longest - 1).isHighSurrogate() ? longest - 1 : longest;
    return title.left(cut).trimmed() + u'…';
}

} // namespace glow::app
