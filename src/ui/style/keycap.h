#pragma once
#include <QWidget>

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// A key as drawn on a keyboard: 18 high, radius 4, outline. Decoration; what it stands for is said
/// elsewhere.
class KeyCap : public QWidget {
    Q_OBJECT
public:
    KeyCap(const app::Theme& theme, const QString& text, QWidget* parent = nullptr);
    void setText(const QString& text);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const app::Theme& m_theme;
    QString m_text;
};

} // namespace glow::ui
