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
    for (int i = 0; i < theme.colours().lists.size(); ++i)
        m_form->colourBox->addItem(colourDot(theme, QString::number(i)), colourName(i), QString::number(i));
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
    int row = m_form->colourBox->findData(colour);
    if (row < 0 && colour.startsWith(u'#')) {
        row = m_form->colourBox->count();
        m_form->colourBox->addItem(colourDot(m_theme, colour), colour, colour);
    }
    m_form->colourBox->setCurrentIndex(qMax(0, row));
}

void ListDialog::setColourOptional()
{
    m_form->colourBox->insertItem(0, tr("None"), QString());
    m_form->colourBox->setCurrentIndex(0);
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
