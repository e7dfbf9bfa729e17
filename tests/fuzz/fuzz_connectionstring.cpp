#include "store/connectionstring.h"

#include <cstdint>
#include <cstdlib>

// What is read must be readable again, and the form that is shown must not hold the password.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    using glow::store::ConnectionString;
    const auto string =
        ConnectionString::parse(QString::fromUtf8(reinterpret_cast<const char*>(data), qsizetype(size)));
    if (!string)
        return string.error().part.isEmpty() ? std::abort(), 0 : 0;
    const auto again = ConnectionString::parse(string->uri());
    const auto shown = ConnectionString::parse(string->display());
    if (!again || !shown || again->hosts != string->hosts || again->password != string->password ||
        !shown->password.isEmpty())
        std::abort();
    return 0;
}
