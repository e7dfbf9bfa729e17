#include "ui/searchhints.h"

#include "app/theme.h"
#include "ui/style/glowstyle.h"
#include "ui/style/icons.h"
#include "ui/style/keycap.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPainter>

namespace glow::ui {

NarrowButton::NarrowButton(const app::Theme& theme, const QString& condition, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setText(condition);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

QSize NarrowButton::sizeHint() const
{
    return {QFontMetrics(m_theme.font(app::Theme::Text::Chip)).horizontalAdvance(text()) + 12, 18};
}

void NarrowButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const app::Colours& c = m_theme.colours();
    painter.setPen(hasFocus() ? QPen(c.accent, 2) : QPen(c.outline));
    painter.setBrush(underMouse() || isDown() ? c.surface : c.hover);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5);
    painter.setPen(c.muted);
    painter.setFont(m_theme.font(app::Theme::Text::Chip));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
}

SearchBanner::SearchBanner(const app::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_offers(new QWidget(this))
    , m_row(new QHBoxLayout(m_offers))
{
    setFixedHeight(36);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(4);
}

void SearchBanner::showSentence(const QString& sentence, bool isProblem)
{
    m_isProblem = isProblem;
    setAccessibleName(sentence);
    setToolTip(sentence.toHtmlEscaped());
    update();
}

void SearchBanner::offer(const QStringList& conditions)
{
    if (conditions == m_conditions)
        return;
    m_conditions = conditions;
    qDeleteAll(m_offers->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    if (!conditions.isEmpty()) {
        auto* label = new QLabel(tr("Narrow it:"), m_offers);
        setLook(label, QStringLiteral("hint"));
        m_row->addWidget(label);
    }
    for (const QString& condition : conditions) {
        auto* button = new NarrowButton(m_theme, condition, m_offers);
        button->setAccessibleName(tr("Narrow the search by %1").arg(condition));
        connect(button, &NarrowButton::clicked, this, [this, condition] { Q_EMIT narrowed(condition); });
        m_row->addWidget(button);
    }
    arrangeOffers();
    update();
}

int SearchBanner::offersWidth() const
{
    return m_offers->isHidden() ? 0 : m_offers->width() + 12;
}

/// The sentence comes first: offers that leave it too little room are not made.
void SearchBanner::arrangeOffers()
{
    constexpr int leastSentence = 320;
    const int wanted = m_row->sizeHint().width();
    m_offers->setVisible(!m_conditions.isEmpty() && width() - wanted - 24 >= leastSentence);
    const QRect place(width() - wanted - 12, 0, wanted, height());
    m_offers->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
}

void SearchBanner::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrangeOffers();
}

void SearchBanner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const app::Colours& c = m_theme.colours();
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_isProblem ? c.warnTint : c.hover);
    painter.drawRoundedRect(rect(), app::Metrics::radius, app::Metrics::radius);
    const auto place = [this](int x, int w) {
        return QStyle::visualRect(layoutDirection(), rect(), {x, 0, w, height()});
    };
    const QColor ink = m_isProblem ? c.text : c.muted;
    paintIcon(painter, place(11, 16), m_isProblem ? QStringLiteral("warning") : QStringLiteral("info"), 14,
              ink);
    painter.setFont(m_theme.font(app::Theme::Text::Body));
    painter.setPen(ink);
    const int room = width() - 34 - 12 - offersWidth();
    const QString sentence = painter.fontMetrics().elidedText(accessibleName(), Qt::ElideRight, room);
    const int side = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(place(34, room), Qt::AlignVCenter | Qt::TextSingleLine | side | Qt::AlignAbsolute,
                     sentence);
}

SearchKeys::SearchKeys(const app::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_into(new QLabel(this))
    , m_opens(new QLabel(this))
    , m_back(new QLabel(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(20, 12, 20, 12);
    row->setSpacing(8);
    const auto pair = [&](Qt::Key key, QLabel* label) {
        const QString name =
            key == Qt::Key_Down ? QStringLiteral("↓") : QKeySequence(key).toString(QKeySequence::NativeText);
        row->addWidget(new KeyCap(theme, key == Qt::Key_Return ? tr("Enter") : name, this));
        label->setProperty("look", QStringLiteral("hint"));
        label->setTextFormat(Qt::PlainText);
        row->addWidget(label);
    };
    pair(Qt::Key_Down, m_into);
    pair(Qt::Key_Return, m_opens);
    pair(Qt::Key_Escape, m_back);
    row->addStretch();
}

void SearchKeys::showReturn(const QString& placeName)
{
    m_into->setText(tr("into the results ·"));
    m_opens->setText(tr("opens ·"));
    m_back->setText(tr("back to %1").arg(placeName));
}

} // namespace glow::ui
