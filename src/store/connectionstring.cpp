#include "store/connectionstring.h"

#include "store/cabundle.h"

#include <QRegularExpression>
#include <QUrl>
#include <algorithm>

namespace glow::store {

namespace {

QString firstLabel(const QString& host)
{
    return host.section(u'.', 0, 0);
}

bool isLocalHost(const QString& host)
{
    if (host.isEmpty() || host.startsWith(u'/') || host.compare(u"localhost", Qt::CaseInsensitive) == 0)
        return true;
    static const QRegularExpression loopback(QStringLiteral("^(127(\\.\\d{1,3}){3}|::1)$"));
    return loopback.match(host).hasMatch();
}

// Only Neon's own host names have a pooled and a direct form.
QString withPooler(const QString& host, bool pooled)
{
    static const QString suffix = QStringLiteral("-pooler");
    QString label = firstLabel(host);
    if (!label.startsWith(u"ep-") || label.endsWith(suffix) == pooled)
        return host;
    const QString rest = host.mid(label.size());
    if (pooled)
        label += suffix;
    else
        label.chop(suffix.size());
    return label + rest;
}

// Without SNI the endpoint stands in `options`, with the same suffix.
void takePoolerOff(QMap<QString, QString>& options)
{
    static const QRegularExpression pooled(QStringLiteral("\\b(endpoint=ep-[\\w-]+?)-pooler\\b"));
    if (const auto found = options.find(QStringLiteral("options")); found != options.end())
        found->replace(pooled, QStringLiteral("\\1"));
}

QString encoded(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString encodedPlace(const HostPort& place)
{
    const bool isPath = place.host.startsWith(u'/');
    const bool isVersion6 = !isPath && place.host.contains(u':');
    QString host = isVersion6 ? u'[' + place.host + u']' : encoded(place.host);
    if (isVersion6)
        host.replace(u'%', QStringLiteral("%25"));
    return place.port == 5432 && !isPath ? host : host + u':' + QString::number(place.port);
}

// As libpq's key=value form wants it. The driver turns ';' into a blank; `parse` has refused it.
QString quoted(QString value)
{
    value.replace(u'\\', QStringLiteral("\\\\"));
    value.replace(u'\'', QStringLiteral("\\'"));
    return u'\'' + value + u'\'';
}

QString joined(const QList<HostPort>& hosts, QString (*part)(const HostPort&))
{
    QStringList parts;
    for (const HostPort& place : hosts)
        parts.append(part(place));
    return parts.join(u',');
}

} // namespace

bool ConnectionString::isLocal() const
{
    // A host name only names the certificate where an address is given beside it.
    if (const QString address = options.value(QStringLiteral("hostaddr")); !address.isEmpty()) {
        const QStringList addresses = address.split(u',');
        return std::all_of(addresses.begin(), addresses.end(), isLocalHost);
    }
    return std::all_of(hosts.begin(), hosts.end(),
                       [](const HostPort& place) { return isLocalHost(place.host); });
}

bool ConnectionString::isPooled() const
{
    return !hosts.isEmpty() && firstLabel(hosts.constFirst().host).endsWith(u"-pooler");
}

QString ConnectionString::sslmode() const
{
    return options.value(QStringLiteral("sslmode"),
                         isLocal() ? QStringLiteral("prefer") : QStringLiteral("verify-full"));
}

ConnectionString ConnectionString::direct() const
{
    ConnectionString other = *this;
    if (!directHosts.isEmpty())
        other.hosts = directHosts;
    for (HostPort& place : other.hosts)
        place.host = withPooler(place.host, false);
    takePoolerOff(other.options);
    return other;
}

ConnectionString ConnectionString::pooled() const
{
    ConnectionString other = *this;
    for (HostPort& place : other.hosts)
        place.host = withPooler(place.host, true);
    return other;
}

QString ConnectionString::display() const
{
    ConnectionString open = *this;
    open.password.clear();
    return open.uri();
}

QString ConnectionString::uri() const
{
    QString text = QStringLiteral("postgresql://") + encoded(user);
    if (!password.isEmpty())
        text += u':' + encoded(password);
    if (!user.isEmpty() || !password.isEmpty())
        text += u'@';
    text += joined(hosts, encodedPlace) + u'/' + encoded(database);
    QStringList parameters;
    for (auto it = options.begin(); it != options.end(); ++it)
        parameters.append(it.key() + u'=' + encoded(it.value()));
    return parameters.isEmpty() ? text : text + u'?' + parameters.join(u'&');
}

QString ConnectionString::driverOptions() const
{
    const QString noFile = QStringLiteral("/dev/null/none");
    QMap<QString, QString> all{{QStringLiteral("connect_timeout"), QStringLiteral("10")},
                               {QStringLiteral("tcp_user_timeout"), QStringLiteral("8000")},
                               {QStringLiteral("keepalives_idle"), QStringLiteral("10")},
                               {QStringLiteral("keepalives_interval"), QStringLiteral("3")},
                               {QStringLiteral("keepalives_count"), QStringLiteral("3")},
                               {QStringLiteral("gssencmode"), QStringLiteral("disable")},
                               {QStringLiteral("channel_binding"), QStringLiteral("prefer")},
                               {QStringLiteral("application_name"), QStringLiteral("Glowlist")},
                               // No file of the home directory: what signs in is what the person gave.
                               {QStringLiteral("passfile"), noFile},
                               {QStringLiteral("sslcert"), noFile},
                               {QStringLiteral("sslcrl"), noFile}};
    if (!hosts.isEmpty()) {
        all.insert(QStringLiteral("host"), joined(hosts, [](const HostPort& place) { return place.host; }));
        all.insert(QStringLiteral("port"),
                   joined(hosts, [](const HostPort& place) { return QString::number(place.port); }));
    }
    all.insert(QStringLiteral("sslmode"), sslmode());
    if (sslmode().startsWith(u"verify-"))
        all.insert(QStringLiteral("sslrootcert"), caBundle());
    all.insert(options);
    QStringList list;
    for (auto it = all.begin(); it != all.end(); ++it)
        list.append(it.key() + u'=' + quoted(it.value()));
    return list.join(u';');
}

} // namespace glow::store
