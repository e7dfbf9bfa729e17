#include "store/migrations/schemacheck.h"

#include "store/migrations/migrationsql.h"
#include "store/migrations/schemacatalogue.h"
#include "store/sqltext.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

namespace glow::store {

using core::Error;
using core::Result;

namespace {

constexpr std::chrono::minutes reindexDeadline{30};

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SchemaCheck)
};

struct Object {
    QString kind;
    QString table; ///< that it belongs to; empty: none
    QString name;
    QString definition;
    bool ours = true; ///< by its name or its schema
};
using Objects = QMap<std::pair<QString, QString>, Object>;

Objects byName(const QList<Object>& objects)
{
    Objects named;
    for (const Object& object : objects)
        named.insert({object.kind, object.name}, object);
    return named;
}

Result<QList<Object>> expectedObjects()
{
    QFile file(QStringLiteral(":/migrations/schema.json"));
    const bool opened = file.open(QIODevice::ReadOnly);
    const QJsonArray json = QJsonDocument::fromJson(opened ? file.readAll() : QByteArray()).array();
    if (json.isEmpty())
        return Error{core::ErrorKind::Internal,
                     QCoreApplication::translate("SchemaCheck", "The catalogue of the schema is missing.")};
    QList<Object> objects;
    for (const QJsonValue& each : json)
        objects.append({each[u"kind"].toString(), each[u"table"].toString(), each[u"object"].toString(),
                        each[u"definition"].toString()});
    return objects;
}

Result<QList<Object>> foundObjects(Database& database)
{
    const auto answer = database.query(schemacatalogue::query());
    if (!answer)
        return answer.error();
    QList<Object> objects;
    for (const Row& row : answer->constLast())
        objects.append({row.at(0).toString(), row.at(1).toString(), row.at(2).toString(),
                        row.at(3).toString(), row.at(4).toBool()});
    return objects;
}

QString kindName(const QString& kind)
{
    static const QMap<QString, const char*> names{
        {QStringLiteral("table"), QT_TRANSLATE_NOOP("SchemaCheck", "table")},
        {QStringLiteral("column"), QT_TRANSLATE_NOOP("SchemaCheck", "column")},
        {QStringLiteral("index"), QT_TRANSLATE_NOOP("SchemaCheck", "index")},
        {QStringLiteral("constraint"), QT_TRANSLATE_NOOP("SchemaCheck", "constraint")},
        {QStringLiteral("trigger"), QT_TRANSLATE_NOOP("SchemaCheck", "trigger")},
        {QStringLiteral("function"), QT_TRANSLATE_NOOP("SchemaCheck", "function")},
        {QStringLiteral("view"), QT_TRANSLATE_NOOP("SchemaCheck", "view")},
        {QStringLiteral("rights"), QT_TRANSLATE_NOOP("SchemaCheck", "rights")}};
    return Text::tr(names.value(kind));
}

SchemaCheck::Difference missing(const Object& object)
{
    return {object.kind,
            object.name,
            object.definition,
            {},
            Text::tr("Missing: %1 %2").arg(kindName(object.kind), object.name)};
}

SchemaCheck::Difference unexpected(const Object& object)
{
    return {object.kind,
            object.name,
            {},
            object.definition,
            Text::tr("Not made by Glowlist: %1 %2").arg(kindName(object.kind), object.name)};
}

SchemaCheck::Difference changed(const Object& expected, const Object& found)
{
    const QString what = kindName(expected.kind) + u' ' + expected.name;
    const bool hasCode = expected.kind == u"function" || expected.kind == u"view";
    return {expected.kind, expected.name, expected.definition, found.definition,
            hasCode ? Text::tr("Changed: %1").arg(what)
                    : Text::tr("Changed: %1 is “%2” and should be “%3”")
                          .arg(what, found.definition, expected.definition)};
}

bool needsTrigrams(const Object& object)
{
    return object.definition.contains(QStringLiteral("gin_trgm_ops"));
}

/// Fills the report from what should be there and what is.
class Comparison {
public:
    Comparison(const QList<Object>& expected, const QList<Object>& found, bool hasTrigrams)
        : m_expected(byName(expected))
        , m_found(byName(found))
        , m_hasTrigrams(hasTrigrams)
    {}

    void fill(SchemaCheck::Report& report) const
    {
        for (const Object& object : m_expected)
            compareExpected(object, report);
        for (const Object& object : m_found) {
            if (!m_expected.contains({object.kind, object.name}))
                lookAtOther(object, report);
        }
    }

private:
    static bool hasTable(const Objects& objects, const QString& table)
    {
        return table.isEmpty() || objects.contains({QStringLiteral("table"), table}) ||
               objects.contains({QStringLiteral("view"), table});
    }

