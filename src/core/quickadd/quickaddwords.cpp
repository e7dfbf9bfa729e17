#include "core/quickadd/quickaddwords.h"

#include <QMutex>
#include <memory>
#include <unordered_map>

namespace glow::core {

namespace {

LineWord wordAt(const QString& line, qsizetype start, qsizetype end)
{
    LineWord word{line.mid(start, end - start), {}, start, false};
    word.folded = word.text.toCaseFolded();
    for (QChar& letter : word.folded) {
        if (letter.digitValue() >= 0)
            letter = QChar(u'0' + letter.digitValue());
    }
    if (word.folded.size() > 1 && word.folded.endsWith(u',')) {
        word.folded.chop(1);
        word.comma = true;
    }
    return word;
}

QStringList phrases(const WordRow& row)
{
    return QString::fromUtf16(row.words).toCaseFolded().split(u'|');
}

} // namespace

QuickAddWords::QuickAddWords(QLocale::Language language)
{
    QStringList except;
    for (const WordTable& table : wordTables()) {
        if (table.language != language || language == QLocale::English)
            continue;
        add(table, {});
        for (const WordRow& row : table.rows) {
            if (row.meaning == WordClass::Never)
                except += phrases(row);
        }
        if (table.boundaries)
            m_boundaries.setPattern(QString::fromUtf16(table.boundaries));
    }
    add(wordTables().front(), except);
}

void QuickAddWords::add(const WordTable& table, const QStringList& except)
{
    for (const WordRow& row : table.rows) {
        for (const QString& phrase : phrases(row)) {
            if (except.contains(phrase))
                continue;
            const QStringList words = phrase.split(u' ');
            m_entries.insert(words.constFirst(), Entry{row.meaning, words, row.value, row.weakness});
        }
    }
}

const QuickAddWords& QuickAddWords::forLocale(const QLocale& locale)
{
    static QMutex mutex;
    static std::unordered_map<int, std::unique_ptr<QuickAddWords>> known;
    const QMutexLocker lock(&mutex);
    std::unique_ptr<QuickAddWords>& words = known[locale.language()];
    if (!words)
        words.reset(new QuickAddWords(locale.language()));
    return *words;
}

std::optional<WordMatch> QuickAddWords::match(const QList<LineWord>& words, qsizetype at,
                                              WordClass meaning) const
{
    std::optional<WordMatch> best;
    if (at >= words.size() || words.at(at).folded.isEmpty())
        return best;
    const auto [first, last] = m_entries.equal_range(words.at(at).folded);
    for (auto it = first; it != last; ++it) {
        const QStringList& phrase = it->phrase;
        if (it->meaning != meaning || at + phrase.size() > words.size())
            continue;
        bool same = true;
        for (qsizetype i = 1; same && i < phrase.size(); ++i)
            same = words.at(at + i).folded == phrase.at(i) && !words.at(at + i - 1).comma;
        if (same && (!best || phrase.size() > best->words))
            best = WordMatch{it->value, it->weakness, phrase.size()};
    }
    return best;
}

std::optional<int> QuickAddWords::value(const QString& folded, WordClass meaning) const
{
    const auto found = match({LineWord{folded, folded, 0, false}}, 0, meaning);
    return found ? std::optional(found->value) : std::nullopt;
}

QList<LineWord> QuickAddWords::split(const QString& line) const
{
    QList<qsizetype> cuts;
    if (!m_boundaries.pattern().isEmpty()) {
        auto matches = m_boundaries.globalMatch(line);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            cuts << match.capturedStart() << match.capturedEnd();
        }
    }
    QList<LineWord> words;
    qsizetype start = -1;
    for (qsizetype i = 0; i <= line.size(); ++i) {
        const bool space = i == line.size() || line.at(i).isSpace();
        if (start >= 0 && (space || cuts.contains(i))) {
            words.append(wordAt(line, start, i));
            start = -1;
        }
        if (!space && start < 0)
            start = i;
    }
    return words;
}

} // namespace glow::core
