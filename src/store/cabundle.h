#pragma once
#include <QString>

namespace glow::store {

/// The system's file of trusted certificate authorities: libpq 15 cannot find it by itself. Empty when there is none.
QString caBundle();

} // namespace glow::store
