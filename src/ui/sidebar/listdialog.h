#pragma once
#include <QDialog>
#include <functional>
#include <memory>

class QComboBox;

namespace Ui {
class ListDialog;
}

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// Name and colour of a list or tag, new or known. Shown with `open()`; `saved` comes once, with a name that
/// `check` lets pass.
class ListDialog : public QDialog {
    Q_OBJECT
public:
    using Check = std::function<QString(const QString& name)>; ///< what is wrong with a name, empty: nothing
    ListDialog(const app::Theme& theme, const QString& heading, Check check, QWidget* parent);
    ~ListDialog() override;

    void setName(const QString& name);
    void setColour(const QString& colour);
    void setColourOptional(); ///< "None" may be chosen too: tags
    void setPlain();          ///< only a name: sections
    /// A name that is taken may be chosen all the same: `notice` says what then happens (empty: it is free).
    using Notice = std::function<QString(const QString& name)>;
    void setMerging(Notice notice);

Q_SIGNALS:
    void saved(const QString& name, const QString& colour);

private:
    void checkName();
    void save();

    std::unique_ptr<Ui::ListDialog> m_form;
    const app::Theme& m_theme;
    Check m_check;
    bool m_isColourOptional = false;
    Notice m_merging;
};

/// A dot in the colour of a list, as an icon.
QIcon colourDot(const app::Theme& theme, const QString& colour);
/// The list colours in a box, by name and dot;
/// "None" first where it is optional. A chosen one of another program ("#RRGGBB") is kept.
void fillColours(QComboBox& box, const app::Theme& theme, const QString& chosen, bool optional);
/// The name of a list colour by its index, for people who cannot see it.
QString colourName(int index);

} // namespace glow::ui
