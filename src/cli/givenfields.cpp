#include "cli/givenfields.h"

#include "app/cataloguepatch.h"
#include "core/position.h"
#include "core/quickadd/datewords.h"
#include "core/recurrence/recurrencerule.h"
#include "core/uid.h"
#include "store/sqltext.h"

#include <QCoreApplication>

namespace glow::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(GivenFields)
};

core::Error invalid(const QString& message)
{
    return {core::ErrorKind::Invalid, message, {}, {}};
}

std::optional<core::Error> unstorable(const QString& text)
{
    if (store::isStorable(text))
        return std::nullopt;
    return invalid(Text::tr("The text has a character that no database takes (NUL or half a character)."));
}

} // namespace

std::optional<core::Error> titleError(const QString& title)
{
    if (title.trimmed().isEmpty())
        return invalid(Text::tr("A task needs a title."));
    if (core::codePoints(title) > core::maxTitleLength)
        return invalid(Text::tr("The title has %1 characters; at most %2 are allowed.")
                           .arg(core::codePoints(title))
                           .arg(core::maxTitleLength));
    return unstorable(title);
}

std::optional<core::Error> notesError(const QString& notes)
{
    if (core::codePoints(notes) > core::maxNotesLength)
        return invalid(Text::tr("The notes have %1 characters; at most %2 are allowed.")
                           .arg(core::codePoints(notes))
                           .arg(core::maxNotesLength));
    return unstorable(notes);
}

core::Operation createTag(const QUuid& uid, const QString& name)
{
    return {core::Verb::Create, core::Entity::Tag, uid, {{QStringLiteral("name"), name}}, {}};
}

core::Operation tagTask(const QUuid& task, const QUuid& tag)
{
    return {core::Verb::Create,
            core::Entity::TaskTag,
            core::taskTagUid(task, tag),
            {{QStringLiteral("task"), core::uidText(task)}, {QStringLiteral("tag"), core::uidText(tag)}},
            {}};
}

core::Operation remind(const QUuid& task, const core::Reminder& reminder)
{
    return {core::Verb::Create,
            core::Entity::Reminder,
            core::reminderUid(task, reminder),
            core::reminderFields(task, reminder),
            {}};
}

core::Result<GivenFields> GivenFields::read(const Context& context)
{
    GivenFields fields;
    for (const auto& done : {fields.readTexts(context.options), fields.readDates(context),
                             fields.readReminders(context), fields.readPlaces(context.options)}) {
        if (!done)
            return done.error();
    }
    return fields;
}

core::Result<void> GivenFields::readTexts(const Options& options)
{
    if (options.has(QStringLiteral("title"))) {
        const QString title = options.value(QStringLiteral("title"));
        if (const auto error = titleError(title))
            return *error;
        m_values.insert(QStringLiteral("title"), title);
    }
    const QString notes = options.value(QStringLiteral("notes"));
    if (const auto error = notesError(notes))
        return *error;
    QString rule = options.value(QStringLiteral("rrule"));
    if (rule.startsWith(u"RRULE:"))
        rule = rule.mid(6);
    if (const auto read = core::RecurrenceRule::fromText(rule); !read && !rule.isEmpty())
        return read.error();
    if (const auto error = unstorable(rule))
        return *error;
    for (const auto& [name, value] : {std::pair{"notes", notes}, std::pair{"rrule", rule}}) {
        if (options.has(QLatin1String(name)))
            m_values.insert(QLatin1String(name), value.isEmpty() ? QJsonValue() : QJsonValue(value));
    }
    if (options.has(QStringLiteral("priority"))) {
        const QString given = options.value(QStringLiteral("priority")).toLower();
        const QString priority = given.isEmpty() ? QStringLiteral("none") : given;
        if (core::priorityWord(core::priorityRank(priority)) != priority)
            return invalid(Text::tr("“%1” is no priority; known are none, low, medium, high.").arg(given));
        m_values.insert(QStringLiteral("priority"), priority);
    }
    if (options.has(QStringLiteral("from-completion")) || options.has(QStringLiteral("no-from-completion")))
        m_values.insert(QStringLiteral("from_completion"), options.has(QStringLiteral("from-completion")));
    return {};
}

