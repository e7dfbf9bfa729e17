// The inline editor of the task table: refuses what cannot be stored with a sentence, never cuts it.
#include "app/editor/titlecheck.h"
#include "app/theme.h"
#include "ui/table/taskdelegate.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolTip>

namespace glow::ui {

using app::TaskTableModel;

namespace {

constexpr char taskProperty[] = "task";
constexpr char filledProperty[] = "filled";
constexpr char beforeProperty[] = "before";
constexpr char endedProperty[] = "ended"; ///< by the person: taken or given up

} // namespace

QWidget* TaskDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                    const QModelIndex& index) const
{
    auto* field = new QLineEdit(parent);
    field->setProperty(taskProperty, index.data(TaskTableModel::UidRole));
    field->setAccessibleName(tr("Title"));
    field->setFont(m_theme.font(app::Theme::Text::Body));
    connect(field, &QLineEdit::textEdited, this, [this, field](const QString& text) {
        const bool tooLong = core::codePoints(text) > core::maxTitleLength;
        QPalette palette = field->palette();
        palette.setColor(QPalette::Text, tooLong ? m_theme.colours().overdue : m_theme.colours().text);
        field->setPalette(palette);
        if (tooLong)
            QToolTip::showText(field->mapToGlobal(QPoint(0, field->height())), app::titleProblem(text),
                               field);
    });
    return field;
}

/// Filled once: a change that arrives while the person types does not touch the text.
void TaskDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* field = qobject_cast<QLineEdit*>(editor);
    if (!field || field->property(filledProperty).toBool())
        return;
    field->setProperty(filledProperty, true);
    field->setText(index.data(Qt::EditRole).toString());
    field->setProperty(beforeProperty, field->text());
    field->selectAll();
}

void TaskDelegate::setModelData(QWidget* editor, QAbstractItemModel*, const QModelIndex&) const
{
    auto* field = qobject_cast<QLineEdit*>(editor);
    if (!field)
        return;
    field->setProperty(endedProperty, true);
    if (field->isModified() && app::titleProblem(field->text()).isEmpty())
        Q_EMIT titleEdited(field->property(taskProperty).toUuid(), field->text(),
                           field->property(beforeProperty).toString());
}

/// Told by the view at each end of editing; when it was not the person's, the row has gone away below the
/// field.
void TaskDelegate::destroyEditor(QWidget* editor, const QModelIndex& index) const
{
    const auto* field = qobject_cast<QLineEdit*>(editor);
    if (field && field->isModified() && !field->property(endedProperty).toBool())
        Q_EMIT interrupted(field->property(taskProperty).toUuid(), field->text());
    QStyledItemDelegate::destroyEditor(editor, index);
}

void TaskDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const
{
    const TaskLayout layout(option.direction);
    const TaskLayout::Title at = titlePlaces(option.rect, option.direction, index);
    const int inset = layout.logicalX(option.rect, layout.direction() == Qt::LeftToRight ? at.title.left()
                                                                                         : at.title.right());
    const QRect cell = option.rect;
    constexpr int fieldPadding = 10;
    const QRect field(cell.left() + inset - fieldPadding, cell.top() + 3,
                      cell.width() - inset + fieldPadding - 4, cell.height() - 7);
    editor->setGeometry(layout.mirrored(cell, field));
}

/// Enter and a click elsewhere leave a field open whose text cannot be taken; Escape takes it back.
bool TaskDelegate::eventFilter(QObject* watched, QEvent* event)
{
    auto* field = qobject_cast<QLineEdit*>(watched);
    if (field && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
        field->setProperty(endedProperty, true);
    const bool enter =
        event->type() == QEvent::KeyPress && (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Return ||
                                              static_cast<QKeyEvent*>(event)->key() == Qt::Key_Enter ||
                                              static_cast<QKeyEvent*>(event)->key() == Qt::Key_Tab ||
                                              static_cast<QKeyEvent*>(event)->key() == Qt::Key_Backtab);
    if (field && field->isModified() && (enter || event->type() == QEvent::FocusOut)) {
        const QString sentence = app::titleProblem(field->text());
        const bool leftEmpty =
            !enter && field->text().trimmed().isEmpty(); // nothing typed that could be lost
        if (!sentence.isEmpty() && !leftEmpty) {
            if (enter)
                Q_EMIT said(sentence);
            return enter;
        }
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

} // namespace glow::ui
