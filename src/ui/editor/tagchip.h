#pragma once
#include <QAbstractButton>

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// One tag in the tag field: accent on accent tint; under the pointer it shows the cross that takes it off.
class TagChip : public QAbstractButton {
    Q_OBJECT
public:
    TagChip(const app::Theme& theme, const QString& name, QWidget* parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    const app::Theme& m_theme;
};

} // namespace glow::ui
