#pragma once
#include "app/quickadd/quickaddpreview.h"

#include <QAbstractButton>
#include <QWidget>

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// One value of the line with a cross: a click, Space, Enter, Delete or Backspace takes its words as text.
class TokenChip : public QAbstractButton {
    Q_OBJECT
public:
    TokenChip(const app::Theme& theme, const app::QuickAddChip& chip, QWidget* parent = nullptr);

    const app::QuickAddChip& chip() const { return m_chip; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const app::Theme& m_theme;
    app::QuickAddChip m_chip;
};

/// The chips of a line in rows. Arrow keys go from one to the next.
class TokenChips : public QWidget {
    Q_OBJECT
public:
    explicit TokenChips(QWidget* parent = nullptr);
    void setTheme(const app::Theme& theme) { m_theme = &theme; }
    void setChips(const QList<app::QuickAddChip>& chips);
    void setRoom(int width); ///< something lies over the rest
    bool focusFirst();       ///< false: there is none

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {200, heightForWidth(width())}; }

Q_SIGNALS:
    void dismissed(const glow::core::QuickAddToken& token);
    void left(); ///< Up or Escape: back to the line

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QList<QRect> places(int width) const;
    void arrange();
    void step(int by);

    const app::Theme* m_theme = nullptr;
    QList<TokenChip*> m_chips;
    int m_room = QWIDGETSIZE_MAX;
};

} // namespace glow::ui
