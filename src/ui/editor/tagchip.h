#pragma once
#include <QAbstractButton>

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// One tag in the tag field: accent on accent tint, or text on grey or on nothing; under the pointer it shows
/// the cross that takes it off.
class TagChip : public QAbstractButton {
    Q_OBJECT
public:
    enum class Look { Accent, Grey, Bare };
    TagChip(const app::Theme& theme, const QString& name, QWidget* parent);
    void setLook(Look look);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QFont textFont() const;
    int padding() const;

    const app::Theme& m_theme;
    Look m_look = Look::Accent;
};

} // namespace glow::ui
