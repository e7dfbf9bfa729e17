#pragma once
#include "core/entities.h"

namespace glow::app {

class Changes;

/// What a person does to lists, tags and filters in the sidebar, each as one change that can be undone. The
/// catalogue stays the confirmed one; it comes again after the change.
class CatalogueActions {
public:
    CatalogueActions(Changes& changes, const core::Catalogue& catalogue);

    QUuid createList(const QString& name, const QString& colour);
    void renameList(const QUuid& list, const QString& name);
    void colourList(const QUuid& list, const QString& colour);
    void archiveList(const QUuid& list, bool archived);
    void deleteList(const QUuid& list); ///< with its tasks, which come back with it
    /// Puts the list under `parent` (null: top level), directly before another of that level; a null `before`
    /// is the end. Below itself it cannot lie: false.
    bool moveList(const QUuid& list, const QUuid& parent, const QUuid& before);

    QUuid createSection(const QUuid& list, const QString& name); ///< at the list's end
    void renameSection(const QUuid& section, const QString& name);
    void moveSection(const QUuid& section, const QUuid& before); ///< within its list; null: the end
    void deleteSection(const QUuid& section);                    ///< its tasks stay in the list

    QUuid createTag(const QString& name, const QString& colour);
    void renameTag(const QUuid& tag, const QString& name);
    void colourTag(const QUuid& tag, const QString& colour);
    void deleteTag(const QUuid& tag);
    /// Gives the tasks that have `tag` another one in its place; `tasks` are those that lack `into`. One
    /// undo.
    void mergeTags(const QUuid& tag, const QUuid& into, const QList<QUuid>& tasks);

    QUuid createFilter(const QString& name, const QString& query, const QString& colour);
    void editFilter(const QUuid& filter, const QString& name, const QString& query, const QString& colour);
    void moveFilter(const QUuid& filter, const QUuid& before); ///< null: the end
    void deleteFilter(const QUuid& filter);

    /// Why a name cannot be given to a list (or tag), as a sentence; empty when it can. `except` keeps its
    /// own name.
    QString listNameProblem(const QString& name, const QUuid& except = {}) const;
    QString tagNameProblem(const QString& name, const QUuid& except = {}) const;
    QString sectionNameProblem(const QUuid& list, const QString& name, const QUuid& except = {}) const;
    QString filterNameProblem(const QString& name, const QUuid& except = {}) const;
    const core::Tag* tagNamed(const QString& name) const { return m_catalogue.tagNamed(name.simplified()); }

private:
    Changes& m_changes;
    const core::Catalogue& m_catalogue;
};

} // namespace glow::app
