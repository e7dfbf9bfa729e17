#include "ui/editor/datepopup.h"

#include "app/editor/datetext.h"
#include "app/theme.h"
#include "core/recurrence/recurrencetext.h"
#include "ui/editor/monthgrid.h"
#include "ui/editor/repeateditor.h"
#include "ui/quickadd/tokenedit.h"
#include "ui/style/glowstyle.h"
#include "ui/style/hairline.h"
#include "ui/style/icons.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QTimeZone>
#include <QToolButton>
#include <QVBoxLayout>

namespace glow::ui {

namespace {

constexpr int padding = 16;
constexpr int gap = 4;
constexpr int calendarWidth = 252;
constexpr int repeatWidth = 320;
constexpr int phraseHeight = 32;

QHBoxLayout* row(QWidget* holder)
{
    auto* layout = new QHBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    return layout;
}

/// The frame of the phrase: a text field with a token editor in it.
class PhraseFrame : public QWidget {
public:
    PhraseFrame(const app::Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setFixedHeight(phraseHeight);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool focused = focusProxy() && focusProxy()->hasFocus();
        painter.setPen(focused ? m_theme.colours().accent : m_theme.colours().outline);
        painter.setBrush(m_theme.colours().surface);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }

private:
    const app::Theme& m_theme;
};

QLabel* picture(const app::Theme& theme, const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setPixmap(icon(theme, name, Ink::Muted).pixmap(16, 16));
    return label;
}

QString zoneName(const QString& zone)
{
    return zone.section(u'/', -1).replace(u'_', u' ');
}

} // namespace

DatePopup::DatePopup(const app::Theme& theme, const QDateTime& now, const app::Schedule& schedule,
                     const Options& options, QWidget* parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint)
    , m_theme(theme)
    , m_now(now)
    , m_before(schedule)
    , m_schedule(schedule)
    , m_options(options)
    , m_grid(new MonthGrid(theme, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_TranslucentBackground);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makePhrase());
    auto* middle = new QWidget(this);
    auto* columns = row(middle);
    columns->setContentsMargins(padding, 4, padding, padding);
    columns->setSpacing(padding);
    columns->addWidget(makeCalendar(), 0, Qt::AlignTop);
    if (options.repeats) {
        auto* line = new Hairline(middle);
        line->setFrameShape(QFrame::VLine);
        columns->addWidget(line);
        auto* right = new QVBoxLayout;
        m_repeat = new RepeatEditor(now, middle);
        m_repeat->setMinimumWidth(repeatWidth);
        right->addWidget(m_repeat, 1);
        m_applies = makeApplies();
        right->addWidget(m_applies);
        columns->addLayout(right, 1);
        connect(m_repeat, &RepeatEditor::edited, this,
                [this](const std::optional<core::RecurrenceRule>& rule, bool fromCompletion) {
                    app::Schedule changed = m_schedule;
                    changed.rrule = rule ? rule->toText() : QString();
                    changed.fromCompletion = rule && fromCompletion;
                    if (rule && !changed.due)
                        changed.due = core::WallTime{m_now.date(), std::nullopt};
                    set(changed);
                });
    }
    layout->addWidget(middle);
    layout->addWidget(new Hairline(this));
    layout->addWidget(makeFoot());
    connect(m_grid, &MonthGrid::chosen, this, &DatePopup::choose);
    connect(m_grid, &MonthGrid::monthChanged, this, &DatePopup::askDays);
    m_grid->setDays(now.date(), schedule.due ? schedule.due->date : QDate(), options.firstDay);
    m_grid->setObjectName(QStringLiteral("month"));
    display(true);
    m_phrase->setFocus();
}

