#include "ui/editor/notesedit.h"

#include "app/theme.h"
#include "core/notes/noteslists.h"
#include "ui/editor/notesrender.h"
#include "ui/editor/typedtext.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <cmath>

namespace glow::ui {

namespace {

constexpr int smallestHeight = 98;
constexpr int greatestHeight = 420;
constexpr qsizetype longestWord = 1000;
constexpr qsizetype longestMeasured = 4000; // longer notes fill the greatest height anyway

/// Qt looks for the end of a word again for each of its lines: with an endless one every key would take a
/// second.
bool hasEndlessWord(const QString& text)
{
    qsizetype letters = 0;
    return std::any_of(text.cbegin(), text.cend(), [&letters](QChar each) {
        letters = each.isSpace() ? 0 : letters + 1;
        return letters > longestWord;
    });
}

bool endsLinesWithBoth(const QString& text)
{
    const qsizetype both = text.count(QStringLiteral("\r\n"));
    return both > 0 && text.count(u'\n') == both && text.count(u'\r') == both;
}

/// The place in the source that follows the text read before the click.
int sourcePosition(const QString& source, const QString& readBefore)
{
    const QString last = readBefore.right(24);
    for (qsizetype from = 0; from < last.size(); ++from) {
        const QString piece = last.mid(from);
        const qsizetype found = source.indexOf(piece);
        if (found >= 0)
            return static_cast<int>(found + piece.size());
    }
    return static_cast<int>(source.size());
}

} // namespace

NotesEdit::NotesEdit(QWidget* parent)
    : QTextEdit(parent)
    , m_render(new NotesRender(*document(), this))
{
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setReadOnly(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(9);
    document()->setIndentWidth(fontMetrics().horizontalAdvance(QStringLiteral("• ")));
    viewport()->setMouseTracking(true);
    connect(m_render, &NotesRender::finished, this, &NotesEdit::filled);
    connect(this, &QTextEdit::textChanged, this, &NotesEdit::takeTyped);
}

void NotesEdit::setTheme(const app::Theme& theme)
{
    m_theme = &theme;
    m_render->setTheme(theme);
    connect(&theme, &app::Theme::changed, this, [this] {
        document()->setIndentWidth(fontMetrics().horizontalAdvance(QStringLiteral("• ")));
        if (!m_source)
            render();
    });
}

void NotesEdit::setNotes(const QString& notes)
{
    if (notes == m_notes)
        return;
    const std::optional<qsizetype> box = m_source ? std::nullopt : core::onlyToggledBox(m_notes, notes);
    m_notes = notes;
    if (box)
        showBox(*box);
    else if (m_source)
        edit(textCursor().position());
    else
        render();
}

void NotesEdit::render()
{
    m_setting = true;
    m_source = false;
    m_item = m_pressed = {};
    setReadOnly(true); // what is shown is not the source
    setVerticalScrollBarPolicy(m_notes.size() > longestMeasured ? Qt::ScrollBarAlwaysOn
                                                                : Qt::ScrollBarAsNeeded);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_render->render(m_notes);
    moveCursor(QTextCursor::Start); // or it goes along with what is appended, and the view with it
    updateGeometry();
}

void NotesEdit::edit(int place)
{
    const bool started = !m_source;
    m_setting = true;
    m_source = true;
    m_ahead.clear();
    m_item = m_pressed = {};
    m_caret = place;
    if (started)
        m_caret -= static_cast<int>(QStringView(m_notes).left(place).count(QStringLiteral("\r\n")));
    m_carriageReturns = endsLinesWithBoth(m_notes);
    viewport()->setCursor(Qt::IBeamCursor);
    setVerticalScrollBarPolicy(m_notes.size() > longestMeasured ? Qt::ScrollBarAlwaysOn
                                                                : Qt::ScrollBarAsNeeded);
    setWordWrapMode(hasEndlessWord(m_notes) ? QTextOption::WrapAnywhere
                                            : QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_render->showSource(m_notes);
    updateGeometry();
    if (started)
        Q_EMIT editingStarted();
}

void NotesEdit::filled()
{
    m_setting = false;
    if (m_source) {
        setReadOnly(false);
        QTextCursor caret(document());
        caret.setPosition(qMin(m_caret, document()->characterCount() - 1));
        setTextCursor(caret);
        if (!m_ahead.isEmpty())
            insertPlainText(std::exchange(m_ahead, {}));
    }
    updateGeometry();
}

void NotesEdit::takeTyped()
{
    updateGeometry();
    if (m_setting || !m_source)
        return;
    m_notes = typedText(*document());
    if (m_carriageReturns)
        m_notes.replace(u'\n', QStringLiteral("\r\n"));
    Q_EMIT edited(m_notes);
}

bool NotesEdit::event(QEvent* event)
{
    // Space and Return are the notes' own while they are read with the keyboard.
    if (event->type() == QEvent::ShortcutOverride && !m_source) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Up ||
            key == Qt::Key_Down)
            event->accept();
    }
    return QTextEdit::event(event);
}

void NotesEdit::keyPressEvent(QKeyEvent* event)
{
    if (!m_source && keyWhileRead(*event))
        return;
    const QString text = event->text();
    if (!m_source && !text.isEmpty() && (text.at(0).isPrint() || event->matches(QKeySequence::Paste)))
        edit(static_cast<int>(m_notes.size()));
    if (m_source && m_render->isRunning()) {
        m_ahead += !text.isEmpty() && text.at(0).isPrint() ? text : QString();
        return;
    }
    if (m_source && event->matches(QKeySequence::InsertParagraphSeparator))
        breakLine();
    else
        QTextEdit::keyPressEvent(event);
}

bool NotesEdit::keyWhileRead(const QKeyEvent& event)
{
    switch (event.modifiers() == Qt::NoModifier || event.modifiers() == Qt::KeypadModifier ? event.key()
                                                                                           : 0) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        step(event.key() == Qt::Key_Down);
        return true;
    case Qt::Key_Space:
        if (!m_item.isValid())
            return false;
        activate(m_item, true);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        edit(m_item.box < 0                           ? static_cast<int>(m_notes.size())
             : m_notes.mid(m_item.box + 2, 1) == u" " ? static_cast<int>(m_item.box) + 3
                                                      : static_cast<int>(m_item.box) + 2);
        return true;
    default:
        return false;
    }
}

