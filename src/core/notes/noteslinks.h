#pragma once
#include <QUrl>

namespace glow::core {

enum class LinkKind {
    Page, ///< http, https, mailto
    File, ///< a file of this computer
    Other ///< never opened: scripts, data, files of other computers, unknown programs
};

/// Where a link of notes leads. Nothing is cleaned up before: a target is whatever someone typed.
struct NotesLink {
    QUrl url;
    LinkKind kind = LinkKind::Other;
    QString shown; ///< what is really opened, without characters that could disguise it
};
NotesLink notesLink(const QString& target);

/// The Markdown of an attachment or of a page: `[name](file:///…)`, or the address itself.
QString linkTo(const QUrl& url);

} // namespace glow::core
