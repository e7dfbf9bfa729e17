#include "ui/quickadd/quickaddwindow.h"

#include "app/theme.h"
#include "ui/quickadd/namecompleter.h"
#include "ui/quickadd/quickaddline.h"
#include "ui/quickadd/tokenedit.h"
#include "ui/style/glowstyle.h"
#include "ui/style/keycap.h"
#include "ui_quickaddwindow.h"

#include <QCloseEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>

namespace glow::ui {

QuickAddWindow::QuickAddWindow(const app::Theme& theme, const core::Clock& clock,
                               const core::Catalogue& catalogue, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_theme(theme)
    , m_clock(clock)
    , m_catalogue(catalogue)
    , m_form(std::make_unique<Ui::QuickAddWindow>())
    , m_line(new QuickAddLine(theme, clock, catalogue))
{
    m_form->setupUi(this);
    m_form->chips->setTheme(theme);
    m_form->preview->setTheme(theme);
    m_form->line->addWidget(m_line);
    m_line->setLarge();
    makeKeys();
    connect(&m_line->edit(), &QTextEdit::textChanged, this, [this] {
        if (m_text != m_line->text()) // the colours of its tokens are a change too
            m_notice.clear();
        m_text = m_line->text();
        showReading();
    });
    connect(m_line, &QuickAddLine::complained, this, [this](const QString& sentence) {
        m_problem = sentence;
        showHint();
    });
    connect(m_line, &QuickAddLine::submitted, this,
            [this](const app::QuickAddBatch& batch, const QString& text, bool another) {
                Q_EMIT submitted(batch, text);
                if (!another)
                    close();
            });
    connect(&m_line->completer(), &NameCompleter::openChanged, this, &QuickAddWindow::makeRoom);
    connect(&m_line->edit(), &TokenEdit::left, m_form->chips, [this] { m_form->chips->focusFirst(); });
    connect(&m_line->edit(), &TokenEdit::escaped, this, &QWidget::close);
    connect(m_form->chips, &TokenChips::dismissed, &m_line->edit(), &TokenEdit::dismiss);
    connect(m_form->chips, &TokenChips::left, m_line, &QuickAddLine::focusLine);
    connect(m_form->cancelButton, &QPushButton::clicked, this, &QWidget::close);
    connect(m_form->addButton, &QPushButton::clicked, this, [this] { m_line->submit(false); });
    retranslate();
    m_line->focusLine();
}

QuickAddWindow::~QuickAddWindow()
{
    // It loses the focus when it goes, after this object is a plain widget.
    m_line->edit().disconnect(this);
    m_line->completer().disconnect(this);
}

void QuickAddWindow::makeKeys()
{
    for (int i = 0; i < 3; ++i) {
        auto* key = new KeyCap(m_theme, QString(), m_form->foot);
        auto* what = new QLabel(m_form->foot);
        setLook(what, QStringLiteral("hint"));
        m_form->keys->insertWidget(3 * i, key);
        m_form->keys->insertWidget(3 * i + 1, what);
        m_form->keys->insertSpacing(3 * i + 2, 2);
        m_keys.append({key, what});
    }
}

void QuickAddWindow::retranslate()
{
    m_form->retranslateUi(this);
    const std::pair<QString, QString> texts[] = {{tr("Enter"), tr("add")},
                                                 {tr("Shift Enter"), tr("add another")},
                                                 {tr("Tab"), tr("take the suggestion")}};
    for (std::size_t i = 0; i < std::size(texts); ++i) {
        static_cast<KeyCap*>(m_keys.at(static_cast<qsizetype>(i)).first)->setText(texts[i].first);
        static_cast<QLabel*>(m_keys.at(static_cast<qsizetype>(i)).second)->setText(texts[i].second);
    }
    m_line->retranslate();
    showReading();
}

/// The chips stand beside the suggestions, not under them.
void QuickAddWindow::makeRoom()
{
    const NameCompleter& completer = m_line->completer();
    const int end =
        completer.isOpen() ? completer.list()->x() - m_form->chips->mapTo(this, QPoint()).x() : width();
    m_form->chips->setRoom(layoutDirection() == Qt::LeftToRight && end > width() / 3 ? end - 8 : width());
}

void QuickAddWindow::setNotice(const QString& notice)
{
    m_notice = notice;
    showHint();
}

void QuickAddWindow::showReading()
{
    const core::QuickAddResult& reading = m_line->edit().highlighter().reading();
    m_form->chips->setChips(app::quickAddChips(reading, m_catalogue, m_clock.today()));
    PreviewRow::ListLook list;
    const core::TaskList* known = reading.list.isEmpty() ? m_catalogue.list(m_line->defaults().list)
                                                         : m_catalogue.listNamed(reading.list);
    list.name = known ? known->name : reading.list;
    if (known)
        list.colour = known->colour;
    m_form->preview->setReading(reading, list,
                                reading.due ? app::dueWithWeekday(*reading.due, m_clock.today()) : QString(),
                                app::remindersText(reading.reminders, m_clock.today()));
    m_form->addButton->setEnabled(!m_line->text().trimmed().isEmpty());
    showHint();
}

void QuickAddWindow::showHint()
{
    const core::QuickAddResult& reading = m_line->edit().highlighter().reading();
    QStringList sentences;
    if (!m_problem.isEmpty()) {
        sentences.append(m_problem);
    } else {
        if (!m_notice.isEmpty())
            sentences.append(m_notice);
        if (const QString days = app::daysAfterwards(reading, m_clock.today()); !days.isEmpty())
            sentences.append(tr("Afterwards: %1.").arg(days));
        sentences.append(tr("A word that is meant as text: click its cross, or write \\ before it."));
    }
    m_form->hint->setText(sentences.join(u' '));
    QPalette colours = m_form->hint->palette();
    colours.setColor(QPalette::WindowText,
                     m_problem.isEmpty() ? m_theme.colours().muted : m_theme.colours().overdue);
    m_form->hint->setPalette(colours);
}

void QuickAddWindow::raiseWindow()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    QWidget::show();
    raise();
    activateWindow();
    m_line->retranslate(); // the day may be another one
    m_line->focusLine();
    showReading();
}

void QuickAddWindow::closeEvent(QCloseEvent* event)
{
    QWidget::closeEvent(event);
    Q_EMIT closed();
}

void QuickAddWindow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void QuickAddWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace glow::ui
