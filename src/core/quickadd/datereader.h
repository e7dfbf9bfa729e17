#pragma once
#include "core/quickadd/quickaddwords.h"
#include "core/walltime.h"

#include <QDateTime>

namespace glow::core {

/// What a date is relative to.
struct DateFrame {
    QDateTime now;
    QLocale locale;
    Qt::DayOfWeek firstDayOfWeek = Qt::Monday;
    const QuickAddWords* words = nullptr;

    DateFrame(const QDateTime& time, const QLocale& language);
};

QTime timeAt(int minutes); ///< after midnight

/// Where a date may stand to be one: a name such as "The 9/11 Report" keeps its text.
enum class DatePlace { Anywhere, Edge, End, Never };

/// Words that are a date, a time, or both.
struct DateReading {
    qsizetype words = 0;
    std::optional<QDate> date;
    std::optional<QTime> time;
    DatePlace place = DatePlace::Edge;

    /// The moment: a time alone is the next such time.
    WallTime resolved(const QDateTime& now) const;
};

/// Reads dates and times from words: one small function for each form, tried in order.
class DateReader {
public:
    DateReader(const QList<LineWord>& words, const DateFrame& frame)
        : m_words(words)
        , m_frame(frame)
    {}

    /// The longest date and time that begins at the word; `afterMark`: behind "due:" and the like, where
    /// abbreviations and bare days are dates too.
    std::optional<DateReading> read(qsizetype at, bool afterMark = false);
    std::optional<DateReading> readDate(qsizetype at); ///< a day without its time
    std::optional<DateReading> readTime(qsizetype at, bool afterDate);

    // Parts that rules of repetition use too. Each moves `position` behind what it reads.
    qsizetype position = 0;
    std::optional<int> take(WordClass meaning);
    std::optional<int> number();
    std::optional<int> ordinal();
    std::optional<int> count(WordUnit& unit); ///< "3 days", "a week", "3d"
    std::optional<QTime> clock(bool afterDate);
    std::optional<std::pair<int, int>> weekdayRange(); ///< "mon-fri"

private:
    const QString& word(qsizetype ahead = 0) const;
    std::optional<QDate> day();
    std::optional<QDate> isoDate();
    std::optional<QDate> namedDay();
    std::optional<QDate> weekday();
    std::optional<QDate> coming();
    std::optional<QDate> period();
    std::optional<QDate> partOfMonth();
    std::optional<QDate> dayAndMonth();
    std::optional<QDate> monthAndDay();
    std::optional<QDate> numericDate();
    std::optional<QDate> dayOfMonth();
    std::optional<QDate> distance();
    std::optional<QTime> clockFace();
    std::optional<QTime> clockHour(bool afterDate);
    std::optional<QTime> asianClock();
    int yearBehind();
    QDate rolled(int month, int dayNumber, int year) const;
    QDate nextWeek(int weekdayNumber) const;
    QDate today() const { return m_frame.now.date(); }

    const QList<LineWord>& m_words;
    const DateFrame& m_frame;
    DatePlace m_place = DatePlace::Edge;
    std::optional<QTime> m_dayTime; ///< a day that brings its time: "tonight", "in 2 hours"
};

} // namespace glow::core
