#include "app/sidebar/catalogueactions.h"

#include "app/changes.h"
#include "core/position.h"
#include "core/uid.h"
#include "store/sqltext.h"

#include <QCoreApplication>
#include <algorithm>

namespace glow::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(glow::app::CatalogueActions)
};

constexpr qsizetype longestName = 100;
constexpr qsizetype mostOperations = 5000; // of one request
const QString nameField = QStringLiteral("name");
const QString colourField = QStringLiteral("colour");
const QString parentField = QStringLiteral("parent");
const QString positionField = QStringLiteral("position");
const QString queryField = QStringLiteral("query");
const QString archivedField = QStringLiteral("archived");

core::Operation update(core::Entity entity, const QUuid& uid, const QString& field, const QJsonValue& value,
                       const QJsonValue& was)
{
    return {core::Verb::Update, entity, uid, {{field, value}}, {{field, was}}};
}

core::Operation creation(core::Entity entity, const QUuid& uid, const QJsonObject& set)
{
    return {core::Verb::Create, entity, uid, set, {}};
}

core::Operation deletion(core::Entity entity, const QUuid& uid)
{
    return {core::Verb::Delete, entity, uid, {}, {}};
}

QJsonValue valueOf(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue uidOrNull(const QUuid& uid)
{
    return uid.isNull() ? QJsonValue() : QJsonValue(core::uidText(uid));
}

/// The positions directly before and behind the place before `next`; a null `next`: the end.
template <typename T> std::pair<QString, QString> neighbours(const QList<T>& all, const QUuid& next)
{
    const auto found =
        std::find_if(all.cbegin(), all.cend(), [&next](const T& each) { return each.uid == next; });
    return {found == all.cbegin() ? QString() : std::prev(found)->position,
            found == all.cend() ? QString() : found->position};
}

QString nameProblem(const QString& name)
{
    if (name.simplified().isEmpty())
        return Words::tr("A name is needed.");
    if (core::codePoints(name) > longestName)
        return Words::tr("A name holds %1 characters at most.").arg(longestName);
    return store::isStorable(name) ? QString()
                                   : Words::tr("This name has a character that PostgreSQL cannot store.");
}

} // namespace

CatalogueActions::CatalogueActions(Changes& changes, const core::Catalogue& catalogue)
    : m_changes(changes)
    , m_catalogue(catalogue)
{}

QUuid CatalogueActions::createList(const QString& name, const QString& colour)
{
    const QUuid uid = core::newUid();
    const QString last = m_catalogue.lists.isEmpty() ? QString() : m_catalogue.lists.constLast().position;
    const QJsonObject set{
        {nameField, name}, {colourField, colour}, {positionField, core::positionBetween(last, {})}};
    m_changes.apply(
        m_changes.make(Words::tr("New list: %1").arg(name), {creation(core::Entity::List, uid, set)}));
    return uid;
}

void CatalogueActions::renameList(const QUuid& list, const QString& name)
{
    const core::TaskList* known = m_catalogue.list(list);
    if (!known || known->name == name)
        return;
    m_changes.apply(m_changes.make(Words::tr("Rename list: %1").arg(name),
                                   {update(core::Entity::List, list, nameField, name, known->name)}));
}

void CatalogueActions::colourList(const QUuid& list, const QString& colour)
{
    const core::TaskList* known = m_catalogue.list(list);
    if (!known || known->colour == colour)
        return;
    m_changes.apply(m_changes.make(Words::tr("Colour list: %1").arg(known->name),
                                   {update(core::Entity::List, list, colourField, colour, known->colour)}));
}

void CatalogueActions::archiveList(const QUuid& list, bool archived)
{
    const core::TaskList* known = m_catalogue.list(list);
    if (!known || known->archived == archived)
        return;
    const QString label = archived ? Words::tr("Archive list: %1") : Words::tr("Unarchive list: %1");
    m_changes.apply(m_changes.make(label.arg(known->name), {update(core::Entity::List, list, archivedField,
                                                                   archived, known->archived)}));
}

void CatalogueActions::deleteList(const QUuid& list)
{
    const core::TaskList* known = m_catalogue.list(list);
    if (known)
        m_changes.apply(m_changes.make(Words::tr("Delete list: %1").arg(known->name),
                                       {deletion(core::Entity::List, list)}));
}

