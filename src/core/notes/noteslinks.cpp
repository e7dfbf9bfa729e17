#include "core/notes/noteslinks.h"

namespace glow::core {

namespace {

bool disguises(QStringView text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar each) { return !each.isPrint(); });
}

} // namespace

NotesLink notesLink(const QString& target)
{
    NotesLink link{QUrl(target.trimmed()), LinkKind::Other, {}};
    const QString scheme = link.url.scheme();
    const bool hasHost = !link.url.host().isEmpty();
    if (!link.url.isValid())
        link.url = QUrl();
    else if (((scheme == u"http" || scheme == u"https") && hasHost) || scheme == u"mailto")
        link.kind = LinkKind::Page;
    else if (scheme == u"file" && !hasHost && !link.url.path().isEmpty())
        link.kind = LinkKind::File;
    const QString file = link.kind == LinkKind::File ? link.url.toLocalFile() : QString();
    if (!file.isEmpty() && !disguises(file)) {
        link.shown = file;
        return link;
    }
    link.shown =
        link.url.isEmpty()
            ? QString::fromLatin1(QUrl::toPercentEncoding(target, QByteArrayLiteral("/:?#[]@!$&'()*+,;= ")))
            : QString::fromLatin1(link.url.toEncoded());
    return link;
}

QString linkTo(const QUrl& url)
{
    QString address = QString::fromLatin1(url.toEncoded());
    if (!url.isLocalFile())
        return address;
    for (const char16_t each : {u'(', u')', u'[', u']'})
        address.replace(QChar(each), u'%' + QString::number(each, 16).toUpper());
    QString name = url.adjusted(QUrl::StripTrailingSlash).fileName(QUrl::FullyDecoded).simplified();
    if (name.isEmpty())
        name = url.toLocalFile();
    static const QString special = QStringLiteral("\\`*_[]<>&!~");
    QString escaped;
    for (const QChar each : std::as_const(name))
        escaped += special.contains(each) ? QStringLiteral("\\") + each : QString(each);
    return QStringLiteral("[%1](%2)").arg(escaped, address);
}

} // namespace glow::core
