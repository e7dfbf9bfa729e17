#include "app/quickadd/quickaddbatch.h"

#include "app/cataloguepatch.h"
#include "app/changes.h"
#include "core/uid.h"

#include <QCoreApplication>

namespace glow::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(glow::app::QuickAdd)
};

constexpr qsizetype mostOperations = 5000; // of one request
constexpr int longestWord = 40;            // a title is not cut inside a word unless the word is longer

QString label(const QList<core::QuickAddResult>& readings)
{
    return readings.size() == 1 ? Words::tr("Add: %1").arg(readings.constFirst().title)
                                : Words::tr("Add %n task(s)", nullptr, static_cast<int>(readings.size()));
}

/// Where the title ends: UTF-16 units of its first 200 code points, or of the words that fit.
qsizetype endOfTitle(const QString& title)
{
    qsizetype end = 0;
    for (int i = 0; i < core::maxTitleLength; ++i)
        end += title.at(end).isHighSurrogate() && end + 1 < title.size() ? 2 : 1;
    const qsizetype space = title.lastIndexOf(u' ', end);
    return space > end - longestWord && space > 0 ? space : end;
}

} // namespace

bool moveEndOfTitleToNotes(core::QuickAddResult& reading)
{
    if (core::codePoints(reading.title) <= core::maxTitleLength)
        return false;
    const qsizetype end = endOfTitle(reading.title);
    QStringList notes{reading.title.mid(end).trimmed()};
    if (!reading.note.isEmpty())
        notes.append(reading.note);
    reading.note = notes.join(u'\n');
    reading.title = reading.title.left(end).trimmed();
    return true;
}

QList<core::QuickAddResult> readPastedLines(const QString& text, const core::QuickAddContext& context)
{
    QList<core::QuickAddResult> readings;
    for (const QString& each : text.split(u'\n')) {
        const QString line = each.trimmed();
        if (line.isEmpty())
            continue;
        core::QuickAddResult reading = core::parseQuickAdd(line, context);
        if (reading.title.isEmpty()) {
            reading = {};
            reading.title = line;
        }
        readings.append(reading);
    }
    return readings;
}

QuickAddBatch quickAddBatch(const QList<core::QuickAddResult>& readings, const QuickAddDefaults& defaults,
                            const core::Catalogue& catalogue, const QDateTime& now)
{
    QuickAddBatch batch;
    batch.label = label(readings);
    core::Catalogue known = catalogue;
    for (core::QuickAddResult reading : readings) {
        batch.shortened += moveEndOfTitleToNotes(reading) ? 1 : 0;
        const QuickAddOperations made =
            quickAddOperations(reading, defaults, known, now.addMSecs(batch.tasks.size()));
        for (const core::Operation& operation : made.operations) {
            if (isCatalogueEntity(operation.on))
                patchCatalogue(known, operation);
        }
        const bool isFull = !batch.portions.isEmpty() &&
                            batch.portions.constLast().size() + made.operations.size() > mostOperations;
        if (batch.portions.isEmpty() || isFull)
            batch.portions.append(QList<core::Operation>());
        batch.portions.last() += made.operations;
        batch.tasks.append(made.task);
    }
    return batch;
}

QList<QUuid> applyBatch(Changes& changes, const QuickAddBatch& batch)
{
    QList<QUuid> ids;
    const QUuid group = batch.portions.size() > 1 ? core::newUid() : QUuid();
    for (const QList<core::Operation>& portion : batch.portions) {
        core::Change change = changes.make(batch.label, portion);
        change.group = group;
        ids.append(change.id);
        changes.apply(change);
    }
    return ids;
}

QString shortenedNotice(const QuickAddBatch& batch)
{
    return batch.shortened == 0
               ? QString()
               : Words::tr("%n title(s) had more than 200 characters; the rest stands in the notes.", nullptr,
                           batch.shortened);
}

} // namespace glow::app
