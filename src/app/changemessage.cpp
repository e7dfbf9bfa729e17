#include "app/changemessage.h"

#include "store/countssql.h"
#include "sync/outbox.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace glow::app {

namespace {

// DATABASE.md section 2, point 9.
constexpr qsizetype longestRequest = 4 * 1024 * 1024;

QList<QUuid> ids(const QList<core::Change>& changes)
{
    QList<QUuid> all;
    for (const core::Change& change : changes)
        all.append(change.id);
    return all;
}

void makeRequest(const ChangeMessage& message, SentMessage& sent)
{
    sent.count = message.changes.size();
    sent.request = message.frozen;
    if (!message.frozen.isEmpty())
        return;
    const auto make = [&message](qsizetype count) {
        return store::changesql::request(message.writer, message.changes.first(count), message.since,
                                         message.token);
    };
    sent.request = make(sent.count);
    while (sent.request.size() > longestRequest && sent.count > 1) {
        sent.count = std::max<qsizetype>(1, sent.count / 2);
        sent.request = make(sent.count);
    }
    if (message.changes.isEmpty())
        return;
    const core::Result<void> frozen =
        message.outbox->freeze(ids(message.changes.first(sent.count)), sent.request);
    if (!frozen)
        sent.outboxError = frozen.error();
}

} // namespace

SentMessage send(store::Database& database, const ChangeMessage& message)
{
    SentMessage sent;
    makeRequest(message, sent);
    QString sql = store::changesql::apply(sent.request);
    if (!message.look.requests.isEmpty())
        sql += QStringLiteral("; ") + pagesSql(message.look.query, message.look.requests);
    if (!message.countsSql.isEmpty())
        sql += QStringLiteral("; ") + message.countsSql;
    store::Answer answer = database.run(sql, store::Database::writeDeadline);
    sent.error = answer.error;
    sent.lineHeld = database.isOpen();
    sent.milliseconds = static_cast<double>(answer.elapsedMicroseconds) / 1000;
    // The disk is full. Opening again lets the private server give its reserve free.
    if (answer.error && answer.error->sqlState == u"53100")
        database.close();
    // The first result comes before the COMMIT, so with an error only a later result proves that it was
    // stored.
    if (answer.error && answer.results.size() < 2)
        return sent;
    core::Result<core::ApplyReply> reply =
        store::changesql::readReply(answer.results.value(0), message.writer.dueInUtc);
    answer.results.remove(0, std::min<qsizetype>(1, answer.results.size()));
    if (!reply) {
        sent.error = reply.error();
        return sent;
    }
    sent.reply = *std::move(reply);
    if (!answer.error && !message.countsSql.isEmpty())
        sent.counts = store::countssql::readCounts(answer.results.takeLast());
    if (!answer.error && !message.look.requests.isEmpty())
        sent.pages = {message.look.generation, message.look.requests, readPages(answer.results),
                      answer.elapsedMicroseconds};
    return sent;
}

Fate fateOf(const core::Error& error)
{
    const QString& state = error.sqlState;
    const QString category = state.left(2);
    if (state == u"55P03" || category == u"40")
        return Fate::Jam;
    if (category == u"22" || category == u"23" || category == u"54" || category == u"P0" || state == u"42501")
        return Fate::Refused;
    if (category == u"42" || category == u"3F" || category == u"3D" || category == u"28" || category == u"0A")
        return Fate::Waits;
    return Fate::Unknown;
}

core::Error refusal(const core::ChangeOutcome& outcome)
{
    struct Sentence {
        const char* code;
        const char* text;
    };
    static constexpr std::array sentences{
        Sentence{"no_such_task", QT_TRANSLATE_NOOP("Refusal", "The task does not exist any more.")},
        Sentence{"no_such_list", QT_TRANSLATE_NOOP("Refusal", "The list does not exist any more.")},
        Sentence{"unknown_field",
                 QT_TRANSLATE_NOOP("Refusal",
                                   "The database is older than this program and does not know a field.")},
        Sentence{"too_long", QT_TRANSLATE_NOOP("Refusal", "The text is too long for the database.")},
        Sentence{"cycle", QT_TRANSLATE_NOOP("Refusal", "A task cannot lie below itself.")},
        Sentence{"not_allowed",
                 QT_TRANSLATE_NOOP("Refusal", "You do not have the right to change this in the database.")},
    };
    static constexpr Sentence waiting{"cycle",
                                      QT_TRANSLATE_NOOP("Refusal", "These tasks would wait for each other.")};
    const auto found = std::find_if(sentences.begin(), sentences.end(), [&outcome](const Sentence& each) {
        return outcome.code == QLatin1String(each.code);
    });
    const char* text = found == sentences.end()
                           ? QT_TRANSLATE_NOOP("Refusal", "The database refused the value.")
                           : found->text;
    if (outcome.code == QLatin1String(waiting.code) && outcome.field == u"blocker")
        text = waiting.text;
    return {core::ErrorKind::Refused, QCoreApplication::translate("Refusal", text), outcome.sqlState,
            outcome.message};
}

} // namespace glow::app
