#pragma once
#include "core/entities.h"

namespace glow::app {

class Changes;

/// What a person does to lists and tags in the sidebar, each as one change that can be undone. The catalogue
/// stays the confirmed one; it comes again after the change.
class CatalogueActions {
public:
    CatalogueActions(Changes& changes, const core::Catalogue& catalogue);

    QUuid createList(const QString& name, const QString& colour);
    void renameList(const QUuid& list, const QString& name);
    void colourList(const QUuid& list, const QString& colour);
    void archiveList(const QUuid& list, bool archived);
    void deleteList(const QUuid& list); ///< with its tasks, which come back with it
    /// Puts the list directly before another; a null `before` is the end.
    void moveList(const QUuid& list, const QUuid& before);

    QUuid createTag(const QString& name, const QString& colour);
    void renameTag(const QUuid& tag, const QString& name);
    void colourTag(const QUuid& tag, const QString& colour);
    void deleteTag(const QUuid& tag);

    /// Why a name cannot be given to a list (or tag), as a sentence; empty when it can. `except` keeps its
    /// own name.
    QString listNameProblem(const QString& name, const QUuid& except = {}) const;
    QString tagNameProblem(const QString& name, const QUuid& except = {}) const;

private:
    Changes& m_changes;
    const core::Catalogue& m_catalogue;
};

} // namespace glow::app
