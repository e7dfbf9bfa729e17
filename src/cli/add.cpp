#include "cli/add.h"

#include "app/quickadd/quickaddbatch.h"
#include "cli/givenfields.h"
#include "cli/session.h"
#include "cli/taskjson.h"
#include "core/uid.h"

#include <QCoreApplication>

namespace glow::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Add)
};

core::Error invalid(const QString& message)
{
    return {core::ErrorKind::Invalid, message, {}, {}};
}

core::Result<QStringList> linesOf(const Context& context)
{
    QString text = context.options.arguments.join(u' ');
    if (text == u"-") {
        const auto read = readStandardInput();
        if (!read)
            return read.error();
        text = *read;
    }
    QStringList lines;
    for (const QString& line : text.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines.append(line.trimmed());
    }
    if (lines.isEmpty())
        return invalid(Text::tr("A task needs a title."));
    return lines;
}

/// The title as it stands, or one a line from standard input.
core::Result<QStringList> literalTitles(const Context& context)
{
    QStringList titles{context.options.arguments.join(u' ')};
    if (titles.constFirst() == u"-") {
        const auto read = readStandardInput();
        if (!read)
            return read.error();
        titles = read->split(u'\n');
        titles.removeIf([](const QString& line) { return line.trimmed().isEmpty(); });
        if (titles.isEmpty())
            titles.append(QString());
    }
    return titles;
}

core::Result<QList<core::QuickAddResult>> readingsOf(const Context& context)
{
    const bool literal = context.options.has(QStringLiteral("literal"));
    const auto lines = literal ? literalTitles(context) : linesOf(context);
    if (!lines)
        return lines.error();
    QList<core::QuickAddResult> readings;
    for (const QString& line : *lines) {
        core::QuickAddResult reading;
        if (literal)
            reading.title = line;
        else
            reading =
                core::parseQuickAdd(line, {context.clock.now(), QLocale(), core::allQuickAddParts, {}, {}});
        if (const auto error = titleError(reading.title))
            return *error;
        if (const auto error = notesError(reading.note))
            return *error;
        readings.append(reading);
    }
    if (readings.size() > 1 && context.options.has(QStringLiteral("uid")))
        return usageError(Text::tr("--uid names one task, but there are several lines."));
    return readings;
}

/// What options say counts instead of what stands in the line.
void takeOptions(QList<core::QuickAddResult>& readings, const GivenFields& fields)
{
    for (core::QuickAddResult& reading : readings) {
        if (fields.listName()) {
            reading.list = *fields.listName();
            reading.section.clear();
        }
        reading.tags += fields.tagNames().value_or(QStringList());
        for (const core::Reminder& reminder : fields.reminders().value_or(QList<core::Reminder>()))
            reading.reminders.append(reminder.toText());
    }
}

/// Gives the new tasks the values of the options and the wanted uid.
void patchCreations(app::QuickAddBatch& batch, const QJsonObject& values, const QUuid& uid)
{
    const QUuid made = batch.tasks.constFirst();
    for (core::Operation& operation : batch.portions.first()) {
        if (operation.on == core::Entity::Task) {
            for (auto it = values.begin(); it != values.end(); ++it)
                operation.set.insert(it.key(), it.value());
        }
        if (uid.isNull())
            continue;
        if (operation.on == core::Entity::Task && operation.uid == made)
            operation.uid = uid;
        else if (operation.on == core::Entity::TaskTag)
            operation = tagTask(uid, QUuid(operation.set.value(u"tag").toString()));
        else if (operation.on == core::Entity::Reminder)
            operation = remind(uid, core::reminderFromFields({}, operation.set));
    }
    if (!uid.isNull())
        batch.tasks.first() = uid;
}

core::Result<app::QuickAddDefaults> defaultsFor(Session& session, const GivenFields& fields)
{
    app::QuickAddDefaults defaults;
    if (fields.parent().isEmpty())
        return defaults;
    const auto parent = session.find({fields.parent()});
    if (!parent)
        return parent.error();
    defaults.parent = parent->constFirst().uid;
    if (!fields.listName())
        defaults.list = parent->constFirst().list;
    return defaults;
}

/// The uid that the options ask for; null: none.
core::Result<QUuid> wantedUid(const Context& context)
{
    const QString given = context.options.value(QStringLiteral("uid"));
    if (context.options.has(QStringLiteral("uid")) && QUuid(given).isNull())
        return usageError(Text::tr("“%1” is no uid.").arg(given));
    return QUuid(given);
}

} // namespace

core::Result<Reply> add(Context& context)
{
    const auto read = readingsOf(context);
    if (!read)
        return read.error();
    const auto fields = GivenFields::read(context);
    if (!fields)
        return fields.error();
    const auto uid = wantedUid(context);
    if (!uid)
        return uid.error();
    Session session(context);
    if (const auto opened = session.openForTasks(); !opened)
        return opened.error();
    if (!uid->isNull()) {
        if (const auto known = session.find({core::uidText(*uid)}); known)
            return Reply{tasksJson(*known, session.catalogue()), tasksText(*known, session.catalogue())};
    }
    const auto defaults = defaultsFor(session, *fields);
    if (!defaults)
        return defaults.error();
    QList<core::QuickAddResult> readings = *read;
    takeOptions(readings, *fields);
    app::QuickAddBatch batch =
        app::quickAddBatch(readings, *defaults, session.catalogue(), context.clock.now());
    if (batch.portions.size() > 1)
        return invalid(Text::tr("These are too many lines for one change, which is stored as a whole."));
    patchCreations(batch, fields->values(), *uid);
    const auto written =
        session.write(session.makeChange(batch.label, batch.portions.constFirst()), batch.tasks);
    if (!written)
        return written.error();
    return Reply{tasksJson(written->tasks, session.catalogue()),
                 tasksText(written->tasks, session.catalogue())};
}

} // namespace glow::cli
