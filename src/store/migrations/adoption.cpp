#include "store/migrations/adoption.h"

#include "store/migrations/adoptionsql.h"
#include "store/migrations/migrationlock.h"
#include "store/migrations/migrationsql.h"
#include "store/migrations/schemacheck.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <array>

namespace glow::store::adoption {

using core::Error;
using core::ErrorKind;
using core::Result;

namespace {

constexpr std::chrono::minutes longDeadline{30};
constexpr int tries = 10;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Adoption)
};

/// A base column with what Glowlist can work with; `length` is the least for a text.
struct BaseColumn {
    const char* name;
    const char* types; ///< regular expression over format_type
    const char* wanted;
    int length = 0;
};
constexpr std::array baseColumns{
    BaseColumn{"id", "integer|bigint", "integer"},
    BaseColumn{"user_id", "text|character varying.*", "varchar"},
    BaseColumn{"title", "text|character varying.*", "varchar(200)", 200},
    BaseColumn{"description", "text|character varying.*", "varchar(1000)", 1000},
    BaseColumn{"completed", "boolean", "boolean"},
    BaseColumn{"priority", "text|character varying.*", "varchar(20)", 6},
    BaseColumn{"due_date", "timestamp(\\(\\d\\))? without time zone", "timestamp"},
    BaseColumn{"created_at", "timestamp(\\(\\d\\))? without time zone", "timestamp"},
    BaseColumn{"updated_at", "timestamp(\\(\\d\\))? without time zone", "timestamp"},
};

const BaseColumn* baseColumn(const QString& name)
{
    const auto found =
        std::find_if(baseColumns.begin(), baseColumns.end(),
                     [&name](const BaseColumn& column) { return name == QLatin1String(column.name); });
    return found == baseColumns.end() ? nullptr : &*found;
}

bool fits(const BaseColumn& column, const QString& type)
{
    const QRegularExpression known(QRegularExpression::anchoredPattern(QLatin1String(column.types)));
    static const QRegularExpression lengthOf(QStringLiteral("\\((\\d+)\\)"));
    if (!known.match(type).hasMatch())
        return false;
    const QRegularExpressionMatch length = lengthOf.match(type);
    return column.length == 0 || !length.hasMatch() || length.captured(1).toInt() >= column.length;
}

QStringList misfitsOf(const QJsonObject& catalogue)
{
    QStringList misfits;
    QSet<QString> seen;
    const QJsonArray columns = catalogue[u"columns"].toArray();
    for (const QJsonValue& column : columns) {
        const QString name = column[u"name"].toString();
        const QString type = column[u"type"].toString();
        const BaseColumn* base = baseColumn(name);
        seen.insert(name);
        if (base && !fits(*base, type))
            misfits.append(Text::tr("The column “%1” of tasks is %2; Glowlist works with %3.")
                               .arg(name, type, QLatin1String(base->wanted)));
        else if (base && name == u"completed" && !column[u"required"].toBool())
            misfits.append(Text::tr("The column “completed” of tasks may be empty; it has to be NOT NULL."));
        else if (!base && column[u"required"].toBool() && !column[u"filled"].toBool())
            misfits.append(
                Text::tr(
                    "The column “%1” of tasks must be filled and has no default; Glowlist could add no task.")
                    .arg(name));
    }
    for (const BaseColumn& base : baseColumns) {
        if (!seen.contains(QLatin1String(base.name)))
            misfits.append(Text::tr("The table tasks has no column “%1”.").arg(QLatin1String(base.name)));
    }
    const QString kind = catalogue[u"kind"].toString();
    if (kind != u"r" && kind != u"p")
        misfits.prepend(Text::tr("“tasks” is no table here."));
    bool hasUsers = false;
    const QJsonArray userColumns = catalogue[u"userColumns"].toArray();
    for (const QJsonValue& column : userColumns)
        hasUsers |= column[u"name"].toString() == u"id";
    if (!hasUsers)
        misfits.append(Text::tr("There is no table users with a column “id”."));
    return misfits;
}

