#include "store/connectionstring.h"

#include "store/connectionstringpaste.h"
#include "store/sqltext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>
#include <algorithm>
#include <libpq-fe.h>
#include <memory>

namespace glow::store {

namespace {

using core::Error;
using Pair = std::pair<QString, QString>;

const QSet<QString> takenKeys{QStringLiteral("host"),
                              QStringLiteral("hostaddr"),
                              QStringLiteral("port"),
                              QStringLiteral("dbname"),
                              QStringLiteral("user"),
                              QStringLiteral("password"),
                              QStringLiteral("sslmode"),
                              QStringLiteral("sslrootcert"),
                              QStringLiteral("connect_timeout"),
                              QStringLiteral("application_name"),
                              QStringLiteral("options"),
                              QStringLiteral("channel_binding"),
                              QStringLiteral("target_session_attrs")};
const QSet<QString> foreignKeys{QStringLiteral("pgbouncer"), QStringLiteral("connection_limit"),
                                QStringLiteral("pool_timeout"), QStringLiteral("sslnegotiation"),
                                QStringLiteral("statement_cache_size")};
const QHash<QString, QStringList> keyValues{
    {QStringLiteral("sslmode"),
     {QStringLiteral("disable"), QStringLiteral("allow"), QStringLiteral("prefer"), QStringLiteral("require"),
      QStringLiteral("verify-ca"), QStringLiteral("verify-full")}},
    {QStringLiteral("channel_binding"),
     {QStringLiteral("disable"), QStringLiteral("prefer"), QStringLiteral("require")}},
    {QStringLiteral("target_session_attrs"),
     {QStringLiteral("any"), QStringLiteral("read-write"), QStringLiteral("read-only"),
      QStringLiteral("primary"), QStringLiteral("standby"), QStringLiteral("prefer-standby")}}};

struct Strings {
    Q_DECLARE_TR_FUNCTIONS(ConnectionString)
};

Error refused(const QString& part, const QString& sentence)
{
    Error error{core::ErrorKind::ConnectionString, sentence};
    error.part = part;
    return error;
}

Error refusedKey(const QString& key, const QString& sentence)
{
    return refused(QStringLiteral("key:") + key, sentence);
}

/// What SQLAlchemy's asyncpg, JDBC and node write for a key of libpq.
Pair renamed(const Pair& pair)
{
    static const QMap<QString, QString> names{
        {QStringLiteral("channelBinding"), QStringLiteral("channel_binding")},
        {QStringLiteral("ApplicationName"), QStringLiteral("application_name")},
        {QStringLiteral("connectTimeout"), QStringLiteral("connect_timeout")},
        {QStringLiteral("ssl"), QStringLiteral("sslmode")}};
    const auto& [key, value] = pair;
    if (key == u"ssl" && (value == u"true" || value == u"1"))
        return {QStringLiteral("sslmode"), QStringLiteral("require")};
    return {names.value(key, key), value};
}

bool isForeign(const Pair& pair)
{
    // Prisma writes its schema into each string; it is the one that Glowlist uses.
    return foreignKeys.contains(pair.first) || (pair.first == u"schema" && pair.second == u"public");
}

/// Foreign keys become notes, unknown ones refuse the whole string.
std::optional<Error> keepKnown(QList<Pair>& pairs, QStringList& notes)
{
    QList<Pair> kept;
    for (const Pair& each : std::as_const(pairs)) {
        const Pair pair = renamed(each);
        if (isForeign(pair))
            notes.append(Strings::tr("“%1” was left out: it is meant for another tool.").arg(pair.first));
        else if (takenKeys.contains(pair.first))
            kept.append(pair);
        else
            return refusedKey(
                pair.first, Strings::tr("The connection string has a key that Glowlist does not know: “%1”.")
                                .arg(pair.first));
    }
    pairs = kept;
    return std::nullopt;
}

// ---- the URI form
// -------------------------------------------------------------------------------------------------

struct Uri {
    QString user;
    QString password;
    QString hosts;
    QString database;
    QString query;
    bool hasUserInfo = false;
    bool hasPassword = false;
};

bool isEncodedWell(const QString& text)
{
    static const QRegularExpression broken(QStringLiteral("%(?![0-9A-Fa-f]{2})|%00"));
    return !text.contains(broken);
}

QString decoded(const QString& text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.toUtf8()));
}