/// The next item is chosen; where there is none, the text scrolls.
void NotesEdit::step(bool forward)
{
    const QList<NotesItem> items = notesItems(*document());
    NotesItem found;
    for (const NotesItem& item : items) {
        if (forward && item.begin > m_item.begin && !found.isValid())
            found = item;
        else if (!forward && item.begin < m_item.begin)
            found = item;
    }
    if (found.isValid())
        choose(found);
    else
        verticalScrollBar()->triggerAction(forward ? QScrollBar::SliderSingleStepAdd
                                                   : QScrollBar::SliderSingleStepSub);
}

void NotesEdit::choose(const NotesItem& item)
{
    m_item = item;
    QTextCursor cursor(document());
    cursor.setPosition(item.begin);
    setTextCursor(cursor);
    ensureCursorVisible();
    viewport()->update();
}

void NotesEdit::activate(NotesItem item, bool byKeyboard)
{
    if (item.box >= 0)
        toggle(item.box);
    else if (item.isValid())
        Q_EMIT linkChosen(item.target, byKeyboard);
}

void NotesEdit::breakLine()
{
    const int place = textCursor().hasSelection() ? -1 : textCursor().position();
    const core::ListBreak lineBreak = place < 0 ? core::ListBreak{QStringLiteral("\n"), 0}
                                                : core::listBreakAt(typedText(*document()), place);
    QTextCursor caret = textCursor();
    caret.beginEditBlock();
    if (lineBreak.remove > 0)
        caret.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, static_cast<int>(lineBreak.remove));
    caret.insertText(lineBreak.insert);
    caret.endEditBlock();
    setTextCursor(caret);
    ensureCursorVisible();
}

