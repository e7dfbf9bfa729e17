#include "cli/command.h"

#include "cli/add.h"
#include "cli/connection.h"
#include "cli/doctor.h"
#include "cli/edit.h"
#include "cli/list.h"
#include "cli/local.h"
#include "cli/migrate.h"
#include "cli/parse.h"
#include "cli/recur.h"
#include "cli/sample.h"
#include "cli/undo.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringDecoder>
#include <algorithm>

namespace glow::cli {

const QList<Command>& commands()
{
    static const QList<Command> table{
        {"add",
         "TEXT | --literal -- TITLE",
         QT_TRANSLATE_NOOP("Command", "adds tasks; - reads one a line from standard input"),
         {"literal", "uid", "notes", "list", "tag", "priority", "start", "due", "deadline", "reminder",
          "rrule", "from-completion", "parent"},
         add},
        {"list",
         "[QUERY]",
         QT_TRANSLATE_NOOP("Command", "prints the open tasks, or those that a query finds"),
         {"all"},
         list},
        {"show", "UID", QT_TRANSLATE_NOOP("Command", "prints one task"), {}, show},
        {"done", "UID…", QT_TRANSLATE_NOOP("Command", "completes tasks"), {}, done},
        {"reopen", "UID…", QT_TRANSLATE_NOOP("Command", "makes tasks open again"), {}, reopen},
        {"edit",
         "UID…",
         QT_TRANSLATE_NOOP("Command", "changes fields of tasks; an empty value clears"),
         {"title", "notes", "list", "tag", "priority", "start", "due", "deadline", "reminder", "rrule",
          "from-completion", "no-from-completion", "parent"},
         edit},
        {"delete",
         "UID…",
         QT_TRANSLATE_NOOP("Command", "deletes tasks with their subtasks"),
         {},
         deleteTasks},
        {"undo",
         "",
         QT_TRANSLATE_NOOP("Command", "takes back the newest change made from this data directory"),
         {},
         undo},
        {"parse",
         "TEXT",
         QT_TRANSLATE_NOOP("Command", "shows how a quick-add line is read"),
         {"locale", "profile"},
         parse},
        {"recur",
         "RRULE --from DATE",
         QT_TRANSLATE_NOOP("Command", "prints the next dates of a rule of repetition"),
         {"from", "count"},
         recur},
        {"connection",
         "-",
         QT_TRANSLATE_NOOP("Command", "takes a connection string apart without opening it"),
         {},
         connection},
        {"doctor",
         "",
         QT_TRANSLATE_NOOP("Command", "checks the connection step by step and says what to do"),
         {},
         doctor},
        {"migrate",
         "current | history | heads | upgrade [head|+n|REV] | downgrade [-n|REV|base] | stamp REV | sql "
         "FROM:TO | "
         "new NAME | check",
         QT_TRANSLATE_NOOP("Command", "shows or changes the revision of the database"),
         {"due-dates"},
         migrate},
        {"sample",
         "",
         QT_TRANSLATE_NOOP("Command", "adds sample tasks to the private database, once"),
         {},
         sample,
         true},
        {"local",
         "start | stop | status | url",
         QT_TRANSLATE_NOOP("Command", "the private PostgreSQL"),
         {},
         local},
    };
    return table;
}

const QList<const char*>& windowOptions()
{
    static const QList<const char*> options{"quick-add", "tray", "screenshot", "view",
                                            "theme",     "size", "scale",      "locale"};
    return options;
}

const Command* commandNamed(QStringView name)
{
    const QList<Command>& table = commands();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [name](const Command& each) { return name == QLatin1String(each.name); });
    return found == table.end() ? nullptr : &*found;
}

core::Error usageError(const QString& message)
{
    return {core::ErrorKind::Usage, message, {}, {}};
}

core::Result<QString> readStandardInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return core::Error{core::ErrorKind::File,
                           QCoreApplication::translate("Command", "Standard input cannot be read."),
                           {},
                           {}};
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = utf8(input.readAll());
    if (utf8.hasError())
        return core::Error{core::ErrorKind::Invalid,
                           QCoreApplication::translate("Command", "Standard input is not valid UTF-8."),
                           {},
                           {}};
    return text;
}

} // namespace glow::cli
