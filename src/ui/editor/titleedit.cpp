#include "ui/editor/titleedit.h"

#include "app/theme.h"
#include "ui/editor/typedtext.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QTextDocument>
#include <cmath>

namespace glow::ui {

namespace {

constexpr int sidePadding = 6;
constexpr int lineHeight = 20;
constexpr int verticalPadding = 2;

QString oneLine(QString text)
{
    for (const auto* lineBreak : {u"\r\n", u"\n", u"\r", u"\u2028", u"\u2029"})
        text.replace(QStringView(lineBreak).toString(), QStringLiteral(" "));
    return text;
}

} // namespace

TitleEdit::TitleEdit(QWidget* parent)
    : QTextEdit(parent)
{
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setFrameStyle(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportMargins(sidePadding, verticalPadding, sidePadding, verticalPadding);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizePolicy(policy);
    align();
    connect(this, &QTextEdit::textChanged, this, [this] {
        updateGeometry();
        if (m_setting)
            return;
        m_title = typedText(*document());
        Q_EMIT edited(m_title);
    });
}

void TitleEdit::setTheme(const app::Theme& theme)
{
    m_theme = &theme;
    const auto dress = [this] {
        setFont(m_theme->font(app::Theme::Text::SectionTitle));
        viewport()->update();
        update();
    };
    connect(&theme, &app::Theme::changed, this, dress);
    dress();
}

void TitleEdit::setTitle(const QString& title, bool struckThrough)
{
    QTextCharFormat format = currentCharFormat();
    const QColor colour =
        m_theme ? (struckThrough ? m_theme->colours().muted : m_theme->colours().text) : QColor();
    if (title == m_title && format.fontStrikeOut() == struckThrough && format.foreground().color() == colour)
        return;
    const int caret = textCursor().position();
    m_setting = true;
    if (m_title != title)
        setPlainText(title);
    m_title = title;
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    format.setFontStrikeOut(struckThrough);
    format.setForeground(colour);
    all.setCharFormat(format);
    setCurrentCharFormat(format);
    QTextCursor cursor = textCursor();
    cursor.setPosition(qMin(caret, static_cast<int>(title.size())));
    setTextCursor(cursor);
    m_setting = false;
    updateGeometry();
}

QSize TitleEdit::sizeHint() const
{
    const int lines = qMax(1, static_cast<int>(std::ceil(document()->size().height())) / lineHeight);
    const int text = qMax(lines * lineHeight, static_cast<int>(std::ceil(document()->size().height())));
    return {200, text + 2 * verticalPadding};
}

/// Beside the circle, whatever script the title is in.
void TitleEdit::align()
{
    QTextOption option = document()->defaultTextOption();
    option.setAlignment((isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute);
    document()->setDefaultTextOption(option);
}

bool TitleEdit::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutDirectionChange)
        align();
    if (event->type() == QEvent::Paint)
        paintFrame();
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QTextEdit::event(event);
}

void TitleEdit::paintFrame()
{
    if (!m_theme || !hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme->colours().accent);
    painter.setBrush(m_theme->colours().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), app::Metrics::radius,
                            app::Metrics::radius);
}

void TitleEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT committed();
        return;
    }
    QTextEdit::keyPressEvent(event);
}

void TitleEdit::resizeEvent(QResizeEvent* event)
{
    QTextEdit::resizeEvent(event);
    updateGeometry();
}

void TitleEdit::insertFromMimeData(const QMimeData* source)
{
    if (source->hasText())
        insertPlainText(oneLine(source->text()));
}

} // namespace glow::ui
