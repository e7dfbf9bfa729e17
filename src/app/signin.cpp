#include "app/signin.h"

#include "core/reply.h"
#include "store/database.h"
#include "store/secretstore.h"

#include <QUuid>
#include <QtConcurrentRun>

namespace glow::app {

using core::Error;
using core::Result;

namespace {

Result<void> keep(const store::WorkspaceEntry& entry, const QString& password, const QString& directory,
                  bool secretsInFile)
{
    store::SecretStore secrets(directory, secretsInFile);
    // One that came with --url is of this run only.
    if (QUuid(entry.id).isNull()) {
        secrets.keepInMemory(entry.id, password);
        return {};
    }
    const auto place = secrets.write(entry.id, password);
    return place ? Result<void>() : place.error();
}

} // namespace

SignIn::SignIn(store::WorkspaceEntry entry, QString dataDirectory, bool secretsInFile, QObject* parent)
    : QObject(parent)
    , m_entry(std::move(entry))
    , m_dataDirectory(std::move(dataDirectory))
    , m_secretsInFile(secretsInFile)
{}

SignIn::~SignIn()
{
    if (m_database)
        m_database->interrupt();
}

bool SignIn::isPasswordWanted(const Error& error)
{
    return error.kind == core::ErrorKind::SignIn && error.part == u"password";
}

bool SignIn::isPasswordMissing(const Error& error)
{
    return isPasswordWanted(error) && error.detail.contains(u"no password supplied");
}

void SignIn::enter(const QString& password)
{
    if (m_database)
        return;
    m_database = std::make_shared<store::Database>();
    core::Reply<Result<void>> reply =
        QtConcurrent::run([=, database = m_database, entry = m_entry, directory = m_dataDirectory,
                           inFile = m_secretsInFile]() -> Result<void> {
            store::ConnectionString target = entry.pooled;
            target.password = password;
            const Result<void> opened = database->open(target);
            database->close();
            return opened ? keep(entry, password, directory, inFile) : opened;
        });
    reply.then(this, [this](const Result<void>& done) {
        m_database.reset();
        if (done)
            Q_EMIT accepted();
        else
            Q_EMIT refused(done.error());
    });
}

} // namespace glow::app
