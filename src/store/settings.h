#pragma once
#include "core/result.h"

#include <QByteArray>
#include <QSet>
#include <QString>
#include <QVariant>

namespace glow::store {

/// What a person chose, one row a key, kept in `<data directory>/settings.json` (0600). No password is ever
/// in it. A plain value: read once in main, changed on the GUI thread, written whole by a worker with `save`.
class Settings {
public:
    enum Key {
        Theme,          ///< "system" | "light" | "dark"
        Density,        ///< "comfortable" | "compact"
        Locale,         ///< "" follows the system, else "en", "de"
        OnClose,        ///< "quit" | "tray", where the desktop has one
        StartInTray,    ///< bool: at login; what the desktop says counts (store/autostart)
        FirstDayOfWeek, ///< 0 by locale, else Qt::DayOfWeek
        DefaultList,    ///< uid text, "" = Inbox
        LastWorkspace,  ///< id of the workspace shown last
        LastView,       ///< as --view takes it, or "list:UID" / "tag:UID"
        WindowGeometry,
        WindowState,
        HeaderState,
        CollapsedTasks,
        CollapsedLists,
        ClientId,        ///< uuid of this data directory
        QuickAddDraft,   ///< what stands in the small window
        QuickAddWaiting, ///< lines added there that the database has not got yet
        SecretsInFile,   ///< bool: keep passwords in a 0600 file where there is no keychain
        BackupFolder,    ///< of the private workspace; "" = in the data directory
        KeyCount
    };

    static core::Result<Settings> load(const QString& dataDirectory);
    core::Result<void> save(const QString& dataDirectory) const; ///< atomic; worker thread

    QVariant value(Key key) const;
    QString text(Key key) const { return value(key).toString(); }
    void set(Key key, const QVariant& value);

private:
    QVariantMap m_values;
};

} // namespace glow::store
