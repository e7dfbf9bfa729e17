#include "ui/quickadd/namecompleter.h"

#include "app/theme.h"
#include "ui/quickadd/tokenedit.h"
#include "ui/style/glowstyle.h"
#include "ui/style/icons.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>

namespace glow::ui {

namespace {

constexpr int rowHeight = 32;
constexpr int framePadding = 4;
constexpr int nameAt = 38; // in a row
constexpr int endPadding = 8;
constexpr int smallest = 176;
constexpr int widest = 320;
constexpr int below = 5;
constexpr int glow = 2; // around the frame of the line

QString rowText(const app::NameSuggestion& row)
{
    if (!row.isNew)
        return row.name;
    switch (row.part) {
    case core::QuickAddPart::List:
        return NameCompleter::tr("New list “%1”").arg(row.name);
    case core::QuickAddPart::Section:
        return NameCompleter::tr("New section “%1”").arg(row.name);
    default:
        return NameCompleter::tr("New tag “%1”").arg(row.name);
    }
}

class Delegate : public QStyledItemDelegate {
public:
    Delegate(const app::Theme& theme, const QList<app::NameSuggestion>& rows, const core::QuickAddName& name,
             QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_rows(rows)
        , m_name(name)
    {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const QFontMetrics metrics(m_theme.font(app::Theme::Text::Strong));
        const int text = metrics.horizontalAdvance(index.data().toString());
        return {nameAt + text + 48 + endPadding, rowHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const app::NameSuggestion& row = m_rows.at(index.row());
        const app::Colours& c = m_theme.colours();
        const auto place = [&option](int x, int width) {
            const QRect at(option.rect.x() + x, option.rect.y(), width, option.rect.height());
            return QStyle::visualRect(option.direction, option.rect, at);
        };
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, c.selection);
        paintSymbol(*painter, row, place(13, 16), option.direction);
        int end = option.rect.width() - endPadding - 3;
        if (row.count >= 0) {
            painter->setFont(m_theme.font(app::Theme::Text::Hint));
            painter->setPen(c.muted);
            const QString count = QLocale().toString(row.count);
            const int width = painter->fontMetrics().horizontalAdvance(count) + 1;
            painter->drawText(place(end - width, width), Qt::AlignCenter, count);
            end -= width + 8;
        }
        paintName(*painter, row, place(nameAt, end - nameAt), option.direction);
        painter->restore();
    }

private:
    void paintSymbol(QPainter& painter, const app::NameSuggestion& row, const QRect& at,
                     Qt::LayoutDirection direction) const
    {
        const app::Colours& c = m_theme.colours();
        if (row.isNew)
            paintIcon(painter, at, QStringLiteral("plus"), 16, c.muted, direction);
        else if (row.part == core::QuickAddPart::Tag)
            paintIcon(painter, at, QStringLiteral("tag"), 16, c.muted, direction);
        else if (row.part == core::QuickAddPart::Section)
            paintIcon(painter, at, QStringLiteral("sections"), 16, c.muted, direction);
        else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.listColour(row.colour));
            painter.drawEllipse(QRectF(0, 0, 8, 8).translated(at.center() - QPoint(3, 3)));
        }
    }

