#pragma once
#include "core/task.h"

#include <QColor>
#include <QDBusVariant>
#include <QFont>
#include <QList>
#include <QObject>
#include <QPalette>
#include <QSet>

namespace glow::app {

/// The colour tokens of DESIGN.md section 3 and design/README.md.
struct Colours {
    QColor window, surface, sidebar, text, muted, hairline, accent, accentTint, selection;
    QColor overdue, today, high, medium, low;
    QColor outline, hover, chip, ring, onAccent, warnTint, dangerTint, grid;
    QList<QColor> lists;
};

/// Measures in device-independent pixels that depend on the density; the fixed ones are constants of the same
/// name.
struct Metrics {
    int rowHeight = 36;   ///< headings the same
    int headingShift = 3; ///< comfortable headings sit this much below the middle

    static constexpr int sidebarWidth = 232;
    static constexpr int editorWidth = 336;
    static constexpr int statusBarHeight = 28;
    static constexpr int messageBarHeight = 40;
    static constexpr int pageHeadHeight = 52;
    static constexpr int columnHeadHeight = 28;
    static constexpr int controlHeight = 28;
    static constexpr int iconSize = 16;
    static constexpr int radius = 6;
    static constexpr int narrowBelow = 960; ///< the editor folds away below this window width
};

/// The one place of colours, measures and fonts; delegates and the style read it when they paint. GUI thread.
class Theme : public QObject {
    Q_OBJECT
public:
    enum class Mode { System, Light, Dark };
    enum class Density { Comfortable, Compact };
    enum class Text {
        Body,         ///< 13 regular
        Medium,       ///< 13 medium
        Strong,       ///< 13 semibold: headings and chosen things
        ViewTitle,    ///< 20 semibold
        SectionTitle, ///< 15 semibold: editor and section titles
        Hint,         ///< 12: hints, column heads, status
        HintMedium,   ///< 12 medium
        Chip,         ///< 11: chips, keys
        Caption,      ///< 11 semibold: sidebar captions
        Figure        ///< 28 semibold
    };

    /// To be made before anything changes the application's palette: that is where the desktop's choice is
    /// read first.
    explicit Theme(QObject* parent = nullptr);

    Mode mode() const { return m_mode; }
    Density density() const { return m_density; }
    void setMode(Mode mode);
    void setDensity(Density density);
    /// The words of the settings: "system" | "light" | "dark", "comfortable" | "compact".
    static Mode modeFromWord(const QString& word);
    static Density densityFromWord(const QString& word);

    bool isDark() const { return m_dark; }
    const Colours& colours() const;
    const Metrics& metrics() const { return m_metrics; }
    QFont font(Text text) const;
    QPalette palette() const; ///< the same colours for widgets that Qt paints
    /// Milliseconds that folding and inserted rows take; 0 where the desktop asks for less motion.
    int motion() const { return m_still.isEmpty() ? 120 : 0; }
    /// The application's palette has changed. One that is not the theme's own comes from the desktop: without
    /// a portal nothing else tells light from dark.
    void paletteChanged();

    /// `colour` as lists and tags store it: index into the list colours or "#rrggbb"; muted when it is
    /// neither.
    QColor listColour(const QString& colour) const;
    QColor priorityColour(core::Priority priority) const; ///< of the check circle's ring
    static qreal ringWidth(core::Priority priority);

Q_SIGNALS:
    void changed();

private:
    void desktopSays(bool dark);
    void desktopMoves(const QString& setting, bool moves);
    void askDesktop();
    void askDesktop(const QString& group, const QString& key);
    void update();

    Mode m_mode = Mode::System;
    Density m_density = Density::Comfortable;
    bool m_desktopDark = false;
    bool m_portalSpoke = false;
    QSet<QString> m_still; ///< settings of the desktop that ask for less motion
    bool m_dark = false;
    Metrics m_metrics;

private Q_SLOTS:
    void desktopSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);
};

} // namespace glow::app
