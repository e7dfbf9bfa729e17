#include "ui/timer/timermark.h"

#include "app/editor/datetext.h"
#include "app/theme.h"
#include "app/timer/timer.h"
#include "ui/style/glowstyle.h"
#include "ui/style/icons.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <chrono>

namespace glow::ui {

namespace {

constexpr std::chrono::seconds beat{15};
constexpr int widest = 260;

} // namespace

TimerMark::TimerMark(const app::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_stop(new QToolButton(this))
    , m_task(new QToolButton(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    for (QToolButton* button : {m_stop, m_task}) {
        setLook(button, QStringLiteral("quiet small"));
        button->setFocusPolicy(Qt::TabFocus);
        button->setFixedHeight(24);
        row->addWidget(button);
    }
    m_stop->setIcon(icon(theme, QStringLiteral("stop")));
    m_stop->setIconSize({12, 12});
    m_stop->setFixedWidth(24);
    m_task->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_task->setFont(theme.font(app::Theme::Text::Hint));
    m_tick.setInterval(beat);
    connect(&m_tick, &QTimer::timeout, this, &TimerMark::refresh);
    connect(m_stop, &QToolButton::clicked, this, [this] {
        if (m_timer)
            m_timer->stop();
    });
    connect(m_task, &QToolButton::clicked, this, [this] {
        if (m_timer)
            Q_EMIT taskWanted(m_timer->running().uid);
    });
    retranslate();
    hide();
}

void TimerMark::setTimer(app::Timer* timer)
{
    if (m_timer)
        m_timer->disconnect(this);
    m_timer = timer;
    if (timer) {
        connect(timer, &app::Timer::changed, this, &TimerMark::refresh);
        connect(timer, &QObject::destroyed, this, [this] { setTimer(nullptr); });
    }
    refresh();
}

QString TimerMark::text() const
{
    return isHidden() ? QString() : m_task->text();
}

void TimerMark::retranslate()
{
    m_stop->setAccessibleName(tr("Stop the timer"));
    m_stop->setToolTip(tr("Stop the timer"));
    refresh();
}

void TimerMark::refresh()
{
    const bool runs = m_timer && m_timer->isRunning();
    setVisible(runs);
    runs ? m_tick.start() : m_tick.stop();
    if (!runs)
        return;
    const QString title = m_timer->running().title;
    const QString time = app::durationText(m_timer->elapsed());
    const QFontMetrics metrics(m_task->font());
    m_task->setText(
        tr("%1 · %2", "time, title").arg(time, metrics.elidedText(title, Qt::ElideRight, widest)));
    m_task->setToolTip(tr("Show “%1”").arg(title).toHtmlEscaped());
    m_task->setAccessibleName(tr("Timer of “%1”: %2. Show the task").arg(title, time));
}

} // namespace glow::ui
