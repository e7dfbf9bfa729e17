#include "ui/editor/tagfield.h"

#include "app/theme.h"
#include "ui/editor/tagchip.h"
#include "ui/style/glowstyle.h"
#include "ui/style/icons.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStringListModel>
#include <QToolButton>

namespace glow::ui {

namespace {

constexpr int sidePadding = 9;
constexpr int chipGap = 8;
constexpr int addWidth = 28;
constexpr int smallestLine = 40;
constexpr int rowHeight = app::Metrics::controlHeight;

} // namespace

TagField::TagField(QWidget* parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_add(new QToolButton(this))
    , m_known(new QStringListModel(this))
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizePolicy(policy);
    setLook(m_line, QStringLiteral("bare"));
    setLook(m_add, QStringLiteral("quiet small"));
    setFocusProxy(m_line);
    retranslate();
    m_add->setFocusPolicy(Qt::NoFocus);
    m_line->installEventFilter(this);
    auto* completer = new QCompleter(m_known, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_line->setCompleter(completer);
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this, &TagField::commit,
            Qt::QueuedConnection);
    connect(m_line, &QLineEdit::returnPressed, this, [this, completer] {
        const QAbstractItemView* popup = completer->popup();
        if (!popup->isVisible() ||
            !popup->currentIndex().isValid()) // else the completer tells what was chosen
            commit();
    });
    connect(m_line, &QLineEdit::textChanged, this, &TagField::arrange);
    connect(m_line, &QLineEdit::textEdited, this, &TagField::typed);
    connect(m_add, &QToolButton::clicked, this, [this] {
        commit();
        m_line->setFocus();
        offer();
    });
}

void TagField::offer()
{
    m_line->completer()->setCompletionPrefix(m_line->text());
    m_line->completer()->complete();
}

void TagField::setPlain(const QString& icon)
{
    m_icon = icon;
    m_plain = true;
}

void TagField::setTexts(const QString& add, const QString& remove)
{
    m_addText = add;
    m_removeText = remove;
    retranslate();
}

void TagField::retranslate()
{
    const QString text = m_addText.isEmpty() ? tr("Add a tag") : m_addText;
    m_line->setAccessibleName(text);
    m_add->setAccessibleName(text);
    m_add->setToolTip(text);
}

void TagField::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TagField::setTheme(const app::Theme& theme)
{
    m_theme = &theme;
    m_add->setIcon(icon(theme, m_icon, Ink::Muted));
    connect(&theme, &app::Theme::changed, this, qOverload<>(&QWidget::update));
}

void TagField::setKnown(const QList<core::Tag>& tags)
{
    QStringList names;
    for (const core::Tag& tag : tags)
        names.append(tag.name);
    m_known->setStringList(names);
    if (!m_addText.isEmpty() && m_line->hasFocus() && !m_line->text().isEmpty())
        m_line->completer()->complete();
}

void TagField::setTags(const QList<core::Tag>& tags)
{
    if (tags == m_tags)
        return;
    m_tags = tags;
    for (QWidget* chip : std::as_const(m_chips))
        chip->deleteLater();
    m_chips.clear();
    for (const core::Tag& tag : m_tags) {
        auto* chip = new TagChip(*m_theme, tag.name, this);
        if (!m_removeText.isEmpty()) {
            chip->setAccessibleName(m_removeText.arg(tag.name));
            chip->setToolTip(m_removeText.arg(tag.name).toHtmlEscaped());
        }
        connect(chip, &TagChip::clicked, this, [this, uid = tag.uid] { Q_EMIT removed(uid); });
        if (m_plain)
            chip->setLook(m_tags.size() > 1 ? TagChip::Look::Grey : TagChip::Look::Bare);
        chip->show();
        m_chips.append(chip);
    }
    arrange();
}

void TagField::commit()
{
    const QString name = m_line->text().simplified();
    m_line->clear();
    if (!name.isEmpty())
        Q_EMIT added(name);
}

QList<QRect> TagField::places(int width) const
{
    QList<QRect> rects;
    const int end = width - addWidth;
    int x = sidePadding;
    int y = 0;
    for (const QWidget* chip : m_chips) {
        const QSize size = chip->sizeHint().boundedTo({end - sidePadding, rowHeight});
        if (x > sidePadding && x + size.width() > end) {
            x = sidePadding;
            y += rowHeight - 2;
        }
        rects.append({x, y + (rowHeight - size.height()) / 2, size.width(), size.height()});
        x += size.width() + chipGap;
    }
    const int typed = m_line->fontMetrics().horizontalAdvance(m_line->text()) + 12;
    const int wanted = m_line->hasFocus() ? qMax(smallestLine, typed) : 1;
    if (x > sidePadding && x + wanted > end) {
        x = sidePadding;
        y += rowHeight - 2;
    }
    rects.append({x, y + 2, qMax(1, end - x), rowHeight - 4});
    return rects;
}

int TagField::heightFor(int width) const
{
    return places(width).constLast().top() - 2 + rowHeight;
}

void TagField::arrange()
{
    const QList<QRect> rects = places(width());
    for (qsizetype i = 0; i < m_chips.size(); ++i)
        m_chips.at(i)->setGeometry(QStyle::visualRect(layoutDirection(), rect(), rects.at(i)));
    m_line->setGeometry(QStyle::visualRect(layoutDirection(), rect(), rects.constLast()));
    m_add->setGeometry(QStyle::visualRect(layoutDirection(), rect(),
                                          QRect(width() - addWidth - 1, 2, addWidth - 2, rowHeight - 4)));
    updateGeometry();
    update();
}

void TagField::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void TagField::mousePressEvent(QMouseEvent*)
{
    m_line->setFocus(Qt::MouseFocusReason);
}

bool TagField::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Backspace && m_line->text().isEmpty() && !m_tags.isEmpty()) {
            Q_EMIT removed(m_tags.constLast().uid);
            return true;
        }
        if (key->key() == Qt::Key_Comma && m_addText.isEmpty()) {
            commit();
            return true;
        }
    } else if (event->type() == QEvent::FocusOut) {
        if (m_addText.isEmpty() && static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason)
            commit();
        arrange();
    } else if (event->type() == QEvent::FocusIn) {
        arrange();
    }
    return QWidget::eventFilter(watched, event);
}

void TagField::paintEvent(QPaintEvent*)
{
    if (!m_theme)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_line->hasFocus() ? m_theme->colours().accent : m_theme->colours().outline);
    painter.setBrush(m_theme->colours().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), app::Metrics::radius,
                            app::Metrics::radius);
}

} // namespace glow::ui
