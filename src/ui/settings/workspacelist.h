#pragma once
#include "ui/settings/workspacedraft.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// The drafts of the settings dialog as a list; the private workspace first.
class WorkspaceList : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { CaptionRole = Qt::UserRole + 1, LiveRole };

    WorkspaceList(const QList<store::WorkspaceEntry>& entries, QString current, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    const WorkspaceDraft& at(int row) const { return m_drafts.at(row); }
    void set(int row, const WorkspaceDraft& draft);
    int append(const WorkspaceDraft& draft); ///< its row
    void remove(int row);
    int rowOf(const QString& id) const;
    void setPrivateCaption(const QString& caption, bool running);
    const QString& current() const { return m_current; }
    QList<store::WorkspaceEntry> entries() const; ///< the added ones

private:
    QString caption(const WorkspaceDraft& draft) const;

    QList<WorkspaceDraft> m_drafts;
    QString m_current;
    QString m_privateCaption;
    bool m_privateRunning = false;
};

/// A row of 48: dot, name, caption.
class WorkspaceRowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    WorkspaceRowDelegate(const app::Theme& theme, QObject* parent);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const app::Theme& m_theme;
};

/// A row of 28 of the dialog's own navigation: icon and word.
class PageRowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int IconNameRole = Qt::UserRole + 1;

    PageRowDelegate(const app::Theme& theme, QObject* parent);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const app::Theme& m_theme;
};

} // namespace glow::ui
