#pragma once
#include "app/quickadd/quickaddchange.h"
#include "core/clock.h"

#include <QWidget>

class QLabel;

namespace glow::app {
class Theme;
}

namespace glow::ui {

class TokenEdit;

/// A line becomes a task: tokens are tinted as they are typed, the defaults of the view stand at the end as
/// chips until a token says otherwise, the reading beside them.
class QuickAddLine : public QWidget {
    Q_OBJECT
public:
    QuickAddLine(const app::Theme& theme, const core::Clock& clock, const core::Catalogue& catalogue,
                 QWidget* parent = nullptr);
    ~QuickAddLine() override;

    void setDefaults(const app::QuickAddDefaults& defaults);
    void setFirstDayOfWeek(std::optional<Qt::DayOfWeek> day);
    void setExampleShown(bool shown); ///< first run: an example instead of the plain hint
    void focusLine();
    QString text() const;
    /// Gives a text back that could not be stored; what stands in the line is not overwritten (false).
    bool giveBack(const QString& text);
    void retranslate();

Q_SIGNALS:
    void submitted(const glow::app::QuickAddOperations& made, const QString& title, const QString& line);
    void left();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Chip {
        QString text;
        QString colour;
        bool hasDot = false;
        bool onlyFocused = false; ///< the view's title says it already
    };
    void updateReading();
    QList<Chip> chips() const;
    int paintEnd(QPainter* painter) const;
    int paintChip(QPainter* painter, const Chip& chip, int right, bool boxed) const;
    void arrange();
    void submit();
    void complain(const QString& sentence);
    core::QuickAddContext context() const;

    const app::Theme& m_theme;
    const core::Clock& m_clock;
    const core::Catalogue& m_catalogue;
    app::QuickAddDefaults m_defaults;
    std::optional<Qt::DayOfWeek> m_firstDay;
    bool m_example = false;
    TokenEdit* m_edit;
    QLabel* m_problem;
};

} // namespace glow::ui
