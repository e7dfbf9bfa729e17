#include "ui/editor/notesrender.h"

#include "app/theme.h"
#include "core/notes/noteslinks.h"
#include "ui/style/icons.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocumentFragment>
#include <QTextList>
#include <QTextTable>

namespace glow::ui {

namespace {

constexpr int lineHeight = 20;
constexpr int gap = 8; // between paragraphs
constexpr int quoteIndent = 12;
constexpr int clipSize = 14;
constexpr qsizetype sourcePortion = 2000;
const QString clipName = QStringLiteral("glowlist:attachment");

/// Where a portion is parsed.
class Scratch : public QTextDocument {
protected:
    QVariant loadResource(int, const QUrl&) override { return {}; }
};

bool isAnchorAt(QTextDocument& document, int position)
{
    QTextCursor cursor(&document);
    cursor.setPosition(qMin(position + 1, document.characterCount() - 1));
    return cursor.charFormat().isAnchor();
}

void removeAt(QTextDocument& document, int position, int count)
{
    QTextCursor cursor(&document);
    cursor.setPosition(position);
    cursor.setPosition(position + count, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
}

struct Marks {
    qsizetype box = -1;  ///< the place of its state
    bool goesOn = false; ///< in the next block, which Qt makes of every line
};

/// Takes the marks of a block out, and tells them.
Marks takeMarks(QTextDocument& document, const QTextBlock& block)
{
    const QString text = block.text();
    Marks marks;
    for (qsizetype i = text.size() - 1; i >= 0; --i) {
        const int at = block.position() + static_cast<int>(i);
        if (text.at(i) == core::NotesPortion::boxMark) {
            const core::BoxMark mark = core::readBoxMark(text, i);
            marks.box = mark.box;
            removeAt(document, at, static_cast<int>(mark.end - i));
        } else if (text.at(i) == core::NotesPortion::pictureMark) {
            const bool picture = i > 0 && text.at(i - 1) == u'!' && isAnchorAt(document, at + 1);
            removeAt(document, picture ? at - 1 : at, picture ? 2 : 1);
        } else if (text.at(i) == core::NotesPortion::breakMark) {
            marks.goesOn = true;
            removeAt(document, i > 0 && text.at(i - 1) == u' ' ? at - 1 : at,
                     i > 0 && text.at(i - 1) == u' ' ? 2 : 1);
        } else if (text.at(i) == QChar::ObjectReplacementCharacter) {
            removeAt(document, at, 1); // whatever the parser took for a picture
        }
    }
    return marks;
}

void paintBulletsOurselves(QTextList& list)
{
    QTextListFormat format = list.format();
    if (format.style() == QTextListFormat::ListStyleUndefined)
        return;
    format.setStyle(QTextListFormat::ListStyleUndefined);
    list.setFormat(format);
}

void dressItem(QTextList& list, QTextBlockFormat& format, qsizetype box, qreal indentWidth)
{
    const bool numbered = list.format().style() <= QTextListFormat::ListDecimal;
    const bool boxed = box >= 0 && format.marker() != QTextBlockFormat::MarkerType::NoMarker;
    const int wide = list.format().indent() - (numbered || boxed ? 0 : 1);
    format.setLeftMargin(wide * qMax(0.0, NotesRender::markWidth - indentWidth));
    if (boxed) {
        format.setProperty(NotesRender::boxProperty, static_cast<qlonglong>(box));
        format.setProperty(NotesRender::checkedProperty,
                           format.marker() == QTextBlockFormat::MarkerType::Checked);
    } else if (!numbered) {
        format.setProperty(NotesRender::bulletProperty, true);
    }
    if (!numbered)
        paintBulletsOurselves(list);
}

void dressBlock(QTextBlock block, qsizetype box, bool afterGap, qreal indentWidth)
{
    QTextBlockFormat format = block.blockFormat();
    const bool withinCode = format.nonBreakableLines() && block.previous().isValid() &&
                            block.previous().blockFormat().nonBreakableLines();
    format.setLineHeight(lineHeight, QTextBlockFormat::MinimumHeight);
    format.setBottomMargin(0);
    format.setTopMargin(!afterGap || block.textList() || withinCode ? 0 : gap);
    format.setLeftMargin(quoteIndent * format.intProperty(QTextFormat::BlockQuoteLevel));
    format.setRightMargin(0);
    if (QTextList* list = block.textList())
        dressItem(*list, format, box, indentWidth);
    format.setMarker(QTextBlockFormat::MarkerType::NoMarker);
    QTextCursor(block).setBlockFormat(format);
}

/// A paper clip before each link to a file.
void clipFiles(QTextDocument& document, const QTextBlock& block)
{
    QList<std::pair<int, QTextCharFormat>> files;
    QString before;
    for (auto each = block.begin(); !each.atEnd(); ++each) {
        const QTextCharFormat format = each.fragment().charFormat();
        const QString target = format.isAnchor() ? format.anchorHref() : QString();
        if (target != before && core::notesLink(target).kind == core::LinkKind::File)
            files.prepend({each.fragment().position(), format});
        before = target;
    }
    for (const auto& [position, link] : std::as_const(files)) {
        QTextImageFormat clip;
        clip.setName(clipName);
        clip.setWidth(clipSize);
        clip.setHeight(clipSize);
        clip.setVerticalAlignment(QTextCharFormat::AlignMiddle);
        clip.setAnchor(true);
        clip.setAnchorHref(link.anchorHref());
        QTextCursor cursor(&document);
        cursor.setPosition(position);
        cursor.insertImage(clip);
        cursor.insertText(QString(QChar::Nbsp), link);
    }
}

void dress(QTextDocument& document, qreal indentWidth)
{
    bool afterGap = false;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const Marks marks = takeMarks(document, block);
        if (!QTextCursor(block).currentTable())
            dressBlock(block, marks.box, afterGap, indentWidth);
        clipFiles(document, block);
        afterGap = !marks.goesOn;
    }
}

} // namespace

NotesRender::NotesRender(QTextDocument& document, QObject* parent)
    : QObject(parent)
    , m_document(document)
{
    connect(&m_timer, &QTimer::timeout, this, &NotesRender::step);
}

void NotesRender::setTheme(const app::Theme& theme)
{
    m_theme = &theme;
}

void NotesRender::render(const QString& notes)
{
    m_portions = core::NotesPortions(notes);
    m_sourceAt = -1;
    begin(notes);
}

void NotesRender::showSource(const QString& notes)
{
    m_sourceAt = 0;
    begin(notes);
}

void NotesRender::begin(const QString& notes)
{
    m_notes = notes;
    m_timer.stop();
    m_document.setUndoRedoEnabled(false);
    m_document.clear(); // with its resources
    provideClip();
    m_timer.start(0);
    step();
}

bool NotesRender::atEnd() const
{
    return m_sourceAt < 0 ? m_portions.atEnd() : m_sourceAt >= m_notes.size();
}

void NotesRender::step()
{
    if (!atEnd() && m_sourceAt < 0)
        append(m_portions.next());
    else if (!atEnd())
        appendSource();
    if (!atEnd())
        return;
    m_timer.stop();
    m_document.setUndoRedoEnabled(m_sourceAt >= 0);
    Q_EMIT finished();
}

void NotesRender::append(const core::NotesPortion& portion)
{
    Scratch scratch;
    scratch.setUndoRedoEnabled(false);
    scratch.setDefaultFont(m_document.defaultFont());
    if (portion.plain)
        scratch.setPlainText(portion.text);
    else
        scratch.setMarkdown(portion.text,
                            QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                                QTextDocument::MarkdownNoHTML);
    if (scratch.isEmpty())
        return;
    dress(scratch, m_document.indentWidth());
    QTextCursor end(&m_document);
    end.movePosition(QTextCursor::End);
    if (!m_document.isEmpty())
        end.insertBlock(QTextBlockFormat(), QTextCharFormat());
    end.insertFragment(QTextDocumentFragment(&scratch));
}

void NotesRender::appendSource()
{
    qsizetype end = m_sourceAt + sourcePortion;
    if (end < m_notes.size()) {
        const qsizetype line = m_notes.lastIndexOf(u'\n', end) + 1;
        end = line > m_sourceAt ? line : end - (m_notes.at(end).isLowSurrogate() ? 1 : 0);
    }
    QTextCursor cursor(&m_document);
    cursor.movePosition(QTextCursor::End);
    if (m_sourceAt == 0) {
        QTextBlockFormat format;
        format.setLineHeight(lineHeight, QTextBlockFormat::MinimumHeight);
        cursor.setBlockFormat(format);
    }
    cursor.insertText(m_notes.mid(m_sourceAt, end - m_sourceAt));
    m_sourceAt = qMin(end, m_notes.size());
}

void NotesRender::provideClip()
{
    if (!m_theme)
        return;
    const QPixmap clip = iconPixmap(QStringLiteral("attachment"), clipSize, m_theme->colours().muted, 2);
    m_document.addResource(QTextDocument::ImageResource, QUrl(clipName), clip);
}

} // namespace glow::ui