bool CatalogueActions::moveList(const QUuid& list, const QUuid& parent, const QUuid& before)
{
    const core::TaskList* known = m_catalogue.list(list);
    if (!known || list == before)
        return true;
    if (m_catalogue.isBelow(parent, list))
        return false;
    QList<core::TaskList> siblings = m_catalogue.childrenOf(parent);
    siblings.removeIf([&list](const core::TaskList& each) { return each.uid == list; });
    const auto [previous, after] = neighbours(siblings, before);
    const bool stays = m_catalogue.parentOf(*known) == parent;
    if (stays && previous < known->position && (after.isEmpty() || known->position < after))
        return true; // it stands there already
    core::Operation move{core::Verb::Update, core::Entity::List, list, {}, {}};
    move.set.insert(positionField, core::positionBetween(previous, after));
    move.was.insert(positionField, known->position);
    if (!stays) {
        move.set.insert(parentField, uidOrNull(parent));
        move.was.insert(parentField, uidOrNull(known->parent));
    }
    m_changes.apply(m_changes.make(Words::tr("Move list: %1").arg(known->name), {move}));
    return true;
}

QUuid CatalogueActions::createSection(const QUuid& list, const QString& name)
{
    const QList<core::Section> all = m_catalogue.sectionsOf(list);
    const QString last = all.isEmpty() ? QString() : all.constLast().position;
    const QUuid uid = core::newUid();
    const QJsonObject set{{nameField, name},
                          {QStringLiteral("list"), core::uidText(list)},
                          {positionField, core::positionBetween(last, {})}};
    m_changes.apply(
        m_changes.make(Words::tr("New section: %1").arg(name), {creation(core::Entity::Section, uid, set)}));
    return uid;
}

void CatalogueActions::renameSection(const QUuid& section, const QString& name)
{
    const core::Section* known = m_catalogue.section(section);
    if (!known || known->name == name)
        return;
    m_changes.apply(m_changes.make(Words::tr("Rename section: %1").arg(name),
                                   {update(core::Entity::Section, section, nameField, name, known->name)}));
}

void CatalogueActions::moveSection(const QUuid& section, const QUuid& before)
{
    const core::Section* known = m_catalogue.section(section);
    if (!known || section == before)
        return;
    QList<core::Section> others = m_catalogue.sectionsOf(known->list);
    others.removeIf([&section](const core::Section& each) { return each.uid == section; });
    const auto [previous, after] = neighbours(others, before);
    if (previous < known->position && (after.isEmpty() || known->position < after))
        return;
    m_changes.apply(m_changes.make(Words::tr("Move section: %1").arg(known->name),
                                   {update(core::Entity::Section, section, positionField,
                                           core::positionBetween(previous, after), known->position)}));
}

void CatalogueActions::deleteSection(const QUuid& section)
{
    if (const core::Section* known = m_catalogue.section(section))
        m_changes.apply(m_changes.make(Words::tr("Delete section: %1").arg(known->name),
                                       {deletion(core::Entity::Section, section)}));
}

QUuid CatalogueActions::createTag(const QString& name, const QString& colour)
{
    const QUuid uid = m_catalogue.newTagUid(name);
    QJsonObject set{{nameField, name}};
    if (!colour.isEmpty())
        set.insert(colourField, colour);
    m_changes.apply(
        m_changes.make(Words::tr("New tag: %1").arg(name), {creation(core::Entity::Tag, uid, set)}));
    return uid;
}

void CatalogueActions::renameTag(const QUuid& tag, const QString& name)
{
    const core::Tag* known = m_catalogue.tag(tag);
    if (!known || known->name == name)
        return;
    m_changes.apply(m_changes.make(Words::tr("Rename tag: %1").arg(name),
                                   {update(core::Entity::Tag, tag, nameField, name, known->name)}));
}

void CatalogueActions::colourTag(const QUuid& tag, const QString& colour)
{
    const core::Tag* known = m_catalogue.tag(tag);
    if (!known || known->colour == colour)
        return;
    m_changes.apply(m_changes.make(
        Words::tr("Colour tag: %1").arg(known->name),
        {update(core::Entity::Tag, tag, colourField, valueOf(colour), valueOf(known->colour))}));
}

void CatalogueActions::deleteTag(const QUuid& tag)
{
    const core::Tag* known = m_catalogue.tag(tag);
    if (known)
        m_changes.apply(
            m_changes.make(Words::tr("Delete tag: %1").arg(known->name), {deletion(core::Entity::Tag, tag)}));
}