core::Result<void> GivenFields::readDates(const Context& context)
{
    for (const auto& [option, name] :
         {std::pair{"due", "due_date"}, std::pair{"start", "start"}, std::pair{"deadline", "deadline"}}) {
        if (!context.options.has(QLatin1String(option)))
            continue;
        const QString text = context.options.value(QLatin1String(option));
        const auto time = core::parseDatePhrase(text, context.clock.now(), QLocale());
        if (!time && !text.trimmed().isEmpty())
            return invalid(Text::tr("“%1” is no date for --%2.").arg(text, QLatin1String(option)));
        m_values.insert(QLatin1String(name), time ? QJsonValue(time->toText()) : QJsonValue());
    }
    return {};
}

core::Result<void> GivenFields::readReminders(const Context& context)
{
    if (!context.options.has(QStringLiteral("reminder")))
        return {};
    m_reminders.emplace();
    for (const QString& text : context.options.values(QStringLiteral("reminder"))) {
        if (text.trimmed().isEmpty())
            continue;
        const auto reminder = core::parseReminderPhrase(text, context.clock.now(), QLocale());
        if (!reminder)
            return invalid(
                Text::tr("“%1” is no reminder. Try “30 min before”, “tomorrow 9:00” or -PT30M.").arg(text));
        m_reminders->append(*reminder);
    }
    return {};
}

core::Result<void> GivenFields::readPlaces(const Options& options)
{
    if (options.has(QStringLiteral("list")))
        m_list = options.value(QStringLiteral("list")).trimmed();
    if (options.has(QStringLiteral("tag"))) {
        m_tags = options.values(QStringLiteral("tag"));
        m_tags->removeAll(QString());
    }
    m_hasParent = options.has(QStringLiteral("parent"));
    m_parent = options.value(QStringLiteral("parent"));
    for (const QString& name : m_tags.value_or(QStringList()) + QStringList{m_list.value_or(QString())}) {
        if (const auto error = unstorable(name))
            return *error;
        if (core::codePoints(name) > core::maxTitleLength)
            return invalid(Text::tr("A name has at most %1 characters.").arg(core::maxTitleLength));
    }
    return {};
}

std::optional<QUuid> GivenFields::list(core::Catalogue& catalogue, QList<core::Operation>& operations,
                                       const QDateTime& now) const
{
    if (!m_list || m_list->isEmpty())
        return m_list ? std::optional(QUuid()) : std::nullopt;
    if (const core::TaskList* known = catalogue.listNamed(*m_list))
        return known->uid;
    operations.append({core::Verb::Create,
                       core::Entity::List,
                       core::newUid(),
                       {{QStringLiteral("name"), *m_list},
                        {QStringLiteral("colour"), QString::number(catalogue.lists.size() % 4)},
                        {QStringLiteral("position"), core::positionAtEnd(now)}},
                       {}});
    app::patchCatalogue(catalogue, operations.constLast());
    return operations.constLast().uid;
}

std::optional<QList<QUuid>> GivenFields::tags(core::Catalogue& catalogue,
                                              QList<core::Operation>& operations) const
{
    if (!m_tags)
        return std::nullopt;
    QList<QUuid> uids;
    for (const QString& name : *m_tags) {
        const core::Tag* known = catalogue.tagNamed(name);
        const QUuid uid = known ? known->uid : catalogue.newTagUid(name);
        if (!known) {
            operations.append(createTag(uid, name));
            app::patchCatalogue(catalogue, operations.constLast());
        }
        if (!uids.contains(uid))
            uids.append(uid);
    }
    return uids;
}

} // namespace glow::cli
