#pragma once
#include "store/database.h"
#include "store/migrations/migrationplan.h"

#include <QJsonArray>

namespace glow::store {

/// Compares the schema of a database at the head with migrations/schema.json, the catalogue as the migrations
/// make it (DATABASE.md section 3). Only what Glowlist made counts; what other programs added beside it is
/// information. Names of constraints, varchar against text, serial against identity and the length of the web
/// application's columns are no difference. Works on an open connection of a role that sees the tables;
/// worker threads only.
class SchemaCheck {
public:
    explicit SchemaCheck(Database& database);

    struct Difference {
        QString kind; ///< "column", "index", "constraint", "trigger", "function", "view", "table", "rights",
                      ///< "collation" or "revision"
        QString object;   ///< "public.tasks.glow_uid"
        QString expected; ///< empty: it should not be there
        QString found;    ///< empty: it is missing
        QString sentence; ///< translated
    };
    /// An index that was built before the server's library began to sort text otherwise.
    struct StaleIndex {
        QString name;
        QString version; ///< of the collation now
    };
    struct Report {
        QList<Difference> differences;
        QStringList notes; ///< of other programs' objects, translated
        QList<StaleIndex> staleIndexes;
        bool isClean() const { return differences.isEmpty(); }
    };
    core::Result<Report> run(const MigrationState& state);
    /// Builds the stale indexes anew and records the version of the collation. Writers wait meanwhile.
    core::Result<void> reindex(const QList<StaleIndex>& indexes);
    /// The statements of `reindex`, for a person.
    static QString reindexSql(const QList<StaleIndex>& indexes);

    /// The catalogue of our objects, sorted, as schema.json has it.
    core::Result<QJsonArray> catalogue();
    /// One object a line, so that a change to it can be read.
    static QByteArray toText(const QJsonArray& catalogue);

private:
    core::Result<void> findStaleIndexes(Report& report);

    Database& m_database;
};

} // namespace glow::store
