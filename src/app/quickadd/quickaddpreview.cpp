#include "app/quickadd/quickaddpreview.h"

#include "app/editor/remindertext.h"
#include "core/quickadd/datewords.h"
#include "core/recurrence/occurrences.h"

#include <QCoreApplication>

namespace glow::app {

namespace {

using core::QuickAddPart;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(glow::app::QuickAdd)
};

constexpr int daysShown = 3;

QString durationText(int minutes)
{
    QStringList parts;
    if (minutes >= 60)
        parts.append(Words::tr("%1 h").arg(minutes / 60));
    if (minutes % 60 != 0)
        parts.append(Words::tr("%1 min").arg(minutes % 60));
    return parts.join(u' ');
}

QString priorityText(core::Priority priority)
{
    switch (priority) {
    case core::Priority::High:
        return Words::tr("High");
    case core::Priority::Medium:
        return Words::tr("Medium");
    case core::Priority::Low:
        return Words::tr("Low");
    case core::Priority::None:
        break;
    }
    return Words::tr("No priority");
}

/// A name as it is stored already, else as typed.
template <typename Row> QString storedName(const Row* known, const QString& typed)
{
    return known ? known->name : typed;
}

/// What a token says by itself; parts that occur once show the value that the whole line gives them.
class ChipMaker {
public:
    ChipMaker(const core::QuickAddResult& reading, const core::Catalogue& catalogue, const QDate& today)
        : m_reading(reading)
        , m_catalogue(catalogue)
        , m_today(today)
    {}

    QuickAddChip make(const core::QuickAddToken& token)
    {
        // A second token of the same value, such as a time apart from its date, shows its own words.
        const bool again = m_seen.testFlag(token.part) && token.part != QuickAddPart::Tag &&
                           token.part != QuickAddPart::Reminder;
        m_seen |= token.part;
        const core::TaskList* list = m_catalogue.listNamed(m_reading.list);
        QuickAddChip chip{token, iconOf(token.part), again ? token.text : textOf(token), {}};
        if (token.part == QuickAddPart::List && list)
            chip.colour = list->colour;
        return chip;
    }

private:
    static QString iconOf(QuickAddPart part)
    {
        switch (part) {
        case QuickAddPart::List:
            return {};
        case QuickAddPart::Section:
            return QStringLiteral("sections");
        case QuickAddPart::Tag:
            return QStringLiteral("tag");
        case QuickAddPart::Priority:
            return QStringLiteral("flag");
        case QuickAddPart::Duration:
            return QStringLiteral("clock");
        case QuickAddPart::Repeat:
            return QStringLiteral("repeat");
        case QuickAddPart::Reminder:
            return QStringLiteral("bell");
        case QuickAddPart::Note:
            return QStringLiteral("notes");
        case QuickAddPart::Mark:
            return QStringLiteral("check");
        default:
            return QStringLiteral("calendar");
        }
    }

    QString textOf(const core::QuickAddToken& token)
    {
        switch (token.part) {
        case QuickAddPart::List:
            return storedName(m_catalogue.listNamed(m_reading.list), m_reading.list);
        case QuickAddPart::Section:
            return m_reading.section;
        case QuickAddPart::Tag:
            return tagText(token);
        case QuickAddPart::Priority:
            return priorityText(m_reading.priority.value_or(core::Priority::None));
        case QuickAddPart::Due:
            return m_reading.due ? dueWithWeekday(*m_reading.due, m_today) : token.text;
        case QuickAddPart::Start:
            return m_reading.start ? Words::tr("starts %1").arg(dueWithWeekday(*m_reading.start, m_today))
                                   : token.text;
        case QuickAddPart::Deadline:
            return m_reading.deadline
                       ? Words::tr("deadline %1").arg(dueWithWeekday(*m_reading.deadline, m_today))
                       : token.text;
        case QuickAddPart::Duration:
            return durationText(m_reading.durationMinutes);
        case QuickAddPart::Note:
            return m_reading.note;
        case QuickAddPart::Reminder:
            return remindersText({m_reading.reminders.value(m_reminders++, token.text)}, m_today);
        case QuickAddPart::Mark:
            return Words::tr("check box");
        default:
            return token.text;
        }
    }

    /// "@two words" is one tag, "tags:a,b" are several.
    QString tagText(const core::QuickAddToken& token) const
    {
        if (!token.text.startsWith(u'@'))
            return token.text.section(u':', 1);
        QString name = token.text.mid(1);
        name.remove(u'"');
        return storedName(m_catalogue.tagNamed(name), name);
    }

    const core::QuickAddResult& m_reading;
    const core::Catalogue& m_catalogue;
    QDate m_today;
    core::QuickAddParts m_seen;
    qsizetype m_reminders = 0; ///< that have their chip
};

} // namespace

QList<QuickAddChip> quickAddChips(const core::QuickAddResult& reading, const core::Catalogue& catalogue,
                                  const QDate& today)
{
    QList<QuickAddChip> chips;
    ChipMaker maker(reading, catalogue, today);
    for (const core::QuickAddToken& token : reading.tokens) {
        if (token.part != QuickAddPart::Escape)
            chips.append(maker.make(token));
    }
    return chips;
}

QString remindersText(const QStringList& reminders, const QDate& today)
{
    QStringList texts;
    for (const QString& each : reminders) {
        const auto reminder = core::Reminder::fromText(each);
        texts.append(reminder ? reminderText(*reminder, today, QLocale()) : each);
    }
    return texts.join(QStringLiteral(" · "));
}

QString dueWithWeekday(const core::WallTime& due, const QDate& today)
{
    return QLocale().toString(due.date, QStringLiteral("ddd")) + u' ' +
           core::shortWallTime(due, today, QLocale());
}

QString daysAfterwards(const core::QuickAddResult& reading, const QDate& today)
{
    const auto rule = core::RecurrenceRule::fromText(reading.rrule);
    if (reading.rrule.isEmpty() || !rule || !reading.due)
        return {};
    QStringList days;
    for (core::WallTime each : core::occurrences(*rule, *reading.due, *reading.due, daysShown)) {
        if (each.date != reading.due->date)
            each.time.reset();                            // the time is that of the first
        const bool isFar = each.date > today.addYears(1); // then the year is said
        days.append(core::shortWallTime(each, isFar ? today : each.date, QLocale()));
    }
    return days.join(QStringLiteral(", "));
}

} // namespace glow::app
