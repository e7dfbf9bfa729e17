#pragma once
#include <QRect>
#include <QString>

class QColor;
class QPainter;

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// Parts of rows that several tables paint alike (design/README.md "Measures").
struct Chip {
    QString icon; ///< empty: text only
    QString text;
};

int chipWidth(const app::Theme& theme, const Chip& chip);
void paintChip(QPainter& painter, const app::Theme& theme, const QRect& rect, const Chip& chip, bool selected,
               Qt::LayoutDirection direction);

/// Line breaks and tabs of another program's title are shown as spaces, nothing else is changed.
QString oneLine(QString text);
/// One line in the body font at the start of `rect` (the end with `atEnd`), cut at its own end; text of the
/// other direction keeps its own.
void paintCellText(QPainter& painter, const app::Theme& theme, const QRect& rect, const QString& text,
                   const QColor& colour, Qt::LayoutDirection direction, bool atEnd = false);
/// The dot of a list in the middle of `place`, or the mark of the Inbox.
void paintListMark(QPainter& painter, const app::Theme& theme, const QRect& place, bool inbox,
                   const QString& colour, Qt::LayoutDirection direction);

} // namespace glow::ui