    /// What is typed stands out in the name.
    void paintName(QPainter& painter, const app::NameSuggestion& row, const QRect& at,
                   Qt::LayoutDirection direction) const
    {
        const app::Colours& c = m_theme.colours();
        const QFont plain = m_theme.font(app::Theme::Text::Body);
        const QFont strong = m_theme.font(app::Theme::Text::Strong);
        painter.setFont(plain);
        painter.setPen(c.text);
        const QString text = rowText(row);
        const qsizetype length = m_name.typed.size();
        const bool fits = QFontMetrics(strong).horizontalAdvance(text) <= at.width();
        if (row.isNew || length == 0 || !fits || direction == Qt::RightToLeft || text.isRightToLeft()) {
            const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, at.width());
            painter.drawText(at, Qt::AlignVCenter | Qt::AlignLeading, shown);
            return;
        }
        int x = at.x();
        const auto draw = [&](const QString& piece, bool isHit) {
            painter.setFont(isHit ? strong : plain);
            const int width = painter.fontMetrics().horizontalAdvance(piece);
            if (isHit)
                painter.fillRect(QRect(x, at.center().y() - 8, width, 18), c.warnTint);
            painter.drawText(QRect(x, at.y(), width + 2, at.height()), Qt::AlignVCenter | Qt::AlignLeft,
                             piece);
            x += width;
        };
        draw(text.left(row.matchStart), false);
        draw(text.mid(row.matchStart, length), true);
        draw(text.mid(row.matchStart + length), false);
    }

    const app::Theme& m_theme;
    const QList<app::NameSuggestion>& m_rows;
    const core::QuickAddName& m_name;
};

class Popup : public QListWidget {
public:
    Popup(const app::Theme& theme, QWidget* parent)
        : QListWidget(parent)
        , m_theme(theme)
    {
        setFocusPolicy(Qt::NoFocus);
        setFrameShape(QFrame::NoFrame);
        setViewportMargins(framePadding - 3, framePadding, framePadding - 3, framePadding);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setMouseTracking(true);
        setUniformItemSizes(true);
        viewport()->setAutoFillBackground(false);
        setAttribute(Qt::WA_NoSystemBackground);
        hide();
    }

protected:
    bool viewportEvent(QEvent* event) override
    {
        const bool done = QListWidget::viewportEvent(event);
        if (event->type() == QEvent::MouseMove) { // the row under the pointer is the one that a click takes
            const QModelIndex under = indexAt(static_cast<QMouseEvent*>(event)->position().toPoint());
            if (under.isValid())
                setCurrentIndex(under);
        }
        return done;
    }
    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::Paint) {
            QPainter painter(this);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(m_theme.colours().outline);
            painter.setBrush(m_theme.colours().surface);
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7.5, 7.5);
            return true;
        }
        return QListWidget::event(event);
    }

private:
    const app::Theme& m_theme;
};

} // namespace

NameCompleter::NameCompleter(const app::Theme& theme, TokenEdit& edit, Suggest suggest)
    : QObject(&edit)
    , m_theme(theme)
    , m_edit(edit)
    , m_suggest(std::move(suggest))
{
    edit.installEventFilter(this);
    connect(&edit, &QTextEdit::textChanged, this, &NameCompleter::look);
    connect(&edit, &QTextEdit::cursorPositionChanged, this, &NameCompleter::look);
}

NameCompleter::~NameCompleter()
{
    delete m_list;
}

bool NameCompleter::isOpen() const
{
    return m_list && m_list->isVisible();
}

void NameCompleter::close()
{
    if (!isOpen())
        return;
    m_list->hide();
    Q_EMIT openChanged(false);
}

void NameCompleter::look()
{
    const auto name = m_edit.hasFocus() && !m_edit.textCursor().hasSelection()
                          ? core::quickAddNameAt(m_edit.text(), m_edit.textCursor().position(),
                                                 m_edit.highlighter().context())
                          : std::nullopt;
    if (!name) {
        m_dismissed = false;
        return close();
    }
    m_dismissed = m_dismissed && m_name.start == name->start && m_name.part == name->part;
    if (*name == m_name && isOpen())
        return;
    m_name = *name;
    const QList<app::NameSuggestion> rows = m_dismissed ? QList<app::NameSuggestion>() : m_suggest(m_name);
    if (rows.isEmpty())
        return close();
    open(rows);
}

void NameCompleter::makeList()
{
    m_list = new Popup(m_theme, m_edit.window());
    m_list->setItemDelegate(new Delegate(m_theme, m_rows, m_name, m_list));
    m_list->setAccessibleName(tr("Suggestions"));
    connect(m_list, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { take(m_list->row(item)); });
}

