#pragma once
#include "core/quickadd/datereader.h"

namespace glow::core {

/// A rule of repetition as typed.
struct RepeatRule {
    QString frequency; ///< "DAILY", …
    int interval = 1;
    QList<std::pair<int, int>> weekdays; ///< which of the month (0: each, -1: last), and the weekday 1…7
    QList<int> monthDays;
    int month = 0;
    int setPosition = 0;
    std::optional<QDate> until;
    std::optional<std::pair<int, WordUnit>> lasting; ///< "for 3 weeks"
    int times = 0;
    bool fromCompletion = false;
    std::optional<QDate> from;
    std::optional<QTime> time;

    /// The first day of the rule that is not over yet.
    QDate first(const QDateTime& now, const std::optional<QTime>& at) const;
    /// RRULE text for a series that begins on `begin`. A rule by month keeps the anchor of a day that short
    /// months lack.
    QString toText(const WallTime& begin) const;
    std::optional<QDate> lastDay(const QDate& begin) const;

private:
    bool isDay(const QDate& date) const;
};

/// Reads "every other friday until 30 jun" and its kin.
class RepeatReader {
public:
    RepeatReader(const QList<LineWord>& words, const DateFrame& frame)
        : m_reader(words, frame)
    {}

    qsizetype position() const { return m_reader.position; }
    std::optional<RepeatRule> read(qsizetype at);      ///< begins with "every"
    std::optional<RepeatRule> adjective(qsizetype at); ///< "weekly", "montags"
    static std::optional<RepeatRule> fromShort(const QString& text,
                                               const QuickAddWords& words); ///< "rec:" value

private:
    bool rule(RepeatRule& rule);
    bool unitRule(RepeatRule& rule);
    bool weekdayRule(RepeatRule& rule);
    bool dayRule(RepeatRule& rule);
    void limits(RepeatRule& rule);
    bool limit(RepeatRule& rule);

    DateReader m_reader;
};

} // namespace glow::core
