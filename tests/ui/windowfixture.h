#pragma once
#include "app/theme.h"
#include "core/uid.h"
#include "support/builders.h"
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

    ui::MainWindow& open(const QString& view = QStringLiteral("all"), const QSize& size = {1280, 800})
    {
        ui::WindowOptions options;
        options.dataDirectory = m_directory.path();
        options.view = view;
        for (size_t i = 0; i < m_builders.size(); ++i) {
            store::WorkspaceEntry entry;
            entry.id = core::uidText(core::newUid());
            entry.name = QStringLiteral("Workspace %1").arg(i + 1);
            entry.pooled = entry.direct = m_builders.at(i)->database();
            options.workspaces.append(entry);
        }
        m_entries = options.workspaces;
        options.openWorkspace = options.workspaces.constFirst().id;
        m_window = std::make_unique<ui::MainWindow>(options, m_theme);
        m_window->resize(size);
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
        m_window->start();
        return *m_window;
    }

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
    TemporaryServer& m_server;
    std::vector<std::unique_ptr<Builder>> m_builders;
    QList<store::WorkspaceEntry> m_entries;
    DataDirectory m_directory;
    app::Theme m_theme;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace glow::tests
