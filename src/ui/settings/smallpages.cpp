#include "ui/settings/smallpages.h"

#include "app/translation.h"
#include "core/uid.h"
#include "ui_aboutpage.h"
#include "ui_appearancepage.h"
#include "ui_generalpage.h"
#include "ui_languagepage.h"

#include <QLocale>

namespace glow::ui {

using store::Settings;

namespace {

void choose(QComboBox* box, const QVariant& value)
{
    box->setCurrentIndex(qMax(0, box->findData(value)));
}

} // namespace

GeneralPage::GeneralPage(const Settings& settings, const core::Catalogue& catalogue, bool hasTray,
                         QWidget* parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::GeneralPage>())
{
    m_ui->setupUi(this);
    m_ui->onClose->addItem(tr("Quit Glowlist"), QStringLiteral("quit"));
    if (hasTray)
        m_ui->onClose->addItem(tr("Keep running in the tray"), QStringLiteral("tray"));
    choose(m_ui->onClose, settings.text(Settings::OnClose));
    m_ui->startInTray->setChecked(settings.value(Settings::StartInTray).toBool());
    m_ui->startInTray->setEnabled(hasTray || m_ui->startInTray->isChecked());
    const QLocale region = QLocale::system();
    m_ui->firstDay->addItem(
        tr("As in your region (%1)").arg(QLocale().standaloneDayName(region.firstDayOfWeek())), 0);
    for (const Qt::DayOfWeek day : {Qt::Monday, Qt::Saturday, Qt::Sunday})
        m_ui->firstDay->addItem(QLocale().standaloneDayName(day), static_cast<int>(day));
    choose(m_ui->firstDay, settings.value(Settings::FirstDayOfWeek).toInt());
    m_ui->defaultList->addItem(tr("Inbox"), QString());
    for (const core::TaskList& list : catalogue.lists) {
        if (!list.archived)
            m_ui->defaultList->addItem(list.name, core::uidText(list.uid));
    }
    choose(m_ui->defaultList, settings.text(Settings::DefaultList));
}

GeneralPage::~GeneralPage() = default;

void GeneralPage::store(Settings& settings) const
{
    if (m_ui->onClose->count() > 1) // where there is no choice today, what was chosen elsewhere stays
        settings.set(Settings::OnClose, m_ui->onClose->currentData());
    settings.set(Settings::StartInTray, m_ui->startInTray->isChecked());
    settings.set(Settings::FirstDayOfWeek, m_ui->firstDay->currentData());
    settings.set(Settings::DefaultList, m_ui->defaultList->currentData());
}

AppearancePage::AppearancePage(const Settings& settings, QWidget* parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::AppearancePage>())
{
    m_ui->setupUi(this);
    const QString theme = settings.text(Settings::Theme);
    m_ui->light->setChecked(theme == u"light");
    m_ui->dark->setChecked(theme == u"dark");
    m_ui->system->setChecked(!m_ui->light->isChecked() && !m_ui->dark->isChecked());
    const bool compact = settings.text(Settings::Density) == u"compact";
    m_ui->compact->setChecked(compact);
    m_ui->comfortable->setChecked(!compact);
}

AppearancePage::~AppearancePage() = default;

void AppearancePage::store(Settings& settings) const
{
    settings.set(Settings::Theme, m_ui->light->isChecked()  ? QStringLiteral("light")
                                  : m_ui->dark->isChecked() ? QStringLiteral("dark")
                                                            : QStringLiteral("system"));
    settings.set(Settings::Density,
                 m_ui->compact->isChecked() ? QStringLiteral("compact") : QStringLiteral("comfortable"));
}

LanguagePage::LanguagePage(const Settings& settings, QWidget* parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::LanguagePage>())
{
    m_ui->setupUi(this);
    const QString desktop = QLocale::system().nativeLanguageName(); // empty where none is set
    m_ui->language->addItem(
        tr("As the desktop (%1)").arg(desktop.isEmpty() ? QStringLiteral("English") : desktop), QString());
    for (const QString& code : app::languages())
        m_ui->language->addItem(
            code == u"en" ? QStringLiteral("English") : QLocale(code).nativeLanguageName(), code);
    choose(m_ui->language, settings.text(Settings::Locale));
}

LanguagePage::~LanguagePage() = default;

void LanguagePage::store(Settings& settings) const
{
    settings.set(Settings::Locale, m_ui->language->currentData());
}

AboutPage::AboutPage(QWidget* parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::AboutPage>())
{
    m_ui->setupUi(this);
    m_ui->version->setText(tr("Glowlist %1").arg(QStringLiteral(GLOWLIST_VERSION)));
    m_ui->purpose->setText(tr("To-do lists whose tasks live in a PostgreSQL database that is yours."));
    m_ui->licence->setText(
        tr("Free software under the GNU General Public License, version 3 or later. It comes without any "
           "warranty."));
    m_ui->built->setText(tr("Running on Qt %1.").arg(QString::fromLatin1(qVersion())));
}

AboutPage::~AboutPage() = default;

} // namespace glow::ui
