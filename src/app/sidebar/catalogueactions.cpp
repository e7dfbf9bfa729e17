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
const QString nameField = QStringLiteral("name");
const QString colourField = QStringLiteral("colour");
const QString positionField = QStringLiteral("position");
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

void CatalogueActions::moveList(const QUuid& list, const QUuid& before)
{
    const core::TaskList* known = m_catalogue.list(list);
    if (!known || list == before)
        return;
    QList<core::TaskList> others = m_catalogue.lists;
    others.removeIf([&list](const core::TaskList& each) { return each.uid == list; });
    const auto next = std::find_if(others.cbegin(), others.cend(),
                                   [&before](const core::TaskList& each) { return each.uid == before; });
    const QString after = next == others.cend() ? QString() : next->position;
    const QString previous = next == others.cbegin() ? QString() : std::prev(next)->position;
    if (previous < known->position && (after.isEmpty() || known->position < after))
        return; // it stands there already
    const QString position = core::positionBetween(previous, after);
    m_changes.apply(
        m_changes.make(Words::tr("Move list: %1").arg(known->name),
                       {update(core::Entity::List, list, positionField, position, known->position)}));
}

QUuid CatalogueActions::createTag(const QString& name, const QString& colour)
{
    const QUuid uid = core::tagUid(m_catalogue.tagNamespace, name);
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
    const auto valueOf = [](const QString& text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
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
