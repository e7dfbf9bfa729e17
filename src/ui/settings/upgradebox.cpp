#include "ui/settings/upgradebox.h"

#include "app/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace glow::ui {

UpgradeBox::UpgradeBox(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_upgrade(new QPushButton(tr("Upgrade"), this))
    , m_progress(new QProgressBar(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_upgrade->setObjectName(QStringLiteral("upgradeNow"));
    m_upgrade->setAutoDefault(false);
    m_progress->setTextVisible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    auto* row = new QHBoxLayout;
    row->addWidget(m_progress, 1);
    row->addStretch();
    row->addWidget(m_upgrade);
    layout->addLayout(row);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_upgrade, &QPushButton::clicked, this, [this] {
        m_upgrade->setEnabled(false);
        Q_EMIT upgradeWanted();
    });
    hide();
}

void UpgradeBox::offer(const QStringList& pending)
{
    m_text->setText(tr("The upgrade adds, over the direct connection and each step whole or not at all: %1. "
                       "Tasks that are there "
                       "stay as they are.")
                        .arg(pending.join(QStringLiteral(", "))));
    m_upgrade->setEnabled(true);
    m_upgrade->show();
    m_progress->hide();
    show();
}

void UpgradeBox::showProgress(const QString& migration, int done, int total)
{
    m_text->setText(tr("Upgrading: %1, step %2 of %3…").arg(migration).arg(done + 1).arg(total));
    m_progress->setRange(0, total);
    m_progress->setValue(done);
    m_progress->show();
}

void UpgradeBox::showProblem(const QString& sentence)
{
    m_text->setText(sentence);
    show();
    m_progress->hide();
    m_upgrade->setText(tr("Try again"));
    m_upgrade->setEnabled(true);
}

void UpgradeBox::paintEvent(QPaintEvent*)
{
    if (!m_theme)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme->colours().outline);
    painter.setBrush(m_theme->colours().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace glow::ui
