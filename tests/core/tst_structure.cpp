#include <QtTest>

/// The rules of the structure that a compiler does not keep.
class TestStructure : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void includesGoDownwardOnly();
    void onlyStoreKnowsSql();
    void onlyUiKnowsWidgets();
    void whatIsForbiddenIsNowhere_data();
    void whatIsForbiddenIsNowhere();
    void mainIsShort();
    void aPersonsEnvFileIsNotCommitted();

private:
    /// "path:line: text" of each line under src/ that matches; `layers` limits it to those folders.
    QStringList linesMatching(const QString& pattern, const QStringList& layers = {}) const;
};

static const QDir source(QStringLiteral(GLOWLIST_SOURCE_DIR));

static QByteArray contentOf(const QString& path)
{
    QFile file(source.filePath(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static QString layerOf(const QString& path)
{
    return path.section(u'/', 1, 1);
}

QStringList TestStructure::linesMatching(const QString& pattern, const QStringList& layers) const
{
    const QRegularExpression expression(pattern);
    QStringList found;
    QDirIterator files(source.filePath(QStringLiteral("src")),
                       {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = source.relativeFilePath(files.next());
        if (!layers.isEmpty() && !layers.contains(layerOf(path)))
            continue;
        const QStringList lines = QString::fromUtf8(contentOf(path)).split(u'\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (!lines.at(i).trimmed().startsWith(u"//") && expression.match(lines.at(i)).hasMatch())
                found.append(QStringLiteral("%1:%2: %3").arg(path).arg(i + 1).arg(lines.at(i).trimmed()));
        }
    }
    return found;
}

void TestStructure::includesGoDownwardOnly()
{
    const QStringList order{QStringLiteral("core"), QStringLiteral("store"), QStringLiteral("sync"),
                            QStringLiteral("app"), QStringLiteral("ui")};
    for (qsizetype i = 0; i < order.size(); ++i) {
        const QStringList above = order.mid(i + 1) + QStringList{QStringLiteral("cli")};
        QCOMPARE(linesMatching(QStringLiteral("^#include \"(%1)/").arg(above.join(u'|')), {order.at(i)}),
                 QStringList());
    }
    QCOMPARE(linesMatching(QStringLiteral("^#include \"ui/"), {QStringLiteral("cli")}), QStringList());
    QVERIFY(!linesMatching(QStringLiteral("^#include \"core/"), order).isEmpty());
}

void TestStructure::onlyStoreKnowsSql()
{
    QCOMPARE(linesMatching(QStringLiteral("#include <(QtSql|QSql|libpq)"),
                           {QStringLiteral("core"), QStringLiteral("sync"), QStringLiteral("app"),
                            QStringLiteral("ui"), QStringLiteral("cli")}),
             QStringList());
}

void TestStructure::onlyUiKnowsWidgets()
{
    QCOMPARE(linesMatching(QStringLiteral("QWidget|QtWidgets|QMessageBox|QApplication\\b"),
                           {QStringLiteral("core"), QStringLiteral("store"), QStringLiteral("sync"),
                            QStringLiteral("app"), QStringLiteral("cli")}),
             QStringList());
}

void TestStructure::whatIsForbiddenIsNowhere_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::newRow("nested event loop")
        << QStringLiteral("QEventLoop|processEvents|[Mm]enu[.>-]+exec\\(|[Dd]ialog[.>-]+exec\\(");
    QTest::newRow("singleton") << QStringLiteral("\\binstance\\(\\)");
    QTest::newRow("prepared statement") << QStringLiteral("(\\.|->)prepare\\(");
    QTest::newRow("SQL model") << QStringLiteral("QSqlTableModel|QSqlQueryModel");
    QTest::newRow("unfinished") << QStringLiteral("TODO|FIXME|XXX");
    QTest::newRow("today without a clock") << QStringLiteral("QDate::currentDate\\(");
}

void TestStructure::whatIsForbiddenIsNowhere()
{
    QFETCH(const QString, pattern);
    QCOMPARE(linesMatching(pattern), QStringList());
}

void TestStructure::mainIsShort()
{
    QVERIFY(contentOf(QStringLiteral("src/main.cpp")).count('\n') <= 80);
}

void TestStructure::aPersonsEnvFileIsNotCommitted()
{
    QVERIFY(contentOf(QStringLiteral(".gitignore")).split('\n').contains(".env"));
    QVERIFY(contentOf(QStringLiteral(".env.example")).contains("DATABASE_URL_DIRECT="));
}

QTEST_APPLESS_MAIN(TestStructure)
#include "tst_structure.moc"
