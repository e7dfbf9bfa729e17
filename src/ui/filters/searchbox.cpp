#include "ui/filters/searchbox.h"

#include "app/theme.h"
#include "ui/style/glowstyle.h"
#include "ui/style/icons.h"
#include "ui/style/keycap.h"

#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>
#include <chrono>

namespace glow::ui {

namespace {

// Short enough to feel immediate, long enough that a word typed fast is one question.
constexpr std::chrono::milliseconds breath{60};
constexpr int iconInset = 10;
constexpr int textInset = 34;

} // namespace

SearchBox::SearchBox(const app::Theme& theme, QWidget* parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_key(new KeyCap(theme, {}, this))
    , m_clear(new QToolButton(this))
{
    setProperty("look", QStringLiteral("tall"));
    m_clear->setProperty("look", QStringLiteral("quiet small"));
    m_clear->setIcon(icon(theme, QStringLiteral("close"), Ink::Muted));
    m_clear->setIconSize({12, 12});
    m_clear->setFocusPolicy(Qt::NoFocus);
    m_clear->setCursor(Qt::ArrowCursor);
    m_breath.setSingleShot(true);
    m_breath.setInterval(breath);
    connect(&m_breath, &QTimer::timeout, this, &SearchBox::tell);
    connect(this, &QLineEdit::textChanged, this, [this] {
        arrange();
        m_breath.start();
    });
    connect(m_clear, &QToolButton::clicked, this, [this] {
        clear();
        tell();
    });
    retranslate();
    arrange();
}

void SearchBox::retranslate()
{
    setPlaceholderText(tr("Search"));
    setAccessibleName(tr("Search all tasks"));
    m_key->setText(QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText).replace(u'+', u' '));
    m_clear->setAccessibleName(tr("Clear the search"));
    m_clear->setToolTip(tr("Clear the search"));
}

void SearchBox::reset()
{
    m_breath.stop();
    const QSignalBlocker quiet(this);
    clear();
    m_told.clear();
    m_breath.stop();
    arrange();
}

void SearchBox::tell()
{
    m_breath.stop();
    const QString words = text().simplified();
    if (words == m_told)
        return;
    m_told = words;
    Q_EMIT searchChanged(words);
}

void SearchBox::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        clear();
        m_told = QStringLiteral(" "); // even an empty search has been left
        tell();
        return;
    case Qt::Key_Down:
        tell();
        Q_EMIT resultsWanted();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        tell();
        Q_EMIT openWanted();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchBox::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const app::Colours& c = m_theme.colours();
    const QRect place(iconInset, 0, app::Metrics::iconSize, height());
    paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), place), QStringLiteral("search"),
              app::Metrics::iconSize, hasFocus() ? c.text : c.muted);
}

void SearchBox::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    arrange();
}

void SearchBox::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    arrange();
}

void SearchBox::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    arrange();
}

void SearchBox::arrange()
{
    const bool empty = text().isEmpty();
    m_key->setVisible(empty && !hasFocus());
    m_clear->setVisible(!empty);
    const QSize key = m_key->sizeHint();
    const QRect keyPlace(width() - key.width() - 9, (height() - key.height()) / 2, key.width(), key.height());
    m_key->setGeometry(QStyle::visualRect(layoutDirection(), rect(), keyPlace));
    const QRect clearPlace(width() - 26, (height() - 24) / 2, 24, 24);
    m_clear->setGeometry(QStyle::visualRect(layoutDirection(), rect(), clearPlace));
    const int leading = textInset - 9;
    const int trailing = empty ? key.width() : 20;
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    setAlignment(Qt::AlignVCenter | Qt::AlignAbsolute | (rtl ? Qt::AlignRight : Qt::AlignLeft));
    setTextMargins(rtl ? trailing : leading, 0, rtl ? leading : trailing, 0);
}

} // namespace glow::ui
