#pragma once
#include "core/change.h"
#include "core/entities.h"

namespace glow::app {

/// Lists, sections and tags kept in step with operations and rows without reading them all again. Any thread.
bool isCatalogueEntity(core::Entity entity);
/// Writes the given columns of a list, section or tag; one that is not there yet is added.
void setCatalogueRow(core::Catalogue& catalogue, core::Entity entity, const QUuid& uid,
                     const QJsonObject& values);
void removeCatalogueRow(core::Catalogue& catalogue, core::Entity entity, const QUuid& uid);
void patchCatalogue(core::Catalogue& catalogue, const core::Operation& operation);
/// What a reply says about lists, sections and tags; false when it says nothing.
bool mergeReply(core::Catalogue& catalogue, const core::ApplyReply& reply);
void sortCatalogue(core::Catalogue& catalogue);

} // namespace glow::app
