#include "ui/screenshot.h"

#include "app/sidebar/counts.h"
#include "ui/editor/historydialog.h"
#include "ui/editor/taskeditor.h"
#include "ui/emptyview.h"
#include "ui/filters/searchbox.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/quickadd/quickaddhost.h"
#include "ui/quickadd/quickaddline.h"
#include "ui/quickadd/quickaddwindow.h"
#include "ui/settings/settingsdialog.h"
#include "ui/sidebar/sidebarview.h"
#include "ui/table/tasktableview.h"
#include "ui/taskpage.h"
#include "ui/transfer/trashdialog.h"
#include "ui/workspacepane.h"

#include <QApplication>
#include <QFile>
#include <QPainter>
#include <chrono>
#include <cstdio>
#include <optional>

namespace glow::ui {

namespace {

using namespace std::chrono_literals;

constexpr qint64 longestWait = 120000;   // the first start makes a PostgreSQL cluster
constexpr qint64 longestDown = 20000;    // a line that is down by then is told, not waited for
constexpr qint64 calmMilliseconds = 350; // what comes in the background after the first rows

/// The page of the settings that a view names, nothing when it is another view.
std::optional<QString> settingsPage(const QString& view)
{
    if (view == u"migration")
        return QStringLiteral("database");
    if (view.section(u':', 0, 0) != u"settings")
        return std::nullopt;
    return view.section(u':', 1);
}

} // namespace

Screenshot::Screenshot(MainWindow& window, const WindowOptions& options, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_options(options)
    , m_target(&window)
{
    connect(&m_window, &MainWindow::paneReady, this, &Screenshot::paneReady);
    connect(&m_timer, &QTimer::timeout, this, &Screenshot::look);
}

void Screenshot::start()
{
    m_waited.start();
    m_window.setAttribute(Qt::WA_DontShowOnScreen);
    m_window.resize(m_options.size);
    m_window.show();
    m_timer.start(50ms);
}

void Screenshot::paneReady()
{
    if (const auto page = settingsPage(m_options.view)) {
        SettingsDialog* dialog = m_window.openSettings(*page);
        dialog->resize(m_options.size);
        m_target = dialog;
    } else if (m_options.view == u"trash") {
        TrashDialog* dialog = m_window.openTrash();
        dialog->resize(m_options.size);
        m_target = dialog;
    } else if (m_options.view.section(u':', 0, 0) == u"quick-add") {
        QuickAddWindow* window = m_window.quickAdd().open();
        window->resize(m_options.size);
        QApplication::setActiveWindow(window);
        window->line().giveBack(m_options.view.section(u':', 1));
        m_target = window;
    } else if (m_options.view.startsWith(u"search:")) {
        QApplication::setActiveWindow(&m_window);
        m_window.sidebar().searchBox().setFocus();
        m_window.sidebar().searchBox().setText(m_options.view.section(u':', 1));
    }
}

bool Screenshot::isSettled() const
{
    WorkspacePane* pane = m_window.pane();
    if (!pane || !pane->page())
        return false;
    return !pane->page()->model().isLoading() && pane->counts().known();
}

// The wanted picture has a task in the editor: one with subtasks if there is one, else the first.
void Screenshot::chooseTask()
{
    m_chosen = true;
    TaskPage* page = m_window.pane()->page();
    if (page->emptyView().isFirstRun()) { // where the person would type
        QApplication::setActiveWindow(&m_window);
        page->quickAdd().focusLine();
    }
    const bool wantsHistory = m_options.view == u"history";
    const bool wantsEditor =
        wantsHistory || m_options.view.isEmpty() || m_options.view == u"today" || m_options.view == u"editor";
    if (!wantsEditor)
        return;
    QUuid chosen;
    for (int row = 0; row < page->model().rowCount(); ++row) {
        const std::optional<core::Task> task = page->model().taskAt(row);
        if (!task || task->completed)
            continue;
        if (chosen.isNull() || task->subtasksTotal > 0)
            chosen = task->uid;
        if (task->subtasksTotal > 0)
            break;
    }
    if (chosen.isNull())
        return;
    page->table().showTask(chosen);
    if (wantsHistory) {
        HistoryDialog* dialog = m_window.pane()->editor()->openHistory(chosen);
        dialog->resize(m_options.size);
        m_target = dialog;
    }
}

void Screenshot::look()
{
    if (!isSettled()) {
        WorkspacePane* pane = m_window.pane();
        const bool isDown = pane && pane->workspace().link().isDown();
        if (m_waited.elapsed() > (isDown ? longestDown : longestWait)) {
            const QString why = pane ? pane->messages().text() : QString();
            return finish(1, tr("The window did not get its data in time. %1").arg(why));
        }
        m_settledAt = -1;
        return;
    }
    if (!m_chosen) {
        chooseTask();
        return;
    }
    if (m_settledAt < 0)
        m_settledAt = m_waited.elapsed();
    else if (m_waited.elapsed() - m_settledAt > calmMilliseconds)
        shoot();
}

void Screenshot::shoot()
{
    m_timer.stop();
    const qreal scale = m_target->devicePixelRatioF();
    QImage image(m_options.size * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(m_target->palette().color(QPalette::Window));
    m_target->resize(m_options.size);
    m_target->render(&image);
    image.setDevicePixelRatio(1);
    if (!image.save(m_options.screenshot, "PNG"))
        return finish(1, tr("The picture cannot be written to %1.").arg(m_options.screenshot));
    finish(0, QString());
}

void Screenshot::finish(int status, const QString& sentence)
{
    m_timer.stop();
    if (!sentence.isEmpty())
        std::fprintf(stderr, "glowlist: %s\n", qUtf8Printable(sentence.trimmed()));
    QApplication::exit(status);
}

} // namespace glow::ui
