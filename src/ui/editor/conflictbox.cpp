#include "ui/editor/conflictbox.h"

#include "app/editor/fieldtexts.h"
#include "app/editor/taskeditormodel.h"
#include "app/table/tasktexts.h"
#include "app/theme.h"
#include "app/workspace.h"
#include "core/taskfield.h"
#include "ui/style/glowstyle.h"
#include "ui/style/hairline.h"
#include "ui/style/icons.h"
#include "ui/style/rowpaint.h"

#include <QApplication>
#include <QButtonGroup>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QScrollArea>
#include <QStyleOptionButton>
#include <QVBoxLayout>

namespace glow::ui {

namespace {

using app::Theme;

constexpr int headHeight = 36;
constexpr int choiceHeight = 52;
constexpr int radio = 16;
constexpr int inset = 12;
constexpr int valueAt = 38;
constexpr qreal corner = 8;

} // namespace

ConflictBox::ConflictBox(QWidget* parent)
    : QFrame(parent)
{
    setFrameShape(NoFrame);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 6);
    hide();
}

void ConflictBox::setUp(app::TaskEditorModel& model, app::Workspace& workspace, const Theme& theme)
{
    m_model = &model;
    m_workspace = &workspace;
    m_theme = &theme;
    connect(m_model, &app::TaskEditorModel::conflictsChanged, this, &ConflictBox::refresh);
    connect(m_theme, &Theme::changed, this, &ConflictBox::refresh);
}

void ConflictBox::refresh()
{
    const bool wanted =
        m_model->state() == app::TaskEditorModel::State::Ready && !m_model->conflicts().isEmpty();
    const bool appears = wanted && isHidden();
    if (m_content) {
        m_content->hide();
        m_content->deleteLater();
        m_content = nullptr;
    }
    setVisible(wanted);
    if (!wanted)
        return;
    build();
    if (appears)
        QMetaObject::invokeMethod(this, &ConflictBox::reveal, Qt::QueuedConnection);
}

/// As far as the caret stays in view.
void ConflictBox::reveal()
{
    QWidget* above = parentWidget();
    while (above && !qobject_cast<QScrollArea*>(above))
        above = above->parentWidget();
    auto* area = qobject_cast<QScrollArea*>(above);
    if (!area)
        return;
    area->ensureWidgetVisible(this);
    if (QWidget* caret = QApplication::focusWidget(); caret && area->isAncestorOf(caret))
        area->ensureWidgetVisible(caret, 0, 16);
}

void ConflictBox::build()
{
    m_content = new QWidget(this);
    auto* rows = new QVBoxLayout(m_content);
    rows->setContentsMargins(1, 1, 1, 0);
    rows->setSpacing(0);
    addHead(*rows);
    const QMap<QString, app::EditConflict> conflicts = m_model->conflicts();
    for (const core::TaskField& each : core::taskFields()) {
        const QString field = QString::fromLatin1(each.name);
        if (conflicts.contains(field))
            addField(*rows, field, conflicts[field]);
    }
    addButtons(*rows);
    layout()->addWidget(m_content);
    m_content->show(); // at once, not when the layout gets to it
}

void ConflictBox::addHead(QVBoxLayout& to)
{
    auto* head = new QHBoxLayout;
    head->setContentsMargins(inset, 0, inset, 0);
    head->setSpacing(8);
    auto* mark = new QLabel(m_content);
    mark->setPixmap(iconPixmap(QStringLiteral("warning"), 16, m_theme->colours().today, devicePixelRatioF()));
    auto* text = new QLabel(tr("Changed elsewhere while you edited"), m_content);
    setLook(text, QStringLiteral("strong"));
    text->setFixedHeight(headHeight);
    head->addWidget(mark);
    head->addWidget(text, 1);
    to.addLayout(head);
}

void ConflictBox::addField(QVBoxLayout& to, const QString& field, const app::EditConflict& conflict)
{
    auto* name = new QLabel(app::FieldTexts::label(field), m_content);
    setLook(name, QStringLiteral("hint"));
    name->setContentsMargins(inset, 8, inset, 0);
    to.addWidget(name);

    const QDateTime now = m_workspace->clock().now();
    const auto words = [&](const QJsonValue& value) {
        core::Task task = m_model->task();
        core::taskField(field)->set(task, value);
        QJsonObject values =
            core::taskValues(task, {QStringLiteral("due_date"), QStringLiteral("due_zone"),
                                    QStringLiteral("from_completion"), QStringLiteral("rrule")});
        values.insert(field, value);
        return oneLine(
            app::FieldTexts::value(field, values, now.date(), [](const QString& uid) { return uid; }));
    };
    QString mine = words(conflict.mine);
    QString theirs = words(conflict.theirs);
    if (field == u"notes")
        std::tie(mine, theirs) =
            app::FieldTexts::longTexts(conflict.mine.toString(), conflict.theirs.toString());
    const QString who =
        conflict.who.isEmpty()
            ? tr("elsewhere")
            : tr("%1 · %2", "who, when").arg(conflict.who, app::TaskTexts::since(conflict.at, now));
    auto* group = new QButtonGroup(m_content);
    auto* keep = new ConflictChoice(*m_theme, mine, theirs, tr("yours · now"), m_content);
    auto* take = new ConflictChoice(*m_theme, theirs, mine, who, m_content);
    keep->setObjectName(field + QStringLiteral("Mine"));
    take->setObjectName(field + QStringLiteral("Theirs"));
    for (ConflictChoice* choice : {keep, take}) {
        group->addButton(choice);
        to.addWidget(choice);
    }
    (conflict.takeTheirs ? take : keep)->setChecked(true);
    connect(take, &QAbstractButton::toggled, this, [this, field](bool on) { m_model->choose(field, on); });
    to.addWidget(new Hairline(m_content));
}