bool needsOnlyId(const QJsonArray& columns)
{
    return std::none_of(columns.begin(), columns.end(), [](const QJsonValue& column) {
        return column[u"name"].toString() != u"id" && column[u"required"].toBool() &&
               !column[u"filled"].toBool();
    });
}

QStringList missingRightsOf(const QJsonObject& catalogue)
{
    const QString role = catalogue[u"role"].toString();
    const QString owner = catalogue[u"owner"].toString();
    if (!catalogue[u"owns"].toBool())
        return {Text::tr(
                    "The table tasks belongs to the role “%1”, you are signed in as “%2”. Use the connection "
                    "string of “%1”, or let it run: GRANT \"%1\" TO \"%2\"")
                    .arg(owner, role)};
    QStringList missing;
    if (!catalogue[u"mayMakeSchema"].toBool())
        missing.append(
            Text::tr("The role “%1” may make no schema in this database. Let its owner run: GRANT CREATE ON "
                     "DATABASE \"%2\" TO \"%1\"")
                .arg(role, catalogue[u"database"].toString()));
    if (!catalogue[u"mayMakeIndexes"].toBool())
        missing.append(
            Text::tr("The role “%1” may add no index in the schema public. Let its owner run: GRANT CREATE "
                     "ON SCHEMA public TO \"%1\"")
                .arg(role));
    return missing;
}

int countOf(const QString& sql, const char* pattern)
{
    const QRegularExpression expression(QLatin1String(pattern), QRegularExpression::MultilineOption);
    QSet<QString> names;
    for (auto match = expression.globalMatch(sql); match.hasNext();)
        names.insert(match.next().captured(1));
    return static_cast<int>(names.size());
}

void countAdditions(Report& report, const QList<Migration>& steps)
{
    QString sql;
    for (const Migration& step : steps) {
        sql += step.up;
        report.pending.append(step.fileName());
    }
    report.columns = countOf(sql, "add column (glow_\\w+)");
    report.tables = countOf(sql, "^create table (glowlist\\.\\w+)");
    report.indexes = countOf(sql, "create (?:unique )?index (glow_\\w+)");
}

// Tried: 0.5 s for the files themselves, the rest grows with the rows.
double secondsFor(qint64 rows)
{
    return 0.5 + static_cast<double>(rows) * 4e-5;
}

void readContents(Report& report, const QJsonObject& contents)
{
    report.alembicRevision = contents[u"alembic"].toString();
    report.rows = contents[u"rows"].toInteger();
    report.seconds = secondsFor(report.rows);
    const QJsonArray users = contents[u"users"].toArray();
    for (const QJsonValue& json : users) {
        User user{json[u"id"].toString(), json[u"open"].toInteger(), json[u"done"].toInteger(), {}};
        const QJsonArray samples = json[u"samples"].toArray();
        for (const QJsonValue& sample : samples) {
            if (const auto due = core::WallTime::fromText(sample[1].toString()))
                user.samples.append({sample[0].toString(), *due});
        }
        report.users.append(user);
    }
}

Result<QJsonObject> ask(Database& database, const QString& sql)
{
    const auto answer = database.query(sql, longDeadline);
    if (!answer)
        return answer.error();
    return QJsonDocument::fromJson(answer->value(0).value(0).value(0).toString().toUtf8()).object();
}

/// Whether there is a table that Glowlist neither made nor has adopted.
Result<bool> isForeign(Database& database, const QJsonObject& catalogue)
{
    const QJsonArray columns = catalogue[u"columns"].toArray();
    const bool adopted = std::any_of(columns.begin(), columns.end(), [](const QJsonValue& column) {
        return column[u"name"].toString() == u"glow_uid";
    });
    if (columns.isEmpty() || adopted)
        return false;
    if (!catalogue[u"record"].toBool())
        return true;
    const auto made = database.query(adoptionsql::madeByUs());
    if (!made)
        return made.error();
    return !made->value(0).value(0).value(0).toBool();
}

