#pragma once
#include <QLineEdit>
#include <QTimer>

class QToolButton;

namespace glow::app {
class Theme;
}

namespace glow::ui {

class KeyCap;

/// The search field of the sidebar. What is typed is told after a breath; Escape empties it and goes back,
/// Down goes into the results.
class SearchBox : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchBox(const app::Theme& theme, QWidget* parent = nullptr);
    void retranslate();
    /// Empties the field without telling: the window has left the search by itself.
    void reset();

Q_SIGNALS:
    void searchChanged(const QString& words); ///< empty: the search is over
    void resultsWanted();                     ///< Down
    void openWanted();                        ///< Enter: the first result

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void arrange();
    void tell();

    const app::Theme& m_theme;
    KeyCap* m_key;
    QToolButton* m_clear;
    QTimer m_breath;
    QString m_told;
};

} // namespace glow::ui
