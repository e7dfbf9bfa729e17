#pragma once
#include "core/task.h"

#include <QFlags>
#include <QLocale>
#include <QStringList>

namespace glow::core {

/// What a token of the line says about the task.
enum class QuickAddPart {
    Escape = 0x1, ///< a backslash or the quotes around what is meant as text; not shown as a chip
    List = 0x2,
    Section = 0x4,
    Tag = 0x8,
    Priority = 0x10,
    Due = 0x20,
    Start = 0x40,
    Deadline = 0x80,
    Duration = 0x100,
    Repeat = 0x200,
    Reminder = 0x400,
    Note = 0x800,
    Mark = 0x1000 ///< a mark of another program: a check box, a date of creation
};
Q_DECLARE_FLAGS(QuickAddParts, QuickAddPart)
Q_DECLARE_OPERATORS_FOR_FLAGS(QuickAddParts)

/// Everything the grammar knows (QUICKADD.md).
inline constexpr QuickAddParts allQuickAddParts{QFlag(0x1fff)};

QString
quickAddPartName(QuickAddPart part); ///< as `glowlist parse --json` prints it in `kind`: "list", "due", …

/// A recognised piece of the line; `start` and `length` count UTF-16 units of the line.
struct QuickAddToken {
    QuickAddPart part = QuickAddPart::Escape;
    QString text;
    qsizetype start = 0;
    qsizetype length = 0;
    friend bool operator==(const QuickAddToken&, const QuickAddToken&) = default;
};

/// The reading of one line. What the line does not say is empty, so that a view's defaults can fill it.
struct QuickAddResult {
    QString title;
    std::optional<WallTime> due;
    std::optional<WallTime> start;
    std::optional<WallTime> deadline;
    std::optional<Priority> priority;
    QStringList tags; ///< in order, each once without regard to case
    QString list;
    QString section;
    int durationMinutes = 0;
    QString rrule; ///< RFC 5545 without "RRULE:"
    bool fromCompletion = false;
    std::optional<QDate> until; ///< last day of the rule, also in its text
    QStringList reminders;      ///< as Reminder::fromText reads them: "YYYY-MM-DDTHH:MM", or "-PT30M"
    QString note;
    std::optional<WallTime> created;
    std::optional<WallTime> completed;
    int spentMinutes = 0;
    QList<QuickAddToken> tokens; ///< in order of place; the line without them is the title
};

/// Marks of the program a line comes from.
enum class QuickAddProfile { Glowlist, TickTick, Vikunja, TodoTxt, SuperProductivity, Taskwarrior };
std::optional<QuickAddProfile> quickAddProfileNamed(QStringView name);

/// How a line is read: the clock, the words and date order of the interface language, and what counts.
struct QuickAddContext {
    QDateTime now; ///< local wall clock
    QLocale locale;
    QuickAddParts parts = allQuickAddParts; ///< any other token stays in the title as typed, never half read
    QuickAddProfile profile = QuickAddProfile::Glowlist;
    std::optional<Qt::DayOfWeek> firstDayOfWeek; ///< absent: the locale's
};

/// Reads one line of quick add. Total: every text has a reading, and no character of it is lost. Any thread.
QuickAddResult parseQuickAdd(const QString& line, const QuickAddContext& context);

/// The line with a backslash before the token, so that it is read as text from now on.
QString dismissQuickAddToken(const QString& line, const QuickAddToken& token);

} // namespace glow::core