void NameCompleter::open(const QList<app::NameSuggestion>& rows)
{
    if (!m_list || m_list->parentWidget() != m_edit.window()) {
        delete m_list;
        makeList();
    }
    m_list->clear(); // before the rows that its delegate reads are others
    m_rows = rows;
    m_chosen = false;
    for (const app::NameSuggestion& row : rows)
        m_list->addItem(rowText(row));
    m_list->setCurrentRow(0);
    place();
    const bool wasOpen = m_list->isVisible();
    m_list->show();
    m_list->raise();
    if (!wasOpen)
        Q_EMIT openChanged(true);
}

/// Below the line, the names under the one that is typed, inside the window.
void NameCompleter::place()
{
    const QWidget* window = m_edit.window();
    QTextCursor at(m_edit.document());
    at.setPosition(static_cast<int>(m_name.start + 1));
    const QPoint typed = m_edit.viewport()->mapTo(window, m_edit.cursorRect(at).topLeft());
    const QWidget* line = m_edit.parentWidget();
    const QPoint corner = line->mapTo(window, QPoint(0, 0));
    const int bottom =
        corner.y() + 2 * m_edit.y() + m_edit.height(); // the text stands in the middle of its box
    const int top = bottom + below - glow;
    const int width = qBound(smallest, m_list->sizeHintForColumn(0) + 2 * framePadding, widest);
    const int rows = qMin(static_cast<int>(m_rows.size()), (window->height() - top - 16) / rowHeight);
    const int height = qMax(1, rows) * rowHeight + 2 * framePadding;
    const bool mirrored = m_edit.layoutDirection() == Qt::RightToLeft;
    const int wanted = mirrored ? typed.x() + nameAt + 1 - width : typed.x() - nameAt - 1;
    const int leftmost = corner.x() + 2;
    const int rightmost = corner.x() + line->width() - 2 - width;
    m_list->setGeometry(qBound(leftmost, wanted, qMax(leftmost, rightmost)), top, width, height);
}

bool NameCompleter::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress: {
        const auto* pressed = static_cast<QKeyEvent*>(event);
        return isOpen() && key(pressed->key(), pressed->modifiers());
    }
    case QEvent::ShortcutOverride: // Escape closes the list, not the window
        if (isOpen() && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
            event->accept();
        break;
    case QEvent::FocusOut:
        close();
        break;
    case QEvent::FocusIn:
        look();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

bool NameCompleter::key(int key, Qt::KeyboardModifiers modifiers)
{
    switch (key) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Tab:
        take(m_list->currentRow());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_chosen || modifiers.testFlag(Qt::ShiftModifier)) {
            close();
            return false;
        }
        take(m_list->currentRow());
        return true;
    case Qt::Key_Escape:
        m_dismissed = true;
        close();
        return true;
    default:
        return false;
    }
}

void NameCompleter::move(int by)
{
    const int count = m_list->count();
    m_list->setCurrentRow((m_list->currentRow() + by + count) % count);
    m_chosen = true;
}

/// Writes the name with its mark, and a space behind it unless one is there.
void NameCompleter::take(int row)
{
    if (row < 0 || row >= m_rows.size())
        return;
    const core::QuickAddName name = m_name;
    const QString token = m_rows.at(row).token;
    close();
    QTextCursor cursor(m_edit.document());
    cursor.setPosition(static_cast<int>(name.start));
    cursor.setPosition(static_cast<int>(name.start + name.length), QTextCursor::KeepAnchor);
    const QString line = m_edit.text();
    const qsizetype end = name.start + name.length;
    const bool spaced = end < line.size() && line.at(end).isSpace();
    cursor.insertText(spaced ? token : token + u' ');
    if (spaced)
        cursor.movePosition(QTextCursor::NextCharacter);
    m_edit.setTextCursor(cursor);
    m_edit.setFocus();
}

} // namespace glow::ui
