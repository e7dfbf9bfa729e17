#pragma once
#include <QStringList>
#include <optional>

namespace glow::store {

/// Quotes of programs, and what word processors and chats make of them.
bool opensQuote(QChar character);
bool closesQuote(QChar character);
bool sameQuote(QChar open, QChar close); ///< both of one kind: single, double, backtick, angle

/// A command line as a shell takes it apart: quotes and backslashes; nothing is expanded. Nothing when a
/// quote does not end.
std::optional<QStringList> shellWords(const QString& text);

} // namespace glow::store
