#include "core/notes/noteslinks.h"
#include "ui/editor/notesedit.h"

#include <QDragEnterEvent>
#include <QMimeData>

namespace glow::ui {

namespace {

/// Text that is nothing but the addresses beside it, as browsers and file managers give it.
bool isOnlyUrls(const QMimeData& data)
{
    const QList<QUrl> urls = data.urls();
    return !urls.isEmpty() &&
           (!data.hasText() ||
            std::all_of(urls.cbegin(), urls.cend(), [](const QUrl& url) { return url.isLocalFile(); }) ||
            QUrl(data.text().trimmed()) == urls.constFirst());
}

QString withLineBreaks(QString selected)
{
    return selected.replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
}

/// Without what references such as `&#0;` and pictures leave in a rendered document.
QString copyable(const QString& selected)
{
    QString text;
    for (qsizetype i = 0; i < selected.size(); ++i) {
        const QChar each = selected.at(i);
        const bool pair =
            each.isHighSurrogate() && i + 1 < selected.size() && selected.at(i + 1).isLowSurrogate();
        const bool second = each.isLowSurrogate() && i > 0 && selected.at(i - 1).isHighSurrogate();
        if (pair || second ||
            (!each.isSurrogate() && !each.isNull() && each != QChar::ObjectReplacementCharacter))
            text += each;
    }
    return text;
}

} // namespace

void NotesEdit::attach(const QList<QUrl>& urls)
{
    QStringList written;
    for (const QUrl& url : urls)
        written.append(core::linkTo(url));
    const QString links = written.join(u'\n');
    if (links.isEmpty())
        return;
    if (m_source) {
        if (isReadOnly()) // still being filled
            m_ahead += links;
        else
            textCursor().insertText(links);
        return;
    }
    const bool ownLine = m_notes.isEmpty() || m_notes.endsWith(u'\n');
    m_notes += (ownLine ? QString() : QStringLiteral("\n")) + links;
    render();
    Q_EMIT changed(m_notes);
}

void NotesEdit::dragEnterEvent(QDragEnterEvent* event)
{
    if (!m_source && event->mimeData()->hasUrls())
        event->acceptProposedAction();
    else
        QTextEdit::dragEnterEvent(event);
}

void NotesEdit::dragMoveEvent(QDragMoveEvent* event)
{
    if (!m_source && event->mimeData()->hasUrls())
        event->acceptProposedAction();
    else
        QTextEdit::dragMoveEvent(event);
}

void NotesEdit::dropEvent(QDropEvent* event)
{
    if (!event->mimeData()->hasUrls()) {
        QTextEdit::dropEvent(event);
        return;
    }
    QDragLeaveEvent leave; // takes the caret away that showed the place
    QTextEdit::dragLeaveEvent(&leave);
    if (m_source)
        setTextCursor(cursorForPosition(event->position().toPoint()));
    attach(event->mimeData()->urls());
    event->setDropAction(Qt::CopyAction); // the file stays where it is
    event->accept();
}

QMimeData* NotesEdit::createMimeDataFromSelection() const
{
    auto* copied = new QMimeData;
    const QString selected = textCursor().selectedText();
    copied->setText(m_source ? withLineBreaks(selected) : copyable(withLineBreaks(selected)));
    return copied;
}

bool NotesEdit::canInsertFromMimeData(const QMimeData* source) const
{
    return source->hasUrls() || QTextEdit::canInsertFromMimeData(source);
}

void NotesEdit::insertFromMimeData(const QMimeData* source)
{
    if (isOnlyUrls(*source))
        attach(source->urls());
    else
        QTextEdit::insertFromMimeData(source);
}

} // namespace glow::ui