/// The reading in which the sign-in ends at `at`; -1: there is none.
Uri readingAt(const QString& rest, qsizetype at)
{
    Uri uri;
    const QString userInfo = rest.left(qMax<qsizetype>(0, at));
    const QString place = rest.mid(at + 1);
    const qsizetype question = place.indexOf(u'?');
    const QString hostsAndPath = question < 0 ? place : place.left(question);
    uri.hasUserInfo = at >= 0;
    uri.hasPassword = userInfo.contains(u':');
    uri.user = userInfo.section(u':', 0, 0);
    uri.password = userInfo.section(u':', 1);
    uri.hosts = hostsAndPath.section(u'/', 0, 0);
    uri.database = hostsAndPath.section(u'/', 1);
    uri.query = question < 0 ? QString() : place.mid(question + 1);
    return uri;
}

/// Whether nobody would write this reading otherwise: strict where `readingAt` is lenient.
bool isPlausible(const Uri& uri)
{
    static const QRegularExpression user(QStringLiteral("^[^/?#@]*$"));
    static const QRegularExpression hosts(
        QStringLiteral("^(?:(?:[\\w.%-]*|\\[[0-9A-Fa-f:.%\\w]+\\])(?::\\d*)?(?:,|$))*$"));
    static const QRegularExpression database(QStringLiteral("^[^/@?]*$"));
    if (!user.match(uri.user).hasMatch() || !hosts.match(uri.hosts).hasMatch() ||
        !database.match(uri.database).hasMatch())
        return false;
    QSet<QString> keys;
    const QStringList pairs = uri.query.split(u'&', Qt::SkipEmptyParts);
    for (const QString& pair : pairs) {
        const QString key = renamed({pair.section(u'=', 0, 0), {}}).first;
        if (!pair.contains(u'=') ||
            (!takenKeys.contains(key) && !foreignKeys.contains(key) && key != u"schema"))
            return false;
        keys.insert(key);
    }
    return (!uri.user.isEmpty() || keys.contains(QStringLiteral("user"))) &&
           (!uri.hosts.isEmpty() || keys.contains(QStringLiteral("host"))) &&
           (!uri.database.isEmpty() || keys.contains(QStringLiteral("dbname")));
}

/// A password that was pasted with its @, / or ? as they are is read where only one reading makes sense.
core::Result<Uri> splitUri(const QString& rest)
{
    const qsizetype first = rest.indexOf(u'@');
    const qsizetype slash = rest.indexOf(u'/');
    const bool slashBefore = slash >= 0 && slash < first;
    if (first < 0 || (!slashBefore && rest.lastIndexOf(u'@') == first))
        return readingAt(rest, first);
    if (slashBefore) {
        const Uri without = readingAt(rest, -1);
        const bool userInQuery = isPlausible(without) || !rest.left(first).contains(u':');
        if (userInQuery)
            return without;
    }
    for (qsizetype at = first; at >= 0; at = rest.indexOf(u'@', at + 1)) {
        if (const Uri uri = readingAt(rest, at); isPlausible(uri))
            return uri;
    }
    const bool inUser = !rest.left(first).contains(u':');
    return refused(
        inUser ? QStringLiteral("user") : QStringLiteral("password"),
        inUser
            ? Strings::tr("The user name has a character such as @ or / that must be written as %40 or %2F.")
            : Strings::tr("The password has a character such as @ or / that must be written as %40 or %2F."));
}

std::optional<Error> checkEncoding(const Uri& uri)
{
    const QList<Pair> parts{{QStringLiteral("user"), uri.user},
                            {QStringLiteral("password"), uri.password},
                            {QStringLiteral("host"), uri.hosts},
                            {QStringLiteral("database"), uri.database}};
    for (const auto& [part, text] : parts) {
        if (!isEncodedWell(text))
            return refused(
                part, Strings::tr("A % in this part is not followed by two digits: write it as %25 (%1).")
                          .arg(part));
    }
    return std::nullopt;
}

