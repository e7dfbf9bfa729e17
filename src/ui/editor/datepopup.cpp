#include "ui/editor/datepopup.h"

#include "app/editor/datetext.h"
#include "app/theme.h"
#include "ui/editor/monthgrid.h"
#include "ui/style/glowstyle.h"
#include "ui/style/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QToolButton>
#include <QVBoxLayout>

namespace glow::ui {

namespace {

constexpr int padding = 16;
constexpr int gap = 4;

QHBoxLayout* row(QWidget* holder)
{
    auto* layout = new QHBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    return layout;
}

} // namespace

DatePopup::DatePopup(const app::Theme& theme, const QDateTime& now, std::optional<core::WallTime> value,
                     Qt::DayOfWeek firstDay, QWidget* parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint)
    , m_theme(theme)
    , m_now(now)
    , m_value(value)
    , m_grid(new MonthGrid(theme, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_TranslucentBackground);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(padding, padding, padding, padding);
    layout->setSpacing(8);
    layout->addWidget(makeQuickChoices());
    layout->addWidget(makeMonthHead());
    layout->addWidget(m_grid);
    layout->addWidget(makeTimeRow());
    connect(m_grid, &MonthGrid::chosen, this, &DatePopup::choose);
    m_grid->setDays(now.date(), value ? value->date : QDate(), firstDay);
    m_grid->setObjectName(QStringLiteral("month"));
    m_grid->setFocus();
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
    label->setFixedWidth(56);
    m_time = new QLineEdit(holder);
    m_time->setFixedWidth(88);
    m_time->setAccessibleName(tr("Time"));
    m_time->setPlaceholderText(tr("None"));
    QAction* clear =
        m_time->addAction(icon(m_theme, QStringLiteral("close"), Ink::Muted), QLineEdit::TrailingPosition);
    clear->setToolTip(tr("No time"));
    connect(clear, &QAction::triggered, m_time, &QLineEdit::clear);
    if (m_value && m_value->time)
        m_time->setText(m_value->time->toString(QStringLiteral("HH:mm")));
    connect(m_time, &QLineEdit::returnPressed, this,
            [this] { choose(m_value ? m_value->date : m_now.date()); });
    layout->addWidget(label);
    layout->addWidget(m_time);
    layout->addStretch();
    return holder;
}

std::optional<QTime> DatePopup::typedTime() const
{
    if (m_time->text().trimmed().isEmpty())
        return std::nullopt;
    const QString day = m_now.date().toString(Qt::ISODate);
    const auto read = app::readDateField(day + u' ' + m_time->text().trimmed(), m_now, QLocale());
    return read ? read->time : m_value ? m_value->time : std::nullopt;
}

void DatePopup::choose(const QDate& day)
{
    std::optional<core::WallTime> value;
    if (day.isValid())
        value = core::WallTime{day, typedTime()};
    Q_EMIT chosen(value);
    close();
}

void DatePopup::showUnder(const QWidget* field)
{
    adjustSize();
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
