#include "core/filter/filtertext.h"

#include <QCoreApplication>

namespace glow::core {

namespace {

using Kind = FilterNode::Kind;
using Compare = FilterNode::Compare;
using Feature = FilterNode::Feature;
using Field = FilterNode::Field;

class FilterText {
    Q_DECLARE_TR_FUNCTIONS(FilterText)

public:
    FilterText(const QDate& today, const QLocale& locale)
        : m_today(today)
        , m_locale(locale)
    {}

    QString condition(const FilterNode& node) const;
    static QString sort(SortField field);
    static QString group(GroupField field);
    QString arranged(const ParsedFilter& filter) const;

private:
    QString joined(const FilterNode& node, const QString& pattern) const;
    QString inside(const FilterNode& node) const;
    QString date(const FilterNode& node) const;
    QString dateText(const QDate& date) const;
    static QString feature(Feature feature, bool has);
    static QString lately(Field field, int days);
    static QString priority(const FilterNode& node);

    QDate m_today;
    QLocale m_locale;
};

QString FilterText::dateText(const QDate& date) const
{
    if (date == m_today)
        return tr("today");
    return m_locale.toString(date, date.year() == m_today.year() ? QStringLiteral("ddd d MMM")
                                                                 : QStringLiteral("ddd d MMM yyyy"));
}

QString FilterText::date(const FilterNode& node) const
{
    // One sentence a field and comparison: other languages decline them.
    static const char* const sentences[][5] = {
        {QT_TR_NOOP("due %1"), QT_TR_NOOP("due before %1"), QT_TR_NOOP("due on or before %1"),
         QT_TR_NOOP("due after %1"), QT_TR_NOOP("due on or after %1")},
        {QT_TR_NOOP("starting %1"), QT_TR_NOOP("starting before %1"), QT_TR_NOOP("starting on or before %1"),
         QT_TR_NOOP("starting after %1"), QT_TR_NOOP("starting on or after %1")},
        {QT_TR_NOOP("deadline %1"), QT_TR_NOOP("deadline before %1"), QT_TR_NOOP("deadline on or before %1"),
         QT_TR_NOOP("deadline after %1"), QT_TR_NOOP("deadline on or after %1")},
        {QT_TR_NOOP("created %1"), QT_TR_NOOP("created before %1"), QT_TR_NOOP("created on or before %1"),
         QT_TR_NOOP("created after %1"), QT_TR_NOOP("created on or after %1")},
        {QT_TR_NOOP("changed %1"), QT_TR_NOOP("changed before %1"), QT_TR_NOOP("changed on or before %1"),
         QT_TR_NOOP("changed after %1"), QT_TR_NOOP("changed on or after %1")},
        {QT_TR_NOOP("completed %1"), QT_TR_NOOP("completed before %1"),
         QT_TR_NOOP("completed on or before %1"), QT_TR_NOOP("completed after %1"),
         QT_TR_NOOP("completed on or after %1")},
    };
    const auto field = static_cast<std::size_t>(node.field);
    return tr(sentences[field][static_cast<std::size_t>(node.compare)]).arg(dateText(node.date));
}

QString FilterText::feature(Feature feature, bool has)
{
    switch (feature) {
    case Feature::Due:
        return has ? tr("with a due date") : tr("without a due date");
    case Feature::Start:
        return has ? tr("with a start date") : tr("without a start date");
    case Feature::Deadline:
        return has ? tr("with a deadline") : tr("without a deadline");
    case Feature::List:
        return has ? tr("in a list") : tr("in the Inbox");
    case Feature::Section:
        return has ? tr("in a section") : tr("outside of sections");
    case Feature::Tag:
        return has ? tr("with a tag") : tr("without tags");
    case Feature::Notes:
        return has ? tr("with notes") : tr("without notes");
    case Feature::Subtasks:
        return has ? tr("with subtasks") : tr("without subtasks");
    case Feature::Parent:
        return has ? tr("a subtask") : tr("not a subtask");
    case Feature::Repeat:
        return has ? tr("recurring") : tr("not recurring");
    case Feature::Estimate:
        return has ? tr("with an estimate") : tr("without an estimate");
    case Feature::Priority:
        return has ? tr("with a priority") : tr("without a priority");
    }
    return {};
}

QString FilterText::lately(Field field, int days)
{
    return field == Field::Created   ? tr("created in the last %n day(s)", nullptr, days)
           : field == Field::Changed ? tr("changed in the last %n day(s)", nullptr, days)
                                     : tr("completed in the last %n day(s)", nullptr, days);
}

QString FilterText::priority(const FilterNode& node)
{
    const QString word = node.priority == Priority::High     ? tr("high")
                         : node.priority == Priority::Medium ? tr("medium")
                         : node.priority == Priority::Low    ? tr("low")
                                                             : tr("none");
    switch (node.compare) {
    case Compare::Equal:
        break;
    case Compare::Less:
        return tr("priority below %1").arg(word);
    case Compare::LessOrEqual:
        return tr("priority %1 or lower").arg(word);
    case Compare::Greater:
        return tr("priority above %1").arg(word);
    case Compare::GreaterOrEqual:
        return tr("priority %1 or higher").arg(word);
    }
    return tr("priority %1").arg(word);
}

/// In parentheses where it would be read wrongly without.
QString FilterText::inside(const FilterNode& node) const
{
    const QString text = condition(node);
    return node.kind == Kind::And || node.kind == Kind::Or ? u'(' + text + u')' : text;
}

QString FilterText::joined(const FilterNode& node, const QString& pattern) const
{
    QString text = inside(node.children.constFirst());
    for (qsizetype i = 1; i < node.children.size(); ++i)
        text = pattern.arg(text, inside(node.children.at(i)));
    return text;
}

QString FilterText::condition(const FilterNode& node) const
{
    switch (node.kind) {
    case Kind::All:
        return tr("every task");
    case Kind::Words:
        return tr("with “%1” in title or notes").arg(node.text);
    case Kind::Tag:
        return tr("with the tag “%1”").arg(node.text);
    case Kind::List:
        return tr("in the list “%1” or one nested in it").arg(node.text);
    case Kind::Section:
        return tr("in the section “%1”").arg(node.text);
    case Kind::Priority:
        return priority(node);
    case Kind::Has:
        return feature(node.feature, true);
    case Kind::Date:
        return date(node);
    case Kind::Lately:
        return lately(node.field, node.days);
    case Kind::Completed:
        return tr("completed");
    case Kind::Blocked:
        return tr("blocked");
    case Kind::Not:
        break;
    case Kind::And:
        return joined(node, tr("%1 and %2"));
    case Kind::Or:
        return joined(node, tr("%1 or %2"));
    }
    const FilterNode& child = node.children.constFirst();
    return child.kind == Kind::Has ? feature(child.feature, false) : tr("not %1").arg(inside(child));
}

QString FilterText::sort(SortField field)
{
    switch (field) {
    case SortField::Title:
        return tr("by title");
    case SortField::List:
        return tr("by list");
    case SortField::Due:
        return tr("by due date");
    case SortField::Start:
        return tr("by start date");
    case SortField::Deadline:
        return tr("by deadline");
    case SortField::Priority:
        return tr("by priority");
    case SortField::Created:
        return tr("by day of creation");
    case SortField::Updated:
        return tr("by last change");
    case SortField::Completed:
        return tr("by day of completion");
    case SortField::Manual:
    case SortField::Match:
        break;
    }
    return tr("in manual order");
}

QString FilterText::group(GroupField field)
{
    switch (field) {
    case GroupField::None:
        break;
    case GroupField::Day:
        return tr("grouped by day");
    case GroupField::CompletedDay:
        return tr("grouped by day of completion");
    case GroupField::Section:
        return tr("grouped by section");
    case GroupField::Priority:
        return tr("grouped by priority");
    case GroupField::List:
        return tr("grouped by list");
    }
    return tr("not grouped");
}

QString FilterText::arranged(const ParsedFilter& filter) const
{
    QStringList parts;
    if (filter.root.kind != Kind::All || filter.sort || filter.group)
        parts.append(condition(filter.root));
    if (filter.sort)
        parts.append(filter.descending ? tr("sorted %1, last first").arg(sort(*filter.sort))
                                       : tr("sorted %1").arg(sort(*filter.sort)));
    if (filter.group)
        parts.append(group(*filter.group));
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString filterText(const ParsedFilter& filter, const QDate& today, const QLocale& locale)
{
    return FilterText(today, locale).arranged(filter);
}

} // namespace glow::core
