#pragma once
#include <QCoreApplication>
#include <QDate>
#include <QJsonObject>
#include <functional>

namespace glow::app {

/// Fields of a task and their values in words, for histories and conflicts. Values are as operations carry
/// them, due times on the wall clock; what they refer to is named by `NameOf`.
class FieldTexts {
    Q_DECLARE_TR_FUNCTIONS(glow::app::FieldTexts)
public:
    using NameOf = std::function<QString(const QString& uid)>;
    static const QString tags, blockers, reminders, subtask, event; ///< names beside those of core::TaskField

    /// What a person sees of a field: a zone is part of its due date, the way of counting part of the rule;
    /// empty for what is kept for the program alone.
    static QString shownAs(const QString& field);
    static QString label(const QString& field);
    /// `values`: all of the task, since a rule is said by its due date; an absent value is a dash.
    static QString value(const QString& field, const QJsonObject& values, const QDate& today,
                         const NameOf& nameOf);
    static QString reminder(const QString& value, const QDate& today); ///< of core::Reminder::value
    static QString nothing() { return QStringLiteral("—"); }
    /// Two values of many lines, shortened to what tells them apart: how many lines, or the first other one.
    static std::pair<QString, QString> longTexts(const QString& before, const QString& after);
};

} // namespace glow::app