Error failure(Answer answer, const QString& where)
{
    Error error = *std::move(answer.error);
    if (error.sqlState.isEmpty())
        return error;
    error.kind = ErrorKind::Migration;
    if (error.sqlState == adoptionsql::rowsDiffer())
        error.message =
            Text::tr("Rows of the web application would have changed. Everything was taken back.");
    else
        error.message = QStringLiteral("%1: %2").arg(where, error.detail.section(u'\n', 0, 0));
    return error;
}

bool isWorthAnotherTry(const Error& error)
{
    return error.sqlState == u"55P03" || error.sqlState == u"40P01";
}

/// The open transaction: taken back unless it was committed.
class Transaction {
public:
    explicit Transaction(Database& database)
        : m_database(database)
    {}
    ~Transaction()
    {
        if (!m_done && m_database.isOpen())
            m_database.run(QStringLiteral("rollback"));
    }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    Result<void> run(const QString& sql, const QString& where)
    {
        Answer answer = m_database.run(sql, longDeadline);
        return answer.error ? Result<void>(failure(std::move(answer), where)) : Result<void>();
    }
    Result<void> commit()
    {
        const Result<void> committed = run(QStringLiteral("commit"), QStringLiteral("commit"));
        m_done = committed.ok();
        return committed;
    }

private:
    Database& m_database;
    bool m_done = false;
};

Result<void> adoptOnce(Database& database, const QList<Migration>& steps, bool withRecord,
                       const Choice& choice, const Migrator::Watcher& watcher)
{
    const QString rows = Text::tr("Rows of the web application");
    Transaction transaction(database);
    Result<void> done = transaction.run(QStringLiteral("begin; ") + adoptionsql::before(), rows);
    if (done && withRecord)
        done = transaction.run(migrationsql::record(), rows);
    const int total = static_cast<int>(steps.size());
    for (int i = 0; done && i < total; ++i) {
        const Migration& step = steps.at(i);
        if (watcher.step)
            watcher.step(step, i, total);
        done = goOn(watcher);
        if (done)
            done = transaction.run(migrationsql::settings() + step.up + migrationsql::mark(step),
                                   step.fileName());
    }
    if (done)
        done = transaction.run(adoptionsql::after(choice), rows);
    if (done)
        done = goOn(watcher);
    return done ? transaction.commit() : done;
}

/// Files that can share a transaction; the first that cannot ends them.
Result<QList<Migration>> stepsAtOnce(const Migrator::State& state)
{
    Result<QList<Migration>> steps = stepsUp(state, QStringLiteral("head"));
    if (!steps)
        return steps;
    const auto alone =
        std::find_if(steps->begin(), steps->end(), [](const Migration& step) { return !step.transactional; });
    return steps->mid(0, std::distance(steps->begin(), alone));
}

// The table in use, or a deadlock that went against us: from the beginning.
Result<void> adoptUnderLock(Database& database, Migrator& migrator, const Choice& choice,
                            const Migrator::Watcher& watcher)
{
    const Result<Migrator::State> state = migrator.state();
    if (!state)
        return state.error();
    const Result<QList<Migration>> steps = stepsAtOnce(*state);
    if (!steps || steps->isEmpty())
        return steps ? Result<void>() : steps.error();
    for (int i = 1;; ++i) {
        const Result<void> done = adoptOnce(database, *steps, state->revision.isNull(), choice, watcher);
        if (done || i == tries || !isWorthAnotherTry(done.error()))
            return done;
        const Result<void> waited = waitForOthers(
            watcher, Text::tr("The web application is using the table; waiting for it to end…"));
        if (!waited)
            return waited;
    }
}

