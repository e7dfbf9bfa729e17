#pragma once
#include "app/sidebar/place.h"
#include "store/settings.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

class QWidget;

namespace glow::ui {

/// What the window remembers: the settings as they are now, written by a worker a moment after the last
/// change.
class WindowState : public QObject {
    Q_OBJECT
public:
    WindowState(store::Settings settings, QString dataDirectory, QObject* parent = nullptr);
    ~WindowState() override; ///< waits for the last writing

    const store::Settings& settings() const { return m_settings; }
    void set(store::Settings::Key key, const QVariant& value);
    /// Takes what the settings dialog stored; size, columns and places stay as they are in this window.
    void adopt(const store::Settings& settings);
    void keepOnlyInMemory() { m_keep = false; } ///< a picture or a trial leaves no trace
    void flush();

    void saveGeometry(const QWidget& window);
    void restoreGeometry(QWidget& window) const;

    /// Order and columns that the person chose for a kind of view.
    void applySort(const app::Place& place, core::TaskQuery& query) const;
    void rememberSort(const app::Place& place, core::SortField sort, bool descending);
    QByteArray columns(const app::Place& place) const;
    void rememberColumns(const app::Place& place, const QByteArray& columns);
    /// Tasks and sections (`CollapsedTasks`), or lists (`CollapsedLists`).
    QSet<QUuid> collapsed(store::Settings::Key key = store::Settings::CollapsedTasks) const;
    void rememberCollapsed(const QSet<QUuid>& collapsed,
                           store::Settings::Key key = store::Settings::CollapsedTasks);

Q_SIGNALS:
    void failed(const glow::core::Error& error);

private:
    void write();

    store::Settings m_settings;
    QString m_dataDirectory;
    QTimer m_pause;
    QThreadPool m_writer;
    bool m_keep = true;
    bool m_dirty = false;
};

} // namespace glow::ui
