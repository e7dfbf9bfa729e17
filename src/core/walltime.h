#pragma once
#include <QDate>
#include <QString>
#include <QTime>
#include <optional>

namespace glow::core {

/// A date, or a date with a time of day, on the wall clock: no zone, never an instant.
/// Text form: "YYYY-MM-DD" or "YYYY-MM-DDTHH:MM" (seconds only when they are not zero).
struct WallTime {
    QDate date;
    std::optional<QTime> time;

    bool hasTime() const { return time.has_value(); }
    QString toText() const;
    static std::optional<WallTime> fromText(QStringView text);

    friend bool operator==(const WallTime&, const WallTime&) = default;
};

} // namespace glow::core
