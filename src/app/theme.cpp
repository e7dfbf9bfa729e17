#include "app/theme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <algorithm>
#include <iterator>

namespace glow::app {

namespace {

constexpr auto portalService = "org.freedesktop.portal.Desktop";
constexpr auto portalPath = "/org/freedesktop/portal/desktop";
constexpr auto portalSettings = "org.freedesktop.portal.Settings";

/// What desktops tell through the portal: light or dark, and whether things may move.
enum class Says { Dark, Still, Animations, AnimationFactor };
struct DesktopSetting {
    const char* group;
    const char* key;
    Says says;
};
constexpr DesktopSetting desktopSettings[]{
    {"org.freedesktop.appearance", "color-scheme", Says::Dark},
    {"org.freedesktop.appearance", "reduced-motion", Says::Still},
    {"org.gnome.desktop.interface", "enable-animations", Says::Animations},
    {"org.kde.kdeglobals.KDE", "AnimationDurationFactor", Says::AnimationFactor},
};

QColor rgb(uint value)
{
    return QColor::fromRgb(value);
}

Colours lightColours()
{
    Colours c;
    c.window = rgb(0xF5F6F8);
    c.surface = rgb(0xFFFFFF);
    c.sidebar = rgb(0xECEEF2);
    c.text = rgb(0x1A1F26);
    c.muted = rgb(0x5A6472);
    c.hairline = rgb(0xE1E5EA);
    c.accent = rgb(0x0B7A60);
    c.accentTint = rgb(0xE2F3EE);
    c.selection = rgb(0xE6F1EE);
    c.overdue = rgb(0xB93815);
    c.today = rgb(0x9E5A06);
    c.high = rgb(0xC8281E);
    c.medium = rgb(0xB86A04);
    c.low = rgb(0x1D63C4);
    c.outline = rgb(0xCBD2DA);
    c.hover = rgb(0xF5F6F8);
    c.chip = rgb(0xEEF0F4);
    c.ring = rgb(0x8A94A3);
    c.onAccent = rgb(0xFFFFFF);
    c.warnTint = rgb(0xFBF1DF);
    c.dangerTint = rgb(0xFCEBE5);
    c.grid = rgb(0xEEF1F4);
    c.lists = {rgb(0x7A5AF8), rgb(0x0E9384), rgb(0x4C9A2A), rgb(0xDD5B12)};
    return c;
}

Colours darkColours()
{
    Colours c;
    c.window = rgb(0x16191D);
    c.surface = rgb(0x1C2025);
    c.sidebar = rgb(0x121518);
    c.text = rgb(0xE6E9ED);
    c.muted = rgb(0x9AA4B1);
    c.hairline = rgb(0x2B3138);
    c.accent = rgb(0x35CFA5);
    c.accentTint = rgb(0x17382F);
    c.selection = rgb(0x1F332E);
    c.overdue = rgb(0xFF8A66);
    c.today = rgb(0xF0B45A);
    c.high = rgb(0xFF7A70);
    c.medium = rgb(0xF0B45A);
    c.low = rgb(0x7FB2FF);
    c.outline = rgb(0x3B434C);
    c.hover = rgb(0x22272D);
    c.chip = rgb(0x2A3037);
    c.ring = rgb(0x6C7683);
    c.onAccent = rgb(0x06241B);
    c.warnTint = rgb(0x352A18);
    c.dangerTint = rgb(0x3A231D);
    c.grid = rgb(0x242A30);
    c.lists = {rgb(0x9B83FF), rgb(0x2BB3A3), rgb(0x6BBF47), rgb(0xF0803C)};
    return c;
}

} // namespace

Theme::Theme(QObject* parent)
    : QObject(parent)
    , m_desktopDark(QGuiApplication::palette().color(QPalette::Window).lightness() < 128)
    , m_dark(m_desktopDark)
{
    askDesktop();
}

void Theme::setMode(Mode mode)
{
    m_mode = mode;
    update();
}

void Theme::setDensity(Density density)
{
    if (density == m_density)
        return;
    m_density = density;
    m_metrics.rowHeight = density == Density::Compact ? 28 : 36;
    m_metrics.headingShift = density == Density::Compact ? 0 : 3;
    Q_EMIT changed();
}

Theme::Mode Theme::modeFromWord(const QString& word)
{
    if (word == u"dark")
        return Mode::Dark;
    return word == u"light" ? Mode::Light : Mode::System;
}

Theme::Density Theme::densityFromWord(const QString& word)
{
    return word == u"compact" ? Density::Compact : Density::Comfortable;
}

const Colours& Theme::colours() const
{
    static const Colours light = lightColours();
    static const Colours dark = darkColours();
    return m_dark ? dark : light;
}

QFont Theme::font(Text text) const
{
    struct Face {
        int pixels;
        QFont::Weight weight;
    };
    static constexpr Face faces[] = {
        {13, QFont::Normal},   {13, QFont::Medium},   {13, QFont::DemiBold}, {20, QFont::DemiBold},
        {15, QFont::DemiBold}, {12, QFont::Normal},   {12, QFont::Medium},   {11, QFont::Normal},
        {11, QFont::DemiBold}, {28, QFont::DemiBold},
    };
    const Face& face = faces[static_cast<int>(text)];
    QFont font = QGuiApplication::font();
    font.setPixelSize(face.pixels);
    font.setWeight(face.weight);
    return font;
}

QPalette Theme::palette() const
{
    const Colours& c = colours();
    QPalette p(c.text, c.surface, c.surface, c.hairline, c.outline, c.text, c.text, c.surface, c.window);
    p.setColor(QPalette::AlternateBase, c.hover);
    p.setColor(QPalette::PlaceholderText, c.muted);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, c.onAccent);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.accent);
    p.setColor(QPalette::ToolTipBase, c.surface);
    p.setColor(QPalette::ToolTipText, c.text);
    QColor disabled = c.muted;
    disabled.setAlphaF(0.6F);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, disabled);
    return p;
}

