#include "store/envfile.h"

#include "store/shellwords.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace glow::store {

namespace {

const QString pooledName = QStringLiteral("DATABASE_URL");
const QString directName = QStringLiteral("DATABASE_URL_DIRECT");

QString unquoted(const QString& value)
{
    if (value.isEmpty() || !opensQuote(value.front())) {
        static const QRegularExpression comment(QStringLiteral("\\s#.*$"));
        return value.left(value.indexOf(comment)).trimmed();
    }
    const bool withEscapes = sameQuote(value.front(), u'"');
    QString bare;
    for (qsizetype i = 1; i < value.size() && !sameQuote(value.front(), value.at(i)); ++i) {
        const bool escape = withEscapes && value.at(i) == u'\\' && i + 1 < value.size() &&
                            QStringView(u"\"\\$").contains(value.at(i + 1));
        bare += value.at(escape ? ++i : i);
    }
    return bare;
}

} // namespace

QList<std::pair<QString, QString>> environmentLines(const QString& text)
{
    static const QRegularExpression line(
        QStringLiteral("^\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*?)\\s*$"));
    QList<std::pair<QString, QString>> lines;
    const QStringList texts = text.split(u'\n');
    for (const QString& each : texts) {
        const auto match = line.match(each);
        if (match.hasMatch())
            lines.append({match.captured(1), unquoted(match.captured(2))});
    }
    return lines;
}

bool looksLikeEnvironment(const QString& text)
{
    static const QRegularExpression first(
        QStringLiteral("\\A(?:\\s*(?:#[^\\n]*)?\\n)*\\s*(?:export\\s+)?[A-Z][A-Z0-9_]*\\s*="));
    return first.match(text).hasMatch();
}

EnvironmentOffer offerIn(const QString& text)
{
    EnvironmentOffer offer;
    const auto lines = environmentLines(text);
    for (const auto& [name, value] : lines) {
        if (name == pooledName)
            offer.pooled = value;
        if (name == directName)
            offer.direct = value;
    }
    return offer;
}

EnvironmentOffer environmentOffer(const QString& directory)
{
    EnvironmentOffer offer{qEnvironmentVariable("DATABASE_URL"), qEnvironmentVariable("DATABASE_URL_DIRECT"),
                           pooledName};
    if (!offer.isEmpty())
        return offer;
    QFile file(QDir(directory).filePath(QStringLiteral(".env")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    offer = offerIn(QString::fromUtf8(file.read(65536)));
    offer.source = file.fileName();
    return offer;
}

} // namespace glow::store
