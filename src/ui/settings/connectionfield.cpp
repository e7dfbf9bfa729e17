#include "ui/settings/connectionfield.h"

#include "app/theme.h"
#include "store/connectionstring.h"
#include "ui/style/icons.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMimeData>

namespace glow::ui {

ConnectionField::ConnectionField(QWidget* parent)
    : QLineEdit(parent)
    , m_tail(new QLabel(this))
{
    m_tail->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_tail->setForegroundRole(QPalette::PlaceholderText);
    setPlaceholderText(QStringLiteral("postgresql://user:password@host/database"));
    setInputMethodHints(Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
}

void ConnectionField::setUp(const app::Theme& theme, bool withEye)
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPixelSize(12);
    setFont(fixed);
    m_tail->setFont(theme.font(app::Theme::Text::Hint));
    if (!withEye)
        return;
    m_eye = addAction(icon(theme, QStringLiteral("eye"), Ink::Muted), QLineEdit::TrailingPosition);
    m_eye->setToolTip(tr("Show the password"));
    connect(m_eye, &QAction::triggered, this, [this] {
        setRevealed(!m_revealed);
        Q_EMIT revealedChanged(m_revealed);
    });
}

void ConnectionField::setRevealed(bool revealed)
{
    m_revealed = revealed;
    if (m_eye)
        m_eye->setToolTip(revealed ? tr("Hide the password") : tr("Show the password"));
}

void ConnectionField::setTail(const QString& word)
{
    m_tail->setText(word);
    arrange();
}

void ConnectionField::arrange()
{
    const int wide = m_tail->text().isEmpty() ? 0 : m_tail->sizeHint().width();
    m_tail->setGeometry(
        QStyle::visualRect(layoutDirection(), rect(), QRect(width() - wide - 10, 0, wide, height())));
    setTextMargins(0, 0, wide > 0 ? wide + 8 : 0, 0);
}

void ConnectionField::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    arrange();
}

bool ConnectionField::takeWhole(const QString& text)
{
    const QString trimmed = text.trimmed();
    const bool looksWhole = trimmed.contains(u"://") || trimmed.contains(u'=') || trimmed.contains(u'\n');
    if (!looksWhole || !store::ConnectionString::parse(trimmed))
        return false;
    Q_EMIT pasted(trimmed);
    return true;
}

void ConnectionField::pasteText()
{
    if (!takeWhole(QGuiApplication::clipboard()->text()))
        paste();
}

void ConnectionField::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Paste))
        pasteText();
    else
        QLineEdit::keyPressEvent(event);
}

void ConnectionField::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu* menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (auto* action = menu->findChild<QAction*>(QStringLiteral("edit-paste"))) {
        action->disconnect();
        connect(action, &QAction::triggered, this, &ConnectionField::pasteText);
    }
    menu->popup(event->globalPos());
}

void ConnectionField::dropEvent(QDropEvent* event)
{
    if (event->mimeData()->hasText() && takeWhole(event->mimeData()->text()))
        event->acceptProposedAction();
    else
        QLineEdit::dropEvent(event);
}

} // namespace glow::ui
