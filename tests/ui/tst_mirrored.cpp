#include "app/theme.h"
#include "ui/editor/titleedit.h"
#include "ui/filters/searchbox.h"
#include "ui/style/glowstyle.h"

#include <QApplication>
#include <QLabel>
#include <QtTest>

using namespace glow;

namespace {

/// Thin strokes never reach their colour quite.
bool isInk(const QColor& colour, const QColor& ink)
{
    return qAbs(colour.red() - ink.red()) + qAbs(colour.green() - ink.green()) +
               qAbs(colour.blue() - ink.blue()) <
           120;
}

/// The column around which the widget's ink of this colour lies.
int inkCentre(QWidget& widget, const QColor& ink)
{
    const QImage picture = widget.grab().toImage();
    qint64 sum = 0;
    qint64 count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (isInk(picture.pixelColor(x, y), ink)) {
                sum += x;
                ++count;
            }
        }
    }
    return count > 0 ? static_cast<int>(sum / count) : -1;
}

} // namespace

/// Words of another script than the window's stand where the window's own would.
class TestMirrored : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new ui::GlowStyle(m_theme)); }
    void cleanupTestCase() { QApplication::setStyle(QStringLiteral("Fusion")); }
    void init() { QApplication::setLayoutDirection(Qt::LeftToRight); }
    void wordsStandByTheWindowsDirection_data();
    void wordsStandByTheWindowsDirection();

private:
    app::Theme m_theme;
};

void TestMirrored::wordsStandByTheWindowsDirection_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        const char* way = direction == Qt::LeftToRight ? "to the right" : "to the left";
        QTest::addRow("Latin, %s", way) << QStringLiteral("WWW") << direction;
        QTest::addRow("Hebrew, %s", way) << QStringLiteral("שלום") << direction;
    }
}

void TestMirrored::wordsStandByTheWindowsDirection()
{
    QFETCH(QString, words);
    QFETCH(Qt::LayoutDirection, direction);
    QApplication::setLayoutDirection(direction);
    constexpr int width = 400;
    const auto leads = [&](QWidget& widget, const QColor& ink) {
        widget.resize(width, 32);
        const int centre = inkCentre(widget, ink);
        return centre > 0 && (centre < width / 2) == (direction == Qt::LeftToRight);
    };
    QLabel label(words);
    QVERIFY(leads(label, m_theme.colours().text));
    label.setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    QVERIFY(!leads(label, m_theme.colours().text));
    ui::TitleEdit title;
    title.setTheme(m_theme);
    title.setTitle(words, false);
    QVERIFY(leads(title, m_theme.colours().text));
    ui::SearchBox box(m_theme);
    box.setText(words);
    QVERIFY(leads(box, m_theme.colours().text));
}

QTEST_MAIN(TestMirrored)
#include "tst_mirrored.moc"