void ConflictBox::addButtons(QVBoxLayout& to)
{
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(inset, 8, inset, 9);
    foot->setSpacing(8);
    foot->addStretch(1);
    auto* mine = new QPushButton(tr("Keep all mine"), m_content);
    auto* use = new QPushButton(tr("Use this choice"), m_content);
    mine->setObjectName(QStringLiteral("keepMine"));
    use->setObjectName(QStringLiteral("useChoice"));
    setLook(mine, QStringLiteral("small"));
    setLook(use, QStringLiteral("main small"));
    for (QPushButton* button : {mine, use}) {
        button->setAutoDefault(false);
        button->setFocusPolicy(Qt::TabFocus); // the caret stays where it is
        foot->addWidget(button);
    }
    connect(mine, &QPushButton::clicked, m_model, &app::TaskEditorModel::keepMine);
    connect(use, &QPushButton::clicked, m_model, &app::TaskEditorModel::useChoice);
    to.addLayout(foot);
}

void ConflictBox::paintEvent(QPaintEvent*)
{
    if (!m_theme || !m_content)
        return;
    const app::Colours& c = m_theme->colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(m_content->geometry()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath path;
    path.addRoundedRect(box, corner, corner);
    painter.fillPath(path, c.surface);
    painter.save();
    painter.setClipRect(QRectF(box.left(), box.top(), box.width(), headHeight));
    painter.fillPath(path, c.warnTint);
    painter.restore();
    painter.setPen(c.today);
    painter.drawPath(path);
}

void ConflictBox::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_model)
        refresh();
}

ConflictChoice::ConflictChoice(const Theme& theme, const QString& value, const QString& other,
                               const QString& whose, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_value(value)
    , m_whose(whose)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::TabFocus); // the caret stays where it is
    setAccessibleName(tr("%1 · %2", "value, whose it is").arg(value, whose));
    // Whole words, so that what differs can be read.
    qsizetype same = 0;
    for (qsizetype i = 0; i < qMin(value.size(), other.size()) && value.at(i) == other.at(i); ++i)
        same = value.at(i).isSpace() ? i + 1 : same;
    const qsizetype most = qMin(value.size(), other.size()) - same;
    qsizetype end = 0;
    for (qsizetype i = 1; i <= most && value.at(value.size() - i) == other.at(other.size() - i); ++i)
        end = value.at(value.size() - i).isSpace() ? i : end;
    m_same = same;
    m_sameEnd = end;
}

QSize ConflictChoice::sizeHint() const
{
    return {240, choiceHeight};
}

void ConflictChoice::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QStyleOptionButton option;
    option.initFrom(this);
    const QRect mark(inset, 9, radio, radio);
    option.rect = QStyle::visualRect(layoutDirection(), rect(), mark);
    option.state |= isChecked() ? QStyle::State_On : QStyle::State_Off;
    style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &option, &painter, this);
    const QRect value(valueAt, 7, width() - valueAt - inset, 20);
    paintValue(painter, QStyle::visualRect(layoutDirection(), rect(), value));
    painter.setFont(m_theme.font(Theme::Text::Hint));
    painter.setPen(m_theme.colours().muted);
    const QRect whose = QStyle::visualRect(layoutDirection(), rect(), value.translated(0, 18));
    const Qt::Alignment side = isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(whose,
                     static_cast<int>(side | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(m_whose, Qt::ElideRight, whose.width()));
}

void ConflictChoice::paintValue(QPainter& painter, const QRect& place) const
{
    const QString parts[]{m_value.left(m_same), m_value.mid(m_same, m_value.size() - m_same - m_sameEnd),
                          m_value.right(m_sameEnd)};
    const bool plain = m_same == 0 && m_sameEnd == 0;
    // Pieces can be set one after the other only where all of them run in the direction of the form.
    if (plain || m_value.isRightToLeft() || isRightToLeft()) {
        paintCellText(painter, m_theme, place, m_value, m_theme.colours().text, layoutDirection());
        return;
    }
    painter.setPen(m_theme.colours().text);
    int at = place.left();
    for (int i = 0; i < 3 && at < place.right(); ++i) {
        painter.setFont(m_theme.font(i == 1 ? Theme::Text::Strong : Theme::Text::Body));
        const int room = place.right() - at;
        const QString text = painter.fontMetrics().elidedText(parts[i], Qt::ElideRight, room);
        painter.drawText(QRect(at, place.top(), room, place.height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
        at += painter.fontMetrics().horizontalAdvance(parts[i]);
    }
}

} // namespace glow::ui
