#include "store/userssql.h"

namespace glow::store::userssql {

QString ids()
{
    return QStringLiteral("select id from public.users order by id limit 100");
}

QStringList readIds(const Rows& rows)
{
    QStringList ids;
    for (const Row& row : rows)
        ids.append(row.constFirst().toString());
    return ids;
}

} // namespace glow::store::userssql
