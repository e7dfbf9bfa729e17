#include "app/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>
#include <memory>

namespace glow::app {

namespace {

/// Marks our translators among the application's children, so that they can be replaced.
constexpr auto translatorName = "glowlist-translation";

void install(QCoreApplication& application, const QLocale& locale, const QString& file,
             const QString& directory)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(locale, file, QStringLiteral("_"), directory))
        return;
    translator->setObjectName(QLatin1String(translatorName));
    translator->setParent(&application);
    QCoreApplication::installTranslator(translator.release());
}

} // namespace

QStringList languages()
{
    return {QStringLiteral("en"), QStringLiteral("de")};
}

QLocale useLocale(const QString& language)
{
    const QLocale system = QLocale::system();
    QLocale locale = system;
    if (!language.isEmpty()) {
        const QLocale chosen(language);
        const bool withCountry = language.contains(u'_') || language.contains(u'-');
        if (withCountry || system.territory() == QLocale::AnyTerritory)
            locale = chosen;
        else if (chosen.language() != system.language())
            locale = QLocale(chosen.language(), system.territory());
    }
    QLocale::setDefault(locale);
    return locale;
}

void installTranslations(QCoreApplication& application, const QLocale& locale)
{
    const auto before =
        application.findChildren<QTranslator*>(QLatin1String(translatorName), Qt::FindDirectChildrenOnly);
    for (QTranslator* translator : before) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
    // Qt's first: where both know a text, the translator installed last wins.
    install(application, locale, QStringLiteral("qtbase"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    if (languages().contains(locale.name().section(u'_', 0, 0)))
        install(application, locale, QStringLiteral("glowlist"), QStringLiteral(":/translations"));
    else
        install(application, QLocale(QLocale::English), QStringLiteral("glowlist"),
                QStringLiteral(":/translations"));
}

} // namespace glow::app
