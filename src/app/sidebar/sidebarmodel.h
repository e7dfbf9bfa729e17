#pragma once
#include "app/sidebar/catalogueactions.h"
#include "app/sidebar/place.h"

#include <QAbstractListModel>

namespace glow::app {

/// Rows of the sidebar: the fixed places, then lists and tags under their captions. Lists are reordered by
/// drag; tasks can be dropped on Inbox, Today, lists and tags. GUI thread.
class SidebarModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum class Kind { Place, Caption, List, Tag, NewList };
    enum Role {
        KindRole = Qt::UserRole + 1,
        UidRole,
        ScopeRole,
        IconRole,
        ColourRole,
        CountRole,
        ArchivedRole
    };
    /// Uids of dragged tasks, one a line.
    static QString tasksMimeType() { return QStringLiteral("application/x-glowlist-tasks"); }
    static QString listMimeType() { return QStringLiteral("application/x-glowlist-list"); }

    SidebarModel(CatalogueActions& actions, const core::Catalogue& catalogue, QObject* parent = nullptr);

    void refresh(); ///< the catalogue changed, or the language
    void setCounts(const core::Counts& counts);
    void setArchivedShown(bool shown);
    bool archivedShown() const { return m_archivedShown; }
    int rowOf(const Place& place) const; ///< -1: none
    std::optional<Place> placeAt(int row) const;
    Kind kindAt(int row) const { return m_rows.at(row).kind; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override { return {tasksMimeType(), listMimeType()}; }
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction | Qt::CopyAction; }
    Qt::DropActions supportedDragActions() const override { return Qt::MoveAction; }
    bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                         const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

Q_SIGNALS:
    void tasksDropped(const QList<QUuid>& tasks, const glow::app::Place& place);

private:
    struct Row {
        Kind kind = Kind::Place;
        Place place;
        QString text;
        QString icon;
        QString colour;
        bool archived = false;
        friend bool operator==(const Row&, const Row&) = default;
    };
    QList<Row> wanted() const;
    qint64 countOf(const Row& row) const;

    CatalogueActions& m_actions;
    const core::Catalogue& m_catalogue;
    core::Counts m_counts;
    QList<Row> m_rows;
    bool m_archivedShown = false;
};

} // namespace glow::app
