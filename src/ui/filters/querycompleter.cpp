#include "ui/filters/querycompleter.h"

#include "app/filters/filtercompleter.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QStringListModel>

namespace glow::ui {

QueryCompleter::QueryCompleter(QLineEdit& line, const core::Catalogue& catalogue)
    : QObject(&line)
    , m_line(line)
    , m_catalogue(catalogue)
    , m_words(new QStringListModel(this))
    , m_completer(new QCompleter(m_words, this))
{
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(&line);
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &QueryCompleter::take);
    connect(&line, &QLineEdit::textEdited, this, &QueryCompleter::look);
}

bool QueryCompleter::isOpen() const
{
    return m_completer->popup()->isVisible();
}

void QueryCompleter::look()
{
    const app::FilterCompletion completion =
        app::completeFilter(m_line.text(), m_line.cursorPosition(), m_catalogue);
    m_words->setStringList(completion.words);
    if (completion.words.isEmpty())
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void QueryCompleter::take(const QString& word)
{
    const app::FilterCompletion completion =
        app::completeFilter(m_line.text(), m_line.cursorPosition(), m_catalogue);
    const bool goesOn = word.endsWith(u':') || word.endsWith(u'=');
    m_line.setSelection(static_cast<int>(completion.start), static_cast<int>(completion.length));
    m_line.insert(goesOn ? word : word + u' ');
    Q_EMIT m_line.textEdited(m_line.text());
}

} // namespace glow::ui
