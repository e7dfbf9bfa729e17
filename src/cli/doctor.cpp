#include "cli/doctor.h"

#include "cli/connection.h"
#include "cli/session.h"
#include "store/doctor/connectioncheck.h"

#include <QJsonArray>

namespace glow::cli {

namespace {

QJsonObject stepJson(const store::CheckStep& step)
{
    const QString detail =
        step.detail.isEmpty() ? step.title : step.title + QStringLiteral(": ") + step.detail;
    return {{QStringLiteral("name"), step.name},
            {QStringLiteral("status"), store::checkStatusName(step.status)},
            {QStringLiteral("detail"), detail},
            {QStringLiteral("remedy"), step.remedy.isEmpty() ? QJsonValue() : QJsonValue(step.remedy)}};
}

QString stepLine(const store::CheckStep& step)
{
    QString line =
        store::checkStatusName(step.status).leftJustified(9) + step.name.leftJustified(12) + step.title;
    if (!step.detail.isEmpty())
        line += QStringLiteral(" (%1)").arg(step.detail);
    if (!step.remedy.isEmpty())
        line += u'\n' + QString(21, u' ') + step.remedy;
    return line;
}

} // namespace

core::Result<Reply> doctor(Context& context)
{
    Session session(context);
    const auto target = session.choose(false);
    if (!target)
        return target.error();
    const store::CheckReport report = store::ConnectionCheck(*target, session.userId()).run();
    QJsonArray steps;
    QStringList lines{target->display()};
    for (const store::CheckStep& step : report.steps) {
        steps.append(stepJson(step));
        lines.append(stepLine(step));
    }
    return Reply{QJsonObject{{QStringLiteral("ok"), report.ok()},
                             {QStringLiteral("steps"), steps},
                             {QStringLiteral("connection"), connectionJson(*target)}},
                 lines.join(u'\n'), report.ok() ? 0 : 1};
}

} // namespace glow::cli