QWidget* DatePopup::makePhrase()
{
    auto* holder = new QWidget(this);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(padding, padding, padding, 4);
    column->setSpacing(gap);
    auto* frame = new PhraseFrame(m_theme, holder);
    auto* line = new QHBoxLayout(frame);
    line->setContentsMargins(10, 6, 10, 6);
    line->setSpacing(8);
    line->addWidget(picture(m_theme, QStringLiteral("calendar"), frame));
    m_phrase = new TokenEdit(m_theme, frame);
    m_phrase->setObjectName(QStringLiteral("phrase"));
    m_phrase->setAccessibleName(tr("Date in words"));
    m_phrase->setHint(m_options.repeats ? tr("tomorrow 9:00, or every friday") : tr("tomorrow, or 27 nov"));
    m_phrase->highlighter().setContext(
        {m_now,
         QLocale(),
         core::QuickAddPart::Due | core::QuickAddPart::Repeat | core::QuickAddPart::Escape,
         {},
         {}});
    line->addWidget(m_phrase, 1);
    line->addWidget(picture(m_theme, QStringLiteral("check"), frame));
    frame->setFocusProxy(m_phrase);
    column->addWidget(frame);
    m_hint = new QLabel(holder);
    m_hint->setObjectName(QStringLiteral("phraseHint"));
    setLook(m_hint, QStringLiteral("hint"));
    m_hint->setWordWrap(true);
    column->addWidget(m_hint);
    connect(m_phrase, &QTextEdit::textChanged, this, &DatePopup::readPhrase);
    connect(m_phrase, &TokenEdit::submitted, this, &DatePopup::accept);
    connect(m_phrase, &TokenEdit::left, m_grid, qOverload<>(&QWidget::setFocus));
    connect(m_phrase, &TokenEdit::focusChanged, frame, qOverload<>(&QWidget::update));
    return holder;
}

QWidget* DatePopup::makeCalendar()
{
    auto* holder = new QWidget(this);
    holder->setMinimumWidth(calendarWidth);
    auto* layout = new QVBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(makeQuickChoices());
    layout->addWidget(makeMonthHead());
    layout->addWidget(m_grid);
    layout->addWidget(makeTimeRow());
    return holder;
}

QWidget* DatePopup::makeQuickChoices()
{
    auto* holder = new QWidget(this);
    QHBoxLayout* layout = row(holder);
    const QDate today = m_now.date();
    const QDate monday = today.addDays(8 - today.dayOfWeek());
    const QList<std::pair<QString, QDate>> choices{{tr("Today"), today},
                                                   {tr("Tomorrow"), today.addDays(1)},
                                                   {QLocale().standaloneDayName(Qt::Monday), monday},
                                                   {tr("None"), QDate()}};
    for (const auto& [text, day] : choices) {
        auto* button = new QPushButton(text, holder);
        setLook(button, QStringLiteral("small"));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, chosenDay = day] { choose(chosenDay); });
        layout->addWidget(button);
    }
    layout->addStretch();
    return holder;
}

QWidget* DatePopup::makeMonthHead()
{
    auto* holder = new QWidget(this);
    QHBoxLayout* layout = row(holder);
    auto* month = new QLabel(holder);
    setLook(month, QStringLiteral("strong"));
    layout->addWidget(month, 1);
    connect(m_grid, &MonthGrid::monthChanged, month, [this, month] {
        const QDate first = m_grid->month();
        month->setText(tr("%1 %2", "month and year")
                           .arg(QLocale().standaloneMonthName(first.month()))
                           .arg(first.year()));
    });
    const QList<std::tuple<QString, QString, int>> turns{
        {QStringLiteral("chevron-left"), tr("Month before"), -1},
        {QStringLiteral("chevron-right"), tr("Month after"), 1}};
    for (const auto& [picture, name, months] : turns) {
        auto* button = new QToolButton(holder);
        button->setIcon(icon(m_theme, picture));
        button->setAccessibleName(name);
        button->setToolTip(name);
        setLook(button, QStringLiteral("quiet small"));
        connect(button, &QToolButton::clicked, m_grid, [this, step = months] { m_grid->turn(step); });
        layout->addWidget(button);
    }
    return holder;
}

