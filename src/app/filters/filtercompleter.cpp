#include "app/filters/filtercompleter.h"

#include "core/filter/filterparser.h"

#include <algorithm>

namespace glow::app {

namespace {

constexpr qsizetype mostWords = 12;

template <typename Table> QStringList wordsOf(const Table& table)
{
    QStringList words;
    for (const auto& each : table)
        words.append(QString::fromLatin1(each.word));
    return words;
}

/// Of those that the language can name: quotation marks have no escape.
template <typename T> QStringList namesOf(const QList<T>& all)
{
    QStringList names;
    for (const T& each : all) {
        if (!each.name.contains(u'"'))
            names.append(each.name);
    }
    names.removeDuplicates();
    return names;
}

const QStringList dates{QStringLiteral("today"),     QStringLiteral("tomorrow"), QStringLiteral("yesterday"),
                        QStringLiteral("next week"), QStringLiteral("monday"),   QStringLiteral("friday"),
                        QStringLiteral("next month")};

/// The values that a key takes; nothing where it is none.
QStringList valuesOf(const QString& key, const core::Catalogue& catalogue)
{
    if (key == u"tag")
        return namesOf(catalogue.tags);
    if (key == u"list")
        return QStringList{QStringLiteral("Inbox")} + namesOf(catalogue.lists);
    if (key == u"section")
        return namesOf(catalogue.sections);
    if (key == u"priority")
        return {QStringLiteral("high"), QStringLiteral("medium"), QStringLiteral("low"),
                QStringLiteral("none")};
    if (key == u"has" || key == u"no")
        return wordsOf(core::filterFeatures);
    if (key == u"sort")
        return wordsOf(core::filterSorts);
    if (key == u"group")
        return wordsOf(core::filterGroups);
    const QStringList days =
        wordsOf(core::filterFields) + QStringList{QStringLiteral("before"), QStringLiteral("after")};
    return days.contains(key) ? dates : QStringList();
}

QStringList vocabulary()
{
    QStringList words{QStringLiteral("today"), QStringLiteral("overdue"), QStringLiteral("completed"),
                      QStringLiteral("blocked"), QStringLiteral("recurring")};
    for (const char* key :
         {"tag:", "list:", "section:", "priority:", "priority>=", "has:", "sort:", "group:"})
        words.append(QString::fromLatin1(key));
    for (const QString& field : wordsOf(core::filterFields)) {
        words += {field + QStringLiteral(" before:"), field + QStringLiteral(" after:"), field + u':',
                  field + QStringLiteral(" in 7 days")};
    }
    for (const QString& feature : wordsOf(core::filterFeatures))
        words.append(QStringLiteral("no ") + feature);
    return words;
}

/// As the language takes it: in quotes where it would fall apart.
QString quoted(const QString& name)
{
    const bool isPlain = std::none_of(name.cbegin(), name.cend(), [](QChar letter) {
        return letter.isSpace() || QStringView(u"()&|").contains(letter);
    });
    return isPlain ? name : u'"' + name + u'"';
}

/// Those that begin with what is typed, then those that hold it; a whole word needs nothing.
QStringList matching(const QStringList& words, const QString& typed)
{
    QStringList begins;
    QStringList holds;
    for (const QString& word : words) {
        if (word.startsWith(typed, Qt::CaseInsensitive))
            begins.append(word);
        else if (word.contains(typed, Qt::CaseInsensitive))
            holds.append(word);
    }
    const QStringList found = begins + (typed.size() < 2 ? QStringList() : holds);
    return found.size() == 1 && found.constFirst().compare(typed, Qt::CaseInsensitive) == 0
               ? QStringList()
               : found.mid(0, mostWords);
}

/// Where the word at the caret begins: quotes hold spaces together.
qsizetype wordStart(QStringView text)
{
    qsizetype start = 0;
    bool inQuotes = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at) == u'"')
            inQuotes = !inQuotes;
        else if (!inQuotes && (text.at(at).isSpace() || QStringView(u"()&|").contains(text.at(at))))
            start = at + 1;
        else if (text.at(at) == u'!' && start == at)
            start = at + 1;
    }
    return start;
}

} // namespace

FilterCompletion completeFilter(const QString& text, qsizetype caret, const core::Catalogue& catalogue)
{
    const QString before = text.left(caret);
    FilterCompletion completion;
    completion.start = wordStart(before);
    const QString word = before.mid(completion.start);
    const qsizetype sign = std::max(
        {word.lastIndexOf(u':'), word.lastIndexOf(u'='), word.lastIndexOf(u'<'), word.lastIndexOf(u'>')});
    QString key = word.left(std::max<qsizetype>(0, sign)).toCaseFolded();
    while (!key.isEmpty() && QStringView(u"<>=:").contains(key.back()))
        key.chop(1);
    const QString last = before.left(completion.start).simplified().section(u' ', -1).toCaseFolded();
    if (sign < 0 && (last.endsWith(u':') || last == u"no"))
        key = last.endsWith(u':') ? last.chopped(1) : last;
    else if (sign >= 0)
        completion.start += sign + 1;
    QString typed = before.mid(completion.start);
    typed.remove(u'"');
    completion.length = caret - completion.start;
    if (key.isEmpty()) {
        completion.words = typed.isEmpty() ? QStringList() : matching(vocabulary(), typed);
        return completion;
    }
    const bool isName = key == u"tag" || key == u"list" || key == u"section";
    for (const QString& each : matching(valuesOf(key, catalogue), typed))
        completion.words.append(isName ? quoted(each) : each);
    return completion;
}

QStringList narrowing(const core::FilterNode& query, const core::Catalogue& catalogue)
{
    using Kind = core::FilterNode::Kind;
    QStringList conditions;
    const auto offer = [&conditions](const QString& key, const QStringList& names) {
        if (!names.isEmpty())
            conditions.append(key + quoted(names.constFirst()));
    };
    if (!query.mentions(Kind::Tag))
        offer(QStringLiteral("tag:"), namesOf(catalogue.tags));
    if (!query.mentions(Kind::List))
        offer(QStringLiteral("list:"), namesOf(catalogue.lists));
    if (!query.mentions(Kind::Date))
        conditions.append(QStringLiteral("due before: friday"));
    return conditions;
}

} // namespace glow::app
