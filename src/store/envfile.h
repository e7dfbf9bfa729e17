#pragma once
#include <QList>
#include <QString>
#include <QStringList>

namespace glow::store {

/// What a .env file or the environment offers. Offered to the person, never opened by itself.
struct EnvironmentOffer {
    QString pooled; ///< DATABASE_URL, as it stands
    QString direct; ///< DATABASE_URL_DIRECT, as it stands; may be empty
    QString source; ///< "DATABASE_URL" of the environment, or the path of the file
    bool isEmpty() const { return pooled.isEmpty() && direct.isEmpty(); }
};

/// NAME=value lines: `export`, comments, quotes. In order; a name may come twice.
QList<std::pair<QString, QString>> environmentLines(const QString& text);
/// True for text whose first line that counts is NAME=value with a name in capitals.
bool looksLikeEnvironment(const QString& text);
/// DATABASE_URL and DATABASE_URL_DIRECT out of such lines.
EnvironmentOffer offerIn(const QString& text);
/// From this process's environment, else from `.env` in `directory`. Reads a file: worker thread, or main
/// before the window.
EnvironmentOffer environmentOffer(const QString& directory);

} // namespace glow::store
