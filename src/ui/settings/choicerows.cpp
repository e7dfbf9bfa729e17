#include "ui/settings/choicerows.h"

#include "ui/style/glowstyle.h"
#include "ui/style/hairline.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace glow::ui {

namespace {

// As in CheckList, so that the two stand under each other.
constexpr int titleWidth = 228;
constexpr int rowHeight = 31;

} // namespace

ChoiceRows::ChoiceRows(QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int row, bool on) {
        if (on)
            Q_EMIT chosenChanged(row);
    });
}

void ChoiceRows::setRows(const QList<Row>& rows, int chosen)
{
    while (QLayoutItem* item = layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (QAbstractButton* button : m_group->buttons())
        m_group->removeButton(button);
    if (!rows.isEmpty())
        layout()->addWidget(new Hairline(this));
    for (int i = 0; i < rows.size(); ++i)
        layout()->addWidget(makeRow(rows.at(i), i));
    if (QAbstractButton* button = m_group->button(chosen))
        button->setChecked(true);
    layout()->activate(); // also while the page is not shown yet: it appears with the rows at their height
    updateGeometry();
}

int ChoiceRows::chosen() const
{
    return m_group->checkedId();
}

QWidget* ChoiceRows::makeRow(const Row& row, int index)
{
    auto* holder = new QWidget(this);
    auto* outer = new QVBoxLayout(holder);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto* line = new QHBoxLayout;
    line->setSpacing(0);
    QString title = row.title;
    auto* button = new QRadioButton(title.replace(u'&', QStringLiteral("&&")), holder);
    button->setFixedWidth(titleWidth);
    button->setMinimumHeight(rowHeight);
    button->setToolTip(row.title);
    button->setAccessibleDescription(row.detail);
    m_group->addButton(button, index);
    line->addWidget(button, 0, Qt::AlignTop);
    auto* detail = new QLabel(row.detail, holder);
    detail->setTextFormat(Qt::PlainText);
    detail->setMinimumHeight(rowHeight);
    detail->setContentsMargins(0, 6, 0, 6);
    setLook(detail, QStringLiteral("muted"));
    line->addWidget(detail, 1);
    outer->addLayout(line);
    outer->addWidget(new Hairline(holder));
    return holder;
}

} // namespace glow::ui
