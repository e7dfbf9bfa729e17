#include "store/jsonfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>
#include <sys/stat.h>

namespace glow::store {

namespace {

struct Strings {
    Q_DECLARE_TR_FUNCTIONS(JsonFile)
};

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

bool makeFolder(const QString& path)
{
    if (QFileInfo::exists(path))
        return true;
    return QDir().mkpath(QFileInfo(path).path()) && ::mkdir(QFile::encodeName(path).constData(), 0700) == 0;
}

} // namespace

core::Result<QJsonObject> readJsonFile(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return core::Error{core::ErrorKind::NotFound, Strings::tr("There is no file %1.").arg(path)};
    if (!file.open(QIODevice::ReadOnly))
        return core::Error{core::ErrorKind::File,
                           Strings::tr("The file %1 cannot be read: %2.").arg(path, file.errorString())};
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        return core::Error{core::ErrorKind::File, Strings::tr("The file %1 is damaged.").arg(path)};
    return document.object();
}

core::Error setAside(const QString& path, core::Error error)
{
    const QString kept = path + QStringLiteral(".damaged");
    QFile::remove(kept);
    if (QFile::rename(path, kept))
        error.message += u' ' + QCoreApplication::translate("JsonFile", "It was kept as %1.").arg(kept);
    return error;
}

core::Result<void> writeJsonFile(const QString& path, const QJsonObject& json)
{
    QSaveFile file(path);
    const QByteArray text = QJsonDocument(json).toJson();
    if (makeFolder(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) &&
        file.setPermissions(ownerOnly) && file.write(text) == text.size() && file.commit())
        return {};
    return core::Error{core::ErrorKind::File,
                       Strings::tr("The file %1 cannot be written: %2.").arg(path, file.errorString())};
}

} // namespace glow::store
