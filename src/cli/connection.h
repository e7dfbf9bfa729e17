#pragma once
#include "cli/command.h"
#include "store/connectionstring.h"

#include <QJsonObject>

namespace glow::cli {

core::Result<Reply> connection(Context& context);
QJsonObject connectionJson(const store::ConnectionString& string);

} // namespace glow::cli
