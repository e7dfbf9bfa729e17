#pragma once
#include <QTextEdit>

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// The title: one paragraph that wraps and grows, frameless until it has the focus. A line break becomes a
/// space.
class TitleEdit : public QTextEdit {
    Q_OBJECT
public:
    explicit TitleEdit(QWidget* parent = nullptr);
    void setTheme(const app::Theme& theme);
    void setTitle(const QString& title, bool struckThrough);
    QString title() const { return m_title; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {40, sizeHint().height()}; }

Q_SIGNALS:
    void edited(const QString& title);
    void committed(); ///< Return

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    void paintFrame();
    void align();

    const app::Theme* m_theme = nullptr;
    QString m_title;
    bool m_setting = false;
};

} // namespace glow::ui
