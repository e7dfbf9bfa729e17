#pragma once
#include "app/quickadd/quickaddbatch.h"
#include "core/clock.h"

#include <QWidget>
#include <memory>

namespace Ui {
class QuickAddWindow;
}

namespace glow::app {
class Theme;
}

namespace glow::ui {

class QuickAddLine;

/// The small window: a line, its values as chips, and the row that it will make. It says what was added; who
/// owns it stores. Closing keeps the text.
class QuickAddWindow : public QWidget {
    Q_OBJECT
public:
    QuickAddWindow(const app::Theme& theme, const core::Clock& clock, const core::Catalogue& catalogue,
                   QWidget* parent = nullptr);
    ~QuickAddWindow() override;

    QuickAddLine& line() { return *m_line; }
    void setNotice(const QString& notice); ///< what happened to the task before, until something is typed
    void raiseWindow();
    void showReading();

Q_SIGNALS:
    void submitted(const glow::app::QuickAddBatch& batch, const QString& text);
    void closed();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeKeys();
    void retranslate();
    void showHint();
    void makeRoom();

    const app::Theme& m_theme;
    const core::Clock& m_clock;
    const core::Catalogue& m_catalogue;
    std::unique_ptr<Ui::QuickAddWindow> m_form;
    QuickAddLine* m_line;
    QString m_text; ///< of the line, when it was looked at last
    QString m_problem;
    QString m_notice;
    QList<std::pair<QWidget*, QWidget*>> m_keys; ///< a key cap and what it does
};

} // namespace glow::ui
