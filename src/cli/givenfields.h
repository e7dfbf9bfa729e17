#pragma once
#include "cli/session.h"

namespace glow::cli {

/// The fields that the options of `add --literal` and `edit` set, as an operation names them.
class GivenFields {
public:
    /// Reads the options; Usage for a date or priority that is none, Invalid for a text the database must not
    /// get.
    static core::Result<GivenFields> read(const Context& context);

    const QJsonObject& values() const { return m_values; }
    const std::optional<QString>& listName() const { return m_list; } ///< empty: the Inbox; absent: not given
    const std::optional<QStringList>& tagNames() const { return m_tags; }
    /// The uid of the list, with the operation that makes it appended when it is missing; null: the Inbox.
    std::optional<QUuid> list(core::Catalogue& catalogue, QList<core::Operation>& operations,
                              const QDateTime& now) const;
    /// The same for the tags; absent: not given.
    std::optional<QList<QUuid>> tags(core::Catalogue& catalogue, QList<core::Operation>& operations) const;
    /// Absent: not given; else all that the tasks shall have.
    const std::optional<QList<core::Reminder>>& reminders() const { return m_reminders; }
    const QString& parent() const { return m_parent; } ///< uid or number, empty: none
    bool hasParent() const { return m_hasParent; }
    bool isEmpty() const { return m_values.isEmpty() && !m_list && !m_tags && !m_reminders && !m_hasParent; }

private:
    core::Result<void> readDates(const Context& context);
    core::Result<void> readReminders(const Context& context);
    core::Result<void> readTexts(const Options& options);
    core::Result<void> readPlaces(const Options& options);

    QJsonObject m_values;
    std::optional<QString> m_list;
    std::optional<QStringList> m_tags;
    std::optional<QList<core::Reminder>> m_reminders;
    QString m_parent;
    bool m_hasParent = false;
};

/// Sentence for a title, or notes, that cannot be stored, if any.
std::optional<core::Error> titleError(const QString& title);
std::optional<core::Error> notesError(const QString& notes);
core::Operation createTag(const QUuid& uid, const QString& name);
core::Operation tagTask(const QUuid& task, const QUuid& tag);
core::Operation remind(const QUuid& task, const core::Reminder& reminder);

} // namespace glow::cli
