#include "ui/quickadd/tokenedit.h"

#include "app/theme.h"
#include "ui/style/icons.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolTip>

namespace glow::ui {

namespace {

constexpr qreal boxPadding = 4;
constexpr qreal boxGap = 4;
constexpr int crossSize = 12;
constexpr qreal crossRoom = crossSize + 4;

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
    viewport()->setMouseTracking(true);
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
    if (event->type() == QEvent::ToolTip && m_hovered) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(),
                           tr("Take “%1” as text (Ctrl+D)").arg(m_hovered->text.toHtmlEscaped()), this);
        return true;
    }
    return QTextEdit::event(event);
}

void TokenEdit::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT submitted(event->modifiers().testFlag(Qt::ShiftModifier));
        return;
    case Qt::Key_D:
        if (event->modifiers() == Qt::ControlModifier)
            dismissAtCaret();
        else
            QTextEdit::keyPressEvent(event);
        return;
    case Qt::Key_Escape:
        Q_EMIT escaped();
        return;
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

QRectF TokenEdit::crossRect(const core::QuickAddToken& token) const
{
    QRectF cross = tokenRect(token);
    if (layoutDirection() == Qt::RightToLeft)
        cross.setRight(cross.left() + crossRoom);
    else
        cross.setLeft(cross.right() - crossRoom);
    return cross;
}

QList<core::QuickAddToken> TokenEdit::chips() const
{
    QList<core::QuickAddToken> tokens = m_highlighter->reading().tokens;
    tokens.removeIf([](const core::QuickAddToken& token) { return !hasBox(token); });
    return tokens;
}

void TokenEdit::dismiss(const core::QuickAddToken& token)
{
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(token.start));
    cursor.insertText(QStringLiteral("\\"));
    m_hovered.reset();
    viewport()->setCursor(Qt::IBeamCursor);
}

/// The token that holds the caret, else the nearest before it.
void TokenEdit::dismissAtCaret()
{
    const qsizetype caret = textCursor().position();
    std::optional<core::QuickAddToken> nearest;
    const QList<core::QuickAddToken> tokens = chips();
    for (const core::QuickAddToken& token : tokens) {
        if (token.start <= caret)
            nearest = token;
    }
    if (nearest)
        dismiss(*nearest);
}

void TokenEdit::hover(const QPointF& at)
{
    std::optional<core::QuickAddToken> under;
    const QList<core::QuickAddToken> tokens = chips();
    for (const core::QuickAddToken& token : tokens) {
        if (tokenRect(token).contains(at))
            under = token;
    }
    const bool onCross = under && crossRect(*under).contains(at);
    viewport()->setCursor(onCross ? Qt::PointingHandCursor : Qt::IBeamCursor);
    if (under == m_hovered)
        return;
    m_hovered = under;
    viewport()->update();
}

void TokenEdit::mouseMoveEvent(QMouseEvent* event)
{
    hover(event->position());
    QTextEdit::mouseMoveEvent(event);
}

void TokenEdit::mousePressEvent(QMouseEvent* event)
{
    hover(event->position());
    if (event->button() == Qt::LeftButton && m_hovered && crossRect(*m_hovered).contains(event->position()))
        dismiss(core::QuickAddToken(*m_hovered));
    else
        QTextEdit::mousePressEvent(event);
}

void TokenEdit::leaveEvent(QEvent* event)
{
    QTextEdit::leaveEvent(event);
    m_hovered.reset();
    viewport()->update();
}

/// Over the end of the token, as on the chips of the editor.
void TokenEdit::paintCross(const core::QuickAddToken& token)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colours().accentTint);
    const QRectF cross = crossRect(token);
    painter.drawRoundedRect(cross, 4, 4);
    paintIcon(painter, cross.toRect(), QStringLiteral("close"), crossSize, m_theme.colours().accent);
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
    if (m_hovered && chips().contains(*m_hovered))
        paintCross(*m_hovered);
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
    text.remove(QChar::Null).replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    for (const QChar lineBreak :
         {QChar(u'\r'), QChar(QChar::LineSeparator), QChar(QChar::ParagraphSeparator)})
        text.replace(lineBreak, u'\n');
    QStringList lines = text.split(u'\n');
    lines.removeIf([](const QString& line) { return line.trimmed().isEmpty(); });
    if (lines.size() < 2) {
        insertPlainText(lines.isEmpty() ? QString(text.isEmpty() ? 0 : 1, u' ') : lines.constFirst());
        return;
    }
    const QTextCursor cursor = textCursor();
    const QString line = toPlainText();
    Q_EMIT linesPasted(line.left(cursor.selectionStart()) + lines.join(u'\n') +
                       line.mid(cursor.selectionEnd()));
}

} // namespace glow::ui
