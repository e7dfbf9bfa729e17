#include "app/editor/writername.h"

#include <QCoreApplication>

namespace glow::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(glow::app::WriterName)
};

} // namespace

QString writerName(const QUuid& client, const QString& actor, const store::changesql::Writer& here,
                   bool adopted)
{
    if (client.isNull())
        return adopted ? Words::tr("web application") : Words::tr("another program");
    if (client == here.client)
        return Words::tr("you, here");
    return actor == here.actor ? Words::tr("you, elsewhere") : actor;
}

} // namespace glow::app
