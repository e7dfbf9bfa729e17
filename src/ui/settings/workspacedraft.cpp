#include "ui/settings/workspacedraft.h"

#include "core/uid.h"

#include <algorithm>

namespace glow::ui {

namespace {

const QString sslmodeKey = QStringLiteral("sslmode");
const QString rootCertificateKey = QStringLiteral("sslrootcert");

bool isMask(const QString& password)
{
    return !password.isEmpty() &&
           std::all_of(password.begin(), password.end(), [](QChar c) { return c == u'•'; });
}

/// A name to begin with.
QString nameFor(const store::ConnectionString& string)
{
    const QString host = string.hosts.isEmpty() ? QString() : string.direct().hosts.constFirst().host;
    if (host.startsWith(u"ep-"))
        return QStringLiteral("Neon");
    return string.database.isEmpty() ? host : string.database;
}

} // namespace

WorkspaceDraft::WorkspaceDraft(store::WorkspaceEntry entry)
    : m_entry(std::move(entry))
{}

WorkspaceDraft WorkspaceDraft::fresh()
{
    WorkspaceDraft draft;
    draft.m_entry.id = core::uidText(core::newUid());
    draft.m_added = false;
    return draft;
}

WorkspaceDraft WorkspaceDraft::found(const store::ConnectionString& pooled,
                                     const store::ConnectionString& direct, const QString& origin)
{
    WorkspaceDraft draft = fresh();
    draft.m_origin = origin;
    draft.m_newPassword = pooled.password;
    draft.m_entry.name = nameFor(pooled);
    draft.m_entry.pooled = pooled;
    draft.m_entry.direct = direct;
    draft.m_entry.pooled.password.clear();
    draft.m_entry.direct.password.clear();
    return draft;
}

void WorkspaceDraft::passwordStored()
{
    if (m_newPassword)
        m_knownPassword = *m_newPassword;
    m_newPassword.reset();
}

bool WorkspaceDraft::directIsDerived() const
{
    return m_entry.direct.hosts.isEmpty() || m_entry.direct.display() == m_entry.pooled.direct().display();
}

QString WorkspaceDraft::shown(const store::ConnectionString& string, bool revealed) const
{
    if (string.hosts.isEmpty() && string.database.isEmpty())
        return {};
    if (revealed && knowsPassword()) {
        store::ConnectionString open = string;
        open.password = password();
        return open.uri();
    }
    QString text = string.display();
    const bool hasPassword = knowsPassword() || (m_added && !string.isLocal());
    const qsizetype end = string.user.isEmpty() ? -1 : text.indexOf(u'@');
    if (hasPassword && end > 0)
        text.insert(end, u':' + mask());
    return text;
}

QString WorkspaceDraft::pooledText(bool revealed) const
{
    return m_pooled.text.isEmpty() ? shown(m_entry.pooled, revealed) : m_pooled.text;
}

QString WorkspaceDraft::directText(bool revealed) const
{
    if (!m_direct.text.isEmpty())
        return m_direct.text;
    return shown(m_entry.direct.hosts.isEmpty() ? m_entry.pooled.direct() : m_entry.direct, revealed);
}

core::Result<store::ConnectionString> WorkspaceDraft::read(const QString& text)
{
    core::Result<store::ConnectionString> string = store::ConnectionString::parse(text);
    if (!string)
        return string;
    const QString typed = string->password;
    string->password.clear();
    if (isMask(typed) || typed.isEmpty())
        return string; // the stored password stays
    if (typed.contains(u'•'))
        return core::Error{core::ErrorKind::ConnectionString,
                           tr("Type the whole new password in place of the dots."),
                           {},
                           {}};
    if (typed != m_knownPassword)
        m_newPassword = typed;
    else
        m_newPassword.reset();
    return string;
}

void WorkspaceDraft::takePooled(const QString& text)
{
    m_pooled = {};
    if (text.trimmed().isEmpty() && m_entry.pooled.hosts.isEmpty())
        return;
    const bool derived = directIsDerived();
    core::Result<store::ConnectionString> string = read(text);
    if (!string) {
        m_pooled = {text, string.error().message};
        return;
    }
    const bool namesBoth = !string->directHosts.isEmpty();
    m_entry.pooled = *string;
    if (namesBoth || derived)
        m_entry.direct = string->direct();
    m_entry.pooled.directHosts.clear();
    m_entry.direct.directHosts.clear();
    m_entry.direct.notes.clear();
    if (m_entry.name.isEmpty())
        m_entry.name = nameFor(m_entry.pooled);
}

void WorkspaceDraft::takeDirect(const QString& text)
{
    m_direct = {};
    if (text.trimmed().isEmpty()) {
        m_entry.direct = m_entry.pooled.direct();
        return;
    }
    core::Result<store::ConnectionString> string = read(text);
    if (!string) {
        m_direct = {text, string.error().message};
        return;
    }
    m_entry.direct = *string;
    m_entry.direct.notes.clear();
}

void WorkspaceDraft::setPassword(const QString& password)
{
    if (password.isEmpty() || password == m_knownPassword)
        m_newPassword.reset();
    else
        m_newPassword = password;
}

QString WorkspaceDraft::rootCertificate() const
{
    return m_entry.pooled.options.value(rootCertificateKey);
}

void WorkspaceDraft::setRootCertificate(const QString& path)
{
    for (store::ConnectionString* each : {&m_entry.pooled, &m_entry.direct}) {
        if (path.trimmed().isEmpty())
            each->options.remove(rootCertificateKey);
        else
            each->options.insert(rootCertificateKey, path.trimmed());
    }
}

void WorkspaceDraft::acceptRisk(bool accepted)
{
    m_entry.acceptedRisk = accepted ? m_entry.risk() : QString();
}

void WorkspaceDraft::setSslmode(const QString& mode)
{
    m_entry.pooled.options.insert(sslmodeKey, mode);
    m_entry.direct.options.insert(sslmodeKey, mode);
}

bool WorkspaceDraft::isEmpty() const
{
    return !m_added && m_entry.name.isEmpty() && m_pooled.text.isEmpty() && m_direct.text.isEmpty() &&
           m_entry.pooled.hosts.isEmpty() && m_entry.pooled.database.isEmpty();
}

QString WorkspaceDraft::problem() const
{
    if (m_entry.isPrivate)
        return {};
    for (const Unread& unread : {m_pooled, m_direct}) {
        if (!unread.problem.isEmpty())
            return unread.problem;
    }
    if (m_entry.pooled.hosts.isEmpty() && m_entry.pooled.database.isEmpty())
        return tr("Paste the connection string of the workspace first.");
    if (m_entry.name.trimmed().isEmpty())
        return tr("Give the workspace a name.");
    if (isRiskAccepted())
        return {};
    return tr("Without verifying the server the password could be read on the way. Confirm it under "
              "Encryption, or choose to verify.");
}

store::WorkspaceEntry WorkspaceDraft::connectable() const
{
    store::WorkspaceEntry entry = m_entry;
    entry.pooled.password = entry.direct.password = password();
    return entry;
}

} // namespace glow::ui
