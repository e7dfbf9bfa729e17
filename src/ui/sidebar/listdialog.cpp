#include "ui/sidebar/listdialog.h"

#include "app/theme.h"
#include "ui_listdialog.h"

#include <QPainter>
#include <QPushButton>

namespace glow::ui {

ListDialog::ListDialog(const app::Theme& theme, const QString& heading, Check check, QWidget* parent)
    : QDialog(parent)
    , m_form(std::make_unique<Ui::ListDialog>())
    , m_theme(theme)
    , m_check(std::move(check))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->setupUi(this);
    setWindowTitle(heading);
    m_form->heading->setText(heading);
    m_form->nameEdit->setAccessibleName(tr("Name"));
    m_form->colourBox->setAccessibleName(tr("Colour"));
    fillColours(*m_form->colourBox, theme, {}, false);
    connect(m_form->nameEdit, &QLineEdit::textChanged, this, &ListDialog::checkName);
    connect(m_form->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_form->saveButton, &QPushButton::clicked, this, &ListDialog::save);
    m_form->saveButton->setEnabled(false);
    m_form->nameEdit->setFocus();
}

ListDialog::~ListDialog() = default;

void ListDialog::setName(const QString& name)
{
    m_form->nameEdit->setText(name);
    m_form->nameEdit->selectAll();
}

void ListDialog::setColour(const QString& colour)
{
    fillColours(*m_form->colourBox, m_theme, colour, m_isColourOptional);
}

void ListDialog::setColourOptional()
{
    m_isColourOptional = true;
    fillColours(*m_form->colourBox, m_theme, {}, true);
}

void ListDialog::setPlain()
{
    m_form->colourBox->hide();
    m_form->colourLabel->hide();
}

void ListDialog::setMerging(Notice notice)
{
    m_merging = std::move(notice);
}

void ListDialog::checkName()
{
    const QString merging = m_merging ? m_merging(m_form->nameEdit->text().simplified()) : QString();
    if (m_merging)
        m_form->saveButton->setText(merging.isEmpty() ? tr("Save") : tr("Merge"));
    if (!merging.isEmpty()) {
        m_form->problem->setText(merging);
        m_form->saveButton->setEnabled(true);
        return;
    }
    const QString problem = m_check(m_form->nameEdit->text().simplified());
    m_form->problem->setText(m_form->nameEdit->text().isEmpty() ? QString() : problem);
    m_form->saveButton->setEnabled(problem.isEmpty());
}

void ListDialog::save()
{
    Q_EMIT saved(m_form->nameEdit->text().simplified(), m_form->colourBox->currentData().toString());
    accept();
}

QIcon colourDot(const app::Theme& theme, const QString& colour)
{
    constexpr int scale = 3;
    QPixmap pixmap(16 * scale, 16 * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.listColour(colour));
    painter.drawEllipse(QRectF(4, 4, 8, 8));
    return QIcon(pixmap);
}

void fillColours(QComboBox& box, const app::Theme& theme, const QString& chosen, bool optional)
{
    box.clear();
    if (optional)
        box.addItem(ListDialog::tr("None"), QString());
    for (int i = 0; i < theme.colours().lists.size(); ++i)
        box.addItem(colourDot(theme, QString::number(i)), colourName(i), QString::number(i));
    if (chosen.startsWith(u'#'))
        box.addItem(colourDot(theme, chosen), chosen, chosen);
    box.setCurrentIndex(qMax(0, box.findData(chosen)));
}

QString colourName(int index)
{
    switch (index) {
    case 0:
        return ListDialog::tr("Violet");
    case 1:
        return ListDialog::tr("Teal");
    case 2:
        return ListDialog::tr("Green");
    case 3:
        return ListDialog::tr("Orange");
    default:
        return QString::number(index);
    }
}

} // namespace glow::ui
