#pragma once
#include <QMap>
#include <QString>

namespace glow::store {

/// What a pasted text holds: one connection string, or two, each a URI or libpq's key=value form.
struct PastedStrings {
    QString main;
    QString direct;                  ///< a second one, meant for going past the pooler; may be empty
    QMap<QString, QString> defaults; ///< libpq keys that stand beside the string: flags of psql, PG… lines
    QString directHost;              ///< PGHOST_UNPOOLED
    bool onlyNames = false;          ///< NAME=value lines without a connection string among them

    bool isEmpty() const { return main.isEmpty() && defaults.isEmpty(); }
};

/// Finds the connection string in what people paste: a string with quotes around it or broken by a mail, a
/// psql command, lines of a .env file, a line of a program, the semicolon form of .NET. What it finds is not
/// checked. Any thread.
PastedStrings takeApart(const QString& text);

} // namespace glow::store