QColor Theme::listColour(const QString& colour) const
{
    bool isIndex = false;
    const int index = colour.toInt(&isIndex);
    const QList<QColor>& lists = colours().lists;
    if (isIndex && index >= 0)
        return lists.at(index % lists.size());
    const QColor named = colour.startsWith(u'#') ? QColor(colour) : QColor();
    return named.isValid() ? named : colours().muted;
}

QColor Theme::priorityColour(core::Priority priority) const
{
    const Colours& c = colours();
    switch (priority) {
    case core::Priority::High:
        return c.high;
    case core::Priority::Medium:
        return c.medium;
    case core::Priority::Low:
        return c.low;
    case core::Priority::None:
        break;
    }
    return c.ring;
}

qreal Theme::ringWidth(core::Priority priority)
{
    switch (priority) {
    case core::Priority::High:
        return 2.4;
    case core::Priority::Medium:
        return 2.0;
    case core::Priority::Low:
        return 1.6;
    case core::Priority::None:
        break;
    }
    return 1.4;
}

void Theme::update()
{
    const bool dark = m_mode == Mode::System ? m_desktopDark : m_mode == Mode::Dark;
    if (dark == m_dark)
        return;
    m_dark = dark;
    Q_EMIT changed();
}

void Theme::desktopSays(bool dark)
{
    m_desktopDark = dark;
    update();
}

void Theme::desktopMoves(const QString& setting, bool moves)
{
    if (moves)
        m_still.remove(setting);
    else
        m_still.insert(setting);
}

void Theme::paletteChanged()
{
    const QPalette now = QGuiApplication::palette();
    const QPalette own = palette();
    const auto same = [&](QPalette::ColorRole role) { return now.color(role) == own.color(role); };
    if (same(QPalette::Window) && same(QPalette::WindowText) && same(QPalette::Base))
        return;
    if (!m_portalSpoke)
        m_desktopDark = now.color(QPalette::Window).lightness() < 128;
    m_dark = m_mode == Mode::System ? m_desktopDark : m_mode == Mode::Dark;
    Q_EMIT changed(); // the same theme puts its colours back
}

// Qt 6.4 does not tell light from dark; the desktop portal does, at start and when it changes.
void Theme::askDesktop()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(QString::fromLatin1(portalService), QString::fromLatin1(portalPath),
                QString::fromLatin1(portalSettings), QStringLiteral("SettingChanged"), this,
                SLOT(desktopSettingChanged(QString, QString, QDBusVariant)));
    for (const DesktopSetting& setting : desktopSettings)
        askDesktop(QString::fromLatin1(setting.group), QString::fromLatin1(setting.key));
}

void Theme::askDesktop(const QString& group, const QString& key)
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(QString::fromLatin1(portalService), QString::fromLatin1(portalPath),
                                       QString::fromLatin1(portalSettings), QStringLiteral("Read"));
    call << group << key;
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, group, key] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isError())
            return;
        const QVariant outer = reply.value().variant();
        desktopSettingChanged(group, key,
                              outer.canConvert<QDBusVariant>() ? outer.value<QDBusVariant>() : reply.value());
    });
}

void Theme::desktopSettingChanged(const QString& group, const QString& key, const QDBusVariant& value)
{
    const auto isIt = [&](const DesktopSetting& setting) {
        return group == QLatin1String(setting.group) && key == QLatin1String(setting.key);
    };
    const auto* setting = std::find_if(std::begin(desktopSettings), std::end(desktopSettings), isIt);
    if (setting == std::end(desktopSettings))
        return;
    const uint number = value.variant().toUInt();
    switch (setting->says) {
    case Says::Dark: // 0 no preference, 1 dark, 2 light
        if (number != 1 && number != 2)
            return;
        m_portalSpoke = true;
        desktopSays(number == 1);
        break;
    case Says::Still: // 0 no preference, 1 reduced
        desktopMoves(group, number != 1);
        break;
    case Says::Animations:
        desktopMoves(group, value.variant().toBool());
        break;
    case Says::AnimationFactor:
        desktopMoves(group, value.variant().toString().toDouble() > 0);
        break;
    }
}

} // namespace glow::app
