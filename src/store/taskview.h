#pragma once
#include "core/taskquery.h"

#include <QStringList>

namespace glow::store {

/// A TaskQuery taken apart into pieces of SQL over `public.tasks t`, for taskquerysql. Rows of a view have
/// four columns: `g` (group, a date or null), `z` (1 where the sort value is missing), `s` (sort value), `u`
/// (uid); they stand in the order (g, z, s, u). Descending turns s and u together, so that one row comparison
/// finds a place.
class TaskView {
public:
    explicit TaskView(const core::TaskQuery& query);

    /// Disjoint sets of rows that make up the view, each with plain-column conditions that an index serves:
    /// open tasks and those completed meanwhile; due times that float and those with a zone, whose day
    /// depends on this computer's zone.
    struct Branch {
        QString where;
        bool zoned = false;
        bool floating = false;
    };
    const QList<Branch>& branches() const { return m_branches; }

    /// Ranges of the view that an index can walk: with and without a sort value, or everything.
    QStringList parts() const;

    /// `select … from public.tasks t where …` of one branch, without order.
    QString rows(const Branch& branch, const QString& extra = {}) const;
    /// All branches as one set.
    QString allRows(const QString& extra = {}) const;

    /// "order by …" of rows; `within` of one branch, where the group may follow from the sort value.
    QString order() const;
    QString order(const Branch& branch) const;

    /// Rows of the branch that stand in the same group at or after the key.
    QString atOrAfter(const core::TaskKey& key, const Branch& branch) const;
    /// Condition that row `r` stands before row `me`.
    QString before() const;

    QString groupText() const; ///< of columns g and s
    QString sortText() const;

private:
    QString due() const;
    QString nearby(const QString& comparison) const;
    QString sortValue() const;
    QString groupValue(const Branch& branch) const;
    QString groupIs(const QString& group, const Branch& branch) const;
    QString day(const Branch& branch) const;
    QString scopeCondition(const Branch& branch) const;
    QString searchCondition() const;
    QString matchValue() const;
    QString filterCondition() const;
    QString collapsedCondition() const;
    QString completedMeanwhile() const;
    QString direction() const { return m_descending ? QStringLiteral(" desc") : QString(); }
    QString groupDirection() const;
    bool isByName() const;
    bool groupFollowsSort() const;
    bool splitByNull() const;
    bool sortMayBeNull() const;
    bool dependsOnDay() const;
    void makeBranches();

    const core::TaskQuery& m_query;
    QStringList m_words;
    bool m_descending;
    QList<Branch> m_branches;
};

} // namespace glow::store
