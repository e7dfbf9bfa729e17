#include "ui/settings/workspacecheck.h"

namespace glow::ui {

WorkspaceCheck::WorkspaceCheck(QString dataDirectory, QObject* parent)
    : QObject(parent)
    , m_dataDirectory(std::move(dataDirectory))
{}

WorkspaceCheck::~WorkspaceCheck() = default;

void WorkspaceCheck::start(const store::WorkspaceEntry&, bool) {}

void WorkspaceCheck::stop() {}

QString WorkspaceCheck::report() const
{
    return {};
}

} // namespace glow::ui
