#include "store/sqltext.h"

#include "core/uid.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace glow::store {

namespace {

// An E'' literal means the same whatever standard_conforming_strings says; a plain one does while it has no
// backslash.
QString literal(const QString& text)
{
    QString quoted = text;
    quoted.replace(u'\'', QStringLiteral("''"));
    if (!quoted.contains(u'\\'))
        return u'\'' + quoted + u'\'';
    quoted.replace(u'\\', QStringLiteral("\\\\"));
    return QStringLiteral(" E'") + quoted + u'\'';
}

QString likePattern(const QString& word)
{
    QString pattern = word;
    pattern.replace(u'\\', QStringLiteral("\\\\"));
    pattern.replace(u'%', QStringLiteral("\\%"));
    pattern.replace(u'_', QStringLiteral("\\_"));
    return pattern;
}

} // namespace

bool isStorable(QStringView text)
{
    return !text.contains(QChar(u'\0')) && text.isValidUtf16();
}

QString sqlText(const QString& text)
{
    return literal(text);
}

QString sqlUuid(const QUuid& uid)
{
    return uid.isNull() ? QStringLiteral("null") : u'\'' + core::uidText(uid) + QStringLiteral("'::uuid");
}

QString sqlDate(const QDate& date)
{
    return date.isValid() ? u'\'' + date.toString(Qt::ISODate) + QStringLiteral("'::date")
                          : QStringLiteral("null");
}

QString sqlJson(const QJsonObject& json)
{
    return sqlJson(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QString sqlJson(const QByteArray& json)
{
    return literal(QString::fromUtf8(json)) + QStringLiteral("::jsonb");
}

QString sqlIdentifier(const QString& name)
{
    QString quoted = name;
    quoted.replace(u'"', QStringLiteral("\"\""));
    return u'"' + quoted + u'"';
}

QString sqlContains(const QString& word)
{
    return literal(u'%' + likePattern(word) + u'%');
}

QString sqlStartsWith(const QString& word)
{
    return literal(likePattern(word) + u'%');
}

} // namespace glow::store