core::Result<QList<Pair>> queryPairs(const QString& query)
{
    QList<Pair> pairs;
    const QStringList texts = query.split(u'&', Qt::SkipEmptyParts);
    for (const QString& text : texts) {
        const QString key = decoded(text.section(u'=', 0, 0));
        const QString value = text.section(u'=', 1);
        if (!text.contains(u'=') || !isEncodedWell(value) || !isEncodedWell(text.section(u'=', 0, 0)))
            return refusedKey(key, Strings::tr("The key “%1” has no value that can be read.").arg(key));
        pairs.append({key, decoded(value)});
    }
    return pairs;
}

std::optional<Error> checkPorts(const QString& hosts)
{
    const QStringList places = hosts.split(u',');
    for (const QString& place : places) {
        static const QRegularExpression form(
            QStringLiteral("^(\\[[0-9A-Fa-f:.]+(?:%25?[\\w]+)?\\]|[^:\\[\\]]*)(?::([^:]*))?$"));
        const auto match = form.match(place);
        if (!match.hasMatch())
            return refused(
                QStringLiteral("host"),
                Strings::tr("The host cannot be read; an IPv6 address stands in square brackets."));
        bool number = false;
        const QString port = match.captured(2);
        const int value = port.toInt(&number);
        if (!port.isEmpty() && (!number || value < 1 || value > 65535))
            return refused(QStringLiteral("port"), Strings::tr("The port must be a number from 1 to 65535."));
    }
    return std::nullopt;
}

