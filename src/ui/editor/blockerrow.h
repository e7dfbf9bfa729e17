#pragma once
#include "core/task.h"

#include <QObject>

class QLabel;

namespace glow::app {
class Reader;
class TaskEditorModel;
} // namespace glow::app

namespace glow::ui {

class TagField;

/// The tasks that the shown one waits for, as chips; open tasks are offered while a title is typed. GUI
/// thread.
class BlockerRow : public QObject {
    Q_OBJECT
public:
    BlockerRow(app::TaskEditorModel& model, app::Reader& reader, TagField& field, QLabel& issue);
    void show();   ///< the blockers of the model's task
    void forget(); ///< what is typed: another task is shown
    void retranslate();

private:
    void suggest(const QString& text);
    void take(const QList<core::Task>& found);
    void add(const QString& title);

    app::TaskEditorModel& m_model;
    app::Reader& m_reader;
    TagField& m_field;
    QLabel& m_issue;
    QList<core::Task> m_suggested; ///< offered last
    QString m_wanted;              ///< being looked up; empty: nothing is
};

} // namespace glow::ui
