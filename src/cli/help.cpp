#include "cli/help.h"

#include <QCoreApplication>

namespace glow::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

QString line(const QString& left, const QString& right)
{
    return QStringLiteral("  ") + left.leftJustified(30) + u' ' + right + u'\n';
}

QString line(const Option& option)
{
    QString left = QStringLiteral("--") + QLatin1String(option.name);
    if (option.argument)
        left += u' ' + QLatin1String(option.argument);
    return line(left, QCoreApplication::translate("Options", option.help));
}

QString commonLines()
{
    QString lines = u'\n' + Text::tr("Everywhere:") + u'\n';
    for (const Option& option : commonOptions())
        lines += line(option);
    return lines;
}

QString signature(const Command& command)
{
    return QStringLiteral("glowlist ") + QLatin1String(command.name) + u' ' +
           QLatin1String(command.arguments);
}

} // namespace

QString help()
{
    QString text = Text::tr("Glowlist, a to-do list in your own PostgreSQL.") + QStringLiteral("\n\n");
    text += line(QStringLiteral("glowlist"), Text::tr("opens the window"));
    text += line(QStringLiteral("glowlist --screenshot FILE"), Text::tr("saves a picture of the window"));
    for (const Command& command : commands()) {
        if (!command.hidden)
            text += line(QStringLiteral("glowlist ") + QLatin1String(command.name),
                         QCoreApplication::translate("Command", command.summary));
    }
    text += u'\n' + Text::tr("For the window:") + u'\n';
    for (const char* name : windowOptions())
        text += line(*optionNamed(QString::fromLatin1(name)));
    return text + commonLines() + u'\n' + Text::tr("More with glowlist COMMAND --help.") + u'\n';
}

QString help(const Command& command)
{
    QString text = signature(command).trimmed() + QStringLiteral("\n\n") +
                   QCoreApplication::translate("Command", command.summary) + u'\n';
    if (!command.options.isEmpty())
        text += u'\n';
    for (const char* name : command.options)
        text += line(*optionNamed(QString::fromLatin1(name)));
    return text + commonLines();
}

} // namespace glow::cli
