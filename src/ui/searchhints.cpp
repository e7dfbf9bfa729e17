#include "ui/searchhints.h"

#include "app/theme.h"
#include "ui/style/icons.h"
#include "ui/style/keycap.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPainter>

namespace glow::ui {

SearchBanner::SearchBanner(const app::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedHeight(36);
}

void SearchBanner::showWords(const QString& words)
{
    m_words = words;
    setAccessibleName(
        tr("Tasks with “%1” in the title or the notes, newest and best matches first.").arg(words));
    update();
}

void SearchBanner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const app::Colours& c = m_theme.colours();
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.hover);
    painter.drawRoundedRect(rect(), app::Metrics::radius, app::Metrics::radius);
    const auto place = [this](int x, int w) {
        return QStyle::visualRect(layoutDirection(), rect(), {x, 0, w, height()});
    };
    paintIcon(painter, place(11, 16), QStringLiteral("info"), 14, c.muted);
    painter.setFont(m_theme.font(app::Theme::Text::Body));
    painter.setPen(c.muted);
    const int room = width() - 34 - 12;
    const QString sentence = painter.fontMetrics().elidedText(accessibleName(), Qt::ElideRight, room);
    const int side = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(place(34, room), Qt::AlignVCenter | Qt::TextSingleLine | side, sentence);
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
