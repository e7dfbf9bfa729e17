#include "core/quickadd/quickaddname.h"
#include "core/quickadd/quickaddparser.h"

#include <cstdint>
#include <cstdlib>

using namespace glow::core;

namespace {

/// The letters of the line that stand in no token are those of the title, in order.
bool losesNothing(const QString& line, const QuickAddResult& result)
{
    QString rest;
    qsizetype behind = 0;
    for (const QuickAddToken& token : result.tokens) {
        if (token.start < behind || token.length < 1 || line.mid(token.start, token.length) != token.text)
            return false;
        rest += line.mid(behind, token.start - behind);
        behind = token.start + token.length;
    }
    rest += line.mid(behind);
    QString title = result.title;
    const auto isSpace = [](QChar letter) { return letter.isSpace(); };
    rest.removeIf(isSpace);
    title.removeIf(isSpace);
    return rest == title;
}

} // namespace

// The first byte chooses language, profile and what can be stored; the rest is the line.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    if (size == 0)
        return 0;
    static const QLocale locales[] = {QLocale(QLocale::English), QLocale(QLocale::German),
                                      QLocale(QLocale::Japanese), QLocale(QLocale::French)};
    const QString line =
        QString::fromUtf8(reinterpret_cast<const char*>(data + 1), static_cast<qsizetype>(size) - 1);
    const QuickAddContext context{QDateTime({2024, 2, 29}, {23, 59}),
                                  locales[data[0] % 4],
                                  allQuickAddParts,
                                  static_cast<QuickAddProfile>(data[0] / 4 % 6),
                                  {}};
    const QuickAddResult result = parseQuickAdd(line, context);
    if (!losesNothing(line, result))
        std::abort();
    for (const QuickAddToken& token : result.tokens) {
        const QString dismissed = dismissQuickAddToken(line, token);
        if (!losesNothing(dismissed, parseQuickAdd(dismissed, context)))
            std::abort();
    }
    quickAddNameAt(line, line.size() / 2, context);
    quickAddNameAt(line, line.size(), context);
    return 0;
}
