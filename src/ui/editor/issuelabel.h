#pragma once
#include <QLabel>

namespace glow::ui {

/// The line under a field that says what is wrong with it; there only while there is something to say.
inline void setIssue(QLabel& label, const QString& text)
{
    label.setText(text);
    label.setVisible(!text.isEmpty());
}

} // namespace glow::ui
