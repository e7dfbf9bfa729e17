#include "app/table/rowdiff.h"

#include <QHash>
#include <QSet>
#include <algorithm>

namespace glow::app {

namespace {

QHash<QUuid, int> placesOf(const QList<QUuid>& rows)
{
    QHash<QUuid, int> places;
    places.reserve(rows.size());
    for (int i = 0; i < rows.size(); ++i)
        places.insert(rows.at(i), i);
    return places;
}

/// Members of one longest increasing subsequence (patience sorting).
QList<bool> increasing(const QList<int>& values)
{
    QList<int> tails; // index of the smallest end of a run of each length
    QList<int> before(values.size(), -1);
    for (int i = 0; i < values.size(); ++i) {
        const auto at = std::lower_bound(tails.begin(), tails.end(), values.at(i),
                                         [&values](int tail, int value) { return values.at(tail) < value; });
        if (at != tails.begin())
            before[i] = *(at - 1);
        if (at == tails.end())
            tails.append(i);
        else
            *at = i;
    }
    QList<bool> member(values.size(), false);
    for (int i = tails.isEmpty() ? -1 : tails.constLast(); i >= 0; i = before.at(i))
        member[i] = true;
    return member;
}

class Differ {
public:
    Differ(const QList<QUuid>& from, const QList<QUuid>& to, int limit)
        : m_rows(from)
        , m_to(to)
        , m_limit(limit)
    {}

    std::optional<QList<RowStep>> steps()
    {
        if (!remove() || !move() || !insert())
            return std::nullopt;
        return m_steps;
    }

private:
    bool take(const RowStep& step)
    {
        applyStep(m_rows, step, m_to);
        m_steps.append(step);
        return m_steps.size() <= m_limit;
    }

    bool remove()
    {
        const QSet<QUuid> wanted(m_to.begin(), m_to.end());
        for (int end = static_cast<int>(m_rows.size()); end > 0;) {
            int first = end;
            while (first > 0 && !wanted.contains(m_rows.at(first - 1)))
                --first;
            if (first < end && !take({RowStep::Kind::Remove, first, end - first, 0}))
                return false;
            end = first - 1;
        }
        return true;
    }

    bool move()
    {
        const QHash<QUuid, int> now = placesOf(m_rows);
        QList<QUuid> order;
        QList<int> places;
        for (const QUuid& uid : m_to) {
            if (const auto at = now.constFind(uid); at != now.cend()) {
                order.append(uid);
                places.append(*at);
            }
        }
        const QList<bool> stays = increasing(places);
        for (int i = 0; i < order.size();) {
            if (stays.at(i)) {
                ++i;
                continue;
            }
            const int from = static_cast<int>(m_rows.indexOf(order.at(i)));
            int count = 1;
            while (i + count < order.size() && !stays.at(i + count) && from + count < m_rows.size() &&
                   m_rows.at(from + count) == order.at(i + count))
                ++count;
            const int to = i == 0 ? 0 : static_cast<int>(m_rows.indexOf(order.at(i - 1))) + 1;
            if (to != from && !take({RowStep::Kind::Move, from, count, to}))
                return false;
            i += count;
        }
        return true;
    }

    bool insert()
    {
        const QSet<QUuid> present(m_rows.begin(), m_rows.end());
        for (int first = 0; first < m_to.size();) {
            int end = first;
            while (end < m_to.size() && !present.contains(m_to.at(end)))
                ++end;
            if (end > first && !take({RowStep::Kind::Insert, first, end - first, 0}))
                return false;
            first = end + 1;
        }
        return true;
    }

    QList<QUuid> m_rows;
    const QList<QUuid>& m_to;
    int m_limit;
    QList<RowStep> m_steps;
};

} // namespace

std::optional<QList<RowStep>> rowDiff(const QList<QUuid>& from, const QList<QUuid>& to, int limit)
{
    return Differ(from, to, limit).steps();
}

void applyStep(QList<QUuid>& rows, const RowStep& step, const QList<QUuid>& to)
{
    const auto begin = rows.begin();
    switch (step.kind) {
    case RowStep::Kind::Remove:
        rows.remove(step.first, step.count);
        break;
    case RowStep::Kind::Move:
        if (step.to < step.first)
            std::rotate(begin + step.to, begin + step.first, begin + step.first + step.count);
        else
            std::rotate(begin + step.first, begin + step.first + step.count, begin + step.to);
        break;
    case RowStep::Kind::Insert:
        for (int i = 0; i < step.count; ++i)
            rows.insert(step.first + i, to.at(step.first + i));
        break;
    }
}

} // namespace glow::app
