#include "store/migrations/migrationtexts.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace glow::store {

namespace {

/// `loss` is the sentence behind "-- loses:" in the down file, word for word.
struct Texts {
    const char* revision;
    const char* title;
    const char* loss;
};

constexpr std::array table{
    Texts{"0001", QT_TRANSLATE_NOOP("Migrations", "The tables of users and tasks"),
          QT_TRANSLATE_NOOP("Migrations", "Every task and user of a database whose tables Glowlist made; the "
                                          "tables of another program stay.")},
    Texts{"0002", QT_TRANSLATE_NOOP("Migrations", "Revisions, history and trash"),
          QT_TRANSLATE_NOOP("Migrations", "The trash, the history and the record of what was sent.")},
    Texts{"0003", QT_TRANSLATE_NOOP("Migrations", "Order, subtasks, long notes, start dates and deadlines"),
          QT_TRANSLATE_NOOP("Migrations", "Subtasks, manual order, notes beyond 1,000 characters, start "
                                          "dates, deadlines, repetition and estimates.")},
    Texts{"0004", QT_TRANSLATE_NOOP("Migrations", "Lists, sections and tags"),
          QT_TRANSLATE_NOOP("Migrations", "Lists, sections and tags; every task returns to the Inbox.")},
    Texts{"0005", QT_TRANSLATE_NOOP("Migrations", "The log of what any program changes"), ""},
    Texts{"0006", QT_TRANSLATE_NOOP("Migrations", "The function that stores changes"), ""},
    Texts{"0007", QT_TRANSLATE_NOOP("Migrations", "Indexes for the search"), ""},
    Texts{"0008", QT_TRANSLATE_NOOP("Migrations", "Time zones that another program wrote"), ""},
    Texts{
        "0009", QT_TRANSLATE_NOOP("Migrations", "Copying tasks from other workspaces"),
        QT_TRANSLATE_NOOP("Migrations",
                          "The history that was copied from other workspaces, and which copies were made.")},
    Texts{"0010", QT_TRANSLATE_NOOP("Migrations", "Tasks that wait for other tasks"),
          QT_TRANSLATE_NOOP("Migrations", "Which task waits for which.")},
    Texts{"0011", QT_TRANSLATE_NOOP("Migrations", "Tags taken off in a copied workspace"), ""},
    Texts{"0012", QT_TRANSLATE_NOOP("Migrations", "Occurrences of recurring tasks"),
          QT_TRANSLATE_NOOP("Migrations", "Which occurrence of its series a task is.")},
    Texts{"0013", QT_TRANSLATE_NOOP("Migrations", "Odd dates that another program wrote"), ""},
    Texts{"0014", QT_TRANSLATE_NOOP("Migrations", "Reminders"),
          QT_TRANSLATE_NOOP("Migrations", "Reminders.")},
    Texts{"0015", QT_TRANSLATE_NOOP("Migrations", "Time spent on tasks"),
          QT_TRANSLATE_NOOP("Migrations", "The time spent on tasks.")},
    Texts{"0016", QT_TRANSLATE_NOOP("Migrations", "Saved filters"),
          QT_TRANSLATE_NOOP("Migrations", "The saved filters.")},
};

const Texts* textsOf(const Migration& migration)
{
    const auto found = std::find_if(table.begin(), table.end(), [&migration](const Texts& each) {
        return migration.revision == QLatin1String(each.revision);
    });
    return found == table.end() ? nullptr : &*found;
}

QString translated(const char* text)
{
    return QCoreApplication::translate("Migrations", text);
}

} // namespace

QString migrationTitle(const Migration& migration)
{
    const Texts* texts = migration.up.isEmpty() ? nullptr : textsOf(migration);
    return texts ? translated(texts->title) : QString(migration.name).replace(u'_', u' ');
}

QString migrationLoss(const Migration& migration)
{
    if (migration.losesOnDown.isEmpty())
        return {};
    return translated(migration.losesOnDown.toUtf8().constData());
}

bool hasMigrationTexts(const Migration& migration)
{
    const Texts* texts = textsOf(migration);
    return texts && migration.losesOnDown == QLatin1String(texts->loss);
}

} // namespace glow::store
