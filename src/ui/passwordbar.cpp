#include "ui/passwordbar.h"

#include "app/theme.h"
#include "ui/style/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

namespace glow::ui {

PasswordBar::PasswordBar(const app::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_label(new QLabel(this))
    , m_password(new QLineEdit(this))
    , m_signIn(new QPushButton(this))
    , m_later(new QPushButton(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(20, 8, 20, 8);
    row->setSpacing(12);
    row->addWidget(m_icon);
    row->addWidget(m_label, 1);
    row->addWidget(m_password);
    row->addWidget(m_signIn);
    row->addWidget(m_later);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setBuddy(m_password);
    m_password->setObjectName(QStringLiteral("signInPassword"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setFixedWidth(180);
    m_signIn->setProperty("look", QStringLiteral("main"));
    connect(m_password, &QLineEdit::returnPressed, this, &PasswordBar::submit);
    connect(m_password, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_signIn->setEnabled(!text.isEmpty()); });
    connect(m_signIn, &QPushButton::clicked, this, &PasswordBar::submit);
    connect(m_later, &QPushButton::clicked, this, &PasswordBar::putAway);
    connect(&theme, &app::Theme::changed, this, qOverload<>(&QWidget::update));
    setMinimumHeight(app::Metrics::messageBarHeight);
    hide();
}

void PasswordBar::ask(const QString& user, const QString& workspace, const QString& reason)
{
    m_isWrong = !reason.isEmpty();
    const QString question = tr("Password of %1 for “%2”:").arg(user, workspace);
    m_label->setText(m_isWrong ? reason + u' ' + question : question);
    m_password->setAccessibleName(m_label->text());
    m_signIn->setText(tr("Sign in"));
    m_later->setText(tr("Not now"));
    m_icon->setPixmap(iconPixmap(QStringLiteral("lock"), 16,
                                 m_isWrong ? m_theme.colours().overdue : m_theme.colours().accent,
                                 devicePixelRatioF()));
    m_password->setEnabled(true);
    m_password->clear();
    m_signIn->setEnabled(false);
    show();
    m_password->setFocus(Qt::OtherFocusReason);
    update();
}

void PasswordBar::showWorking()
{
    m_label->setText(tr("Signing in…"));
    m_password->setEnabled(false);
    m_signIn->setEnabled(false);
}

void PasswordBar::submit()
{
    const QString password = m_password->text();
    if (password.isEmpty())
        return;
    showWorking();
    Q_EMIT entered(password);
}

void PasswordBar::putAway()
{
    m_password->clear();
    hide();
}

void PasswordBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        putAway();
    else
        QWidget::keyPressEvent(event);
}

void PasswordBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_isWrong ? m_theme.colours().dangerTint : m_theme.colours().accentTint);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.colours().hairline);
}

} // namespace glow::ui
