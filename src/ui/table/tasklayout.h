#pragma once
#include <QList>
#include <QRect>
#include <functional>

namespace glow::ui {

/// Where the parts of a row lie (design/README.md "Measures"): shared by painting, hit test and inline
/// editor. Everything is computed left to right and mirrored in one place.
class TaskLayout {
public:
    static constexpr int circle = 16;
    static constexpr int hitArea = 36;
    static constexpr int cellPadding = 8;
    static constexpr int flatTitle = 52;
    static constexpr int treeTitle = 78;
    static constexpr int treeHead = 24;
    static constexpr int indent = 24;
    static constexpr int leastTitle = 120;
    static constexpr int chipHeight = 18;
    static constexpr int pendingMark = 14;
    static constexpr int headingInset = 20;

    explicit TaskLayout(Qt::LayoutDirection direction)
        : m_direction(direction)
    {}

    struct Content {
        bool tree = false;
        int depth = 0;
        bool folds = false;
        bool pending = false;
        int titleWidth = 0;                ///< natural width
        QList<int> chipWidths;             ///< in order
        std::function<int(int)> moreWidth; ///< of the chip "+n"
    };
    struct Title {
        QRect circle, circleHit, fold, title, pending;
        QList<QRect> chips; ///< those that fit
        QRect more;         ///< "+n"; null: none
        int hidden = 0;     ///< n
    };
    Title title(const QRect& cell, const Content& content) const;

    struct Heading {
        QRect fold, text, count, action;
    };
    /// `row` is the whole width of the table; a section's heading folds.
    Heading heading(const QRect& row, bool folds, int textWidth, int countWidth, int actionWidth,
                    int shift) const;

    QRect text(const QRect& cell) const; ///< inside the padding
    struct Marked {
        QRect mark, text;
    };
    Marked marked(const QRect& cell) const; ///< list dot or icon before the text
    QRect currentBar(const QRect& cell) const;

    Qt::LayoutDirection direction() const { return m_direction; }
    /// A place of the left-to-right layout, as it lies on screen, and back.
    QRect mirrored(const QRect& bounds, const QRect& rect) const;
    int logicalX(const QRect& bounds, int x) const;
    static int titleStart(bool tree, int depth) { return tree ? treeTitle + indent * depth : flatTitle; }

private:
    Qt::LayoutDirection m_direction;
};

} // namespace glow::ui
