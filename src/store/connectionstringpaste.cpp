#include "store/connectionstringpaste.h"

#include "store/envfile.h"
#include "store/shellwords.h"

#include <QRegularExpression>
#include <QStringList>
#include <algorithm>

namespace glow::store {

namespace {

using Option = QRegularExpression::PatternOption;
using Keys = QMap<QString, QString>;

// What other tools put before "://" is part of it: SQLAlchemy's driver, JDBC.
const QString schemePattern = QStringLiteral("(?:jdbc:)?postgres(?:ql)?(?:\\+[a-z0-9_]+)?://");

bool beginsWithScheme(const QString& text)
{
    static const QRegularExpression scheme(u'^' + schemePattern, Option::CaseInsensitiveOption);
    return scheme.match(text).hasMatch();
}

/// Without what mails, chats and terminals add: invisible characters, quoting marks, fences, prompts.
QString tidied(QString text)
{
    static const QRegularExpression invisible(
        QStringLiteral("[\\r\\x{00AD}\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}\\x{2060}-\\x{2069}\\x{FEFF}]"));
    static const QRegularExpression blank(
        QStringLiteral("[\\t\\x{00A0}\\x{1680}\\x{2000}-\\x{200A}\\x{202F}\\x{205F}\\x{3000}]"));
    static const QRegularExpression fence(QStringLiteral("^\\s*```\\w*\\s*$"), Option::MultilineOption);
    static const QRegularExpression mark(QStringLiteral("^ *>+ ?"), Option::MultilineOption);
    static const QRegularExpression prompt(QStringLiteral("^ *[$%] +"), Option::MultilineOption);
    static const QRegularExpression continued(QStringLiteral("\\\\\\n"));
    text.replace(QChar(0x2028), u'\n').replace(QChar(0x2029), u'\n');
    return text.remove(invisible)
        .replace(blank, QStringLiteral(" "))
        .remove(fence)
        .remove(mark)
        .remove(prompt)
        .replace(continued, QStringLiteral(" "))
        .trimmed();
}

/// Quotes around the whole, and the punctuation of the sentence it stood in.
QString unwrapped(QString text)
{
    for (qsizetype before = -1; before != text.size();) {
        before = text.size();
        text = text.trimmed();
        if (beginsWithScheme(text)) {
            while (text.endsWith(u';') || text.endsWith(u',') || closesQuote(text.back()))
                text.chop(1);
        } else if (text.size() >= 2 && opensQuote(text.front())) {
            const bool closed = sameQuote(text.front(), text.back());
            if (closed || beginsWithScheme(text.mid(1)))
                text = text.mid(1, text.size() - (closed ? 2 : 1));
        }
    }
    return text;
}

// ---- one or two URIs

/// The lines of one URI that a mail has broken; a blank line ends it.
QString joinedLines(const QString& text)
{
    static const QRegularExpression end(QStringLiteral("\\n *\\n"));
    static const QRegularExpression broken(QStringLiteral(" *\\n *"));
    return text.left(text.indexOf(end)).remove(broken);
}

void takeTwo(PastedStrings& found, QStringList strings)
{
    if (strings.size() > 1 && !strings.at(0).contains(u"-pooler") && strings.at(1).contains(u"-pooler"))
        strings.swapItemsAt(0, 1);
    found.main = strings.value(0);
    found.direct = strings.value(1);
}

PastedStrings fromUris(const QString& text)
{
    static const QRegularExpression next(QStringLiteral("\\n+ *['\"]?(?=%1)").arg(schemePattern),
                                         Option::CaseInsensitiveOption);
    QStringList strings;
    const QStringList parts = text.split(next, Qt::SkipEmptyParts);
    for (const QString& part : parts)
        strings.append(unwrapped(joinedLines(part)));
    PastedStrings found;
    takeTwo(found, strings);
    return found;
}

/// A line of a program or of its settings: the first URIs in it.
PastedStrings fromSnippet(const QString& text)
{
    static const QRegularExpression uri(QStringLiteral("(?<![A-Za-z0-9+:])%1").arg(schemePattern),
                                        Option::CaseInsensitiveOption);
    static const QRegularExpression end(QStringLiteral("[\\s)\\]}>,;]*(?:\\s|$)"));
    QStringList strings;
    for (auto all = uri.globalMatch(text); all.hasNext();) {
        const qsizetype begin = all.next().capturedStart();
        const QString rest = text.mid(begin);
        const QChar quote = begin > 0 ? text.at(begin - 1) : QChar(u' ');
        const auto closing = std::find_if(rest.begin(), rest.end(), [quote](QChar each) {
            return opensQuote(quote) && sameQuote(quote, each);
        });
        strings.append(closing == rest.end() ? unwrapped(rest.left(rest.indexOf(end)))
                                             : rest.left(closing - rest.begin()));
    }
    PastedStrings found;
    takeTwo(found, strings);
    return found;
}

// ---- psql

const QMap<QString, QString>& keysOfVariables()
{
    static const QMap<QString, QString> keys{
        {QStringLiteral("PGHOST"), QStringLiteral("host")},
        {QStringLiteral("PGHOSTADDR"), QStringLiteral("hostaddr")},
        {QStringLiteral("PGPORT"), QStringLiteral("port")},
        {QStringLiteral("PGDATABASE"), QStringLiteral("dbname")},
        {QStringLiteral("PGUSER"), QStringLiteral("user")},
        {QStringLiteral("PGPASSWORD"), QStringLiteral("password")},
        {QStringLiteral("PGSSLMODE"), QStringLiteral("sslmode")},
        {QStringLiteral("PGSSLROOTCERT"), QStringLiteral("sslrootcert")},
        {QStringLiteral("PGCHANNELBINDING"), QStringLiteral("channel_binding")},
        {QStringLiteral("PGOPTIONS"), QStringLiteral("options")},
        {QStringLiteral("PGAPPNAME"), QStringLiteral("application_name")},
        {QStringLiteral("PGCONNECT_TIMEOUT"), QStringLiteral("connect_timeout")},
        {QStringLiteral("PGTARGETSESSIONATTRS"), QStringLiteral("target_session_attrs")}};
    return keys;
}

QString keyOfFlag(const QString& flag)
{
    static const QMap<QString, QString> keys{{QStringLiteral("-h"), QStringLiteral("host")},
                                             {QStringLiteral("--host"), QStringLiteral("host")},
                                             {QStringLiteral("-p"), QStringLiteral("port")},
                                             {QStringLiteral("--port"), QStringLiteral("port")},
                                             {QStringLiteral("-U"), QStringLiteral("user")},
                                             {QStringLiteral("--username"), QStringLiteral("user")},
                                             {QStringLiteral("-d"), QStringLiteral("dbname")},
                                             {QStringLiteral("--dbname"), QStringLiteral("dbname")}};
    return keys.value(flag);
}

/// Index of the word "psql" where only NAME=value stands before it, else -1.
qsizetype commandWord(const QStringList& words)
{
    static const QRegularExpression assignment(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*="));
    static const QRegularExpression program(QStringLiteral("^(?:.*[/\\\\])?(?:psql|pgcli)(?:\\.exe)?$"));
    qsizetype at = 0;
    while (at < words.size() && assignment.match(words.at(at)).hasMatch())
        ++at;
    return at < words.size() && program.match(words.at(at)).hasMatch() ? at : -1;
}

/// "-hHOST", "--host=HOST" and "-h HOST" as flag and value; `at` moves on to the value where it stands apart.
std::pair<QString, QString> flagAt(const QStringList& words, qsizetype& at)
{
    QString word = words.at(at);
    if (word.startsWith(QChar(0x2013))) // made of "-" and "--" by mail programs
        word.replace(0, 1, QStringLiteral("-"));
    if (word.startsWith(QChar(0x2014)))
        word.replace(0, 1, QStringLiteral("--"));
    if (word.startsWith(u"--") && word.contains(u'='))
        return {word.section(u'=', 0, 0), word.section(u'=', 1)};
    if (!word.startsWith(u"--") && word.size() > 2)
        return {word.left(2), word.mid(2)};
    static const QString withValue = QStringLiteral("hpUdcfvoFRPTL");
    const bool apart = !keyOfFlag(word).isEmpty() || (word.size() == 2 && withValue.contains(word.at(1)));
    return {word, apart && at + 1 < words.size() ? words.at(++at) : QString()};
}

void takeDatabase(PastedStrings& found, const QString& word)
{
    if (beginsWithScheme(word) || word.contains(u'='))
        found.main = word;
    else
        found.defaults.insert(QStringLiteral("dbname"), word);
}

bool isFlag(const QString& word)
{
    return word.size() > 1 &&
           (word.startsWith(u'-') || word.startsWith(QChar(0x2013)) || word.startsWith(QChar(0x2014)));
}

PastedStrings fromCommand(const QStringList& words, qsizetype command)
{
    PastedStrings found;
    for (const QString& word : words.first(command)) {
        if (const QString key = keysOfVariables().value(word.section(u'=', 0, 0)); !key.isEmpty())
            found.defaults.insert(key, word.section(u'=', 1));
    }
    QStringList plain;
    for (qsizetype at = command + 1; at < words.size(); ++at) {
        if (!isFlag(words.at(at))) {
            plain.append(words.at(at));
            continue;
        }
        const auto [flag, value] = flagAt(words, at);
        const QString key = keyOfFlag(flag);
        if (key == u"dbname")
            takeDatabase(found, value);
        else if (!key.isEmpty())
            found.defaults.insert(key, value);
    }
    if (!plain.isEmpty())
        takeDatabase(found, unwrapped(plain.constFirst()));
    if (plain.size() > 1 && !found.defaults.contains(QStringLiteral("user")))
        found.defaults.insert(QStringLiteral("user"), plain.at(1));
    return found;
}

// ---- NAME=value lines

bool isDirectName(const QString& name)
{
    static const QStringList names{
        QStringLiteral("DATABASE_URL_DIRECT"),   QStringLiteral("DIRECT_URL"),
        QStringLiteral("DATABASE_URL_UNPOOLED"), QStringLiteral("DIRECT_DATABASE_URL"),
        QStringLiteral("DATABASE_DIRECT_URL"),   QStringLiteral("POSTGRES_URL_NON_POOLING"),
        QStringLiteral("UNPOOLED_DATABASE_URL")};
    return names.contains(name);
}

PastedStrings fromEnvironment(const QString& text)
{
    PastedStrings found;
    const EnvironmentOffer offer = offerIn(text);
    found.main = unwrapped(offer.pooled);
    found.direct = unwrapped(offer.direct);
    const auto lines = environmentLines(text);
    for (const auto& [name, value] : lines) {
        const QString string = unwrapped(value);
        if (beginsWithScheme(string)) {
            QString& place = isDirectName(name) ? found.direct : found.main;
            if (place.isEmpty())
                place = string;
        }
        if (const QString key = keysOfVariables().value(name); !key.isEmpty())
            found.defaults.insert(key, value);
        if (name == u"PGHOST_UNPOOLED")
            found.directHost = value;
    }
    if (found.main.isEmpty())
        found.main.swap(found.direct);
    if (!found.main.isEmpty()) {
        found.defaults.clear(); // the string says it all
        found.directHost.clear();
    }
    found.onlyNames = found.isEmpty();
    return found;
}

// ---- Host=…;Username=…

QString dotNetKey(const QString& name)
{
    static const QMap<QString, QString> keys{
        {QStringLiteral("host"), QStringLiteral("host")},
        {QStringLiteral("server"), QStringLiteral("host")},
        {QStringLiteral("port"), QStringLiteral("port")},
        {QStringLiteral("database"), QStringLiteral("dbname")},
        {QStringLiteral("dbname"), QStringLiteral("dbname")},
        {QStringLiteral("username"), QStringLiteral("user")},
        {QStringLiteral("userid"), QStringLiteral("user")},
        {QStringLiteral("user"), QStringLiteral("user")},
        {QStringLiteral("password"), QStringLiteral("password")},
        {QStringLiteral("sslmode"), QStringLiteral("sslmode")},
        {QStringLiteral("channelbinding"), QStringLiteral("channel_binding")}};
    return keys.value(name.toLower().remove(u' '));
}

/// Nothing unless every key is known: blanks between key=value are libpq's form.
std::optional<PastedStrings> fromDotNet(const QString& text)
{
    static const QRegularExpression pair(QStringLiteral(
        "\\G(?:pgsql:)?\\s*([A-Za-z ]+?)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^;]*?))\\s*(?:;+\\s*|$)"));
    PastedStrings found;
    qsizetype at = 0;
    while (at < text.size()) {
        const auto match = pair.match(text, at);
        const QString key = dotNetKey(match.captured(1));
        if (key.isEmpty())
            return std::nullopt;
        QString value = match.captured(2) + match.captured(3) + match.captured(4);
        if (key == u"sslmode" || key == u"channel_binding")
            value = value.toLower()
                        .replace(QStringLiteral("verifyfull"), QStringLiteral("verify-full"))
                        .replace(QStringLiteral("verifyca"), QStringLiteral("verify-ca"));
        found.defaults.insert(key, value);
        at = match.capturedEnd();
    }
    if (found.defaults.value(QStringLiteral("host")).contains(u' '))
        return std::nullopt;
    return found;
}

bool isKeyValueForm(const QString& text)
{
    static const QRegularExpression first(
        QStringLiteral("^(?:host|hostaddr|port|dbname|user|password|sslmode|sslrootcert|connect_timeout|"
                       "application_name|options|channel_binding|target_session_attrs)\\s*="));
    return first.match(text).hasMatch();
}

/// A semicolon at the end is a mail's or a program's, but in a password it may be meant.
QString withoutSemicolon(QString text)
{
    static const QRegularExpression password(QStringLiteral("\\bpassword\\s*=\\s*[^\\s']*$"));
    while (text.endsWith(u';') && !password.match(text).hasMatch())
        text.chop(1);
    return text;
}

} // namespace

PastedStrings takeApart(const QString& text)
{
    const QString tidy = tidied(text);
    const QString bare = unwrapped(tidy);
    if (beginsWithScheme(bare))
        return fromUris(bare);
    if (const auto words = shellWords(bare)) {
        if (const qsizetype command = commandWord(*words); command >= 0)
            return fromCommand(*words, command);
    }
    static const QRegularExpression psql(QStringLiteral("^psql\\s+(?:-d\\s+|--dbname[= ])?(?=\\S)"));
    if (psql.match(bare).hasMatch()) // with a quote that does not end
        return takeApart(QString(bare).remove(psql));
    if (looksLikeEnvironment(bare))
        return fromEnvironment(bare);
    if (bare.contains(u';')) {
        if (const auto found = fromDotNet(bare))
            return *found;
    }
    if (!isKeyValueForm(bare)) {
        if (const PastedStrings found = fromSnippet(bare); !found.isEmpty())
            return found;
    }
    PastedStrings found;
    found.main = withoutSemicolon(bare);
    return found;
}

} // namespace glow::store
