#pragma once
#include "ui/editor/notesitems.h"

#include <QTextEdit>

class QMimeData;

namespace glow::app {
class Theme;
}

namespace glow::ui {

class NotesRender;

/// Notes: Markdown, rendered while it is read, the source while it is typed; what is stored is the source.
/// Grows with its text up to a limit. Boxes of lists are filled where they are read, links are told
/// (`linkChosen`) and never followed. Nothing is fetched and no HTML is understood.
class NotesEdit : public QTextEdit {
    Q_OBJECT
public:
    explicit NotesEdit(QWidget* parent = nullptr);
    void setTheme(const app::Theme& theme);
    void setNotes(const QString& notes);
    QString notes() const { return m_notes; }
    bool isEditing() const { return m_source; }
    void attach(const QList<QUrl>& urls); ///< as links at the caret, or at the end

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

Q_SIGNALS:
    void editingStarted();
    void edited(const QString& notes);  ///< typed
    void changed(const QString& notes); ///< in one go: a box, an attachment
    /// `byKeyboard`: the focus is to follow.
    void linkChosen(const QString& target, bool byKeyboard);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    QVariant loadResource(int type, const QUrl& name) override;
    QMimeData* createMimeDataFromSelection() const override;
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    void render();
    void edit(int place);
    void filled();
    void takeTyped();
    void breakLine();
    bool keyWhileRead(const QKeyEvent& event);
    void step(bool forward);
    void choose(const NotesItem& item);
    void activate(NotesItem item, bool byKeyboard); ///< by value: losing the focus forgets the item
    NotesItem itemAt(const QPoint& point) const;
    QRectF boxRect(const QTextBlock& block) const;
    void toggle(qsizetype box);
    void showBox(qsizetype box);
    void paintItem(QPainter& painter) const;
    void paintMarks(QPainter& painter, const QRect& exposed) const;
    QPointF origin() const; ///< of the document, in the viewport

    const app::Theme* m_theme = nullptr;
    NotesRender* m_render;
    QString m_notes;
    NotesItem m_item;    ///< that the keyboard works
    NotesItem m_pressed; ///< by the mouse
    QString m_ahead;     ///< typed before the source was there
    int m_caret = 0;     ///< where it goes once the source is there
    bool m_source = false;
    bool m_carriageReturns = false; ///< every line ends with \r\n, which a document does not hold
    bool m_setting = false;
};

} // namespace glow::ui