QWidget* DatePopup::makeTimeRow()
{
    auto* holder = new QWidget(this);
    QHBoxLayout* layout = row(holder);
    auto* label = new QLabel(tr("Time"), holder);
    setLook(label, QStringLiteral("muted"));
    label->setFixedWidth(52);
    m_time = new QLineEdit(holder);
    m_time->setFixedWidth(88);
    m_time->setObjectName(QStringLiteral("time"));
    m_time->setAccessibleName(tr("Time"));
    m_time->setPlaceholderText(tr("None"));
    QAction* clear =
        m_time->addAction(icon(m_theme, QStringLiteral("close"), Ink::Muted), QLineEdit::TrailingPosition);
    clear->setToolTip(tr("No time"));
    connect(clear, &QAction::triggered, this, [this] {
        m_time->clear();
        chooseTime();
    });
    connect(m_time, &QLineEdit::textEdited, this, &DatePopup::chooseTime);
    connect(m_time, &QLineEdit::returnPressed, this, &DatePopup::accept);
    m_zone = new QPushButton(holder);
    m_zone->setObjectName(QStringLiteral("zone"));
    m_zone->setAutoDefault(false);
    setLook(m_zone, QStringLiteral("quiet small"));
    m_zone->setToolTip(tr("Whether the time is the same wherever you are, or fixed to a time zone"));
    connect(m_zone, &QPushButton::clicked, this, &DatePopup::chooseZone);
    layout->addWidget(label);
    layout->addWidget(m_time);
    layout->addStretch();
    layout->addWidget(m_zone);
    return holder;
}

QWidget* DatePopup::makeApplies()
{
    auto* holder = new QWidget(this);
    QHBoxLayout* layout = row(holder);
    layout->setSpacing(0);
    auto* group = new QButtonGroup(holder);
    for (const auto& [text, place] : {std::pair{tr("only this one"), "segment-first"},
                                      std::pair{tr("this and following"), "segment-last"}}) {
        auto* button = new QPushButton(text, holder);
        button->setCheckable(true);
        button->setAutoDefault(false);
        setLook(button, QLatin1String(place));
        group->addButton(button, static_cast<int>(group->buttons().size()));
        layout->addWidget(button);
    }
    group->button(0)->setChecked(true);
    connect(group, &QButtonGroup::idClicked, this, [this](int id) {
        m_following = id == 1;
        app::Schedule changed = m_schedule;
        const auto rule = core::RecurrenceRule::fromText(m_before.rrule);
        if (rule && changed.due)
            changed.rrule = m_following ? core::ruleOn(*rule, changed.due->date).toText() : m_before.rrule;
        set(changed);
    });
    return holder;
}

QWidget* DatePopup::makeFoot()
{
    auto* holder = new QWidget(this);
    QHBoxLayout* layout = row(holder);
    layout->setContentsMargins(padding - 4, 12, padding, 12);
    layout->setSpacing(8);
    const auto button = [holder](const QString& text, const char* name, const char* look) {
        auto* made = new QPushButton(text, holder);
        made->setObjectName(QLatin1String(name));
        made->setAutoDefault(false);
        setLook(made, QLatin1String(look));
        return made;
    };
    m_remove = button(tr("Remove repeat"), "removeRepeat", "quiet");
    m_skip = button(tr("Skip this one"), "skip", "quiet");
    auto* cancel = button(tr("Cancel"), "cancel", "");
    m_accept = button(tr("Set date"), "accept", "main");
    layout->addWidget(m_remove);
    layout->addWidget(m_skip);
    layout->addStretch();
    layout->addWidget(cancel);
    layout->addWidget(m_accept);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        app::Schedule changed = m_schedule;
        changed.rrule.clear();
        changed.fromCompletion = false;
        set(changed);
    });
    connect(m_skip, &QPushButton::clicked, this, [this] {
        Q_EMIT skipped();
        close();
    });
    connect(cancel, &QPushButton::clicked, this, &QWidget::close);
    connect(m_accept, &QPushButton::clicked, this, &DatePopup::accept);
    return holder;
}

std::optional<QTime> DatePopup::typedTime() const
{
    if (m_time->text().trimmed().isEmpty())
        return std::nullopt;
    const QString day = m_now.date().toString(Qt::ISODate);
    const auto read = app::readDateField(day + u' ' + m_time->text().trimmed(), m_now, QLocale());
    return read ? read->time : m_schedule.due ? m_schedule.due->time : std::nullopt;
}

void DatePopup::readPhrase()
{
    const auto read = app::readSchedule(m_phrase->text(), m_now, QLocale());
    m_readable = read && (m_options.repeats || read->rrule.isEmpty());
    if (m_readable) {
        const QString zone = m_schedule.zone;
        m_schedule = *read;
        m_schedule.zone = zone;
        m_following = false;
    }
    display(false);
}

void DatePopup::choose(const QDate& day)
{
    app::Schedule changed = m_schedule;
    changed.due.reset();
    if (day.isValid())
        changed.due = core::WallTime{day, typedTime()};
    else
        changed = {};
    set(changed);
    if (!m_options.repeats)
        accept();
}

