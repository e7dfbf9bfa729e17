#include "ui/transfer/workspacecopies.h"

#include <QWidget>

namespace glow::ui {

using app::Message;
using store::WorkspaceEntry;

namespace {

const QString copyKey = QStringLiteral("copy");

} // namespace

WorkspaceCopies::WorkspaceCopies(QWidget* window)
    : QObject(window)
    , m_window(window)
{}

WorkspaceCopyDialog* WorkspaceCopies::openDialog(const WorkspaceEntry& source,
                                                 const QList<WorkspaceEntry>& entries,
                                                 const CopyContext& context)
{
    QList<WorkspaceEntry> targets = entries;
    targets.removeIf([&source](const WorkspaceEntry& entry) { return entry.id == source.id; });
    if (targets.isEmpty())
        return nullptr;
    if (m_dialog) {
        m_dialog->raise();
        return m_dialog;
    }
    m_dialog = new WorkspaceCopyDialog(source, targets, context, m_window);
    connect(m_dialog, &WorkspaceCopyDialog::copied, this,
            [this, source, targets](const QString& id, const app::CopyReport& outcome) {
                for (const WorkspaceEntry& target : targets) {
                    if (target.id == id)
                        report(source, target, outcome);
                }
            });
    m_dialog->open();
    return m_dialog;
}

void WorkspaceCopies::report(const WorkspaceEntry& source, const WorkspaceEntry& target,
                             const app::CopyReport& outcome)
{
    m_offer.reset();
    if (!outcome.changes.isEmpty())
        m_steps.insert(target.id, outcome.changes);
    Q_EMIT copied(target.id);
    const Message::Action undo{tr("Undo"), [this, id = target.id] { Q_EMIT undoWanted(id); }};
    const Message::Action show{tr("Show %1").arg(target.title()),
                               [this, id = target.id] { Q_EMIT showWanted(id); }};
    Q_EMIT said({outcome.error ? Message::Kind::Warning : Message::Kind::Info,
                 copyKey,
                 {},
                 outcome.text(source.title(), target.title()),
                 outcome.wroteAnything() ? QList{undo, show} : QList<Message::Action>(),
                 true});
}

void WorkspaceCopies::offer(const WorkspaceEntry& source, const WorkspaceEntry& target,
                            const CopyContext& context)
{
    m_counting = std::make_unique<app::WorkspaceCopy>(
        app::copyEnd(source, context.dataDirectory, context.secretsInFile), app::CopyEnd(), context.writer,
        context.clock);
    m_counting->amount().then(this, [this, source, target, context](const auto& amount) {
        m_counting.reset();
        if (!amount || amount->tasks == 0)
            return;
        m_offer = Offer{source, target, context, amount->tasks};
        showOffer();
    });
}

void WorkspaceCopies::workspaceShown(const QString& id)
{
    if (m_offer && (m_offer->source.id == id || m_offer->target.id == id))
        showOffer();
}

void WorkspaceCopies::showOffer()
{
    const Message::Action copy{tr("Copy…"), [this] {
                                   if (const std::optional<Offer> taken = std::exchange(m_offer, {}))
                                       openDialog(taken->source, {taken->target}, taken->context);
                               }};
    Q_EMIT said({Message::Kind::Info,
                 copyKey,
                 {},
                 tr("Copy your %Ln task(s) from %1 to %2?", nullptr, static_cast<int>(m_offer->tasks))
                     .arg(m_offer->source.title(), m_offer->target.title()),
                 {copy},
                 true});
}

} // namespace glow::ui