void CatalogueActions::mergeTags(const QUuid& tag, const QUuid& into, const QList<QUuid>& tasks)
{
    const core::Tag* known = m_catalogue.tag(tag);
    const core::Tag* target = m_catalogue.tag(into);
    if (!known || !target || tag == into)
        return;
    QList<core::Operation> operations;
    for (const QUuid& task : tasks)
        operations.append(creation(
            core::Entity::TaskTag, core::taskTagUid(task, into),
            {{QStringLiteral("task"), core::uidText(task)}, {QStringLiteral("tag"), core::uidText(into)}}));
    operations.append(deletion(core::Entity::Tag, tag)); // its links go along, and come back with it
    const QString label = Words::tr("Merge tag: %1 into %2").arg(known->name, target->name);
    const QUuid group = operations.size() > mostOperations ? core::newUid() : QUuid();
    for (qsizetype at = 0; at < operations.size(); at += mostOperations) {
        core::Change change = m_changes.make(label, operations.mid(at, mostOperations));
        change.group = group;
        m_changes.apply(change);
    }
}

QString CatalogueActions::sectionNameProblem(const QUuid& list, const QString& name,
                                             const QUuid& except) const
{
    const QList<core::Section> all = m_catalogue.sectionsOf(list);
    const bool taken = std::any_of(all.begin(), all.end(), [&](const core::Section& each) {
        return each.uid != except && each.name.compare(name.simplified(), Qt::CaseInsensitive) == 0;
    });
    return taken ? Words::tr("This list has a section of this name already.") : nameProblem(name);
}

QUuid CatalogueActions::createFilter(const QString& name, const QString& query, const QString& colour)
{
    const QUuid uid = core::newUid();
    const QString last = m_catalogue.filters.isEmpty() ? QString() : m_catalogue.filters.constLast().position;
    m_changes.apply(m_changes.make(Words::tr("New filter: %1").arg(name),
                                   {creation(core::Entity::Filter, uid,
                                             {{nameField, name},
                                              {queryField, query},
                                              {colourField, valueOf(colour)},
                                              {positionField, core::positionBetween(last, {})}})}));
    return uid;
}

void CatalogueActions::editFilter(const QUuid& filter, const QString& name, const QString& query,
                                  const QString& colour)
{
    const core::SavedFilter* known = m_catalogue.filter(filter);
    if (!known)
        return;
    core::Operation edit{core::Verb::Update, core::Entity::Filter, filter, {}, {}};
    const auto put = [&edit](const QString& field, const QJsonValue& value, const QJsonValue& was) {
        if (value == was)
            return;
        edit.set.insert(field, value);
        edit.was.insert(field, was);
    };
    put(nameField, name, known->name);
    put(queryField, query, known->query);
    put(colourField, valueOf(colour), valueOf(known->colour));
    if (!edit.set.isEmpty())
        m_changes.apply(m_changes.make(Words::tr("Edit filter: %1").arg(name), {edit}));
}

void CatalogueActions::moveFilter(const QUuid& filter, const QUuid& before)
{
    const core::SavedFilter* known = m_catalogue.filter(filter);
    if (!known || filter == before)
        return;
    QList<core::SavedFilter> others = m_catalogue.filters;
    others.removeIf([&filter](const core::SavedFilter& each) { return each.uid == filter; });
    const auto [low, high] = neighbours(others, before);
    m_changes.apply(m_changes.make(Words::tr("Move filter: %1").arg(known->name),
                                   {update(core::Entity::Filter, filter, positionField,
                                           core::positionBetween(low, high), known->position)}));
}

void CatalogueActions::deleteFilter(const QUuid& filter)
{
    if (const core::SavedFilter* known = m_catalogue.filter(filter))
        m_changes.apply(m_changes.make(Words::tr("Delete filter: %1").arg(known->name),
                                       {deletion(core::Entity::Filter, filter)}));
}

QString CatalogueActions::filterNameProblem(const QString& name, const QUuid& except) const
{
    const core::SavedFilter* same = m_catalogue.filterNamed(name.simplified());
    if (same && same->uid != except)
        return Words::tr("There is a filter of this name already.");
    return nameProblem(name);
}

QString CatalogueActions::listNameProblem(const QString& name, const QUuid& except) const
{
    const core::TaskList* same = m_catalogue.listNamed(name.simplified());
    if (same && same->uid != except)
        return Words::tr("There is a list of this name already.");
    return nameProblem(name);
}

QString CatalogueActions::tagNameProblem(const QString& name, const QUuid& except) const
{
    const core::Tag* same = m_catalogue.tagNamed(name.simplified());
    if (same && same->uid != except)
        return Words::tr("There is a tag of this name already.");
    return nameProblem(name);
}

} // namespace glow::app
