#pragma once
#include "app/quickadd/namesuggestions.h"

#include <QObject>
#include <QPointer>
#include <functional>

class QListWidget;
class QListWidgetItem;

namespace glow::app {
class Theme;
}

namespace glow::ui {

class TokenEdit;

/// Completes lists, sections and tags under the caret of a line: a list below it that Down, Up, Tab and the
/// mouse use and Escape closes. Enter takes a row only after one was chosen with the arrow keys, else it adds
/// the task as ever. The list is a child of the line's window, so that it needs no place on the screen.
class NameCompleter : public QObject {
    Q_OBJECT
public:
    using Suggest = std::function<QList<app::NameSuggestion>(const core::QuickAddName&)>;

    NameCompleter(const app::Theme& theme, TokenEdit& edit, Suggest suggest);
    ~NameCompleter() override;

    bool isOpen() const;
    QListWidget* list() const { return m_list; } ///< null until it has been open once
    void close();

Q_SIGNALS:
    void openChanged(bool open);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void look();
    void open(const QList<app::NameSuggestion>& rows);
    void makeList();
    void place();
    bool key(int key, Qt::KeyboardModifiers modifiers);
    void move(int by);
    void take(int row);

    const app::Theme& m_theme;
    TokenEdit& m_edit;
    Suggest m_suggest;
    QPointer<QListWidget> m_list;
    QList<app::NameSuggestion> m_rows;
    core::QuickAddName m_name;
    bool m_chosen = false;    ///< a row was chosen with the arrow keys
    bool m_dismissed = false; ///< by Escape, until another name is typed
};

} // namespace glow::ui
