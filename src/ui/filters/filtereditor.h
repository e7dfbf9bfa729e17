#pragma once
#include "core/entities.h"

#include <QDateTime>
#include <QDialog>
#include <memory>

namespace Ui {
class FilterEditor;
}

namespace glow::app {
class CatalogueActions;
class Theme;
} // namespace glow::app

namespace glow::ui {

/// Name, conditions and colour of a saved filter, new (null `uid`) or known. The conditions are said in words
/// while they are typed; what cannot be read is named and cannot be saved. Shown with `open()`. `actions` and
/// `catalogue` outlive it.
class FilterEditor : public QDialog {
    Q_OBJECT
public:
    FilterEditor(const app::Theme& theme, app::CatalogueActions& actions, const core::Catalogue& catalogue,
                 const core::SavedFilter& filter, const QDateTime& now, QWidget* parent);
    ~FilterEditor() override;

Q_SIGNALS:
    void saved(const QUuid& filter);

private:
    void check();
    void save();

    std::unique_ptr<Ui::FilterEditor> m_form;
    app::CatalogueActions& m_actions;
    core::SavedFilter m_filter;
    QDateTime m_now;
};

} // namespace glow::ui
