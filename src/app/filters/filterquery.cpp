#include "app/filters/filterquery.h"

namespace glow::app {

namespace {

using core::FilterNode;

/// Takes the words out of conditions that must all hold. A phrase in quotes stays: it is one piece.
QStringList takeWords(FilterNode& root)
{
    const auto isWord = [](const FilterNode& node) {
        return node.kind == FilterNode::Kind::Words && !node.text.contains(u' ');
    };
    QStringList words;
    if (isWord(root)) {
        words.append(root.text);
        root = {};
    } else if (root.kind == FilterNode::Kind::And) {
        for (const FilterNode& child : std::as_const(root.children)) {
            if (isWord(child))
                words.append(child.text);
        }
        root.children.removeIf(isWord);
        if (root.children.isEmpty())
            root = {};
    }
    return words;
}

} // namespace

core::ParsedFilter applyFilter(core::TaskQuery& query, const QString& text, const QDateTime& now)
{
    core::ParsedFilter parsed = core::parseFilter(text, now, QLocale());
    if (!parsed.ok()) {
        query.search = text;
        return parsed;
    }
    query.filter = parsed.root;
    query.search = takeWords(query.filter).join(u' ');
    if (query.filter.kind != FilterNode::Kind::All)
        query.filterTime = now; // else a query would differ from itself a moment later
    query.withCompleted = query.withCompleted || parsed.root.asksForCompleted();
    if (parsed.sort) {
        query.sort = *parsed.sort;
        query.descending = parsed.descending;
    }
    if (parsed.group)
        query.group = *parsed.group;
    return parsed;
}

} // namespace glow::app
