#include <QLibraryInfo>
#include <QXmlStreamReader>
#include <QtTest>

/// Every text for people exists in every language, finished.
class TestTranslations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyLanguageIsThere();
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void noTextOfTheSourceIsMissing_data();
    void noTextOfTheSourceIsMissing();
};

static const QString sourceDirectory = QStringLiteral(GLOWLIST_SOURCE_DIR);
static const QString directory = sourceDirectory + QStringLiteral("/translations/");

/// One message of a .ts file: a translation, or one for each plural form.
struct Text {
    QString context;
    QString source;
    QString comment;
    QStringList translations;
    bool finished = true;
    bool plural = false;
};

static QByteArray placeOf(const Text& text)
{
    return QStringList{text.context, text.source, text.comment}.join(u' ').toUtf8();
}

static Text readText(QXmlStreamReader& xml, const QString& context)
{
    Text text{context, {}, {}, {}, true, xml.attributes().value(QLatin1String("numerus")) == u"yes"};
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source") {
            text.source = xml.readElementText();
        } else if (xml.name() == u"comment") {
            text.comment = xml.readElementText();
        } else if (xml.name() == u"translation") {
            text.finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            if (!text.plural)
                text.translations.append(xml.readElementText());
            while (text.plural && xml.readNextStartElement())
                text.translations.append(xml.readElementText());
        } else {
            xml.skipCurrentElement();
        }
    }
    return text;
}

static QList<Text> textsOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Text> texts;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"message")
            texts.append(readText(xml, context));
    }
    return texts;
}

static void addLanguageRows()
{
    QTest::addColumn<QString>("file");
    for (const QString& file : QDir(directory).entryList({QStringLiteral("glowlist_*.ts")}))
        QTest::newRow(qPrintable(file)) << file;
}

void TestTranslations::everyLanguageIsThere()
{
    const QStringList files = QDir(directory).entryList({QStringLiteral("glowlist_*.ts")});
    QVERIFY(files.contains(QStringLiteral("glowlist_en.ts")));
    QVERIFY(files.contains(QStringLiteral("glowlist_de.ts")));
}

void TestTranslations::everyTextIsTranslated_data()
{
    addLanguageRows();
}

/// What stands for a value or for a key must be in both languages.
static QStringList marksOf(const QString& text)
{
    QStringList marks;
    auto found = QRegularExpression(QStringLiteral("%L?(?:\\d+|n)|&(?=\\S)|<[^>]+>")).globalMatch(text);
    while (found.hasNext())
        marks.append(found.next().captured());
    marks.sort();
    return marks;
}

void TestTranslations::everyTextIsTranslated()
{
    QFETCH(QString, file);
    const QList<Text> texts = textsOf(directory + file);
    QVERIFY(!texts.isEmpty());
    for (const Text& text : texts) {
        const QByteArray place = placeOf(text);
        QVERIFY2(text.finished && !text.translations.isEmpty(), place);
        QVERIFY2(!text.plural || text.translations.size() == 2, place); // German and English have two forms
        for (const QString& translation : text.translations) {
            QVERIFY2(!translation.isEmpty(), place);
            QVERIFY2(marksOf(translation) == marksOf(text.source), place);
        }
    }
}

void TestTranslations::noTextOfTheSourceIsMissing_data()
{
    addLanguageRows();
}

void TestTranslations::noTextOfTheSourceIsMissing()
{
    QFETCH(QString, file);
    QTemporaryDir scratch;
    const QString copy = scratch.filePath(file);
    QVERIFY(QFile::copy(directory + file, copy));
    QStringList arguments{QStringLiteral("-silent"),
                          QStringLiteral("-no-obsolete"),
                          QStringLiteral("-locations"),
                          QStringLiteral("none"),
                          QStringLiteral("-I"),
                          sourceDirectory + QStringLiteral("/src"),
                          sourceDirectory + QStringLiteral("/src"),
                          sourceDirectory + QStringLiteral("/ui")};
    if (file.contains(u"_en."))
        arguments.append(QStringLiteral("-pluralonly"));
    arguments << QStringLiteral("-ts") << copy;
    const QString lupdate = QLibraryInfo::path(QLibraryInfo::BinariesPath) + QStringLiteral("/lupdate");
    QCOMPARE(QProcess::execute(lupdate, arguments), 0);

    const QList<Text> texts = textsOf(copy);
    for (const Text& text : texts)
        QVERIFY2(text.finished, placeOf(text));
    QCOMPARE(texts.size(), textsOf(directory + file).size());
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
