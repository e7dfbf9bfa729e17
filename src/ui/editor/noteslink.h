#pragma once
#include "core/notes/noteslinks.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace glow::ui {

/// The line under the notes that tells where a chosen link leads, before it is opened.
class NotesLink : public QWidget {
    Q_OBJECT
public:
    explicit NotesLink(QWidget* parent = nullptr);
    /// `focus`: the keyboard goes on here.
    void showTarget(const QString& target, bool focus);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showTexts();
    void open();
    void copy();

    core::NotesLink m_link;
    QLabel* m_text;
    QPushButton* m_open;
    QPushButton* m_copy;
    bool m_failed = false; ///< no program opened it
};

} // namespace glow::ui
