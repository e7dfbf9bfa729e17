#include "ui/statusline.h"

#include "app/theme.h"
#include "ui/timer/timermark.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPainter>

namespace glow::ui {

namespace {

constexpr int gap = 16;

QLabel* hint(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setProperty("look", QStringLiteral("hint"));
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

StatusLine::StatusLine(const app::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_dot(theme.colours().ring)
    , m_link(hint(this))
    , m_timer(new TimerMark(theme, this))
    , m_due(hint(this))
    , m_undo(hint(this))
{
    setFixedHeight(app::Metrics::statusBarHeight);
    auto* row = new QHBoxLayout(this);
    row->setSpacing(gap);
    row->addWidget(m_link);
    row->addStretch(1);
    row->addWidget(m_timer);
    row->addWidget(m_due);
    row->addWidget(m_undo);
    mirror();
}

// Margins of a layout are not mirrored; the dot stands in the leading one.
void StatusLine::mirror()
{
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    layout()->setContentsMargins(rtl ? 12 : 28, 2, rtl ? 28 : 12, 0);
}

void StatusLine::showLink(const QColor& dot, const QString& text)
{
    m_dot = dot;
    m_link->setText(text);
    elideUndo();
    update();
}

void StatusLine::showDue(const QString& text)
{
    m_due->setText(text);
    m_due->setVisible(!text.isEmpty());
    elideUndo();
}

void StatusLine::showUndo(const QString& label)
{
    m_undoLabel = label;
    elideUndo();
}

// The name of the change is cut inside its quotation marks, never the key.
void StatusLine::elideUndo()
{
    m_undo->setVisible(!m_undoLabel.isEmpty());
    if (m_undoLabel.isEmpty()) {
        m_undo->clear();
        return;
    }
    // Isolated, so that the key keeps its order in a right-to-left sentence.
    const QString key = QStringLiteral("\u2066%1\u2069")
                            .arg(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText));
    const QString sentence = tr("%1 undoes “%2”");
    const QFontMetrics metrics(m_theme.font(app::Theme::Text::Hint));
    const int others = m_link->sizeHint().width() + m_due->sizeHint().width() +
                       (m_timer->isHidden() ? 0 : m_timer->sizeHint().width() + gap) + 2 * gap + 60;
    const int frame = metrics.horizontalAdvance(sentence.arg(key, QString()));
    const QString shown = metrics.elidedText(m_undoLabel, Qt::ElideRight, qMax(60, width() - others - frame));
    m_undo->setText(sentence.arg(key, shown));
    m_undo->setToolTip(shown == m_undoLabel ? QString() : m_undoLabel.toHtmlEscaped());
}

QString StatusLine::text() const
{
    return QStringList{m_link->text(), m_timer->text(), m_due->text(), m_undo->text()}.join(u' ').trimmed();
}

void StatusLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const app::Colours& c = m_theme.colours();
    painter.fillRect(rect(), c.sidebar);
    painter.fillRect(QRect(0, 0, width(), 1), c.hairline);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_dot);
    painter.drawEllipse(QStyle::visualRect(layoutDirection(), rect(), QRect(12, 11, 8, 8)));
}

void StatusLine::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    elideUndo();
}

void StatusLine::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        mirror();
    if (event->type() == QEvent::LanguageChange) {
        m_timer->retranslate();
        elideUndo();
    }
}

} // namespace glow::ui
