#pragma once
#include <QAction>
#include <QHash>
#include <QMenuBar>

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// Every command of the window: one table of id, menu, text, key and when it is enabled. Menus are built from
/// it (later palette, cheat sheet and the shortcuts page too).
class Actions : public QObject {
    Q_OBJECT
public:
    enum class Need { Nothing, Workspace, Task, Undo, Redo };

    Actions(const app::Theme& theme, QObject* parent);

    QAction* get(QLatin1String id) const; ///< must exist
    void fill(QMenuBar& menuBar);
    void setMet(Need need, bool met); ///< enables what has this need
    void setUndoLabels(const QString& undo, const QString& redo);
    /// Commands on tasks, for the row menu and for the table, where their keys hold.
    QList<QAction*> taskActions() const;
    void retranslate();

private:
    const app::Theme& m_theme;
    QHash<QString, QAction*> m_actions;
    QList<QMenu*> m_menus;
    QString m_undoLabel;
    QString m_redoLabel;
};

} // namespace glow::ui
