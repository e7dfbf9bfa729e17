#include "ui/settings/checklist.h"

#include "app/theme.h"
#include "ui/style/glowstyle.h"
#include "ui/style/hairline.h"
#include "ui/style/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace glow::ui {

namespace {

constexpr int titleWidth = 200;
constexpr int turnSteps = 12;
constexpr int turnMilliseconds = 1000;
constexpr int rowHeight = 31; // and a hairline

QString markIcon(CheckRow::Mark mark)
{
    switch (mark) {
    case CheckRow::Mark::Ok:
        return QStringLiteral("check");
    case CheckRow::Mark::Warning:
        return QStringLiteral("warning");
    case CheckRow::Mark::Failed:
        return QStringLiteral("close");
    case CheckRow::Mark::Skipped:
        return QStringLiteral("minus");
    case CheckRow::Mark::Busy:
        return QStringLiteral("busy");
    }
    return {};
}

QColor markColour(const app::Colours& colours, CheckRow::Mark mark)
{
    switch (mark) {
    case CheckRow::Mark::Ok:
        return colours.accent;
    case CheckRow::Mark::Warning:
        return colours.today;
    case CheckRow::Mark::Failed:
        return colours.overdue;
    default:
        return colours.muted;
    }
}

} // namespace

CheckList::CheckList(QWidget* parent)
    : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_timer.setInterval(turnMilliseconds / turnSteps);
    connect(&m_timer, &QTimer::timeout, this, &CheckList::turn);
}

void CheckList::setTheme(const app::Theme& theme)
{
    m_theme = &theme;
    connect(&theme, &app::Theme::changed, this, &CheckList::rebuild);
}

void CheckList::setRows(const QList<CheckRow>& rows)
{
    m_rows = rows;
    rebuild();
}

void CheckList::rebuild()
{
    m_busy.clear();
    while (QLayoutItem* item = layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    if (!m_rows.isEmpty()) {
        layout()->addWidget(new Hairline(this));
    }
    for (int index = 0; index < m_rows.size(); ++index)
        layout()->addWidget(makeRow(index));
    if (m_busy.isEmpty())
        m_timer.stop();
    else
        m_timer.start();
}

QLabel* CheckList::makeMark(const CheckRow& row, QWidget* parent)
{
    auto* mark = new QLabel(parent);
    mark->setFixedSize(16, rowHeight);
    mark->setPixmap(iconPixmap(row.icon.isEmpty() ? markIcon(row.mark) : row.icon, 16,
                               markColour(m_theme->colours(), row.mark), devicePixelRatioF()));
    if (row.mark == CheckRow::Mark::Busy)
        m_busy.append(mark);
    return mark;
}

QWidget* CheckList::makeRow(int index)
{
    const CheckRow& row = m_rows.at(index);
    auto* holder = new QWidget(this);
    auto* outer = new QVBoxLayout(holder);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    line->addWidget(makeMark(row, holder), 0, Qt::AlignTop);
    line->addSpacing(12);
    auto* title = new QLabel(row.title, holder);
    title->setTextFormat(Qt::PlainText);
    title->setFixedWidth(titleWidth);
    title->setWordWrap(true);
    title->setContentsMargins(0, 6, 12, 6);
    title->setMinimumHeight(rowHeight);
    if (row.mark == CheckRow::Mark::Warning || row.mark == CheckRow::Mark::Failed) {
        QPalette palette = m_theme->palette();
        palette.setColor(QPalette::WindowText, markColour(m_theme->colours(), row.mark));
        title->setPalette(palette);
    }
    line->addWidget(title, 0, Qt::AlignTop);
    auto* detail = new QLabel(row.remedy.isEmpty() ? row.detail : row.detail + u'\n' + row.remedy, holder);
    detail->setTextFormat(Qt::PlainText);
    detail->setWordWrap(true);
    detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    detail->setMinimumHeight(rowHeight);
    detail->setContentsMargins(0, 6, 0, 6);
    setLook(detail, QStringLiteral("muted"));
    line->addWidget(detail, 1);
    if (!row.action.isEmpty()) {
        auto* button = new QPushButton(row.action, holder);
        button->setAutoDefault(false);
        setLook(button, QStringLiteral("small"));
        connect(button, &QPushButton::clicked, this, [this, index] { Q_EMIT actionClicked(index); });
        line->addWidget(button);
    }
    outer->addLayout(line);
    outer->addWidget(new Hairline(holder));
    return holder;
}

void CheckList::turn()
{
    m_step = (m_step + 1) % turnSteps;
    const QPixmap still =
        iconPixmap(QStringLiteral("busy"), 16, m_theme->colours().muted, devicePixelRatioF());
    QPixmap turned(still.size());
    turned.setDevicePixelRatio(still.devicePixelRatio());
    turned.fill(Qt::transparent);
    QPainter painter(&turned);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(8, 8);
    painter.rotate(360.0 / turnSteps * m_step);
    painter.drawPixmap(QPointF(-8, -8), still);
    painter.end();
    for (QLabel* mark : std::as_const(m_busy))
        mark->setPixmap(turned);
}

} // namespace glow::ui
