#pragma once
#include "core/result.h"

#include <QJsonObject>

namespace glow::store {

/// Reads a JSON object; NotFound when there is no file, File when it cannot be read.
core::Result<QJsonObject> readJsonFile(const QString& path);
/// Moves a file that cannot be read out of the way of the next save, since somebody may want to repair it;
/// the error then says where it is.
core::Error setAside(const QString& path, core::Error error);
/// Writes it whole or not at all, readable by its owner only; makes the folder (0700).
core::Result<void> writeJsonFile(const QString& path, const QJsonObject& json);

} // namespace glow::store
