#include "ui/editor/blockerrow.h"

#include "app/editor/taskeditormodel.h"
#include "app/reader.h"
#include "core/entities.h"
#include "ui/editor/issuelabel.h"
#include "ui/editor/tagfield.h"

#include <QLineEdit>
#include <algorithm>

namespace glow::ui {

BlockerRow::BlockerRow(app::TaskEditorModel& model, app::Reader& reader, TagField& field, QLabel& issue)
    : QObject(&field)
    , m_model(model)
    , m_reader(reader)
    , m_field(field)
    , m_issue(issue)
{
    retranslate();
    connect(&field, &TagField::typed, this, &BlockerRow::suggest);
    connect(&field, &TagField::added, this, &BlockerRow::add);
    connect(&field, &TagField::removed, &model, &app::TaskEditorModel::removeBlocker);
}

void BlockerRow::retranslate()
{
    m_field.setTexts(tr("Add a task to wait for"), tr("Wait no longer for “%1”"));
}

void BlockerRow::show()
{
    QList<core::Tag> chips;
    for (const core::Task& blocker : m_model.blockers())
        chips.append({blocker.uid,
                      blocker.completed ? u'✓' + QStringLiteral(" ") + blocker.title : blocker.title,
                      {}});
    m_field.setTags(chips);
}

void BlockerRow::forget()
{
    m_field.line()->clear();
    setIssue(m_issue, {});
}

/// One look-up at a time; the newest text wins.
void BlockerRow::suggest(const QString& text)
{
    setIssue(m_issue, {});
    const QString words = text.simplified();
    const bool busy = !m_wanted.isEmpty();
    m_wanted = words;
    if (words.isEmpty() || busy)
        return;
    m_reader.suggestions(words).then(this, [this, words](const core::Result<QList<core::Task>>& found) {
        const QString newest = std::exchange(m_wanted, {});
        if (found)
            take(*found);
        if (newest != words)
            suggest(newest);
    });
}

void BlockerRow::take(const QList<core::Task>& found)
{
    m_suggested = found;
    m_suggested.removeIf([this](const core::Task& each) { return each.uid == m_model.task().uid; });
    QList<core::Tag> names;
    for (const core::Task& task : std::as_const(m_suggested))
        names.append({task.uid, task.title, {}});
    m_field.setKnown(names);
}

void BlockerRow::add(const QString& title)
{
    const auto found =
        std::find_if(m_suggested.cbegin(), m_suggested.cend(), [&title](const core::Task& each) {
            return each.title.simplified().compare(title, Qt::CaseInsensitive) == 0;
        });
    if (found != m_suggested.cend())
        m_model.addBlocker(*found);
    else
        setIssue(m_issue, tr("No open task has the title “%1”: choose one of the list.").arg(title));
}

} // namespace glow::ui
