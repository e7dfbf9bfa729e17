#pragma once
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// Asks for a workspace's password above the list, where the message bar stands: masked, Enter signs in,
/// Escape puts it away.
class PasswordBar : public QWidget {
    Q_OBJECT
public:
    explicit PasswordBar(const app::Theme& theme, QWidget* parent = nullptr);

    /// `reason`: why the one before was not taken; empty: there was none.
    void ask(const QString& user, const QString& workspace, const QString& reason);
    void showWorking(); ///< until the answer comes

Q_SIGNALS:
    void entered(const QString& password);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void submit();
    void putAway();

    const app::Theme& m_theme;
    QLabel* m_icon;
    QLabel* m_label;
    QLineEdit* m_password;
    QPushButton* m_signIn;
    QPushButton* m_later;
    bool m_isWrong = false;
};

} // namespace glow::ui
