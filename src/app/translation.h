#pragma once
#include <QLocale>
#include <QStringList>

class QCoreApplication;

namespace glow::app {

/// The locale to use: the chosen language ("en", "de"; "" follows the system) with the system's country, so
/// that dates keep the form people are used to. Also makes it QLocale's default.
QLocale useLocale(const QString& language);

/// Installs our translation and Qt's own for the locale, in place of those installed before. GUI thread.
void installTranslations(QCoreApplication& application, const QLocale& locale);

/// The languages the program speaks, as codes: "en", "de".
QStringList languages();

} // namespace glow::app
