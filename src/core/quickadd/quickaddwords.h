#pragma once
#include <QHash>
#include <QList>
#include <QLocale>
#include <QRegularExpression>
#include <QString>
#include <optional>
#include <span>

namespace glow::core {

/// What a word of a language can mean to the grammar. A word may have several meanings; the place decides.
enum class WordClass {
    DayOffset,     ///< value: days from today
    Tonight,       ///< value: minutes after midnight
    Weekday,       ///< 1 Monday … 7 Sunday
    RepeatWeekday, ///< "montags"
    Month,
    Unit,      ///< WordUnit
    ShortUnit, ///< only directly after digits: "3d"
    Number,
    Ordinal,   ///< -1: last
    DayPart,   ///< minutes after midnight; only beside a day
    ClockWord, ///< minutes after midnight; alone too
    Next,
    NextAfter, ///< behind the weekday: "mardi prochain"
    This,
    In,
    FromNow,
    On,
    At,
    OClock,
    Am,
    Pm,
    EndOf,
    MidOf,
    StartOf,
    PeriodEnd, ///< value: WordUnit of the period
    Weekend,
    Filler, ///< articles between the parts of a date
    Every,
    Other,
    Until,
    From,
    For,
    Times,
    WhenDone,
    And,
    Frequency, ///< value: index into the frequencies of repeatwords.cpp
    Before,
    Priority, ///< 1 high … 4 none
    Key,      ///< value: WordKey
    Never     ///< an English word that this language uses otherwise
};

enum WordUnit { MinuteUnit, HourUnit, DayUnit, WorkdayUnit, WeekUnit, MonthUnit, YearUnit };
enum WordKey {
    ListKey,
    TagKey,
    PriorityKey,
    DueKey,
    StartKey,
    DeadlineKey,
    RepeatKey,
    ReminderKey,
    DurationKey
};

/// Words of a row are separated by '|'; a word may be a phrase of several.
struct WordRow {
    WordClass meaning;
    int value;
    const char16_t* words;
    int weakness = 0; ///< 1: alone only at the end of the line; 2: never alone
};

/// A language's table.
struct WordTable {
    QLocale::Language language;
    std::span<const WordRow> rows;
    const char16_t* boundaries =
        nullptr; ///< where words are not separated by spaces: expression of a date or time
};

std::span<const WordTable> wordTables(); ///< English first

/// A word of the line. What is meant as text has an empty `folded`, so that nothing matches it.
struct LineWord {
    QString text;
    QString folded; ///< without case, without a comma at the end
    qsizetype start = 0;
    bool comma = false;

    qsizetype end() const { return start + text.size(); }
};

struct WordMatch {
    int value = 0;
    int weakness = 0;
    qsizetype words = 0;
};

/// The words of the interface language and English together.
class QuickAddWords {
public:
    static const QuickAddWords& forLocale(const QLocale& locale);

    /// The longest phrase of that meaning that begins at the word.
    std::optional<WordMatch> match(const QList<LineWord>& words, qsizetype at, WordClass meaning) const;
    std::optional<int> value(const QString& folded, WordClass meaning) const; ///< of a single word
    /// Words by spaces and, in languages without them, by the boundaries of dates.
    QList<LineWord> split(const QString& line) const;

private:
    struct Entry {
        WordClass meaning;
        QStringList phrase;
        int value;
        int weakness;
    };
    explicit QuickAddWords(QLocale::Language language);
    void add(const WordTable& table, const QStringList& except);

    QMultiHash<QString, Entry> m_entries; ///< by first word
    QRegularExpression m_boundaries;
};

} // namespace glow::core
