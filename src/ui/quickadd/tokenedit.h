#pragma once
#include "core/quickadd/quickaddparser.h"

#include <QSyntaxHighlighter>
#include <QTextEdit>

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// Reads the line whenever it changes and gives its tokens their colour and room for their box.
class TokenHighlighter : public QSyntaxHighlighter {
    Q_OBJECT
public:
    TokenHighlighter(const app::Theme& theme, QTextDocument* document);

    void setContext(const core::QuickAddContext& context);
    const core::QuickAddContext& context() const { return m_context; }
    const core::QuickAddResult& reading() const { return m_reading; }

protected:
    void highlightBlock(const QString& text) override;

private:
    const app::Theme& m_theme;
    core::QuickAddContext m_context;
    core::QuickAddResult m_reading;
};

/// One line of text in which recognised tokens are tinted. Under the pointer a token shows a cross that takes
/// it as text, Ctrl+D does so with the token at the caret. Enter submits; it never holds a line break.
class TokenEdit : public QTextEdit {
    Q_OBJECT
public:
    explicit TokenEdit(const app::Theme& theme, QWidget* parent = nullptr);

    QString text() const { return toPlainText(); }
    TokenHighlighter& highlighter() { return *m_highlighter; }
    void setHint(const QString& hint);
    /// Writes a backslash before the token, which Ctrl+Z takes back.
    void dismiss(const core::QuickAddToken& token);
    /// Tokens that are shown as chips.
    QList<core::QuickAddToken> chips() const;

Q_SIGNALS:
    void submitted(bool another);          ///< Shift+Enter: another task follows
    void linesPasted(const QString& text); ///< the line with several lines pasted into it; it stays as it was
    void left();                           ///< Down
    void escaped();                        ///< Escape
    void focusChanged();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QRectF tokenRect(const core::QuickAddToken& token) const;
    QRectF crossRect(const core::QuickAddToken& token) const;
    void paintCross(const core::QuickAddToken& token);
    void hover(const QPointF& at);
    void dismissAtCaret();

    const app::Theme& m_theme;
    TokenHighlighter* m_highlighter;
    QString m_hint;
    std::optional<core::QuickAddToken> m_hovered;
};

} // namespace glow::ui