Result<QStringList> differencesOf(Database& database, Migrator& migrator)
{
    const Result<Migrator::State> state = migrator.state();
    if (!state)
        return state.error();
    const Result<SchemaCheck::Report> report = SchemaCheck(database).run(*state);
    if (!report)
        return report.error();
    QStringList sentences;
    for (const SchemaCheck::Difference& difference : report->differences)
        sentences.append(difference.sentence);
    return sentences;
}

} // namespace

Result<Report> examine(Database& database, const QList<Migration>& migrations)
{
    const Result<QJsonObject> catalogue = ask(database, adoptionsql::catalogue());
    if (!catalogue)
        return catalogue.error();
    Report report;
    const Result<bool> foreign = isForeign(database, *catalogue);
    if (!foreign || !*foreign)
        return foreign ? Result<Report>(report) : foreign.error();
    const Result<Migrator::State> state = Migrator(database, migrations).state();
    if (!state)
        return state.error();
    const Result<QList<Migration>> steps = stepsUp(*state, QStringLiteral("head"));
    if (!steps)
        return steps.error();
    report.isForeign = true;
    report.misfits = misfitsOf(*catalogue);
    report.missingRights = missingRightsOf(*catalogue);
    report.role = (*catalogue)[u"role"].toString();
    report.owner = (*catalogue)[u"owner"].toString();
    report.bytes = (*catalogue)[u"bytes"].toInteger();
    report.mayMakeUser = needsOnlyId((*catalogue)[u"userColumns"].toArray());
    countAdditions(report, *steps);
    if (!report.misfits.isEmpty())
        return report;
    const Result<QJsonObject> contents =
        ask(database, adoptionsql::contents((*catalogue)[u"alembic"].toBool()));
    if (!contents && contents.error().sqlState == u"42501" && !report.missingRights.isEmpty())
        return report;
    if (!contents)
        return contents.error();
    readContents(report, *contents);
    return report;
}

Result<QStringList> adopt(Database& database, const QList<Migration>& migrations, const Choice& choice,
                          const Migrator::Watcher& watcher)
{
    Migrator migrator(database, migrations);
    {
        MigrationLock lock(database);
        if (const Result<void> held = lock.acquire(watcher); !held)
            return held.error();
        if (const Result<void> done = adoptUnderLock(database, migrator, choice, watcher); !done)
            return done.error();
    }
    if (const Result<void> rest = migrator.upgrade(QStringLiteral("head"), watcher); !rest)
        return rest.error();
    return differencesOf(database, migrator);
}

Result<QString> script(Database& database, const QList<Migration>& migrations, const Choice& choice)
{
    const Result<Migrator::State> state = Migrator(database, migrations).state();
    if (!state)
        return state.error();
    const Result<QString> files = migrationsql::upgradeScript(*state, migrations);
    if (!files)
        return files.error();
    return adoptionsql::before() + QStringLiteral(";\n") + *files + u'\n' + adoptionsql::after(choice) +
           QStringLiteral(";\n");
}

Result<void> upgradeOwn(Database& database, const QList<Migration>& migrations,
                        const Migrator::Watcher& watcher)
{
    const Result<QJsonObject> catalogue = ask(database, adoptionsql::catalogue());
    if (!catalogue)
        return catalogue.error();
    const Result<bool> foreign = isForeign(database, *catalogue);
    if (!foreign)
        return foreign.error();
    if (*foreign)
        return Error{
            ErrorKind::Migration,
            Text::tr("Another program already keeps tasks here. Look at what would be added first: in the "
                     "settings, page Workspaces, press “Review…”.")};
    return Migrator(database, migrations).upgrade(QStringLiteral("head"), watcher);
}

core::WallTime Sample::wallTime() const
{
    return due.time == QTime(0, 0) ? core::WallTime{due.date, std::nullopt} : due;
}

QString alembicHook()
{
    return QStringLiteral("def include_object(object, name, type_, reflected, compare_to):\n"
                          "    return not (reflected and str(name).startswith(\"glow_\"))\n"
                          "context.configure(…, include_object=include_object)");
}

} // namespace glow::store::adoption
