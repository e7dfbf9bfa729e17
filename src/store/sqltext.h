#pragma once
#include <QDate>
#include <QString>
#include <QUuid>

class QJsonObject;

namespace glow::store {

/// The only place that turns values into SQL text. Literals are safe under standard_conforming_strings on or
/// off. A text with U+0000 or a lone surrogate must have been refused before (`isStorable`). Any thread.
bool isStorable(QStringView text);
QString sqlText(const QString& text);     ///< 'text' literal, never null
QString sqlUuid(const QUuid& uid);        ///< 'uuid'::uuid, null for a null uid
QString sqlDate(const QDate& date);       ///< 'date'::date, null for an invalid date
QString sqlJson(const QJsonObject& json); ///< '…'::jsonb
QString sqlJson(const QByteArray& json);  ///< the same for JSON already written, byte for byte
QString sqlIdentifier(const QString& name);
/// A LIKE pattern that finds `words` anywhere, with %, _ and \ taken as letters; a text literal.
QString sqlContains(const QString& word);
QString sqlStartsWith(const QString& word); ///< the same at the beginning

} // namespace glow::store
