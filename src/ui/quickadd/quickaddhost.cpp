#include "ui/quickadd/quickaddhost.h"

#include "app/message.h"
#include "ui/quickadd/quickaddline.h"
#include "ui/quickadd/quickaddwindow.h"
#include "ui/windowstate.h"
#include "ui/workspacepane.h"

#include <algorithm>

namespace glow::ui {

using store::Settings;

namespace {

bool makesList(const app::QuickAddBatch& batch)
{
    const QList<core::Operation>& operations = batch.portions.constFirst();
    return std::any_of(operations.begin(), operations.end(),
                       [](const core::Operation& operation) { return operation.on == core::Entity::List; });
}

} // namespace

QuickAddHost::QuickAddHost(const app::Theme& theme, WindowState& state, QObject* parent)
    : QObject(parent)
    , m_theme(theme)
    , m_state(state)
{}

QuickAddHost::~QuickAddHost() = default;

void QuickAddHost::setPane(WorkspacePane* pane)
{
    const bool wasOpen = m_window && m_window->isVisible();
    keepDraft();
    m_window.reset();
    m_texts.clear();
    m_pane = pane;
    if (!pane)
        return;
    app::Changes& changes = pane->workspace().changes();
    connect(&changes, &app::Changes::confirmed, this, [this](const core::Change& change) {
        if (m_texts.remove(change.id) > 0)
            Q_EMIT busyChanged();
    });
    connect(&changes, &app::Changes::refused, this,
            [this](const core::Change& change, const core::Error& error) {
                if (const QString text = m_texts.take(change.id); !text.isEmpty())
                    refused(text, error.message);
            });
    connect(&pane->workspace(), &app::Workspace::opened, this, &QuickAddHost::addWaiting,
            Qt::QueuedConnection);
    connect(&pane->workspace(), &app::Workspace::catalogueChanged, this, &QuickAddHost::settingsChanged);
    if (wasOpen)
        open();
}

void QuickAddHost::makeWindow()
{
    app::Workspace& workspace = m_pane->workspace();
    m_window = std::make_unique<QuickAddWindow>(m_theme, workspace.clock(), workspace.catalogue());
    m_window->line().setCounts(m_pane->counts());
    m_window->line().giveBack(m_state.settings().text(Settings::QuickAddDraft));
    settingsChanged();
    connect(m_window.get(), &QuickAddWindow::submitted, this, &QuickAddHost::add);
    connect(m_window.get(), &QuickAddWindow::closed, this, [this] {
        keepDraft();
        updateOnScreen();
        Q_EMIT busyChanged();
    });
}

QuickAddWindow* QuickAddHost::open()
{
    if (!m_pane)
        return nullptr;
    if (!m_window)
        makeWindow();
    m_window->raiseWindow();
    updateOnScreen();
    Q_EMIT busyChanged();
    return m_window.get();
}

bool QuickAddHost::isBusy() const
{
    return (m_window && m_window->isVisible()) || !m_texts.isEmpty() ||
           !m_state.settings().value(Settings::QuickAddWaiting).toStringList().isEmpty();
}

/// A small window before a hidden big one is a person at work all the same.
void QuickAddHost::updateOnScreen()
{
    if (m_pane)
        m_pane->activity().setOnScreen(isBusy() ||
                                       (m_pane->window()->isVisible() && !m_pane->window()->isMinimized()));
}

void QuickAddHost::keepDraft()
{
    if (m_window)
        m_state.set(Settings::QuickAddDraft, m_window->line().text());
}

void QuickAddHost::settingsChanged()
{
    if (!m_window)
        return;
    const int day = m_state.settings().value(Settings::FirstDayOfWeek).toInt();
    const bool chosen = day >= Qt::Monday && day <= Qt::Sunday;
    m_window->line().setFirstDayOfWeek(chosen ? std::optional(static_cast<Qt::DayOfWeek>(day))
                                              : std::nullopt);
    app::QuickAddDefaults defaults;
    const QUuid standard(m_state.settings().text(Settings::DefaultList));
    if (m_pane->workspace().catalogue().list(standard))
        defaults.list = standard;
    m_window->line().setDefaults(defaults);
    m_window->showReading();
}

bool QuickAddHost::knowsLists() const
{
    return m_pane->workspace().isOpen();
}

void QuickAddHost::add(const app::QuickAddBatch& batch, const QString& text)
{
    // The journal takes changes as soon as the page is there; with the database away a list may be one that
    // exists, so that it is not made again.
    if (!m_pane->page() || (makesList(batch) && !knowsLists()))
        wait(text);
    else
        store(batch, text);
}

void QuickAddHost::store(const app::QuickAddBatch& batch, const QString& text)
{
    for (const QUuid& change : app::applyBatch(m_pane->workspace().changes(), batch))
        m_texts.insert(change, text);
    m_window->setNotice(batch.tasks.size() == 1
                            ? tr("Added.")
                            : tr("%n task(s) added.", nullptr, static_cast<int>(batch.tasks.size())));
    if (batch.shortened > 0)
        Q_EMIT said({app::Message::Kind::Info,
                     QStringLiteral("shortened"),
                     {},
                     app::shortenedNotice(batch),
                     {},
                     true});
}

void QuickAddHost::wait(const QString& text)
{
    QStringList waiting = m_state.settings().value(Settings::QuickAddWaiting).toStringList();
    waiting.append(text);
    m_state.set(Settings::QuickAddWaiting, waiting);
    m_window->setNotice(tr("It is added as soon as the database answers."));
}

void QuickAddHost::addWaiting()
{
    const QStringList waiting = m_state.settings().value(Settings::QuickAddWaiting).toStringList();
    if (!m_pane || !m_pane->page() || !knowsLists() || waiting.isEmpty())
        return;
    if (!m_window)
        makeWindow();
    m_state.set(Settings::QuickAddWaiting, QStringList());
    for (const QString& text : waiting) {
        const auto readings = app::readPastedLines(text, m_window->line().context());
        if (!readings.isEmpty())
            store(app::quickAddBatch(readings, m_window->line().defaults(), m_pane->workspace().catalogue(),
                                     m_pane->workspace().clock().nowUtc()),
                  text);
    }
    Q_EMIT busyChanged();
}

/// The text comes back into the line where that is empty, else it is shown in the big window.
void QuickAddHost::refused(const QString& text, const QString& reason)
{
    if (!text.contains(u'\n') && m_window && m_window->line().giveBack(text)) {
        open();
        m_window->setNotice(tr("Not stored: %1").arg(reason));
    } else {
        Q_EMIT said({app::Message::Kind::Warning, QStringLiteral("line"), tr("Not stored:"), text, {}, true});
    }
    Q_EMIT busyChanged();
}

} // namespace glow::ui
