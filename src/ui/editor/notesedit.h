#pragma once
#include <QTextEdit>

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// Notes: Markdown, rendered while it is read, the source while it is typed. Grows with its text up to a
/// limit. Nothing is fetched and no HTML is understood.
class NotesEdit : public QTextEdit {
    Q_OBJECT
public:
    explicit NotesEdit(QWidget* parent = nullptr);
    void setTheme(const app::Theme& theme);
    void setNotes(const QString& notes);
    QString notes() const { return m_notes; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

Q_SIGNALS:
    void edited(const QString& notes);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    QVariant loadResource(int type, const QUrl& name) override;

private:
    void render();
    void showSource();
    void setLineHeight();

    QString m_notes;
    bool m_source = false;
    bool m_setting = false;
};

} // namespace glow::ui
