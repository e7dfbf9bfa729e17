#include "ui/pendingmenu.h"

#include "app/theme.h"
#include "ui/style/icons.h"

#include <QCoreApplication>
#include <QMenu>
#include <algorithm>

namespace glow::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PendingMenu)
};

constexpr int mostEntries = 20;
constexpr int widest = 420;

QUuid taskOf(const core::Change& change)
{
    const auto found =
        std::find_if(change.operations.begin(), change.operations.end(), [](const core::Operation& each) {
            return each.verb != core::Verb::Revert && each.on == core::Entity::Task;
        });
    return found == change.operations.end() ? QUuid() : found->uid;
}

} // namespace

void fillPendingMenu(QMenu& menu, const app::Theme& theme, const QList<core::Change>& waiting,
                     const std::function<std::function<void()>(const QUuid& task)>& show)
{
    const qsizetype shown = std::min<qsizetype>(waiting.size(), mostEntries);
    for (qsizetype i = 0; i < shown; ++i) {
        const core::Change& change = waiting.at(waiting.size() - 1 - i);
        QString label = menu.fontMetrics().elidedText(change.label, Qt::ElideRight, widest);
        QAction* action = menu.addAction(icon(theme, QStringLiteral("pending"), Ink::Muted),
                                         label.replace(u'&', QStringLiteral("&&")));
        const QUuid task = taskOf(change);
        const auto lead = task.isNull() ? nullptr : show(task);
        action->setEnabled(static_cast<bool>(lead));
        if (lead)
            QObject::connect(action, &QAction::triggered, &menu, lead);
    }
    if (shown < waiting.size()) {
        menu.addAction(Text::tr("%n more", nullptr, static_cast<int>(waiting.size() - shown)))
            ->setEnabled(false);
    }
}

} // namespace glow::ui
