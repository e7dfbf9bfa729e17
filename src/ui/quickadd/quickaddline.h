#pragma once
#include "app/quickadd/quickaddbatch.h"
#include "core/clock.h"

#include <QWidget>

class QLabel;

namespace glow::app {
class SidebarCounts;
class Theme;
} // namespace glow::app

namespace glow::ui {

class NameCompleter;
class TokenEdit;

/// A line becomes a task: tokens are tinted as they are typed and can be taken as text, names are completed,
/// the defaults of the view stand at the end as chips until a token says otherwise, the reading beside them.
/// Several lines pasted at once become several tasks.
class QuickAddLine : public QWidget {
    Q_OBJECT
public:
    QuickAddLine(const app::Theme& theme, const core::Clock& clock, const core::Catalogue& catalogue,
                 QWidget* parent = nullptr);
    ~QuickAddLine() override;

    void setDefaults(const app::QuickAddDefaults& defaults);
    void setFirstDayOfWeek(std::optional<Qt::DayOfWeek> day);
    void setExampleShown(bool shown);                 ///< first run: an example instead of the plain hint
    void setCounts(const app::SidebarCounts& counts); ///< to stand beside the names that are completed
    /// The line of the small window: higher, and nothing at its end, since that is shown below it.
    void setLarge();
    void focusLine();
    QString text() const;
    /// Gives a text back that could not be stored; what stands in the line is not overwritten (false).
    bool giveBack(const QString& text);
    void retranslate();
    /// Adds what stands in the line, as Enter does.
    void submit(bool another);
    /// The same for several lines, as pasting does.
    void submitLines(const QString& text);
    core::QuickAddContext context() const;
    const app::QuickAddDefaults& defaults() const { return m_defaults; }
    TokenEdit& edit() { return *m_edit; }
    NameCompleter& completer() { return *m_completer; }

Q_SIGNALS:
    /// `text` is what was typed or pasted.
    void submitted(const glow::app::QuickAddBatch& batch, const QString& text, bool another);
    void complained(const QString& sentence); ///< why it is not added; empty: nothing is wrong
    void left();                              ///< Down or Escape

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
    QString summary() const;
    void empty();
    void make(const QList<core::QuickAddResult>& readings, const QString& text, bool another);
    void complain(const QString& sentence);

    const app::Theme& m_theme;
    const core::Clock& m_clock;
    const core::Catalogue& m_catalogue;
    app::QuickAddDefaults m_defaults;
    std::optional<Qt::DayOfWeek> m_firstDay;
    const app::SidebarCounts* m_counts = nullptr;
    bool m_example = false;
    int m_boxHeight;
    bool m_large = false;
    TokenEdit* m_edit;
    NameCompleter* m_completer;
    QLabel* m_problem;
};

} // namespace glow::ui
