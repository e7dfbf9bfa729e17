#pragma once
#include "core/entities.h"
#include "store/settings.h"

#include <QWidget>
#include <memory>

namespace Ui {
class AboutPage;
class AppearancePage;
class GeneralPage;
class LanguagePage;
} // namespace Ui

namespace glow::ui {

/// A page of the settings that shows some keys and writes them back when the dialog is saved.
class SettingsPage : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    virtual void store(store::Settings& settings) const = 0;
};

/// What happens on close, first day of the week, where new tasks go.
class GeneralPage : public SettingsPage {
    Q_OBJECT
public:
    GeneralPage(const store::Settings& settings, const core::Catalogue& catalogue, bool hasTray,
                QWidget* parent = nullptr);
    ~GeneralPage() override;
    void store(store::Settings& settings) const override;

private:
    std::unique_ptr<Ui::GeneralPage> m_ui;
};

/// Colours and row height.
class AppearancePage : public SettingsPage {
    Q_OBJECT
public:
    explicit AppearancePage(const store::Settings& settings, QWidget* parent = nullptr);
    ~AppearancePage() override;
    void store(store::Settings& settings) const override;

private:
    std::unique_ptr<Ui::AppearancePage> m_ui;
};

class LanguagePage : public SettingsPage {
    Q_OBJECT
public:
    explicit LanguagePage(const store::Settings& settings, QWidget* parent = nullptr);
    ~LanguagePage() override;
    void store(store::Settings& settings) const override;

private:
    std::unique_ptr<Ui::LanguagePage> m_ui;
};

class AboutPage : public SettingsPage {
    Q_OBJECT
public:
    explicit AboutPage(QWidget* parent = nullptr);
    ~AboutPage() override;
    void store(store::Settings&) const override {}

private:
    std::unique_ptr<Ui::AboutPage> m_ui;
};

} // namespace glow::ui
