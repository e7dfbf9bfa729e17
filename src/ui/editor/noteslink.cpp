#include "ui/editor/noteslink.h"

#include "ui/style/glowstyle.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace glow::ui {

namespace {

constexpr qsizetype longestShown = 400;

/// An address has no spaces: it may break everywhere.
QString breakable(const QString& address)
{
    QString text;
    for (const QChar each : address.left(longestShown)) {
        text += each;
        text += QChar(0x200b);
    }
    return address.size() > longestShown ? text + u'…' : text;
}

} // namespace

NotesLink::NotesLink(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_open(new QPushButton(this))
    , m_copy(new QPushButton(this))
{
    m_text->setObjectName(QStringLiteral("linkTarget"));
    m_open->setObjectName(QStringLiteral("openLink"));
    m_copy->setObjectName(QStringLiteral("copyLink"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    setLook(m_text, QStringLiteral("hint"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_open);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 6, 0, 0);
    rows->setSpacing(6);
    rows->addWidget(m_text);
    rows->addLayout(buttons);
    connect(m_open, &QPushButton::clicked, this, &NotesLink::open);
    connect(m_copy, &QPushButton::clicked, this, &NotesLink::copy);
    hide();
}

void NotesLink::showTarget(const QString& target, bool focus)
{
    m_link = core::notesLink(target);
    m_failed = false;
    showTexts();
    show();
    if (focus)
        (m_open->isVisibleTo(this) ? m_open : m_copy)->setFocus(Qt::TabFocusReason);
}

void NotesLink::showTexts()
{
    const QString target = breakable(m_link.shown);
    m_open->setText(tr("Open"));
    m_copy->setText(tr("Copy"));
    m_open->setVisible(m_link.kind != core::LinkKind::Other);
    m_text->setText(m_failed ? tr("No program opened %1").arg(target)
                    : m_link.kind == core::LinkKind::Other
                        ? tr("Links of this kind are not opened: %1").arg(target)
                        : tr("Leads to %1").arg(target));
    m_text->setAccessibleName(m_link.shown);
}

void NotesLink::open()
{
    if (m_link.kind == core::LinkKind::Other)
        return;
    m_failed = !QDesktopServices::openUrl(m_link.url);
    setVisible(m_failed);
    showTexts();
}

void NotesLink::copy()
{
    QGuiApplication::clipboard()->setText(m_link.shown);
    hide();
}

void NotesLink::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        showTexts();
    QWidget::changeEvent(event);
}

void NotesLink::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QWidget::keyPressEvent(event);
}

} // namespace glow::ui
