#pragma once
#include <QAbstractButton>
#include <QFrame>

namespace glow::app {
class TaskEditorModel;
class Theme;
class Workspace;
struct EditConflict;
} // namespace glow::app

class QVBoxLayout;

namespace glow::ui {

/// "Changed elsewhere while you edited" (conflict-light.png): both values of each field, one of which is
/// chosen.
class ConflictBox : public QFrame {
    Q_OBJECT
public:
    explicit ConflictBox(QWidget* parent = nullptr);
    void setUp(app::TaskEditorModel& model, app::Workspace& workspace, const app::Theme& theme);
    void refresh();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void reveal();
    void addHead(QVBoxLayout& to);
    void addField(QVBoxLayout& to, const QString& field, const app::EditConflict& conflict);
    void addButtons(QVBoxLayout& to);

    app::TaskEditorModel* m_model = nullptr;
    app::Workspace* m_workspace = nullptr;
    const app::Theme* m_theme = nullptr;
    QWidget* m_content = nullptr;
};

/// One of the two values: a radio button over its value, whose other part is bold, and whose it is.
class ConflictChoice : public QAbstractButton {
    Q_OBJECT
public:
    ConflictChoice(const app::Theme& theme, const QString& value, const QString& other, const QString& whose,
                   QWidget* parent);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintValue(QPainter& painter, const QRect& place) const;

    const app::Theme& m_theme;
    QString m_value;
    QString m_whose;
    qsizetype m_same = 0;    ///< letters that both values begin with
    qsizetype m_sameEnd = 0; ///< and end with
};

} // namespace glow::ui
