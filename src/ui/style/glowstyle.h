#pragma once
#include <QFocusFrame>
#include <QPointer>
#include <QProxyStyle>

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// Fusion with the measures of design/README.md. Variants are chosen by the dynamic property `look` of a
/// widget (in a form too), several words separated by spaces:
///   QPushButton/QToolButton  "main" accent, one per window · "quiet" no border · "small" 24 high · "link"
///   accent text alone
///                            "segment-first" | "segment-middle" | "segment-last": checkable, share one
///                            outline
///   QLineEdit                "tall" 32 high · "bare" no border, for a field inside another frame · "title"
///   15 semibold QLabel                   "muted" · "hint" 12 muted · "caption" 11 semibold muted · "title"
///   20 semibold
///                            "section" 15 semibold · "strong" 13 semibold
///   QWidget                  "surface" | "sidebar" | "window": background token
class GlowStyle : public QProxyStyle {
    Q_OBJECT
public:
    explicit GlowStyle(const app::Theme& theme);
    ~GlowStyle() override;

    const app::Theme& theme() const { return m_theme; }

    void polish(QWidget* widget) override;
    void unpolish(QWidget* widget) override;
    void polish(QPalette& palette) override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returnData) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option,
                         const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl,
                         const QWidget* widget) const override;
    void drawItemText(QPainter* painter, const QRect& rect, int flags, const QPalette& palette, bool enabled,
                      const QString& text, QPalette::ColorRole role) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;

private:
    void applyTheme();
    void applyLook(QWidget* widget) const;
    void moveFocusFrame(QWidget* widget, Qt::FocusReason reason);

    const app::Theme& m_theme;
    QPointer<QFocusFrame> m_focusFrame; ///< lies in the window of the widget it surrounds and dies with it
};

bool isTextField(const QWidget* widget); ///< of one line or several
/// `look` of a widget contains this word.
bool hasLook(const QWidget* widget, QStringView word);
/// Sets `look` and has the style take notice.
void setLook(QWidget* widget, const QString& words);

} // namespace glow::ui
