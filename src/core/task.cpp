#include "core/task.h"

#include <algorithm>

namespace glow::core {

Priority priorityRank(const QString& stored)
{
    if (stored == u"high")
        return Priority::High;
    if (stored == u"low")
        return Priority::Low;
    if (stored == u"none")
        return Priority::None;
    return Priority::Medium;
}

QString priorityWord(Priority priority)
{
    switch (priority) {
    case Priority::High:
        return QStringLiteral("high");
    case Priority::Medium:
        return QStringLiteral("medium");
    case Priority::Low:
        return QStringLiteral("low");
    case Priority::None:
        break;
    }
    return QStringLiteral("none");
}

qsizetype codePoints(QStringView text)
{
    return text.size() - std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLowSurrogate(); });
}

} // namespace glow::core
