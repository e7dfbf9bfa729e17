#pragma once
#include <QFrame>

namespace glow::ui {

/// A line of one pixel in the hairline colour: lying, or upright when its frame shape is VLine. In forms a
/// promoted QFrame.
class Hairline : public QFrame {
    Q_OBJECT
public:
    explicit Hairline(QWidget* parent = nullptr);
    QSize sizeHint() const override { return {1, 1}; }
    QSize minimumSizeHint() const override { return {1, 1}; }

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace glow::ui
