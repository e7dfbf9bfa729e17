#include "ui/table/rowmotion.h"

#include "app/table/tasktablemodel.h"
#include "app/theme.h"

#include <QPainter>
#include <QTableView>
#include <algorithm>

namespace glow::ui {

using app::TaskTableModel;

RowMotion::RowMotion(QTableView& view, const TaskTableModel& model, const app::Theme& theme)
    : m_view(view)
    , m_model(model)
    , m_theme(theme)
    , m_animation(&view)
{
    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    m_animation.setEasingCurve(QEasingCurve::OutCubic);
    const auto repaint = [this] { m_view.viewport()->update(); };
    QObject::connect(&m_animation, &QVariantAnimation::valueChanged, m_view.viewport(), repaint);
    QObject::connect(&m_animation, &QVariantAnimation::finished, m_view.viewport(), repaint);
}

QHash<QUuid, int> RowMotion::tops() const
{
    QHash<QUuid, int> tops;
    const int bottom = m_view.viewport()->height();
    for (int row = std::max(0, m_view.rowAt(0)); row < m_model.rowCount(); ++row) {
        const int top = m_view.rowViewportPosition(row);
        if (top >= bottom)
            break;
        if (m_model.kindAt(row) == TaskTableModel::RowKind::Placeholder)
            return {}; // what comes there is read, not inserted
        if (const QUuid uid = m_model.uidAt(row); !uid.isNull())
            tops.insert(uid, top);
    }
    return tops;
}

void RowMotion::hold()
{
    stop();
    m_before.clear();
    m_old = {};
    const bool isTyping = m_view.viewport()->findChild<QWidget*>() != nullptr;
    if (m_theme.motion() == 0 || !m_view.isVisible() || isTyping ||
        m_model.query().scope == core::Scope::Search)
        return;
    m_before = tops();
    m_rowsBefore = m_model.rowCount();
    if (m_folds)
        m_old = m_view.viewport()->grab();
}

void RowMotion::start()
{
    const bool folds = std::exchange(m_folds, false);
    const int rows = m_model.rowCount();
    if (m_before.isEmpty() || rows == m_rowsBefore || (rows < m_rowsBefore && !folds))
        return;
    m_strips = strips(tops());
    if (m_strips.isEmpty())
        return;
    m_new = m_view.viewport()->grab();
    m_animation.setDuration(m_theme.motion());
    m_animation.start();
}

QList<RowMotion::Strip> RowMotion::strips(const QHash<QUuid, int>& now) const
{
    QList<Strip> strips;
    const int bottom = m_view.viewport()->height();
    const bool grows = m_model.rowCount() > m_rowsBefore;
    int last = -m_theme.metrics().rowHeight;
    int shift = 0;
    bool moves = false;
    for (int row = std::max(0, m_view.rowAt(0)); row < m_model.rowCount(); ++row) {
        const int top = m_view.rowViewportPosition(row);
        if (top >= bottom)
            break;
        const bool isHeading = m_model.kindAt(row) == TaskTableModel::RowKind::Heading;
        const QUuid uid = m_model.uidAt(isHeading ? row + 1 : row); // a heading goes with its first task
        const auto before = m_before.constFind(uid);
        const bool isNew = before == m_before.cend() && grows;
        if (before != m_before.cend() && !isHeading) {
            if (*before <= last)
                return {};
            last = *before;
        }
        if (before != m_before.cend())
            shift = *before - now.value(uid, *before);
        moves = moves || isNew || shift != 0;
        strips.append({isNew ? -1 : top + shift, top});
    }
    return moves ? strips : QList<Strip>();
}

void RowMotion::stop()
{
    m_animation.stop();
    m_old = {};
    m_new = {};
}

void RowMotion::paint(QPainter& painter) const
{
    const qreal done = m_animation.currentValue().toReal();
    const int height = m_theme.metrics().rowHeight;
    const int width = m_view.viewport()->width();
    const qreal ratio = m_new.devicePixelRatio();
    const auto draw = [&](const Strip& strip, qreal y) {
        const QRect part = QRect(0, strip.to, width, height) & m_view.viewport()->rect();
        const QRectF source(0, part.top() * ratio, width * ratio, part.height() * ratio);
        painter.drawPixmap(QRectF(0, y + part.top() - strip.to, width, part.height()), m_new, source);
    };
    painter.fillRect(m_view.viewport()->rect(), m_theme.colours().surface);
    if (!m_old.isNull())
        painter.drawPixmap(0, 0, m_old);
    painter.setOpacity(done);
    for (const Strip& strip : m_strips) {
        if (strip.from < 0)
            draw(strip, strip.to);
    }
    painter.setOpacity(1);
    for (const Strip& strip : m_strips) {
        if (strip.from >= 0)
            draw(strip, qRound(strip.from + (strip.to - strip.from) * done));
    }
    if (m_old.isNull() || m_strips.isEmpty())
        return;
    const Strip& end = m_strips.constLast(); // below the last row there is nothing left
    const int below = qRound(end.from + (end.to - end.from) * done) + height;
    painter.fillRect(QRect(0, below, width, m_view.viewport()->height()), m_theme.colours().surface);
}

} // namespace glow::ui
