#pragma once
#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// What an upgrade of the database would do, with the button that does it and its progress.
class UpgradeBox : public QFrame {
    Q_OBJECT
public:
    explicit UpgradeBox(QWidget* parent = nullptr);
    void setTheme(const app::Theme& theme) { m_theme = &theme; }
    void offer(const QStringList& pending); ///< names of the migrations
    void showProgress(const QString& migration, int done, int total);
    void showProblem(const QString& sentence);

Q_SIGNALS:
    void upgradeWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const app::Theme* m_theme = nullptr;
    QLabel* m_text;
    QPushButton* m_upgrade;
    QProgressBar* m_progress;
};

} // namespace glow::ui
