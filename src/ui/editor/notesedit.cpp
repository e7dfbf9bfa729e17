#include "ui/editor/notesedit.h"

#include "app/theme.h"
#include "ui/editor/typedtext.h"

#include <QDesktopServices>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTextBlock>
#include <QTextDocument>
#include <QUrl>
#include <cmath>

namespace glow::ui {

namespace {

constexpr int lineHeight = 20;
constexpr int smallestHeight = 98;
constexpr int greatestHeight = 420;
constexpr qsizetype longestRendered = 20000; // longer notes would hold up the window while they are laid out

/// Each line stays a line: Markdown alone would join the lines of a paragraph.
QString withLineBreaks(const QString& notes)
{
    QStringList lines = notes.split(u'\n');
    for (QString& line : lines) {
        if (!line.trimmed().isEmpty())
            line += QStringLiteral("  ");
    }
    return lines.join(u'\n');
}

/// The place in the source that follows the text read before the click.
int sourcePosition(const QString& source, const QString& readBefore)
{
    const QString last = readBefore.right(24);
    for (qsizetype from = 0; from < last.size(); ++from) {
        const QString piece = last.mid(from);
        const qsizetype found = source.indexOf(piece);
        if (found >= 0)
            return static_cast<int>(found + piece.size());
    }
    return static_cast<int>(source.size());
}

bool isWebLink(const QUrl& url)
{
    return url.scheme() == u"https" || url.scheme() == u"http" || url.scheme() == u"mailto";
}

} // namespace

NotesEdit::NotesEdit(QWidget* parent)
    : QTextEdit(parent)
{
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(9);
    document()->setIndentWidth(14);
    viewport()->setMouseTracking(true);
    connect(this, &QTextEdit::textChanged, this, [this] {
        updateGeometry();
        if (m_setting || !m_source)
            return;
        m_notes = typedText(*document());
        Q_EMIT edited(m_notes);
    });
}

void NotesEdit::setTheme(const app::Theme& theme)
{
    connect(&theme, &app::Theme::changed, this, [this] {
        if (!m_source)
            render();
    });
}

void NotesEdit::setNotes(const QString& notes)
{
    if (notes == m_notes)
        return;
    m_notes = notes;
    if (m_source)
        showSource();
    else
        render();
}

void NotesEdit::render()
{
    m_setting = true;
    m_source = false;
    setReadOnly(true); // what is shown is not the source
    if (m_notes.size() > longestRendered)
        setPlainText(m_notes);
    else
        document()->setMarkdown(withLineBreaks(m_notes),
                                QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                                    QTextDocument::MarkdownNoHTML);
    setLineHeight();
    m_setting = false;
    updateGeometry();
}

void NotesEdit::setLineHeight()
{
    QTextBlockFormat format;
    format.setLineHeight(lineHeight, QTextBlockFormat::MinimumHeight);
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.mergeBlockFormat(format);
}

void NotesEdit::showSource()
{
    m_setting = true;
    m_source = true;
    setReadOnly(false);
    setPlainText(m_notes);
    setLineHeight();
    m_setting = false;
    updateGeometry();
}

void NotesEdit::keyPressEvent(QKeyEvent* event)
{
    const QString text = event->text();
    if (!m_source && !text.isEmpty() && (text.at(0).isPrint() || event->matches(QKeySequence::Paste))) {
        showSource();
        moveCursor(QTextCursor::End);
    }
    QTextEdit::keyPressEvent(event);
}

void NotesEdit::focusInEvent(QFocusEvent* event)
{
    QTextEdit::focusInEvent(event);
    // With the mouse the click decides where the caret goes; see mouseReleaseEvent.
    if (!m_source && event->reason() != Qt::MouseFocusReason) {
        showSource();
        moveCursor(QTextCursor::End);
    }
}

void NotesEdit::focusOutEvent(QFocusEvent* event)
{
    QTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        render();
}

void NotesEdit::mouseReleaseEvent(QMouseEvent* event)
{
    QTextEdit::mouseReleaseEvent(event);
    if (m_source || event->button() != Qt::LeftButton)
        return;
    const QUrl link(anchorAt(event->position().toPoint()));
    if (isWebLink(link)) {
        QDesktopServices::openUrl(link);
        return;
    }
    if (textCursor().hasSelection())
        return; // marked to be copied
    QTextCursor read = textCursor();
    read.movePosition(QTextCursor::StartOfLine, QTextCursor::KeepAnchor);
    const int place = sourcePosition(m_notes, read.selectedText());
    showSource();
    QTextCursor caret = textCursor();
    caret.setPosition(place);
    setTextCursor(caret);
}

void NotesEdit::mouseMoveEvent(QMouseEvent* event)
{
    QTextEdit::mouseMoveEvent(event);
    const bool link = !m_source && isWebLink(QUrl(anchorAt(event->position().toPoint())));
    viewport()->setCursor(link ? Qt::PointingHandCursor : Qt::IBeamCursor);
}

void NotesEdit::resizeEvent(QResizeEvent* event)
{
    QTextEdit::resizeEvent(event);
    updateGeometry();
}

QSize NotesEdit::sizeHint() const
{
    const int text = static_cast<int>(std::ceil(document()->size().height())) + 2 * frameWidth();
    return {200, qBound(smallestHeight, text, greatestHeight)};
}

QVariant NotesEdit::loadResource(int, const QUrl&)
{
    return {};
}

} // namespace glow::ui
