#pragma once
#include <QAbstractButton>

class QHBoxLayout;
class QLabel;

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// A condition that is offered: outlined like a key, to be clicked.
class NarrowButton : public QAbstractButton {
    Q_OBJECT
public:
    NarrowButton(const app::Theme& theme, const QString& condition, QWidget* parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const app::Theme& m_theme;
};

/// Above what a search or a filter found: what was asked for, in words, or what is wrong with it; at the far
/// end conditions that would narrow it.
class SearchBanner : public QWidget {
    Q_OBJECT
public:
    explicit SearchBanner(const app::Theme& theme, QWidget* parent = nullptr);
    void showSentence(const QString& sentence, bool isProblem);
    void offer(const QStringList& conditions);

Q_SIGNALS:
    void narrowed(const QString& condition);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    int offersWidth() const;
    void arrangeOffers();

    const app::Theme& m_theme;
    bool m_isProblem = false;
    QStringList m_conditions;
    QWidget* m_offers;
    QHBoxLayout* m_row;
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
