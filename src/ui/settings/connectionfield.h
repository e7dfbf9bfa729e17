#pragma once
#include <QLineEdit>

class QAction;
class QLabel;

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// A connection string with the password masked, an eye to show it, and a word at its end. What is pasted
/// with line breaks (a .env file) is told whole, before the line edit would join its lines.
class ConnectionField : public QLineEdit {
    Q_OBJECT
public:
    explicit ConnectionField(QWidget* parent = nullptr);
    void setUp(const app::Theme& theme, bool withEye);
    void setTail(const QString& word); ///< "derived", muted, at the end
    bool isRevealed() const { return m_revealed; }
    void setRevealed(bool revealed);

Q_SIGNALS:
    void pasted(const QString& text); ///< the clipboard's text, when it holds a whole connection string
    void revealedChanged(bool revealed);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    bool takeWhole(const QString& text);
    void pasteText();
    void arrange();

    QLabel* m_tail;
    QAction* m_eye = nullptr;
    bool m_revealed = false;
};

} // namespace glow::ui
