#pragma once
#include <QString>

namespace glow::app {

/// Why a text cannot be stored as a title (or as notes), as a sentence; empty when it can.
QString titleProblem(const QString& title);
QString notesProblem(const QString& notes);
/// A title short enough for a menu entry.
QString shortTitle(const QString& title);

} // namespace glow::app
