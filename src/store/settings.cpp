#include "store/settings.h"

#include "core/uid.h"
#include "store/autostart.h"
#include "store/guithread.h"
#include "store/jsonfile.h"

#include <QDir>
#include <QFile>
#include <array>

namespace glow::store {

namespace {

struct SettingRow {
    Settings::Key key;
    const char* name;
    QVariant standard;
};

// In the order of the keys.
const std::array<SettingRow, Settings::KeyCount>& table()
{
    static const std::array<SettingRow, Settings::KeyCount> rows{{
        {Settings::Theme, "theme", QStringLiteral("system")},
        {Settings::Density, "density", QStringLiteral("comfortable")},
        {Settings::Locale, "locale", QString()},
        {Settings::OnClose, "on-close", QStringLiteral("quit")},
        {Settings::StartInTray, "start-in-tray", false},
        {Settings::FirstDayOfWeek, "first-day-of-week", 0},
        {Settings::DefaultList, "default-list", QString()},
        {Settings::LastWorkspace, "last-workspace", QString()},
        {Settings::LastView, "last-view", QStringLiteral("today")},
        {Settings::WindowGeometry, "window-geometry", QByteArray()},
        {Settings::WindowState, "window-state", QByteArray()},
        {Settings::HeaderState, "header-state", QVariantMap()},
        {Settings::CollapsedTasks, "collapsed-tasks", QStringList()},
        {Settings::CollapsedLists, "collapsed-lists", QStringList()},
        {Settings::ClientId, "client-id", QString()},
        {Settings::QuickAddDraft, "quick-add-draft", QString()},
        {Settings::QuickAddWaiting, "quick-add-waiting", QStringList()},
        {Settings::SecretsInFile, "secrets-in-file", false},
        {Settings::BackupFolder, "backup-folder", QString()},
    }};
    return rows;
}

QString nameOf(Settings::Key key)
{
    return QString::fromLatin1(table().at(key).name);
}

QString pathIn(const QString& dataDirectory)
{
    return QDir(dataDirectory).filePath(QStringLiteral("settings.json"));
}

// JSON has no bytes: they are an object with one member.
constexpr QStringView bytesMember = u"base64";

QJsonValue toJson(const QVariant& value)
{
    if (value.typeId() == QMetaType::QByteArray)
        return QJsonObject{{bytesMember.toString(), QString::fromLatin1(value.toByteArray().toBase64())}};
    return QJsonValue::fromVariant(value);
}

QVariant fromJson(const QJsonValue& value)
{
    if (value.isObject() && value.toObject().contains(bytesMember))
        return QByteArray::fromBase64(value.toObject()[bytesMember].toString().toLatin1());
    return value.toVariant();
}

} // namespace

core::Result<Settings> Settings::load(const QString& dataDirectory)
{
    Settings settings;
    const auto json = readJsonFile(pathIn(dataDirectory));
    if (!json && json.error().kind != core::ErrorKind::NotFound)
        return setAside(pathIn(dataDirectory), json.error());
    if (json) {
        for (auto it = json->begin(); it != json->end(); ++it)
            settings.m_values.insert(it.key(), fromJson(it.value()));
    }
    settings.set(StartInTray, startsAtLogin());
    if (QUuid(settings.text(ClientId)).isNull()) {
        settings.set(ClientId, core::uidText(core::newUid()));
        // Kept at once, so that every program on this data directory is the same client. A directory that
        // cannot be written is found out by whoever needs it.
        [[maybe_unused]] const auto saved = settings.save(dataDirectory);
    }
    return settings;
}

core::Result<void> Settings::save(const QString& dataDirectory) const
{
    assertNotGuiThread();
    QJsonObject json;
    for (auto it = m_values.begin(); it != m_values.end(); ++it)
        json.insert(it.key(), toJson(it.value()));
    return writeJsonFile(pathIn(dataDirectory), json);
}

QVariant Settings::value(Key key) const
{
    const QVariant& standard = table().at(key).standard;
    QVariant value = m_values.value(nameOf(key), standard);
    return value.convert(standard.metaType()) ? value : standard;
}

void Settings::set(Key key, const QVariant& value)
{
    m_values.insert(nameOf(key), value);
}

} // namespace glow::store
