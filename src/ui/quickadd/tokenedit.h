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
    const core::QuickAddResult& reading() const { return m_reading; }

protected:
    void highlightBlock(const QString& text) override;

private:
    const app::Theme& m_theme;
    core::QuickAddContext m_context;
    core::QuickAddResult m_reading;
};

/// One line of text in which recognised tokens are tinted. Enter submits; it never holds a line break.
class TokenEdit : public QTextEdit {
    Q_OBJECT
public:
    explicit TokenEdit(const app::Theme& theme, QWidget* parent = nullptr);

    QString text() const { return toPlainText(); }
    TokenHighlighter& highlighter() { return *m_highlighter; }
    void setHint(const QString& hint);

Q_SIGNALS:
    void submitted();
    void left(); ///< Escape or Down
    void focusChanged();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    QRectF tokenRect(const core::QuickAddToken& token) const;

    const app::Theme& m_theme;
    TokenHighlighter* m_highlighter;
    QString m_hint;
};

} // namespace glow::ui