    void compareExpected(const Object& object, SchemaCheck::Report& report) const
    {
        const auto found = m_found.constFind({object.kind, object.name});
        if (found != m_found.cend()) {
            if (found->definition != object.definition)
                report.differences.append(changed(object, *found));
        } else if (!m_hasTrigrams && needsTrigrams(object)) {
            report.notes.append(
                Text::tr("Without the extension pg_trgm there is no index %1; search is slower.")
                    .arg(object.name));
        } else if (hasTable(m_found, object.table) && object.kind != u"rights") {
            report.differences.append(missing(object));
        }
    }

    // Rights of what is itself unexpected, and parts of other programs' tables, are no news.
    void lookAtOther(const Object& object, SchemaCheck::Report& report) const
    {
        if (object.kind == u"rights" || !hasTable(m_expected, object.table))
            return;
        if (object.ours)
            report.differences.append(unexpected(object));
        else
            report.notes.append(
                Text::tr("Of another program: %1 %2").arg(kindName(object.kind), object.name));
    }

    Objects m_expected;
    Objects m_found;
    bool m_hasTrigrams;
};

SchemaCheck::Difference otherRevision(const MigrationState& state)
{
    const QString found = state.revision.isNull() ? QStringLiteral("base") : state.revision;
    const QString sentence =
        state.newerThanProgram
            ? Text::tr("The database is at revision %1, which this Glowlist does not know; it knows %2.")
            : Text::tr("The database is at revision %1 and not at %2; upgrade it first.");
    return {QStringLiteral("revision"), QStringLiteral("glowlist.migrations"), state.head, found,
            sentence.arg(found, state.head)};
}

} // namespace

SchemaCheck::SchemaCheck(Database& database)
    : m_database(database)
{}

Result<SchemaCheck::Report> SchemaCheck::run(const MigrationState& state)
{
    Report report;
    if (state.newerThanProgram || !state.pending.isEmpty()) {
        report.differences.append(otherRevision(state));
        return report;
    }
    const Result<QList<Object>> expected = expectedObjects();
    if (!expected)
        return expected.error();
    const Result<QList<Object>> found = foundObjects(m_database);
    if (!found)
        return found.error();
    const auto trigrams = m_database.query(
        QStringLiteral("select count(*) from pg_catalog.pg_extension where extname = 'pg_trgm'"));
    if (!trigrams)
        return trigrams.error();
    Comparison(*expected, *found, trigrams->value(0).value(0).value(0).toInt() > 0).fill(report);
    if (const Result<void> looked = findStaleIndexes(report); !looked)
        return looked.error();
    return report;
}

Result<void> SchemaCheck::findStaleIndexes(Report& report)
{
    const auto answer = m_database.query(schemacatalogue::staleIndexes(m_database.serverVersion()));
    if (!answer)
        return answer.error();
    for (const Row& row : answer->constLast()) {
        const StaleIndex index{row.at(0).toString(), row.at(3).toString()};
        report.staleIndexes.append(index);
        report.differences.append(
            {QStringLiteral("collation"), index.name, row.at(2).toString(), index.version,
             Text::tr("The order of text (%1) was version %2 when the index %3 was built and is %4 now; the "
                      "index must be built anew.")
                 .arg(row.at(1).toString(), row.at(2).toString(), index.name, index.version)});
    }
    return {};
}

QString SchemaCheck::reindexSql(const QList<StaleIndex>& indexes)
{
    QString sql;
    for (const StaleIndex& index : indexes)
        sql += QStringLiteral("reindex index %1;\ncomment on index %1 is %2;\n")
                   .arg(index.name, sqlText(QStringLiteral("collation version ") + index.version));
    return sql;
}

Result<void> SchemaCheck::reindex(const QList<StaleIndex>& indexes)
{
    const auto answer = m_database.query(migrationsql::settings() + reindexSql(indexes), reindexDeadline);
    return answer ? Result<void>() : Result<void>(answer.error());
}

Result<QJsonArray> SchemaCheck::catalogue()
{
    const Result<QList<Object>> objects = foundObjects(m_database);
    if (!objects)
        return objects.error();
    QJsonArray json;
    for (const Object& object : *objects)
        json.append(QJsonObject{{QStringLiteral("kind"), object.kind},
                                {QStringLiteral("table"), object.table},
                                {QStringLiteral("object"), object.name},
                                {QStringLiteral("definition"), object.definition}});
    return json;
}

QByteArray SchemaCheck::toText(const QJsonArray& catalogue)
{
    QByteArrayList lines;
    for (const QJsonValue& each : catalogue)
        lines.append(QJsonDocument(each.toObject()).toJson(QJsonDocument::Compact));
    return "[\n" + lines.join(",\n") + "\n]\n";
}

} // namespace glow::store
