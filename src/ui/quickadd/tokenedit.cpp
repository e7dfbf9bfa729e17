#include "ui/quickadd/tokenedit.h"

#include "app/theme.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>

namespace glow::ui {

namespace {

constexpr qreal boxPadding = 4;
constexpr qreal boxGap = 4;

bool hasBox(const core::QuickAddToken& token)
{
    return token.part != core::QuickAddPart::Escape;
}

} // namespace

TokenHighlighter::TokenHighlighter(const app::Theme& theme, QTextDocument* document)
    : QSyntaxHighlighter(document)
    , m_theme(theme)
{
    connect(&theme, &app::Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void TokenHighlighter::setContext(const core::QuickAddContext& context)
{
    m_context = context;
    rehighlight();
}

void TokenHighlighter::highlightBlock(const QString& text)
{
    m_reading = core::parseQuickAdd(text, m_context);
    QTextCharFormat chip;
    chip.setForeground(m_theme.colours().accent);
    chip.setFontWeight(QFont::Medium);
    // The boxes are wider than their words: the spaces around them give way.
    const auto widen = [this, &text](qsizetype at, qreal by) {
        if (at < 0 || at >= text.size() || text.at(at) != u' ')
            return;
        QTextCharFormat wide = format(static_cast<int>(at));
        const qreal before = wide.fontLetterSpacing();
        wide.setFontLetterSpacingType(QFont::AbsoluteSpacing);
        wide.setFontLetterSpacing(before + by);
        setFormat(static_cast<int>(at), 1, wide);
    };
    for (const core::QuickAddToken& token : m_reading.tokens) {
        if (!hasBox(token))
            continue;
        setFormat(static_cast<int>(token.start), static_cast<int>(token.length), chip);
        widen(token.start - 1, boxGap);
        widen(token.start + token.length, boxGap);
    }
}

TokenEdit::TokenEdit(const app::Theme& theme, QWidget* parent)
    : QTextEdit(parent)
    , m_theme(theme)
    , m_highlighter(new TokenHighlighter(theme, document()))
{
    setProperty("look", QStringLiteral("bare"));
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QTextEdit::NoWrap);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAcceptRichText(false);
    setTabChangesFocus(true);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
}

void TokenEdit::setHint(const QString& hint)
{
    m_hint = hint;
    viewport()->update();
}

// With nothing typed here Ctrl+Z belongs to the window: it takes back the last change.
bool TokenEdit::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isUndo = key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo);
        if (isUndo && document()->isEmpty() && !document()->isUndoAvailable()) {
            event->ignore();
            return true;
        }
    }
    return QTextEdit::event(event);
}

void TokenEdit::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT submitted();
        return;
    case Qt::Key_Escape:
    case Qt::Key_Down:
        Q_EMIT left();
        return;
    default:
        QTextEdit::keyPressEvent(event);
    }
}

QRectF TokenEdit::tokenRect(const core::QuickAddToken& token) const
{
    const QTextLayout* layout = document()->firstBlock().layout();
    if (layout->lineCount() == 0)
        return {};
    const QTextLine line = layout->lineAt(0);
    const qreal from = line.cursorToX(static_cast<int>(token.start));
    const qreal to = line.cursorToX(static_cast<int>(token.start + token.length));
    const qreal scrolled = horizontalScrollBar()->value();
    const QRectF text(qMin(from, to) - scrolled, line.y(), qAbs(to - from), line.height());
    return text.adjusted(-boxPadding, -1, boxPadding, 1);
}

void TokenEdit::paintEvent(QPaintEvent* event)
{
    {
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colours().accentTint);
        for (const core::QuickAddToken& token : m_highlighter->reading().tokens) {
            if (hasBox(token))
                painter.drawRoundedRect(tokenRect(token), 4, 4);
        }
        if (document()->isEmpty()) {
            painter.setPen(m_theme.colours().muted);
            painter.setFont(font());
            const int side = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
            const QRect place = viewport()->rect().adjusted(hasFocus() ? 3 : 0, 0, hasFocus() ? -3 : 0, 0);
            const QString shown = painter.fontMetrics().elidedText(m_hint, Qt::ElideRight, place.width());
            painter.drawText(place, Qt::AlignVCenter | Qt::TextSingleLine | side, shown);
        }
    }
    QTextEdit::paintEvent(event);
}

void TokenEdit::focusInEvent(QFocusEvent* event)
{
    QTextEdit::focusInEvent(event);
    Q_EMIT focusChanged();
}

void TokenEdit::focusOutEvent(QFocusEvent* event)
{
    QTextEdit::focusOutEvent(event);
    Q_EMIT focusChanged();
}

void TokenEdit::insertFromMimeData(const QMimeData* source)
{
    QString text = source->text();
    text.replace(u'\n', u' ').replace(u'\r', u' ').remove(QChar::Null);
    insertPlainText(text);
}

} // namespace glow::ui