QString encoded(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

/// The URI again, in libpq's scheme and with the known keys only.
core::Result<QString> cleanUri(const QString& rest, QStringList& notes)
{
    const auto uri = splitUri(rest);
    if (!uri)
        return uri.error();
    if (const auto wrong = checkEncoding(*uri))
        return *wrong;
    if (const auto wrong = checkPorts(uri->hosts))
        return *wrong;
    auto pairs = queryPairs(uri->query);
    if (!pairs)
        return pairs.error();
    if (const auto wrong = keepKnown(pairs.value(), notes))
        return *wrong;
    QStringList query;
    for (const auto& [key, value] : *pairs)
        query.append(key + u'=' + encoded(value));
    QString clean = QStringLiteral("postgresql://");
    if (uri->hasUserInfo)
        clean += encoded(decoded(uri->user)) +
                 (uri->hasPassword ? u':' + encoded(decoded(uri->password)) : QString()) + u'@';
    clean += uri->hosts + u'/' + uri->database;
    return query.isEmpty() ? clean : clean + u'?' + query.join(u'&');
}

// ---- the key=value form
// -------------------------------------------------------------------------------------------

std::optional<QList<Pair>> keyValuePairs(const QString& text)
{
    static const QRegularExpression pair(
        QStringLiteral(
            "\\G\\s*([^\\s=]+)\\s*=\\s*(?:'((?:[^'\\\\]|\\\\.)*)'|((?:[^\\s'\\\\]|\\\\.)*))(?=\\s|\\z)"),
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression escaped(QStringLiteral("\\\\(.)"),
                                            QRegularExpression::DotMatchesEverythingOption);
    QList<Pair> pairs;
    qsizetype at = 0;
    while (at < text.size()) {
        const auto match = pair.match(text, at);
        if (!match.hasMatch())
            return std::nullopt;
        QString value = match.captured(2) + match.captured(3);
        pairs.append({match.captured(1), value.replace(escaped, QStringLiteral("\\1"))});
        at = match.capturedEnd();
    }
    return pairs;
}

QString quoted(QString value)
{
    value.replace(u'\\', QStringLiteral("\\\\"));
    value.replace(u'\'', QStringLiteral("\\'"));
    return u'\'' + value + u'\'';
}

core::Result<QString> cleanKeyValues(const QString& text, QStringList& notes)
{
    auto pairs = keyValuePairs(text);
    if (!pairs)
        return refused(QStringLiteral("syntax"),
                       Strings::tr("This is not a connection string; one begins with postgresql:// or has "
                                   "the form host=… dbname=…."));
    if (const auto wrong = keepKnown(*pairs, notes))
        return *wrong;
    QStringList clean;
    for (const auto& [key, value] : *pairs)
        clean.append(key + u'=' + quoted(value));
    return clean.join(u' ');
}

// ---- both
// ---------------------------------------------------------------------------------------------------------

core::Result<QString> clean(const QString& text, QStringList& notes)
{
    static const QRegularExpression ours(QStringLiteral("^(?:jdbc:)?postgres(?:ql)?(?:\\+[a-z0-9_]+)?://"),
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression scheme(QStringLiteral("^[A-Za-z][A-Za-z0-9+.:-]*//"));
    if (const auto match = ours.match(text); match.hasMatch())
        return cleanUri(text.mid(match.capturedEnd()), notes);
    if (scheme.match(text).hasMatch())
        return refused(QStringLiteral("scheme"),
                       Strings::tr("A connection string begins with postgresql://."));
    return cleanKeyValues(text, notes);
}

core::Result<QMap<QString, QString>> readByLibpq(const QString& text)
{
    char* message = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
        PQconninfoParse(text.toUtf8().constData(), &message), PQconninfoFree);
    if (message)
        PQfreemem(message);
    if (!options)
        return refused(QStringLiteral("syntax"), Strings::tr("The connection string cannot be read."));
    QMap<QString, QString> values;
    for (const PQconninfoOption* option = options.get(); option->keyword; ++option) {
        if (option->val && *option->val)
            values.insert(QString::fromUtf8(option->keyword), QString::fromUtf8(option->val));
    }
    return values;
}

/// A path of a socket, an address or a name; what it is called elsewhere, such as jdbc:…, is none of them.
bool isHost(const QString& host)
{
    static const QRegularExpression unfit(QStringLiteral("[\\s;'\"<>@/?#\\[\\]\\\\\\x00-\\x1f]"));
    static const QRegularExpression version6(QStringLiteral("^[0-9A-Fa-f:.]+(%\\w+)?$"));
    if (host.startsWith(u'/'))
        return !host.contains(u';');
    return !host.contains(unfit) && (!host.contains(u':') || version6.match(host).hasMatch());
}

core::Result<QList<HostPort>> placesOf(const QString& hostText, const QString& portText)
{
    const QStringList hosts = hostText.split(u',');
    const QStringList ports = portText.isEmpty() ? QStringList{QStringLiteral("5432")} : portText.split(u',');
    if (ports.size() != 1 && ports.size() != hosts.size())
        return refused(QStringLiteral("port"), Strings::tr("There are not as many ports as hosts."));
    QList<HostPort> places;
    for (qsizetype i = 0; i < hosts.size(); ++i) {
        const QString& host = hosts.at(i);
        const QString port = ports.size() == 1 ? ports.constFirst() : ports.at(i);
        bool number = false;
        const int value = port.isEmpty() ? 5432 : port.toInt(&number);
        if (host.isEmpty())
            return refused(QStringLiteral("host"), Strings::tr("The connection string names no host."));
        if (!isHost(host))
            return refused(QStringLiteral("host"),
                           Strings::tr("The host has a character that a host name cannot have."));
        if ((!port.isEmpty() && !number) || value < 1 || value > 65535)
            return refused(QStringLiteral("port"), Strings::tr("The port must be a number from 1 to 65535."));
        places.append({host, static_cast<quint16>(value)});
    }
    return places;
}

std::optional<Error> checkOptions(const QMap<QString, QString>& options)
{
    for (auto it = options.begin(); it != options.end(); ++it) {
        bool number = true;
        if (it.key() == u"connect_timeout")
            it.value().toInt(&number);
        const QStringList allowed = keyValues.value(it.key());
        if (!number || (!allowed.isEmpty() && !allowed.contains(it.value())))
            return refusedKey(it.key(),
                              Strings::tr("“%1” has a value that Glowlist does not know.").arg(it.key()));
        // The driver separates its options by semicolons and has no way to write one.
        if (it.value().contains(u';'))
            return refusedKey(it.key(),
                              Strings::tr("“%1” has a semicolon, which cannot be passed on.").arg(it.key()));
    }
    return std::nullopt;
}

std::optional<Error> checkMissing(const ConnectionString& string)
{
    if (string.user.isEmpty())
        return refused(QStringLiteral("user"), Strings::tr("The connection string names no user."));
    if (string.database.isEmpty())
        return refused(QStringLiteral("database"), Strings::tr("The connection string names no database."));
    return std::nullopt;
}

// `require` and below hand the password to whoever stands between; only the person lowers it, by Encryption
// or --sslmode.
void raiseEncryption(ConnectionString& string)
{
    const QString key = QStringLiteral("sslmode");
    if (string.options.value(QStringLiteral("sslrootcert")) == u"system") {
        string.options.remove(
            QStringLiteral("sslrootcert")); // not known to libpq 15; our default is the same file
        string.options.insert(key, QStringLiteral("verify-full"));
    }
    const QString given = string.options.value(key);
    if (given != u"allow" && given != u"prefer" && given != u"require")
        return;
    string.options.remove(key);
    if (!string.isLocal())
        string.notes.append(
            Strings::tr(
                "Encryption was raised from “%1” to “verify-full”, which also checks who the server is.")
                .arg(given));
}

std::optional<Error> checkAddresses(const ConnectionString& string)
{
    const QString key = QStringLiteral("hostaddr");
    const QString text = string.options.value(key);
    if (text.isEmpty())
        return std::nullopt;
    static const QRegularExpression address(
        QStringLiteral("^(?:\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]+(?:%\\w+)?|)$"));
    const QStringList addresses = text.split(u',');
    if (addresses.size() != string.hosts.size())
        return refusedKey(key, Strings::tr("There are not as many addresses as hosts."));
    const bool fit = std::all_of(addresses.begin(), addresses.end(),
                                 [](const QString& each) { return address.match(each).hasMatch(); });
    if (fit)
        return std::nullopt;
    return refusedKey(key, Strings::tr("“%1” has a value that Glowlist does not know.").arg(key));
}

/// `defaults` count where the text itself says nothing.
core::Result<ConnectionString> parseOne(const QString& text, const QMap<QString, QString>& defaults)
{
    ConnectionString string;
    const auto cleaned = clean(text, string.notes);
    if (!cleaned)
        return cleaned.error();
    auto values = readByLibpq(*cleaned);
    if (!values)
        return values.error();
    QMap<QString, QString> options = defaults;
    options.insert(*values);
    options.removeIf([](const auto& each) { return each.value().isEmpty(); });
    const QString host = options.take(QStringLiteral("host"));
    const auto places = placesOf(host.isEmpty() ? options.value(QStringLiteral("hostaddr")) : host,
                                 options.take(QStringLiteral("port")));
    if (!places)
        return places.error();
    string.hosts = *places;
    string.user = options.take(QStringLiteral("user"));
    string.password = options.take(QStringLiteral("password"));
    string.database = options.take(QStringLiteral("dbname"));
    string.options = options;
    if (const auto wrong = checkOptions(options))
        return *wrong;
    if (const auto wrong = checkAddresses(string))
        return *wrong;
    if (const auto wrong = checkMissing(string))
        return *wrong;
    raiseEncryption(string);
    return string;
}

core::Result<ConnectionString> parsePasted(const PastedStrings& pasted)
{
    auto string = parseOne(pasted.main, pasted.defaults);
    if (!string)
        return string;
    if (!pasted.directHost.isEmpty()) {
        const auto hosts = placesOf(pasted.directHost, pasted.defaults.value(QStringLiteral("port")));
        if (!hosts)
            return hosts.error();
        string->directHosts = *hosts;
    }
    if (pasted.direct.isEmpty())
        return string;
    const auto direct = parseOne(pasted.direct, {});
    if (!direct)
        return direct.error();
    string->directHosts = direct->hosts;
    return string;
}

} // namespace

core::Result<ConnectionString> ConnectionString::parse(const QString& text)
{
    if (!isStorable(text) || text.size() > 65536)
        return refused(QStringLiteral("syntax"), Strings::tr("The connection string cannot be read."));
    const PastedStrings pasted = takeApart(text);
    if (pasted.onlyNames)
        return refused(QStringLiteral("syntax"), Strings::tr("These lines have no DATABASE_URL."));
    if (pasted.isEmpty())
        return refused(QStringLiteral("empty"), Strings::tr("There is no connection string."));
    return parsePasted(pasted);
}

} // namespace glow::store
