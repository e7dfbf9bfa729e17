#include "ui/quickadd/quickaddline.h"

#include "app/editor/titlecheck.h"
#include "app/quickadd/namesuggestions.h"
#include "app/quickadd/quickaddpreview.h"
#include "app/sidebar/counts.h"
#include "app/theme.h"
#include "core/quickadd/datewords.h"
#include "core/reply.h"
#include "store/sqltext.h"
#include "ui/quickadd/namecompleter.h"
#include "ui/quickadd/tokenedit.h"
#include "ui/style/icons.h"

#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QtConcurrent>

namespace glow::ui {

namespace {

constexpr int plainHeight = 40;
constexpr int largeHeight = 44;
constexpr int largeText = 15;
constexpr int glow = 2; // the tint around a focused field
constexpr int textAt = 37;
constexpr int inset = 12;
constexpr int problemHeight = 20;
constexpr qsizetype mostLines = 5000; // pasted at once

} // namespace

QuickAddLine::QuickAddLine(const app::Theme& theme, const core::Clock& clock,
                           const core::Catalogue& catalogue, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_catalogue(catalogue)
    , m_boxHeight(plainHeight)
    , m_edit(new TokenEdit(theme, this))
    , m_completer(new NameCompleter(theme, *m_edit,
                                    [this](const core::QuickAddName& name) {
                                        return app::suggestNames(
                                            name, m_catalogue, m_counts ? m_counts->counts() : core::Counts(),
                                            context());
                                    }))
    , m_problem(new QLabel(this))
{
    setFocusProxy(m_edit);
    m_problem->setProperty("look", QStringLiteral("hint"));
    m_problem->hide();
    setFixedHeight(m_boxHeight + 2 * glow);
    connect(m_edit, &QTextEdit::textChanged, this, &QuickAddLine::updateReading);
    connect(m_edit, &TokenEdit::submitted, this, &QuickAddLine::submit);
    connect(m_edit, &TokenEdit::linesPasted, this, &QuickAddLine::submitLines);
    connect(m_edit, &TokenEdit::left, this, &QuickAddLine::left);
    connect(m_edit, &TokenEdit::escaped, this, &QuickAddLine::left);
    connect(m_edit, &TokenEdit::focusChanged, this, &QuickAddLine::arrange);
    connect(&theme, &app::Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

QuickAddLine::~QuickAddLine()
{
    // It loses the focus when it goes, after this object is a plain widget.
    disconnect(m_edit, nullptr, this, nullptr);
}

void QuickAddLine::retranslate()
{
    m_edit->setAccessibleName(tr("Add a task"));
    m_edit->setHint(m_example ? tr("Add a task, for example “Water the plants tomorrow 18:00”")
                              : tr("Add a task"));
    m_edit->highlighter().setContext(context());
    arrange();
}

core::QuickAddContext QuickAddLine::context() const
{
    core::QuickAddContext context;
    context.now = m_clock.now();
    context.locale = QLocale();
    context.firstDayOfWeek = m_firstDay;
    return context;
}

void QuickAddLine::setDefaults(const app::QuickAddDefaults& defaults)
{
    m_defaults = defaults;
    arrange();
}

void QuickAddLine::setFirstDayOfWeek(std::optional<Qt::DayOfWeek> day)
{
    m_firstDay = day;
    m_edit->highlighter().setContext(context());
}

void QuickAddLine::setExampleShown(bool shown)
{
    if (m_example == shown)
        return;
    m_example = shown;
    retranslate();
}

void QuickAddLine::setCounts(const app::SidebarCounts& counts)
{
    m_counts = &counts;
}

void QuickAddLine::setLarge()
{
    m_large = true;
    m_boxHeight = largeHeight;
    QFont font = m_theme.font(app::Theme::Text::Body);
    font.setPixelSize(largeText);
    m_edit->setFont(font);
    complain(QString());
    arrange();
}

void QuickAddLine::focusLine()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

QString QuickAddLine::text() const
{
    return m_edit->text();
}

bool QuickAddLine::giveBack(const QString& text)
{
    if (!m_edit->text().isEmpty())
        return false;
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
    return true;
}

void QuickAddLine::updateReading()
{
    complain(QString());
    arrange();
}

void QuickAddLine::complain(const QString& sentence)
{
    const bool shown = !sentence.isEmpty() && !m_large;
    m_problem->setText(sentence);
    m_problem->setVisible(shown);
    QPalette colours = m_problem->palette();
    colours.setColor(QPalette::WindowText, m_theme.colours().overdue);
    m_problem->setPalette(colours);
    setFixedHeight(m_boxHeight + 2 * glow + (shown ? problemHeight : 0));
    m_edit->setAccessibleDescription(sentence);
    Q_EMIT complained(sentence);
}

void QuickAddLine::submit(bool another)
{
    const QString line = m_edit->text().trimmed();
    if (line.isEmpty())
        return;
    // The words were read when they were typed; "today" may be another day by now.
    const core::QuickAddResult reading = core::parseQuickAdd(line, context());
    if (reading.title.trimmed().isEmpty()) {
        complain(tr(
            "There is no title left beside the marked words. Add one, or put the line in quotation marks."));
        return;
    }
    const QString problem = app::titleProblem(reading.title);
    if (!problem.isEmpty()) {
        complain(problem);
        return;
    }
    empty();
    make({reading}, line, another);
}

void QuickAddLine::submitLines(const QString& text)
{
    if (text.count(u'\n') >= mostLines) {
        complain(tr("At most %1 lines become tasks at once. Nothing was added.")
                     .arg(QLocale().toString(mostLines)));
        return;
    }
    const QString before = m_edit->text();
    empty();
    // Thousands of lines take longer to read than a window may stand still.
    const core::Reply<QList<core::QuickAddResult>> reading =
        QtConcurrent::run(&app::readPastedLines, text, context());
    reading.then(this, [this, text, before](const QList<core::QuickAddResult>& readings) {
        const auto broken = std::find_if(readings.begin(), readings.end(), [](const auto& each) {
            return !store::isStorable(each.title + each.note);
        });
        if (broken == readings.end())
            return make(readings, text, true);
        giveBack(before);
        complain(tr("A line has a character that no database takes: %1").arg(broken->title));
    });
}

void QuickAddLine::empty()
{
    m_edit->clear();
    m_edit->document()->clearUndoRedoStacks();
}

void QuickAddLine::make(const QList<core::QuickAddResult>& readings, const QString& text, bool another)
{
    Q_EMIT submitted(app::quickAddBatch(readings, m_defaults, m_catalogue, m_clock.nowUtc()), text, another);
}

QString QuickAddLine::summary() const
{
    const core::QuickAddResult& reading = m_edit->highlighter().reading();
    return reading.due ? core::shortWallTime(*reading.due, m_clock.today(), QLocale())
                       : app::remindersText(reading.reminders, m_clock.today());
}

QList<QuickAddLine::Chip> QuickAddLine::chips() const
{
    const core::QuickAddResult& reading = m_edit->highlighter().reading();
    QList<Chip> chips;
    if (m_defaults.due && !reading.due) {
        const bool isToday = m_defaults.due->date == m_clock.today();
        chips.append({isToday ? tr("due today") : tr("tomorrow"), {}, false, isToday});
    }
    if (!m_defaults.list.isNull() && reading.list.isEmpty()) {
        if (const core::TaskList* list = m_catalogue.list(m_defaults.list))
            chips.append({list->name, list->colour, true, false});
    }
    if (!m_defaults.tag.isNull()) {
        if (const core::Tag* tag = m_catalogue.tag(m_defaults.tag))
            chips.append({u'@' + tag->name, {}, false, false});
    }
    return chips;
}

// Paints (or only measures) from the trailing end; returns the width taken.
int QuickAddLine::paintEnd(QPainter* painter) const
{
    int right = width() - glow - inset;
    if (m_large)
        return width() - right;
    const bool typing = !m_edit->text().isEmpty();
    const app::Colours& c = m_theme.colours();
    const QRect box(glow, glow, width() - 2 * glow, m_boxHeight);
    if (typing) {
        right -= app::Metrics::iconSize;
        if (painter)
            paintIcon(*painter,
                      QStyle::visualRect(layoutDirection(), rect(), {right, box.y(), 16, m_boxHeight}),
                      QStringLiteral("enter"), 16, c.muted, layoutDirection());
        right -= 8;
    }
    if (const QString text = summary(); typing && !text.isEmpty()) {
        const int width = QFontMetrics(m_theme.font(app::Theme::Text::Body)).horizontalAdvance(text) + 1;
        right -= width;
        if (painter) {
            painter->setFont(m_theme.font(app::Theme::Text::Body));
            painter->setPen(c.muted);
            painter->drawText(
                QStyle::visualRect(layoutDirection(), rect(), {right, box.y(), width, m_boxHeight}),
                Qt::AlignCenter, text);
        }
        right -= 8;
    }
    const QList<Chip> all = chips();
    for (auto chip = all.crbegin(); chip != all.crend(); ++chip) {
        if (m_edit->hasFocus() || !chip->onlyFocused)
            right = paintChip(painter, *chip, right, m_edit->hasFocus()) - 8;
    }
    return width() - right;
}

int QuickAddLine::paintChip(QPainter* painter, const Chip& chip, int right, bool boxed) const
{
    const app::Colours& c = m_theme.colours();
    const QFont font = m_theme.font(boxed ? app::Theme::Text::Chip : app::Theme::Text::Body);
    const QFontMetrics metrics(font);
    const QString in = chip.hasDot ? tr("in") : QString();
    const int dotRoom = chip.hasDot ? metrics.horizontalAdvance(in) + 9 + 8 + 8 : 0;
    const int padding = boxed ? 6 : 0;
    const QString text = metrics.elidedText(chip.text, Qt::ElideRight, 160);
    const int wide = dotRoom + metrics.horizontalAdvance(text) + 1 + 2 * padding;
    const int left = right - wide;
    if (!painter)
        return left;
    const int middle = glow + m_boxHeight / 2;
    const auto place = [this](int x, int y, int w, int h) {
        return QStyle::visualRect(layoutDirection(), rect(), {x, y, w, h});
    };
    if (boxed) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(c.chip);
        painter->drawRoundedRect(place(left, middle - 9, wide, 18), 4, 4);
    }
    painter->setFont(font);
    painter->setPen(c.muted);
    int x = left + padding;
    if (chip.hasDot) {
        const int inWidth = metrics.horizontalAdvance(in) + 1;
        painter->drawText(place(x, glow, inWidth, m_boxHeight), Qt::AlignCenter, in);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.listColour(chip.colour));
        painter->drawEllipse(place(x + inWidth + 8, middle - 4, 8, 8));
        x += dotRoom;
        painter->setPen(c.muted);
    }
    painter->drawText(place(x, glow, metrics.horizontalAdvance(text) + 2, m_boxHeight), Qt::AlignCenter,
                      text);
    return left;
}

void QuickAddLine::arrange()
{
    const int lineHeight = QFontMetrics(m_edit->font()).lineSpacing() + 1;
    const int end = paintEnd(nullptr);
    const QRect place(glow + textAt, glow + (m_boxHeight - lineHeight + 1) / 2, width() - glow - textAt - end,
                      lineHeight);
    m_edit->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
    m_problem->setGeometry(
        QStyle::visualRect(layoutDirection(), rect(),
                           {glow + inset, m_boxHeight + 2 * glow, width() - 2 * inset, problemHeight}));
    update();
}

void QuickAddLine::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void QuickAddLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const app::Colours& c = m_theme.colours();
    const QRectF box(glow, glow, width() - 2 * glow, m_boxHeight);
    const bool focused = m_edit->hasFocus();
    if (focused) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.accentTint);
        painter.drawRoundedRect(box.adjusted(-glow, -glow, glow, glow), 10, 10);
    }
    painter.setPen(focused ? c.accent : c.outline);
    painter.setBrush(c.surface);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 7.5, 7.5);
    const QRect plus =
        QStyle::visualRect(layoutDirection(), rect(), {glow + inset + 1, glow, 16, m_boxHeight});
    paintIcon(painter, plus, QStringLiteral("plus"), 16, focused ? c.text : c.muted);
    paintEnd(&painter);
}

} // namespace glow::ui
