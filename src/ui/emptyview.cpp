#include "ui/emptyview.h"

#include "app/theme.h"
#include "ui/style/icons.h"

#include <QKeySequence>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace glow::ui {

namespace {

constexpr int stepsWidth = 560;
constexpr int stepHeight = 45;

QLabel* centred(QWidget* parent, const QString& look)
{
    auto* label = new QLabel(parent);
    label->setProperty("look", look);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

/// Three hints between hairlines: what to type or press, and what comes of it.
class EmptyView::Steps : public QWidget {
public:
    Steps(const app::Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setMaximumWidth(stepsWidth);
        setFixedHeight(3 * stepHeight + 1);
    }

    QSize sizeHint() const override { return {stepsWidth, 3 * stepHeight + 1}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        for (int i = 0; i < 4; ++i)
            painter.fillRect(QRect(0, i * stepHeight, width(), 1), m_theme.colours().hairline);
        const auto keys = [](const QKeySequence& sequence) {
            return sequence.toString(QKeySequence::NativeText).replace(u'+', u' ');
        };
        paintStep(painter, 0, QStringLiteral("plus"), EmptyView::tr("Call mum"),
                  EmptyView::tr("tomorrow 18:00"), EmptyView::tr("words such as these become the due date"));
        paintStep(painter, 1, QStringLiteral("search"), {}, keys(QKeySequence(Qt::CTRL | Qt::Key_K)),
                  EmptyView::tr("finds every task by title and notes"));
        paintStep(painter, 2, QStringLiteral("undo"), {}, keys(QKeySequence(QKeySequence::Undo)),
                  EmptyView::tr("takes back whatever you did last"));
    }

private:
    QRect place(int x, int y, int w, int h) const
    {
        return QStyle::visualRect(layoutDirection(), rect(), {x, y, w, h});
    }

    // With words before it the mark is a token, else a key.
    void paintStep(QPainter& painter, int row, const QString& iconName, const QString& words,
                   const QString& mark, const QString& explanation)
    {
        using Text = app::Theme::Text;
        const app::Colours& c = m_theme.colours();
        const int y = row * stepHeight + 1;
        const int inner = stepHeight - 1;
        paintIcon(painter, place(0, y, 16, inner), iconName, 16, c.accent, layoutDirection());
        int x = 32;
        painter.setFont(m_theme.font(Text::Body));
        painter.setPen(c.text);
        if (!words.isEmpty()) {
            const int wide = painter.fontMetrics().horizontalAdvance(words);
            painter.drawText(place(x, y, wide + 1, inner), Qt::AlignCenter, words);
            x += wide + 4;
        }
        const bool isKey = words.isEmpty();
        painter.setFont(m_theme.font(isKey ? Text::Chip : Text::Medium));
        const int wide = painter.fontMetrics().horizontalAdvance(mark) + (isKey ? 10 : 8);
        const int high = isKey ? 18 : 20;
        const QRect box = place(x, y + (inner - high) / 2, wide, high);
        painter.setPen(isKey ? QPen(c.outline) : QPen(Qt::NoPen));
        painter.setBrush(isKey ? QBrush(Qt::NoBrush) : QBrush(c.accentTint));
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setPen(isKey ? c.muted : c.accent);
        painter.drawText(box, Qt::AlignCenter, mark);
        painter.setFont(m_theme.font(Text::Body));
        painter.setPen(c.muted);
        const int side = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
        painter.drawText(place(284, y, width() - 284, inner), Qt::AlignVCenter | side,
                         painter.fontMetrics().elidedText(explanation, Qt::ElideRight, width() - 284));
    }

    const app::Theme& m_theme;
};

EmptyView::EmptyView(const app::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_title(centred(this, QStringLiteral("section")))
    , m_line(centred(this, QStringLiteral("muted")))
    , m_steps(new Steps(theme, this))
    , m_connect(new QPushButton(this))
    , m_later(centred(this, QStringLiteral("hint")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(0);
    column->addItem(new QSpacerItem(0, 68, QSizePolicy::Minimum, QSizePolicy::Maximum)); // gives way first
    column->addWidget(m_title);
    column->addSpacing(7);
    column->addWidget(m_line);
    column->addSpacing(22);
    auto* middle = new QHBoxLayout;
    middle->addStretch();
    middle->addWidget(m_steps, 10);
    middle->addStretch();
    column->addLayout(middle);
    column->addSpacing(24);
    column->addWidget(m_connect, 0, Qt::AlignHCenter);
    column->addSpacing(12);
    column->addWidget(m_later);
    column->addStretch(1);
    m_steps->hide();
    m_connect->setIcon(icon(theme, QStringLiteral("database")));
    connect(m_connect, &QPushButton::clicked, this, &EmptyView::connectRequested);
}

bool EmptyView::isFirstRun() const
{
    return !m_steps->isHidden();
}

void EmptyView::showFirstRun(bool storedHere)
{
    m_title->setText(tr("Nothing to do yet"));
    m_line->setText(storedHere
                        ? tr("Type a task above and press Enter. It is stored on this computer at once.")
                        : tr("Type a task above and press Enter. It is stored in your database at once."));
    m_connect->setText(tr("Connect to Neon or PostgreSQL…"));
    m_later->setText(tr("It can wait. It stays in the settings."));
    m_steps->setVisible(true);
    m_connect->setVisible(storedHere);
    m_later->setVisible(storedHere);
}

void EmptyView::showFor(const app::Place& place, const QString& search)
{
    m_steps->hide();
    m_connect->hide();
    m_later->hide();
    const auto say = [this](const QString& title, const QString& line) {
        m_title->setText(title);
        m_line->setText(line);
    };
    switch (place.scope) {
    case core::Scope::Inbox:
        return say(tr("The inbox is empty"),
                   tr("Tasks without a list come here. Type one above and press Enter."));
    case core::Scope::Today:
        return say(
            tr("Nothing is due today"),
            tr("What is due today or overdue appears here. Type a task above to do one more thing today."));
    case core::Scope::Upcoming:
        return say(tr("Nothing is coming up"), tr("Tasks with a due date after today appear here by day."));
    case core::Scope::All:
        return say(tr("No open tasks"), tr("Type one above and press Enter."));
    case core::Scope::Completed:
        return say(tr("Nothing is completed yet"),
                   tr("Click the circle of a task, or press Space on it, and it appears here."));
    case core::Scope::List:
        return say(tr("This list is empty"),
                   tr("Type a task above, or drag tasks onto the list's name in the sidebar."));
    case core::Scope::Tag:
        return say(tr("No open task has this tag"),
                   tr("Type @ and the tag's name in a new task, or drag tasks onto the tag in the sidebar."));
    case core::Scope::Search:
        return say(tr("Nothing found for “%1”").arg(search),
                   tr("Every word must occur in the title or the notes. Words of one or two letters match "
                      "the beginning of a word in the title."));
    case core::Scope::Filter:
        return say(tr("No task meets this filter"), tr("Its conditions stand above; they can be edited."));
    case core::Scope::Subtasks:
        return;
    }
}

} // namespace glow::ui
