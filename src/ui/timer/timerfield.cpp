#include "ui/timer/timerfield.h"

#include "app/editor/datetext.h"
#include "app/theme.h"
#include "app/timer/timer.h"
#include "ui/style/glowstyle.h"
#include "ui/style/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <chrono>

namespace glow::ui {

namespace {

constexpr std::chrono::seconds beat{15};

} // namespace

TimerField::TimerField(QWidget* parent)
    : QWidget(parent)
    , m_toggle(new QToolButton(this))
    , m_spent(new QLineEdit(this))
    , m_estimate(new QLabel(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_spent, 1);
    row->addWidget(m_estimate);
    row->addWidget(m_toggle);
    setLook(m_estimate, QStringLiteral("hint"));
    m_toggle->setFixedSize(app::Metrics::controlHeight, app::Metrics::controlHeight);
    m_toggle->setIconSize({app::Metrics::iconSize, app::Metrics::iconSize});
    setFocusProxy(m_spent);
    m_tick.setInterval(beat);
    connect(&m_tick, &QTimer::timeout, this, &TimerField::refresh);
    connect(m_toggle, &QToolButton::clicked, this, [this] {
        if (m_timer)
            m_timer->toggle(m_task);
    });
    connect(m_spent, &QLineEdit::editingFinished, this, &TimerField::take);
    connect(m_spent, &QLineEdit::textEdited, this, [this] { Q_EMIT problemChanged({}); });
    retranslate();
}

TimerField::~TimerField()
{
    m_spent->disconnect(this); // a line that goes with the focus says once more that it is finished
}

void TimerField::setUp(const app::Theme& theme, app::Timer& timer)
{
    m_theme = &theme;
    m_timer = &timer;
    connect(&timer, &app::Timer::changed, this, &TimerField::refresh);
    connect(&theme, &app::Theme::changed, this, &TimerField::refresh);
    refresh();
}

void TimerField::showTask(const core::Task& task)
{
    const bool isOther = task.uid != m_task.uid;
    m_task = task;
    if (isOther) {
        m_spent->setModified(false);
        Q_EMIT problemChanged({});
    }
    refresh();
}

void TimerField::retranslate()
{
    m_spent->setPlaceholderText(tr("None"));
    m_spent->setAccessibleName(tr("Time spent"));
    refresh();
}

void TimerField::refresh()
{
    if (!m_timer)
        return;
    const bool runs = m_timer->runs(m_task);
    runs ? m_tick.start() : m_tick.stop();
    m_toggle->setIcon(icon(*m_theme, runs ? QStringLiteral("stop") : QStringLiteral("play")));
    m_toggle->setEnabled(!m_task.completed);
    const QString name = runs ? tr("Stop the timer") : tr("Start the timer");
    m_toggle->setAccessibleName(name);
    m_toggle->setToolTip(name);
    m_estimate->setVisible(m_task.estimateMinutes > 0);
    m_estimate->setText(tr("of %1").arg(app::estimateText(m_task.estimateMinutes)));
    if (!m_spent->isModified())
        m_spent->setText(app::durationText(m_timer->spent(runs ? m_timer->running() : m_task)));
}

void TimerField::take()
{
    if (!m_timer || !m_spent->isModified())
        return;
    const std::optional<int> minutes = app::readEstimate(m_spent->text(), QLocale());
    if (!minutes) {
        Q_EMIT problemChanged(tr("Type a duration such as “45 min” or “1h30m”."));
        return;
    }
    m_spent->setModified(false);
    m_timer->setSpent(m_task, *minutes * 60LL);
    refresh();
}

void TimerField::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace glow::ui
