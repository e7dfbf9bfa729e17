#pragma once
#include "core/entities.h"

#include <QObject>

class QCompleter;
class QLineEdit;
class QStringListModel;

namespace glow::ui {

/// Completes the words of a query under the caret of a line: Down chooses, Enter takes, Escape closes.
/// `catalogue` outlives it and gives the names.
class QueryCompleter : public QObject {
    Q_OBJECT
public:
    QueryCompleter(QLineEdit& line, const core::Catalogue& catalogue);

    bool isOpen() const;

private:
    void look();
    void take(const QString& word);

    QLineEdit& m_line;
    const core::Catalogue& m_catalogue;
    QStringListModel* m_words;
    QCompleter* m_completer;
};

} // namespace glow::ui
