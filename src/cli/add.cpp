#include "cli/add.h"

#include "app/cataloguepatch.h"
#include "app/quickadd/quickaddchange.h"
#include "cli/givenfields.h"
#include "cli/session.h"
#include "cli/taskjson.h"
#include "core/position.h"
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

QString label(const QString& title, qsizetype count)
{
    return count == 1 ? Text::tr("Add: %1").arg(title)
                      : Text::tr("Add %n tasks", nullptr, static_cast<int>(count));
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

core::Result<Reply> store(Session& session, const QString& title, const QList<core::Operation>& operations,
                          const QList<QUuid>& uids)
{
    const auto written = session.write(session.makeChange(label(title, uids.size()), operations), uids);
    if (!written)
        return written.error();
    return Reply{tasksJson(written->tasks, session.catalogue()),
                 tasksText(written->tasks, session.catalogue())};
}

core::Result<Reply> addQuick(Context& context)
{
    const auto lines = linesOf(context);
    if (!lines)
        return lines.error();
    Session session(context);
    if (const auto opened = session.openForTasks(); !opened)
        return opened.error();
    core::Catalogue catalogue = session.catalogue();
    QList<core::Operation> operations;
    QList<QUuid> uids;
    QString title;
    for (const QString& line : *lines) {
        const core::QuickAddResult reading =
            core::parseQuickAdd(line, {context.clock.now(), QLocale(), core::storableQuickAddParts, {}, {}});
        if (const auto error = titleError(reading.title))
            return *error;
        const app::QuickAddOperations made =
            app::quickAddOperations(reading, {}, catalogue, context.clock.now().addMSecs(uids.size()));
        for (const core::Operation& operation : made.operations)
            app::patchCatalogue(catalogue, operation);
        operations += made.operations;
        uids.append(made.task);
        title = reading.title;
    }
    return store(session, title, operations, uids);
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
    for (const QString& title : titles) {
        if (const auto error = titleError(title))
            return *error;
    }
    if (titles.size() > 1 && context.options.has(QStringLiteral("uid")))
        return usageError(Text::tr("--uid names one task, but there are several lines."));
    return titles;
}

core::Result<Reply> addLiteral(Context& context)
{
    const auto titles = literalTitles(context);
    if (!titles)
        return titles.error();
    const auto fields = GivenFields::read(context);
    if (!fields)
        return fields.error();
    const QString given = context.options.value(QStringLiteral("uid"));
    const QUuid uid = context.options.has(QStringLiteral("uid")) ? QUuid(given) : core::newUid();
    if (uid.isNull())
        return usageError(Text::tr("“%1” is no uid.").arg(given));
    Session session(context);
    if (const auto opened = session.openForTasks(); !opened)
        return opened.error();
    if (context.options.has(QStringLiteral("uid"))) {
        if (const auto known = session.find({core::uidText(uid)}); known)
            return Reply{tasksJson(*known, session.catalogue()), tasksText(*known, session.catalogue())};
    }
    core::Catalogue catalogue = session.catalogue();
    QList<core::Operation> operations;
    QJsonObject values = fields->values();
    if (const auto list = fields->list(catalogue, operations, context.clock.now()); list && !list->isNull())
        values.insert(QStringLiteral("list"), core::uidText(*list));
    if (!fields->parent().isEmpty()) {
        const auto parent = session.find({fields->parent()});
        if (!parent)
            return parent.error();
        values.insert(QStringLiteral("parent"), core::uidText(parent->constFirst().uid));
        if (!parent->constFirst().list.isNull() && !values.contains(u"list"))
            values.insert(QStringLiteral("list"), core::uidText(parent->constFirst().list));
    }
    const auto tags = fields->tags(catalogue, operations);
    QList<QUuid> uids;
    for (const QString& title : *titles) {
        const QUuid each = uids.isEmpty() ? uid : core::newUid();
        values.insert(QStringLiteral("title"), title);
        values.insert(QStringLiteral("position"),
                      core::positionAtEnd(context.clock.now().addMSecs(uids.size())));
        operations.append({core::Verb::Create, core::Entity::Task, each, values, {}});
        for (const QUuid& tag : tags.value_or(QList<QUuid>()))
            operations.append(tagTask(each, tag));
        uids.append(each);
    }
    return store(session, titles->constLast(), operations, uids);
}

} // namespace

core::Result<Reply> add(Context& context)
{
    return context.options.has(QStringLiteral("literal")) ? addLiteral(context) : addQuick(context);
}

} // namespace glow::cli