void NotesEdit::toggle(qsizetype box)
{
    const QString toggled = core::toggledBox(m_notes, box);
    if (toggled == m_notes)
        return;
    m_notes = toggled;
    showBox(box);
    Q_EMIT changed(m_notes);
}

void NotesEdit::showBox(qsizetype box)
{
    const QTextBlock block = blockOfBox(*document(), box);
    if (block.isValid()) {
        QTextBlockFormat checked;
        checked.setProperty(NotesRender::checkedProperty, m_notes.at(box) != u' ');
        QTextCursor(block).mergeBlockFormat(checked);
    }
    viewport()->update();
}

void NotesEdit::focusInEvent(QFocusEvent* event)
{
    QTextEdit::focusInEvent(event);
    // With the mouse the click decides where the caret goes; see mouseReleaseEvent.
    if (m_source || event->reason() == Qt::MouseFocusReason)
        return;
    const bool tab = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    const QList<NotesItem> items = tab ? notesItems(*document()) : QList<NotesItem>();
    if (items.isEmpty())
        edit(static_cast<int>(m_notes.size()));
    else if (!m_item.isValid())
        choose(items.constFirst());
}

void NotesEdit::focusOutEvent(QFocusEvent* event)
{
    QTextEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason)
        return;
    m_item = {};
    viewport()->update();
    if (m_source)
        render();
}

void NotesEdit::mousePressEvent(QMouseEvent* event)
{
    QTextEdit::mousePressEvent(event);
    m_pressed =
        !m_source && event->button() == Qt::LeftButton ? itemAt(event->position().toPoint()) : NotesItem();
}

void NotesEdit::mouseReleaseEvent(QMouseEvent* event)
{
    QTextEdit::mouseReleaseEvent(event);
    if (m_source || event->button() != Qt::LeftButton || textCursor().hasSelection())
        return; // what is marked is to be copied
    const NotesItem item = itemAt(event->position().toPoint());
    if (item.isValid()) {
        if (item.begin == m_pressed.begin)
            activate(item, false);
        return;
    }
    QTextCursor read = textCursor();
    read.movePosition(QTextCursor::StartOfLine, QTextCursor::KeepAnchor);
    edit(sourcePosition(m_notes, read.selectedText()));
}

void NotesEdit::mouseMoveEvent(QMouseEvent* event)
{
    QTextEdit::mouseMoveEvent(event);
    const bool works = !m_source && itemAt(event->position().toPoint()).isValid();
    viewport()->setCursor(works ? Qt::PointingHandCursor : Qt::IBeamCursor);
}

NotesItem NotesEdit::itemAt(const QPoint& point) const
{
    const QTextBlock block = cursorForPosition(point).block();
    const QVariant box = block.blockFormat().property(NotesRender::boxProperty);
    if (box.isValid() && boxRect(block).adjusted(-4, -4, 4, 4).contains(point))
        return {block.position(), block.position(), box.toLongLong(), {}};
    const QString target = anchorAt(point);
    return target.isEmpty() ? NotesItem() : NotesItem{block.position(), block.position(), -1, target};
}

void NotesEdit::resizeEvent(QResizeEvent* event)
{
    QTextEdit::resizeEvent(event);
    updateGeometry();
}

QSize NotesEdit::sizeHint() const
{
    if (m_notes.size() > longestMeasured)
        return {200, greatestHeight};
    const int text = static_cast<int>(std::ceil(document()->size().height())) + 2 * frameWidth();
    return {200, qBound(smallestHeight, text, greatestHeight)};
}

QVariant NotesEdit::loadResource(int, const QUrl&)
{
    return {};
}

} // namespace glow::ui
