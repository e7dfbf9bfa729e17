#pragma once
#include <QWidget>

class QLabel;

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// Above the results: what is searched for, where.
class SearchBanner : public QWidget {
    Q_OBJECT
public:
    explicit SearchBanner(const app::Theme& theme, QWidget* parent = nullptr);
    void showWords(const QString& words);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const app::Theme& m_theme;
    QString m_words;
};

/// Below the results: the keys that go on from here.
class SearchKeys : public QWidget {
    Q_OBJECT
public:
    explicit SearchKeys(const app::Theme& theme, QWidget* parent = nullptr);
    void showReturn(const QString& placeName);

private:
    QLabel* m_into;
    QLabel* m_opens;
    QLabel* m_back;
};

} // namespace glow::ui
