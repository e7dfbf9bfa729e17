#include "ui/messagebar.h"

#include "app/theme.h"
#include "ui/style/icons.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>

namespace glow::ui {

using app::Message;

MessageBar::MessageBar(const app::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_row(new QHBoxLayout(this))
    , m_icon(new QLabel(this))
    , m_label(new QLabel(this))
    , m_close(new QToolButton(this))
{
    m_row->setContentsMargins(20, 8, 20, 8);
    m_row->setSpacing(12);
    m_row->addWidget(m_icon);
    m_row->addWidget(m_label, 1);
    m_row->addWidget(m_close);
    m_label->setTextFormat(Qt::RichText);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setProperty("look", QStringLiteral("quiet small"));
    m_close->setIcon(icon(theme, QStringLiteral("close"), Ink::Muted));
    m_close->setIconSize({12, 12});
    connect(m_close, &QToolButton::clicked, this, [this] {
        if (!m_messages.isEmpty())
            clear(m_messages.constLast().key);
    });
    connect(&theme, &app::Theme::changed, this, &MessageBar::refresh);
    setMinimumHeight(app::Metrics::messageBarHeight);
    setAccessibleName(tr("Message"));
    refresh();
}

void MessageBar::show(const Message& message)
{
    m_messages.removeIf([&message](const Message& each) { return each.key == message.key; });
    m_messages.append(message);
    refresh();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::clear(const QString& key)
{
    if (m_messages.removeIf([&key](const Message& each) { return each.key == key; }) > 0)
        refresh();
}

bool MessageBar::has(const QString& key) const
{
    return std::any_of(m_messages.cbegin(), m_messages.cend(),
                       [&key](const Message& each) { return each.key == key; });
}

QString MessageBar::text() const
{
    if (m_messages.isEmpty())
        return {};
    const Message& message = m_messages.constLast();
    return (message.strong + u' ' + message.text).trimmed();
}

void MessageBar::refresh()
{
    setVisible(!m_messages.isEmpty());
    qDeleteAll(m_buttons);
    m_buttons.clear();
    if (m_messages.isEmpty())
        return;
    const Message& message = m_messages.constLast();
    const app::Colours& c = m_theme.colours();
    const bool isInfo = message.kind == Message::Kind::Info;
    const QColor ink = isInfo ? c.accent : message.kind == Message::Kind::Error ? c.overdue : c.today;
    const QString name = message.key == u"link" && !isInfo ? QStringLiteral("offline")
                         : isInfo                          ? QStringLiteral("info")
                                                           : QStringLiteral("warning");
    m_icon->setPixmap(iconPixmap(name, 16, ink, devicePixelRatioF()));
    const QString strong = message.strong.toHtmlEscaped();
    m_label->setText(
        QStringLiteral("<span style=\"font-weight:600\">%1</span> <span style=\"color:%2\">%3</span>")
            .arg(strong, strong.isEmpty() ? c.text.name() : c.muted.name(), message.text.toHtmlEscaped()));
    m_label->setAccessibleName(text());
    for (const Message::Action& action : message.actions) {
        auto* button = new QPushButton(action.text, this);
        button->setProperty("look", QStringLiteral("small"));
        if (!action.icon.isEmpty())
            button->setIcon(icon(m_theme, action.icon));
        connect(button, &QPushButton::clicked, this, [run = action.run] { run(); });
        m_row->insertWidget(m_row->count() - 1, button);
        m_buttons.append(button);
    }
    m_close->setVisible(message.closable);
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close this message"));
    update();
}

QColor MessageBar::background() const
{
    const app::Colours& c = m_theme.colours();
    if (m_messages.isEmpty())
        return c.surface;
    switch (m_messages.constLast().kind) {
    case Message::Kind::Info:
        return c.accentTint;
    case Message::Kind::Warning:
        return c.warnTint;
    case Message::Kind::Error:
        return c.dangerTint;
    }
    return c.surface;
}

void MessageBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), background());
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.colours().hairline);
}

void MessageBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace glow::ui