void DatePopup::chooseTime()
{
    app::Schedule changed = m_schedule;
    const auto time = typedTime();
    if (!changed.due && !time)
        return;
    changed.due = core::WallTime{changed.due ? changed.due->date : m_now.date(), time};
    set(changed);
}

void DatePopup::chooseZone()
{
    app::Schedule changed = m_schedule;
    const QString here = QString::fromUtf8(QTimeZone::systemTimeZoneId());
    changed.zone = !changed.zone.isEmpty() ? QString() : m_before.zone.isEmpty() ? here : m_before.zone;
    set(changed);
}

void DatePopup::set(const app::Schedule& schedule)
{
    m_schedule = schedule;
    m_readable = true;
    display(true);
}

bool DatePopup::movesOnlyDate() const
{
    return !m_before.rrule.isEmpty() && m_schedule.due && m_schedule.due != m_before.due &&
           (m_following || m_schedule.rrule == m_before.rrule) &&
           m_schedule.fromCompletion == m_before.fromCompletion;
}

void DatePopup::display(bool phraseToo)
{
    if (phraseToo) {
        const QSignalBlocker quiet(m_phrase);
        m_phrase->setPlainText(app::schedulePhrase(m_schedule, m_now, QLocale()));
        m_phrase->moveCursor(QTextCursor::End);
    }
    const bool timed = m_schedule.due && m_schedule.due->time;
    m_grid->setChosen(m_schedule.due ? m_schedule.due->date : QDate());
    if (!m_time->hasFocus())
        m_time->setText(timed ? m_schedule.due->time->toString(QStringLiteral("HH:mm")) : QString());
    m_zone->setVisible(timed && m_options.repeats);
    m_zone->setText(m_schedule.zone.isEmpty() ? tr("Local time")
                                              : tr("%1 time", "a city").arg(zoneName(m_schedule.zone)));
    m_hint->setText(
        m_readable ? tr("Type it, or choose below: both always say the same.")
                   : tr("This is no date that Glowlist knows. Try “tomorrow 9:00” or “every last friday”."));
    m_accept->setEnabled(m_readable);
    m_remove->setVisible(!m_schedule.rrule.isEmpty());
    m_skip->setVisible(m_options.repeats && !m_before.rrule.isEmpty() && m_schedule == m_before);
    if (!m_repeat)
        return;
    const auto rule = core::RecurrenceRule::fromText(m_schedule.rrule);
    m_repeat->setValue(rule ? std::optional(*rule) : std::nullopt, m_schedule.fromCompletion,
                       m_schedule.due.value_or(core::WallTime{m_now.date(), std::nullopt}));
    m_applies->setVisible(movesOnlyDate());
}

void DatePopup::accept()
{
    if (!m_readable)
        return;
    app::Schedule chosenSchedule = m_schedule;
    if (!chosenSchedule.due || !chosenSchedule.due->time)
        chosenSchedule.zone.clear();
    Q_EMIT chosen(chosenSchedule, movesOnlyDate() && !m_following);
    close();
}

void DatePopup::askDays()
{
    if (m_grid->firstDay() == m_firstAsked)
        return;
    m_firstAsked = m_grid->firstDay();
    Q_EMIT daysShown(m_firstAsked, m_firstAsked.addDays(MonthGrid::shownDays - 1));
}

void DatePopup::setDueDays(const QSet<QDate>& days)
{
    m_grid->setDotted(days);
}

void DatePopup::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        accept();
    else
        QFrame::keyPressEvent(event);
}

void DatePopup::showUnder(const QWidget* field)
{
    adjustSize();
    m_firstAsked = {};
    askDays();
    const QRect free = field->screen()->availableGeometry();
    QPoint place = field->mapToGlobal(QPoint(field->width() - width(), field->height() + gap));
    if (place.y() + height() > free.bottom())
        place.setY(field->mapToGlobal(QPoint(0, -height() - gap)).y());
    place.setX(qBound(free.left(), place.x(), qMax(free.left(), free.right() - width())));
    move(place);
    show();
}

void DatePopup::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.colours().outline);
    painter.setBrush(m_theme.colours().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace glow::ui
