#pragma once
#include "app/theme.h"
#include "core/uid.h"
#include "support/builders.h"
#include "support/chaosproxy.h"
#include "support/datadirectory.h"
#include "support/onthread.h"
#include "ui/mainwindow.h"
#include "ui/quickadd/quickaddline.h"
#include "ui/style/glowstyle.h"
#include "ui/table/tasktableview.h"
#include "ui/taskpage.h"
#include "ui/workspacepane.h"

#include <QApplication>
#include <QTextEdit>
#include <QtTest>

namespace glow::tests {

/// The whole window on a migrated database of a real server, driven as a person drives it.
class WindowFixture {
public:
    explicit WindowFixture(TemporaryServer& server, int databases = 1)
        : m_server(server)
    {
        onThread([this, databases] {
            for (int i = 0; i < databases; ++i)
                m_builders.push_back(std::make_unique<Builder>(m_server));
        });
    }

    Builder& builder(int i = 0) { return *m_builders.at(static_cast<size_t>(i)); }

    ui::MainWindow& open(const QString& view = QStringLiteral("all"), const QSize& size = {1280, 800},
                         const std::function<void(store::WorkspaceEntry&)>& changeEntry = {})
    {
        ui::WindowOptions options = m_options;
        options.dataDirectory = m_directory.path();
        options.view = view;
        for (size_t i = 0; i < m_builders.size(); ++i) {
            store::WorkspaceEntry entry;
            entry.id = core::uidText(core::newUid());
            entry.name = QStringLiteral("Workspace %1").arg(i + 1);
            entry.pooled = entry.direct = m_builders.at(i)->database();
            if (m_proxy)
                entry.pooled = entry.direct = m_proxy->through(entry.pooled);
            if (changeEntry)
                changeEntry(entry);
            options.workspaces.append(entry);
        }
        m_entries = options.workspaces;
        options.openWorkspace = options.workspaces.constFirst().id;
        m_options = options;
        show(options);
        m_window->resize(size);
        m_window->start();
        return *m_window;
    }

    /// Every database is reached through this one; before `open`.
    void setProxy(const ChaosProxy& proxy) { m_proxy = &proxy; }
    /// What the next window starts from; the places of files and workspaces are given by `open`.
    ui::WindowOptions& options() { return m_options; }
    /// Quits the program; what it has stored stays.
    void close()
    {
        m_window->quit();
        m_window.reset();
    }
    /// Quits the program and starts it again on the same data directory, as a person does.
    ui::MainWindow& restart()
    {
        close();
        ui::WindowOptions options = m_options;
        options.view.clear();
        onThread([&] { options.settings = *store::Settings::load(m_directory.path()); });
        m_theme.setDensity(app::Theme::densityFromWord(options.settings.text(store::Settings::Density)));
        show(options);
        m_window->start();
        return *m_window;
    }
    app::Theme& theme() { return m_theme; }

    bool isReady() const
    {
        return m_window->pane() && m_window->pane()->page() && !m_window->pane()->page()->model().isLoading();
    }
    ui::MainWindow& window() { return *m_window; }
    ui::WorkspacePane& pane() { return *m_window->pane(); }
    ui::TaskPage& page() { return *pane().page(); }
    app::TaskTableModel& model() { return page().model(); }
    QWidget* line() { return page().quickAdd().findChild<QTextEdit*>(); }
    QString idOf(int i) const { return m_entries.at(i).id; }

    int rowOf(const QString& title)
    {
        for (int row = 0; row < model().rowCount(); ++row) {
            const auto task = model().taskAt(row);
            if (task && task->title == title)
                return row;
        }
        return -1;
    }
    void type(const QString& text)
    {
        page().quickAdd().focusLine();
        QTest::keyClicks(line(), text);
        QTest::keyClick(line(), Qt::Key_Return);
    }
    void choose(const QString& title)
    {
        page().table().showTask(model().uidAt(rowOf(title)));
        page().table().setFocus();
    }
    QString sql(const QString& statement, int i = 0) { return builder(i).sql(statement).trimmed(); }

private:
    const ChaosProxy* m_proxy = nullptr;
    void show(const ui::WindowOptions& options)
    {
        m_window = std::make_unique<ui::MainWindow>(options, m_theme);
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
    }

    TemporaryServer& m_server;
    std::vector<std::unique_ptr<Builder>> m_builders;
    QList<store::WorkspaceEntry> m_entries;
    DataDirectory m_directory;
    ui::WindowOptions m_options;
    app::Theme m_theme;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace glow::tests
