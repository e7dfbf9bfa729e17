#include "store/backup/backupfile.h"

#include "core/uid.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

namespace glow::store::backupfile {

using core::Result;

namespace {

constexpr int version = 1;
constexpr qsizetype dailyKept = 14;
constexpr qsizetype monthlyKept = 6;
const QByteArray rowStart = QByteArrayLiteral("{\"row\":");

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// JSON numbers are doubles here; what counts rows may be larger.
QString number(qint64 value)
{
    return QString::number(value);
}

std::optional<BackupInfo> infoFromName(const QFileInfo& file)
{
    static const QRegularExpression pattern(
        QStringLiteral("^glowlist-(\\d{4}-\\d\\d-\\d\\d)-\\d{6}(-before-restore)?\\.jsonl\\.gz$"));
    const auto match = pattern.match(file.fileName());
    BackupInfo info;
    info.day = QDate::fromString(match.captured(1), Qt::ISODate);
    if (!match.hasMatch() || !info.day.isValid())
        return std::nullopt;
    info.path = file.filePath();
    info.bytes = file.size();
    info.beforeRestore = !match.captured(2).isEmpty();
    return info;
}

} // namespace

QString name(const QDateTime& now, bool beforeRestore)
{
    return QStringLiteral("glowlist-") + now.toString(QStringLiteral("yyyy-MM-dd-HHmmss")) +
           (beforeRestore ? QStringLiteral("-before-restore") : QString()) + QStringLiteral(".jsonl.gz");
}

QByteArray header(const BackupInfo& info)
{
    return compact({{QStringLiteral("glowlist-backup"), version},
                    {QStringLiteral("program"), QStringLiteral(GLOWLIST_VERSION)},
                    {QStringLiteral("taken"), info.takenAt.toString(Qt::ISODate)},
                    {QStringLiteral("revision"), info.revision},
                    {QStringLiteral("change"), number(info.change)},
                    {QStringLiteral("token"), core::uidText(info.token)},
                    {QStringLiteral("tasks"), number(info.tasks)},
                    {QStringLiteral("done"), number(info.done)},
                    {QStringLiteral("lists"), number(info.lists)},
                    {QStringLiteral("tags"), number(info.tags)},
                    {QStringLiteral("trash"), number(info.trash)}});
}

QByteArray tableLine(const QString& table, const QByteArray& columns)
{
    return compact({{QStringLiteral("table"), table},
                    {QStringLiteral("columns"), QJsonDocument::fromJson(columns).array()}});
}

QByteArray rowLine(const QByteArray& row)
{
    return rowStart + row + '}';
}

QByteArray sequenceLine(const QString& sequence, qint64 last)
{
    return compact({{QStringLiteral("sequence"), sequence}, {QStringLiteral("last"), number(last)}});
}

QByteArray endLine(qint64 rows)
{
    return compact({{QStringLiteral("end"), number(rows)}});
}

Reader::Reader(const QString& path)
    : m_path(path)
    , m_lines(path)
{}

core::Error Reader::damaged() const
{
    return {core::ErrorKind::File,
            QCoreApplication::translate("Backup", "The backup %1 is damaged.").arg(m_path),
            {},
            {}};
}

Result<BackupInfo> Reader::open()
{
    if (const Result<void> opened = m_lines.open(); !opened)
        return opened.error();
    const Result<std::optional<QByteArray>> line = m_lines.readLine();
    if (!line)
        return line.error();
    const QJsonObject json = QJsonDocument::fromJson(line->value_or(QByteArray())).object();
    const auto number = [&json](const char* key) { return json[QLatin1String(key)].toString().toLongLong(); };
    BackupInfo info = infoFromName(QFileInfo(m_path)).value_or(BackupInfo{});
    info.path = m_path;
    info.takenAt = QDateTime::fromString(json[u"taken"].toString(), Qt::ISODate);
    info.revision = json[u"revision"].toString();
    info.token = QUuid(json[u"token"].toString());
    info.change = number("change");
    info.tasks = number("tasks");
    info.done = number("done");
    info.lists = number("lists");
    info.tags = number("tags");
    info.trash = number("trash");
    if (!json.contains(u"glowlist-backup") || !info.takenAt.isValid() || info.revision.isEmpty())
        return damaged();
    if (json[u"glowlist-backup"].toInt() > version)
        return core::Error{
            core::ErrorKind::File,
            QCoreApplication::translate("Backup", "The backup %1 was made by a newer Glowlist.").arg(m_path),
            {},
            {}};
    return info;
}

Result<Line> Reader::next()
{
    Result<std::optional<QByteArray>> text = m_lines.readLine();
    if (!text)
        return text.error();
    if (!*text)
        return damaged();
    Line line;
    if ((*text)->startsWith(rowStart) && (*text)->endsWith('}')) {
        line.kind = Line::Kind::Row;
        line.row = (*text)->mid(rowStart.size(), (*text)->size() - rowStart.size() - 1);
        ++m_rows;
        return line;
    }
    const QJsonObject json = QJsonDocument::fromJson(**text).object();
    line.name = json[json.contains(u"table") ? u"table" : u"sequence"].toString();
    if (!line.name.isEmpty() && !line.name.startsWith(u"public.") && !line.name.startsWith(u"glowlist."))
        return damaged(); // nothing else was ever written, nor may be
    if (json.contains(u"table")) {
        line.kind = Line::Kind::Table;
        for (const QJsonValue& column : json[u"columns"].toArray())
            line.columns.append(column.toString());
    } else if (json.contains(u"sequence")) {
        line.kind = Line::Kind::Sequence;
        line.number = json[u"last"].toString().toLongLong();
    } else if (!json.contains(u"end") || json[u"end"].toString().toLongLong() != m_rows) {
        return damaged();
    }
    return line;
}

QList<BackupInfo> all(const QString& folder)
{
    QList<BackupInfo> found;
    const QFileInfoList files =
        QDir(folder).entryInfoList({QStringLiteral("glowlist-*.jsonl.gz")}, QDir::Files);
    for (const QFileInfo& file : files) {
        if (!infoFromName(file))
            continue;
        if (const Result<BackupInfo> info = Reader(file.filePath()).open())
            found.append(*info);
    }
    std::sort(found.begin(), found.end(), [](const BackupInfo& a, const BackupInfo& b) {
        return std::tie(a.takenAt, a.path) > std::tie(b.takenAt, b.path);
    });
    return found;
}

QList<BackupInfo> superfluous(const QList<BackupInfo>& newestFirst, const QDate& today)
{
    QList<BackupInfo> removed;
    QSet<QDate> days;
    QSet<QPair<int, int>> months;
    for (const BackupInfo& each : newestFirst) {
        if (each.beforeRestore) {
            if (each.day.daysTo(today) > dailyKept)
                removed.append(each);
            continue;
        }
        const QPair<int, int> month(each.day.year(), each.day.month());
        if (days.contains(each.day)) {
            removed.append(each);
        } else if (days.size() < dailyKept) {
            days.insert(each.day);
        } else if (!months.contains(month) && months.size() < monthlyKept) {
            months.insert(month);
        } else {
            removed.append(each);
        }
    }
    return removed;
}

} // namespace glow::store::backupfile
