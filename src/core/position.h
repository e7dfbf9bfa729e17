#pragma once
#include <QDateTime>
#include <QString>
#include <QUuid>

namespace glow::core {

/// Places in manual order: base-62 text (0-9A-Za-z) that sorts byte-wise, as `collate "C"` does. Every place
/// ends in four random characters, so that two programs that choose the same place at once do not tie. A
/// place strictly between two others; an empty `before` is the start, an empty `after` the end.
QString positionBetween(const QString& before, const QString& after);
/// A place at the end, by time of arrival: the same form as the column default of `glow_path`.
QString positionAtEnd(const QDateTime& now);
/// A place beside another, between the same neighbours; the same for the same uid.
QString positionBeside(const QString& position, const QUuid& uid);

} // namespace glow::core
