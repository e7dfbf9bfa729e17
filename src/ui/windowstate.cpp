#include "ui/windowstate.h"

#include "core/reply.h"
#include "core/uid.h"

#include <QWidget>
#include <QtConcurrent>
#include <chrono>

namespace glow::ui {

namespace {

using store::Settings;

constexpr std::chrono::milliseconds pause{500};
const QString sortField = QStringLiteral("sort");
const QString descendingField = QStringLiteral("descending");
const QString columnsField = QStringLiteral("columns");

constexpr Settings::Key ownKeys[] = {
    Settings::WindowGeometry, Settings::WindowState,    Settings::HeaderState,
    Settings::CollapsedTasks, Settings::CollapsedLists, Settings::LastView,
    Settings::LastWorkspace,  Settings::QuickAddDraft,  Settings::QuickAddWaiting};

// Lists share one arrangement, tags another: what was set up for one is expected in the next.
QString kindOf(const app::Place& place)
{
    switch (place.scope) {
    case core::Scope::List:
        return QStringLiteral("list");
    case core::Scope::Tag:
        return QStringLiteral("tag");
    case core::Scope::Search:
        return QStringLiteral("search");
    case core::Scope::Filter: // a filter may say its own order
        return place.toText();
    default:
        return place.toText();
    }
}

} // namespace

WindowState::WindowState(Settings settings, QString dataDirectory, QObject* parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_dataDirectory(std::move(dataDirectory))
{
    m_writer.setMaxThreadCount(1); // one after the other, so that the newest is the one that stays
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &WindowState::write);
}

WindowState::~WindowState()
{
    flush();
    m_writer.waitForDone(); // waiting for the future instead could run the write here, on the GUI thread
}

void WindowState::set(Settings::Key key, const QVariant& value)
{
    if (m_settings.value(key) == value)
        return;
    m_settings.set(key, value);
    m_dirty = true;
    m_pause.start();
}

void WindowState::adopt(const Settings& settings)
{
    Settings merged = settings;
    for (const Settings::Key key : ownKeys)
        merged.set(key, m_settings.value(key));
    m_settings = merged;
    m_dirty = true;
    m_pause.start();
}

void WindowState::flush()
{
    if (m_dirty)
        write();
}

void WindowState::write()
{
    m_pause.stop();
    m_dirty = false;
    if (!m_keep)
        return;
    core::Reply(QtConcurrent::run(&m_writer, [settings = m_settings, directory = m_dataDirectory] {
        return settings.save(directory);
    })).then(this, [this](const core::Result<void>& saved) {
        if (!saved)
            Q_EMIT failed(saved.error());
    });
}

void WindowState::saveGeometry(const QWidget& window)
{
    set(Settings::WindowGeometry, QString::fromLatin1(window.saveGeometry().toBase64()));
}

void WindowState::restoreGeometry(QWidget& window) const
{
    window.restoreGeometry(QByteArray::fromBase64(m_settings.text(Settings::WindowGeometry).toLatin1()));
}

void WindowState::applySort(const app::Place& place, core::TaskQuery& query) const
{
    const QVariantMap kept = m_settings.value(Settings::HeaderState).toMap().value(kindOf(place)).toMap();
    if (!kept.contains(sortField))
        return;
    const auto sort = static_cast<core::SortField>(kept.value(sortField).toInt());
    if (sort < core::SortField::Manual || sort > core::SortField::Deadline || sort == core::SortField::Match)
        return;
    query.sort = sort;
    query.descending = kept.value(descendingField).toBool();
}

void WindowState::rememberSort(const app::Place& place, core::SortField sort, bool descending)
{
    QVariantMap all = m_settings.value(Settings::HeaderState).toMap();
    QVariantMap one = all.value(kindOf(place)).toMap();
    one.insert(sortField, static_cast<int>(sort));
    one.insert(descendingField, descending);
    all.insert(kindOf(place), one);
    set(Settings::HeaderState, all);
}

QByteArray WindowState::columns(const app::Place& place) const
{
    const QVariantMap kept = m_settings.value(Settings::HeaderState).toMap().value(kindOf(place)).toMap();
    return QByteArray::fromBase64(kept.value(columnsField).toString().toLatin1());
}

void WindowState::rememberColumns(const app::Place& place, const QByteArray& columns)
{
    QVariantMap all = m_settings.value(Settings::HeaderState).toMap();
    QVariantMap one = all.value(kindOf(place)).toMap();
    one.insert(columnsField, QString::fromLatin1(columns.toBase64()));
    all.insert(kindOf(place), one);
    set(Settings::HeaderState, all);
}

QSet<QUuid> WindowState::collapsed(Settings::Key key) const
{
    QSet<QUuid> uids;
    const QStringList texts = m_settings.value(key).toStringList();
    for (const QString& text : texts)
        uids.insert(QUuid(text));
    return uids;
}

void WindowState::rememberCollapsed(const QSet<QUuid>& collapsed, Settings::Key key)
{
    QStringList texts;
    for (const QUuid& uid : collapsed)
        texts.append(core::uidText(uid));
    texts.sort();
    set(key, texts);
}

} // namespace glow::ui
