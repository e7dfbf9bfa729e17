<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>About Glowlist</source>
        <translation>Über Glowlist</translation>
    </message>
</context>
<context>
    <name>Add</name>
    <message>
        <source>A task needs a title.</source>
        <translation>Eine Aufgabe braucht einen Titel.</translation>
    </message>
    <message>
        <source>“%1” is no uid.</source>
        <translation>„%1“ ist keine UID.</translation>
    </message>
    <message>
        <source>--uid names one task, but there are several lines.</source>
        <translation>--uid benennt eine Aufgabe, es sind aber mehrere Zeilen.</translation>
    </message>
    <message>
        <source>These are too many lines for one change, which is stored as a whole.</source>
        <translation>Das sind zu viele Zeilen für eine Änderung, die nur als Ganzes gespeichert wird.</translation>
    </message>
</context>
<context>
    <name>Adoption</name>
    <message>
        <source>The column “%1” of tasks is %2; Glowlist works with %3.</source>
        <translation>Die Spalte „%1“ von tasks ist %2; Glowlist arbeitet mit %3.</translation>
    </message>
    <message>
        <source>The column “completed” of tasks may be empty; it has to be NOT NULL.</source>
        <translation>Die Spalte „completed“ von tasks darf leer sein; sie muss NOT NULL sein.</translation>
    </message>
    <message>
        <source>The column “%1” of tasks must be filled and has no default; Glowlist could add no task.</source>
        <translation>Die Spalte „%1“ von tasks muss gefüllt sein und hat keinen Vorgabewert; Glowlist könnte keine Aufgabe anlegen.</translation>
    </message>
    <message>
        <source>The table tasks has no column “%1”.</source>
        <translation>Die Tabelle tasks hat keine Spalte „%1“.</translation>
    </message>
    <message>
        <source>“tasks” is no table here.</source>
        <translation>„tasks“ ist hier keine Tabelle.</translation>
    </message>
    <message>
        <source>There is no table users with a column “id”.</source>
        <translation>Es gibt keine Tabelle users mit einer Spalte „id“.</translation>
    </message>
    <message>
        <source>The table tasks belongs to the role “%1”, you are signed in as “%2”. Use the connection string of “%1”, or let it run: GRANT &quot;%1&quot; TO &quot;%2&quot;</source>
        <translation>Die Tabelle tasks gehört der Rolle „%1“, angemeldet ist „%2“. Verwenden Sie die Verbindungszeichenfolge von „%1“, oder lassen Sie sie ausführen: GRANT &quot;%1&quot; TO &quot;%2&quot;</translation>
    </message>
    <message>
        <source>The role “%1” may make no schema in this database. Let its owner run: GRANT CREATE ON DATABASE &quot;%2&quot; TO &quot;%1&quot;</source>
        <translation>Die Rolle „%1“ darf in dieser Datenbank kein Schema anlegen. Deren Eigentümer muss ausführen: GRANT CREATE ON DATABASE &quot;%2&quot; TO &quot;%1&quot;</translation>
    </message>
    <message>
        <source>The role “%1” may add no index in the schema public. Let its owner run: GRANT CREATE ON SCHEMA public TO &quot;%1&quot;</source>
        <translation>Die Rolle „%1“ darf im Schema public keinen Index anlegen. Dessen Eigentümer muss ausführen: GRANT CREATE ON SCHEMA public TO &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Rows of the web application would have changed. Everything was taken back.</source>
        <translation>Zeilen der Webanwendung hätten sich geändert. Alles wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>Rows of the web application</source>
        <translation>Zeilen der Webanwendung</translation>
    </message>
    <message>
        <source>The web application is using the table; waiting for it to end…</source>
        <translation>Die Webanwendung benutzt die Tabelle; es wird auf ihr Ende gewartet …</translation>
    </message>
    <message>
        <source>Another program already keeps tasks here. Look at what would be added first: in the settings, page Workspaces, press “Review…”.</source>
        <translation>Ein anderes Programm hält hier schon Aufgaben. Sehen Sie zuerst an, was hinzukäme: in den Einstellungen auf der Seite Arbeitsbereiche mit „Ansehen …“.</translation>
    </message>
</context>
<context>
    <name>AdoptionCommand</name>
    <message>
        <source>  %1: %2 open, %3 done</source>
        <translation>  %1: %2 offen, %3 erledigt</translation>
    </message>
    <message>
        <source>Another program already keeps tasks here. It goes on working and keeps every row as it is.</source>
        <translation>Ein anderes Programm hält hier schon Aufgaben. Es arbeitet weiter und behält jede Zeile, wie sie ist.</translation>
    </message>
    <message>
        <source>Table tasks: %1 rows, %2, owned by %3</source>
        <translation>Tabelle tasks: %1 Zeilen, %2, Eigentümer %3</translation>
    </message>
    <message>
        <source>Alembic revision %1 stays as it is.</source>
        <translation>Alembics Revision %1 bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Users:</source>
        <translation>Benutzer:</translation>
    </message>
    <message>
        <source>Will be added: %1 columns “glow_…” with defaults, %2 indexes, and the schema “glowlist” with %3 tables</source>
        <translation>Hinzu kommen: %1 Spalten „glow_…“ mit Vorgabewerten, %2 Indizes und das Schema „glowlist“ mit %3 Tabellen</translation>
    </message>
    <message>
        <source>Expected: about %1 s, in one transaction; rows are counted and summed before and after. The SQL: glowlist migrate sql base:head</source>
        <translation>Erwartet: etwa %1 s, in einer Transaktion; die Zeilen werden vorher und nachher gezählt und summiert. Das SQL: glowlist migrate sql base:head</translation>
    </message>
    <message>
        <source>On Neon: make a branch first.</source>
        <translation>Bei Neon: zuerst einen Branch anlegen.</translation>
    </message>
    <message>
        <source>The database has no user “%1”.</source>
        <translation>Die Datenbank hat keinen Benutzer „%1“.</translation>
    </message>
    <message>
        <source>Nothing was changed yet. To go ahead run it again with --yes.</source>
        <translation>Noch wurde nichts geändert. Zum Fortfahren noch einmal mit --yes aufrufen.</translation>
    </message>
    <message>
        <source>Done. These lines in the web application&apos;s env.py keep its Alembic from dropping what was added:</source>
        <translation>Fertig. Diese Zeilen in der env.py der Webanwendung halten ihr Alembic davon ab, das Hinzugefügte zu löschen:</translation>
    </message>
    <message>
        <source>  %1: %2 if stored in local time, %3 if in UTC</source>
        <translation>  %1: %2, wenn in Ortszeit gespeichert, %3, wenn in UTC</translation>
    </message>
    <message>
        <source>Due times are taken for UTC, as --due-dates=utc says; dates without a time stay dates.</source>
        <translation>Fällige Zeiten gelten als UTC, wie --due-dates=utc sagt; Tage ohne Uhrzeit bleiben Tage.</translation>
    </message>
    <message>
        <source>Due times are taken for local time; with --due-dates=utc for UTC.</source>
        <translation>Fällige Zeiten gelten als Ortszeit; mit --due-dates=utc als UTC.</translation>
    </message>
    <message>
        <source>--due-dates is local or utc.</source>
        <translation>--due-dates ist local oder utc.</translation>
    </message>
</context>
<context>
    <name>AdoptionPage</name>
    <message>
        <source>Use this database with Glowlist</source>
        <translation>Diese Datenbank mit Glowlist benutzen</translation>
    </message>
    <message>
        <source>Another program already keeps tasks here. It goes on working and sees nothing it did not write.</source>
        <translation>Ein anderes Programm hält hier schon Aufgaben. Es arbeitet weiter und sieht nichts, was es nicht geschrieben hat.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>read only so far</source>
        <translation>bisher nur gelesen</translation>
    </message>
    <message>
        <source>Whose tasks are yours?</source>
        <translation>Wessen Aufgaben sind Ihre?</translation>
    </message>
    <message>
        <source>others stay untouched and unseen</source>
        <translation>andere bleiben unberührt und ungesehen</translation>
    </message>
    <message>
        <source>Will be added</source>
        <translation>Kommt hinzu</translation>
    </message>
    <message>
        <source>For the web application</source>
        <translation>Für die Webanwendung</translation>
    </message>
    <message>
        <source>keeps its Alembic from dropping what was added</source>
        <translation>hält ihr Alembic davon ab, das Hinzugefügte zu löschen</translation>
    </message>
    <message>
        <source>Show SQL</source>
        <translation>SQL zeigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Due dates are stored in</source>
        <translation>Fällige Zeiten sind gespeichert in</translation>
    </message>
</context>
<context>
    <name>AdoptionReview</name>
    <message>
        <source>Connecting…</source>
        <translation>Verbinden …</translation>
    </message>
    <message>
        <source>Cancelled. Everything was taken back.</source>
        <translation>Abgebrochen. Alles wurde zurückgenommen.</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Bequem</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>36 or 28 pixels high in the table.</source>
        <translation>In der Tabelle 36 oder 28 Pixel hoch.</translation>
    </message>
</context>
<context>
    <name>Autostart</name>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>Die Datei %1 lässt sich nicht schreiben: %2.</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>The backup was cancelled.</source>
        <translation>Die Sicherung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The backup %1 is damaged.</source>
        <translation>Die Sicherung %1 ist beschädigt.</translation>
    </message>
    <message>
        <source>The backup %1 was made by a newer Glowlist.</source>
        <translation>Die Sicherung %1 stammt von einem neueren Glowlist.</translation>
    </message>
    <message>
        <source>The disk of %1 is full.</source>
        <translation>Der Datenträger von %1 ist voll.</translation>
    </message>
    <message>
        <source>You have no right to write in %1.</source>
        <translation>In %1 dürfen Sie nicht schreiben.</translation>
    </message>
    <message>
        <source>Nothing can be written in %1: %2.</source>
        <translation>In %1 kann nichts geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>The backup %1 cannot be read: %2.</source>
        <translation>Die Sicherung %1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The restoring was cancelled.</source>
        <translation>Das Wiederherstellen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>This backup was made by a newer Glowlist. Install that, then restore it.</source>
        <translation>Diese Sicherung stammt von einem neueren Glowlist. Installieren Sie es und stellen Sie sie dann wieder her.</translation>
    </message>
    <message>
        <source>The database belongs to a newer Glowlist. Restore the backup with that.</source>
        <translation>Die Datenbank gehört zu einem neueren Glowlist. Stellen Sie die Sicherung mit ihm wieder her.</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>The private workspace is backed up once a day. The last 14 days and 6 months are kept.</source>
        <translation>Der private Arbeitsbereich wird einmal am Tag gesichert. Die letzten 14 Tage und 6 Monate werden behalten.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folder of the backups</source>
        <translation>Ordner der Sicherungen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>There are no backups in this folder yet.</source>
        <translation>In diesem Ordner gibt es noch keine Sicherungen.</translation>
    </message>
    <message>
        <source>Progress of the backup</source>
        <translation>Fortschritt der Sicherung</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>Diese Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Undo the restoring</source>
        <translation>Wiederherstellen rückgängig machen</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>ChangeSql</name>
    <message>
        <source>The database answered a change in a form that this version of Glowlist does not know.</source>
        <translation>Die Datenbank hat eine Änderung in einer Form beantwortet, die diese Version von Glowlist nicht kennt.</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>adds tasks; - reads one a line from standard input</source>
        <translation>fügt Aufgaben hinzu; - liest je Zeile eine von der Standardeingabe</translation>
    </message>
    <message>
        <source>prints the open tasks, or those that a query finds</source>
        <translation>gibt die offenen Aufgaben aus oder die, die eine Abfrage findet</translation>
    </message>
    <message>
        <source>prints one task</source>
        <translation>gibt eine Aufgabe aus</translation>
    </message>
    <message>
        <source>completes tasks</source>
        <translation>erledigt Aufgaben</translation>
    </message>
    <message>
        <source>makes tasks open again</source>
        <translation>öffnet Aufgaben wieder</translation>
    </message>
    <message>
        <source>changes fields of tasks; an empty value clears</source>
        <translation>ändert Felder von Aufgaben; ein leerer Wert löscht</translation>
    </message>
    <message>
        <source>deletes tasks with their subtasks</source>
        <translation>löscht Aufgaben samt Teilaufgaben</translation>
    </message>
    <message>
        <source>takes back the newest change made from this data directory</source>
        <translation>nimmt die neueste Änderung zurück, die aus diesem Datenverzeichnis kam</translation>
    </message>
    <message>
        <source>shows how a quick-add line is read</source>
        <translation>zeigt, wie eine Eingabezeile gelesen wird</translation>
    </message>
    <message>
        <source>takes a connection string apart without opening it</source>
        <translation>zerlegt eine Verbindungszeichenfolge, ohne sie zu öffnen</translation>
    </message>
    <message>
        <source>shows or changes the revision of the database</source>
        <translation>zeigt oder ändert die Revision der Datenbank</translation>
    </message>
    <message>
        <source>adds sample tasks to the private database, once</source>
        <translation>fügt der privaten Datenbank einmalig Beispielaufgaben hinzu</translation>
    </message>
    <message>
        <source>the private PostgreSQL</source>
        <translation>das private PostgreSQL</translation>
    </message>
    <message>
        <source>Standard input cannot be read.</source>
        <translation>Die Standardeingabe lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Standard input is not valid UTF-8.</source>
        <translation>Die Standardeingabe ist kein gültiges UTF-8.</translation>
    </message>
    <message>
        <source>checks the connection step by step and says what to do</source>
        <translation>prüft die Verbindung Schritt für Schritt und sagt, was zu tun ist</translation>
    </message>
    <message>
        <source>prints the next dates of a rule of repetition</source>
        <translation>gibt die nächsten Tage einer Wiederholungsregel aus</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>glowlist connection takes - and reads the connection string from standard input.</source>
        <translation>glowlist connection nimmt - und liest die Verbindungszeichenfolge von der Standardeingabe.</translation>
    </message>
    <message>
        <source>Encryption: %1</source>
        <translation>Verschlüsselung: %1</translation>
    </message>
    <message>
        <source>Pooled host: %1</source>
        <translation>Gepoolter Server: %1</translation>
    </message>
    <message>
        <source>Direct host: %1</source>
        <translation>Direkter Server: %1</translation>
    </message>
</context>
<context>
    <name>ConnectionCheck</name>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>a step before it failed</source>
        <translation>ein Schritt davor ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Connection string read</source>
        <translation>Verbindungszeichenfolge gelesen</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>Address given</source>
        <translation>Adresse angegeben</translation>
    </message>
    <message>
        <source>Address found</source>
        <translation>Adresse gefunden</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>Server reached</source>
        <translation>Server erreicht</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Certificate verified</source>
        <translation>Zertifikat geprüft</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Verschlüsselt</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message>
        <source>Encryption not judged</source>
        <translation>Verschlüsselung nicht beurteilt</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Neon compute</source>
        <translation>Neon-Compute</translation>
    </message>
    <message>
        <source>Database server</source>
        <translation>Datenbankserver</translation>
    </message>
    <message>
        <source>pooled</source>
        <translation>gepoolt</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>direkt</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>%L1 ms</source>
        <translation>%L1 ms</translation>
    </message>
    <message>
        <source>Awake</source>
        <translation>Wach</translation>
    </message>
    <message>
        <source>%L1 ms until signed in</source>
        <translation>%L1 ms bis zur Anmeldung</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>may read and write tasks</source>
        <translation>darf Aufgaben lesen und schreiben</translation>
    </message>
    <message>
        <source>may prepare this database</source>
        <translation>darf diese Datenbank vorbereiten</translation>
    </message>
    <message>
        <source>no tables of Glowlist</source>
        <translation>keine Tabellen von Glowlist</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>after the upgrade</source>
        <translation>nach der Aktualisierung</translation>
    </message>
    <message>
        <source>indexed</source>
        <translation>mit Index</translation>
    </message>
    <message>
        <source>it works, more slowly</source>
        <translation>sie funktioniert, nur langsamer</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 (the free plan has %2)</source>
        <translation>%1 (der kostenlose Tarif hat %2)</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>%L1 s apart</source>
        <translation>%L1 s Abweichung</translation>
    </message>
    <message>
        <source>Writing a task</source>
        <translation>Aufgabe schreiben</translation>
    </message>
    <message>
        <source>there is no user %1 yet</source>
        <translation>den Benutzer %1 gibt es noch nicht</translation>
    </message>
    <message>
        <source>written, read and taken back</source>
        <translation>geschrieben, gelesen und zurückgenommen</translation>
    </message>
    <message>
        <source>, %1 of it rows that are gone</source>
        <translation>, davon %1 gelöschte Zeilen</translation>
    </message>
    <message>
        <source>the connection stays on this computer</source>
        <translation>die Verbindung bleibt auf diesem Rechner</translation>
    </message>
    <message>
        <source>encryption is off</source>
        <translation>die Verschlüsselung ist aus</translation>
    </message>
    <message>
        <source>without pg_trgm it works, more slowly</source>
        <translation>ohne pg_trgm geht sie, aber langsamer</translation>
    </message>
</context>
<context>
    <name>ConnectionString</name>
    <message>
        <source>“%1” was left out: it is meant for another tool.</source>
        <translation>„%1“ wurde weggelassen: Es ist für ein anderes Programm bestimmt.</translation>
    </message>
    <message>
        <source>The connection string has a key that Glowlist does not know: “%1”.</source>
        <translation>Die Verbindungszeichenfolge hat einen Schlüssel, den Glowlist nicht kennt: „%1“.</translation>
    </message>
    <message>
        <source>The password has a character such as @ or / that must be written as %40 or %2F.</source>
        <translation>Das Passwort enthält ein Zeichen wie @ oder /, das als %40 oder %2F geschrieben werden muss.</translation>
    </message>
    <message>
        <source>A % in this part is not followed by two digits: write it as %25 (%1).</source>
        <translation>Auf ein % in diesem Teil folgen keine zwei Ziffern: Schreibe es als %25 (%1).</translation>
    </message>
    <message>
        <source>The key “%1” has no value that can be read.</source>
        <translation>Der Schlüssel „%1“ hat keinen lesbaren Wert.</translation>
    </message>
    <message>
        <source>The host cannot be read; an IPv6 address stands in square brackets.</source>
        <translation>Der Server lässt sich nicht lesen; eine IPv6-Adresse steht in eckigen Klammern.</translation>
    </message>
    <message>
        <source>The port must be a number from 1 to 65535.</source>
        <translation>Der Port muss eine Zahl von 1 bis 65535 sein.</translation>
    </message>
    <message>
        <source>This is not a connection string; one begins with postgresql:// or has the form host=… dbname=….</source>
        <translation>Das ist keine Verbindungszeichenfolge; sie beginnt mit postgresql:// oder hat die Form host=… dbname=….</translation>
    </message>
    <message>
        <source>A connection string begins with postgresql://.</source>
        <translation>Eine Verbindungszeichenfolge beginnt mit postgresql://.</translation>
    </message>
    <message>
        <source>The connection string cannot be read.</source>
        <translation>Die Verbindungszeichenfolge lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>There are not as many ports as hosts.</source>
        <translation>Es sind nicht so viele Ports wie Server angegeben.</translation>
    </message>
    <message>
        <source>The connection string names no host.</source>
        <translation>Die Verbindungszeichenfolge nennt keinen Server.</translation>
    </message>
    <message>
        <source>The host has a character that a host name cannot have.</source>
        <translation>Der Server enthält ein Zeichen, das in einem Servernamen nicht vorkommen kann.</translation>
    </message>
    <message>
        <source>“%1” has a value that Glowlist does not know.</source>
        <translation>„%1“ hat einen Wert, den Glowlist nicht kennt.</translation>
    </message>
    <message>
        <source>“%1” has a semicolon, which cannot be passed on.</source>
        <translation>„%1“ enthält ein Semikolon, das nicht weitergegeben werden kann.</translation>
    </message>
    <message>
        <source>The connection string names no user.</source>
        <translation>Die Verbindungszeichenfolge nennt keinen Benutzer.</translation>
    </message>
    <message>
        <source>The connection string names no database.</source>
        <translation>Die Verbindungszeichenfolge nennt keine Datenbank.</translation>
    </message>
    <message>
        <source>Encryption was raised from “%1” to “verify-full”, which also checks who the server is.</source>
        <translation>Die Verschlüsselung wurde von „%1“ auf „verify-full“ angehoben; das prüft auch, wer der Server ist.</translation>
    </message>
    <message>
        <source>These lines have no DATABASE_URL.</source>
        <translation>In diesen Zeilen steht keine DATABASE_URL.</translation>
    </message>
    <message>
        <source>There is no connection string.</source>
        <translation>Es gibt keine Verbindungszeichenfolge.</translation>
    </message>
    <message>
        <source>The user name has a character such as @ or / that must be written as %40 or %2F.</source>
        <translation>Der Benutzername hat ein Zeichen wie @ oder /, das als %40 oder %2F geschrieben werden muss.</translation>
    </message>
    <message>
        <source>There are not as many addresses as hosts.</source>
        <translation>Es sind nicht so viele Adressen wie Rechner.</translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <source>The work was cancelled.</source>
        <translation>Der Vorgang wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The database did not answer in time.</source>
        <translation>Die Datenbank hat nicht rechtzeitig geantwortet.</translation>
    </message>
</context>
<context>
    <name>DatabaseThread</name>
    <message>
        <source>The program stopped waiting for the database.</source>
        <translation>Das Programm wartet nicht länger auf die Datenbank.</translation>
    </message>
    <message>
        <source>The connection to the database was lost.</source>
        <translation>Die Verbindung zur Datenbank ist abgebrochen.</translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message>
        <source>glowlist %1 takes uids or numbers of tasks.</source>
        <translation>glowlist %1 nimmt UIDs oder Nummern von Aufgaben.</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks</source>
        <translation>
            <numerusform>%n Aufgabe</numerusform>
            <numerusform>%n Aufgaben</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Erledigen</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>glowlist edit needs at least one field to change, such as --title.</source>
        <translation>glowlist edit braucht mindestens ein Feld zum Ändern, etwa --title.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) deleted; glowlist undo brings them back.</source>
        <translation>
            <numerusform>%n Aufgabe gelöscht; glowlist undo holt sie zurück.</numerusform>
            <numerusform>%n Aufgaben gelöscht; glowlist undo holt sie zurück.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorGuide</name>
    <message>
        <source>The server refused the user name or the password.</source>
        <translation>Der Server hat Benutzernamen oder Passwort abgelehnt.</translation>
    </message>
    <message>
        <source>Copy the connection string again, or reset the password where the database is managed.</source>
        <translation>Kopiere die Verbindungszeichenfolge noch einmal oder setze das Passwort dort zurück, wo die Datenbank verwaltet wird.</translation>
    </message>
    <message>
        <source>The server asks for a password and the connection string has none.</source>
        <translation>Der Server verlangt ein Passwort, die Verbindungszeichenfolge hat keines.</translation>
    </message>
    <message>
        <source>Put the password into the connection string.</source>
        <translation>Schreibe das Passwort in die Verbindungszeichenfolge.</translation>
    </message>
    <message>
        <source>The server does not let this user in from this computer.</source>
        <translation>Der Server lässt diesen Benutzer von diesem Rechner aus nicht hinein.</translation>
    </message>
    <message>
        <source>Add a line for this user, database and address to the server&apos;s pg_hba.conf, or turn encryption on.</source>
        <translation>Ergänze in der pg_hba.conf des Servers eine Zeile für Benutzer, Datenbank und Adresse oder schalte die Verschlüsselung ein.</translation>
    </message>
    <message>
        <source>The server does not let this user in.</source>
        <translation>Der Server lässt diesen Benutzer nicht hinein.</translation>
    </message>
    <message>
        <source>The server does not let this user in over its socket.</source>
        <translation>Der Server lässt diesen Benutzer über seinen Socket nicht hinein.</translation>
    </message>
    <message>
        <source>Connect over 127.0.0.1 with a password, or map this account to the user in the server&apos;s pg_ident.conf.</source>
        <translation>Verbinde dich über 127.0.0.1 mit Passwort oder ordne dieses Konto in der pg_ident.conf des Servers dem Benutzer zu.</translation>
    </message>
    <message>
        <source>The server refused the sign-in.</source>
        <translation>Der Server hat die Anmeldung abgelehnt.</translation>
    </message>
    <message>
        <source>Check the user name and the password.</source>
        <translation>Prüfe Benutzernamen und Passwort.</translation>
    </message>
    <message>
        <source>Check the last part of the connection string, or create the database.</source>
        <translation>Prüfe den letzten Teil der Verbindungszeichenfolge oder lege die Datenbank an.</translation>
    </message>
    <message>
        <source>There is no database of this name on the server, or it is not open to this user.</source>
        <translation>Eine Datenbank mit diesem Namen gibt es auf dem Server nicht, oder sie steht diesem Benutzer nicht offen.</translation>
    </message>
    <message>
        <source>There is no user of this name on the server.</source>
        <translation>Einen Benutzer mit diesem Namen gibt es auf dem Server nicht.</translation>
    </message>
    <message>
        <source>Check the user name in the connection string.</source>
        <translation>Prüfe den Benutzernamen in der Verbindungszeichenfolge.</translation>
    </message>
    <message>
        <source>The server cannot tell which Neon project is meant.</source>
        <translation>Der Server erkennt nicht, welches Neon-Projekt gemeint ist.</translation>
    </message>
    <message>
        <source>Use the host name as Neon shows it; it begins with ep-.</source>
        <translation>Verwende den Servernamen, wie Neon ihn zeigt; er beginnt mit ep-.</translation>
    </message>
    <message>
        <source>Neon does not know this project, or it was deleted.</source>
        <translation>Neon kennt dieses Projekt nicht, oder es wurde gelöscht.</translation>
    </message>
    <message>
        <source>Copy the connection string again from the Neon console.</source>
        <translation>Kopiere die Verbindungszeichenfolge noch einmal aus der Neon-Konsole.</translation>
    </message>
    <message>
        <source>This Neon compute is disabled.</source>
        <translation>Dieses Neon-Compute ist abgeschaltet.</translation>
    </message>
    <message>
        <source>Enable it in the Neon console.</source>
        <translation>Schalte es in der Neon-Konsole ein.</translation>
    </message>
    <message>
        <source>The Neon project has used up its compute time or another limit of its plan.</source>
        <translation>Das Neon-Projekt hat seine Rechenzeit oder eine andere Grenze seines Tarifs ausgeschöpft.</translation>
    </message>
    <message>
        <source>Wait for the next billing period or change the plan in the Neon console.</source>
        <translation>Warte auf den nächsten Abrechnungszeitraum oder wechsle den Tarif in der Neon-Konsole.</translation>
    </message>
    <message>
        <source>The connection pooler does not accept an option of this connection string.</source>
        <translation>Der Verbindungspooler nimmt eine Option dieser Verbindungszeichenfolge nicht an.</translation>
    </message>
    <message>
        <source>Remove “options” from the connection string.</source>
        <translation>Entferne „options“ aus der Verbindungszeichenfolge.</translation>
    </message>
    <message>
        <source>The server has no free connection.</source>
        <translation>Der Server hat keine freie Verbindung.</translation>
    </message>
    <message>
        <source>Close other programs that use this database, or use the pooled connection string.</source>
        <translation>Schließe andere Programme, die diese Datenbank nutzen, oder verwende die gepoolte Verbindungszeichenfolge.</translation>
    </message>
    <message>
        <source>The connection pooler has no free connection.</source>
        <translation>Der Verbindungspooler hat keine freie Verbindung.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Versuche es in einer Minute erneut.</translation>
    </message>
    <message>
        <source>The server is starting or stopping.</source>
        <translation>Der Server startet oder beendet sich gerade.</translation>
    </message>
    <message>
        <source>Try again in a few seconds.</source>
        <translation>Versuche es in ein paar Sekunden erneut.</translation>
    </message>
    <message>
        <source>The server offers no encryption.</source>
        <translation>Der Server bietet keine Verschlüsselung an.</translation>
    </message>
    <message>
        <source>Check host and port; if the network is trusted, set Encryption to “off” for this workspace.</source>
        <translation>Prüfe Server und Port; ist das Netz vertrauenswürdig, stelle die Verschlüsselung für diesen Arbeitsbereich auf „aus“.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was made for another host name.</source>
        <translation>Das Zertifikat des Servers gilt für einen anderen Servernamen.</translation>
    </message>
    <message>
        <source>Use the host name that the certificate names; if that is not possible, lower Encryption knowingly.</source>
        <translation>Verwende den Servernamen, den das Zertifikat nennt; geht das nicht, senke die Verschlüsselung bewusst.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not signed by an authority that this computer trusts.</source>
        <translation>Das Zertifikat des Servers ist von keiner Stelle unterschrieben, der dieser Rechner vertraut.</translation>
    </message>
    <message>
        <source>Give the authority&apos;s file as sslrootcert, or lower Encryption knowingly.</source>
        <translation>Gib die Datei der Zertifizierungsstelle als sslrootcert an oder senke die Verschlüsselung bewusst.</translation>
    </message>
    <message>
        <source>This computer&apos;s list of trusted certificate authorities was not found.</source>
        <translation>Die Liste der vertrauenswürdigen Zertifizierungsstellen dieses Rechners wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Install the package ca-certificates, or give a file as sslrootcert.</source>
        <translation>Installiere das Paket ca-certificates oder gib eine Datei als sslrootcert an.</translation>
    </message>
    <message>
        <source>The server&apos;s sign-in is not bound to its encryption, which the connection string asks for.</source>
        <translation>Die Anmeldung des Servers ist nicht an seine Verschlüsselung gebunden, wie es die Verbindungszeichenfolge verlangt.</translation>
    </message>
    <message>
        <source>Check that no proxy stands between, or remove channel_binding=require.</source>
        <translation>Prüfe, dass kein Proxy dazwischensteht, oder entferne channel_binding=require.</translation>
    </message>
    <message>
        <source>The encrypted connection could not be made.</source>
        <translation>Die verschlüsselte Verbindung kam nicht zustande.</translation>
    </message>
    <message>
        <source>Check host and port, and that nothing between changes the traffic.</source>
        <translation>Prüfe Server und Port und dass nichts dazwischen den Datenverkehr verändert.</translation>
    </message>
    <message>
        <source>The host name is not known.</source>
        <translation>Der Servername ist unbekannt.</translation>
    </message>
    <message>
        <source>Check the spelling of the host and the network of this computer.</source>
        <translation>Prüfe die Schreibweise des Servers und das Netz dieses Rechners.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Check the network, and that a firewall lets the port through.</source>
        <translation>Prüfe das Netz und ob eine Firewall den Port durchlässt.</translation>
    </message>
    <message>
        <source>The server closed the connection.</source>
        <translation>Der Server hat die Verbindung geschlossen.</translation>
    </message>
    <message>
        <source>Try again in a minute; if it stays, look into the server&apos;s log.</source>
        <translation>Versuche es in einer Minute erneut; bleibt es so, sieh ins Protokoll des Servers.</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check host and port, that the server runs, and the network of this computer.</source>
        <translation>Prüfe Server und Port, ob der Server läuft, und das Netz dieses Rechners.</translation>
    </message>
    <message>
        <source>The connection to the database was lost.</source>
        <translation>Die Verbindung zur Datenbank ist abgebrochen.</translation>
    </message>
    <message>
        <source>It is opened again by itself.</source>
        <translation>Sie wird von selbst wieder geöffnet.</translation>
    </message>
    <message>
        <source>The server ended the connection.</source>
        <translation>Der Server hat die Verbindung beendet.</translation>
    </message>
    <message>
        <source>The database took too long and stopped the work.</source>
        <translation>Die Datenbank hat zu lange gebraucht und den Vorgang abgebrochen.</translation>
    </message>
    <message>
        <source>Try again; if it stays, look what else keeps the database busy.</source>
        <translation>Versuche es erneut; bleibt es so, sieh nach, was die Datenbank sonst beschäftigt.</translation>
    </message>
    <message>
        <source>This database can only be read at the moment.</source>
        <translation>Diese Datenbank lässt sich derzeit nur lesen.</translation>
    </message>
    <message>
        <source>Use the connection string of the primary server, or free space on its disk.</source>
        <translation>Verwende die Verbindungszeichenfolge des Primärservers oder schaffe Platz auf seinem Datenträger.</translation>
    </message>
    <message>
        <source>This user has no right to do that in the database.</source>
        <translation>Dieser Benutzer darf das in der Datenbank nicht.</translation>
    </message>
    <message>
        <source>Ask the owner of the database for the right, or sign in as the owner.</source>
        <translation>Bitte den Eigentümer der Datenbank um das Recht oder melde dich als Eigentümer an.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is full.</source>
        <translation>Der Datenträger des Servers ist voll.</translation>
    </message>
    <message>
        <source>Free space on the server&apos;s disk.</source>
        <translation>Schaffe Platz auf dem Datenträger des Servers.</translation>
    </message>
    <message>
        <source>Another program keeps the database busy.</source>
        <translation>Ein anderes Programm beschäftigt die Datenbank.</translation>
    </message>
    <message>
        <source>Another program changed the same rows at the same moment.</source>
        <translation>Ein anderes Programm hat im selben Augenblick dieselben Zeilen geändert.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuche es erneut.</translation>
    </message>
    <message>
        <source>This database is not prepared for Glowlist.</source>
        <translation>Diese Datenbank ist nicht für Glowlist vorbereitet.</translation>
    </message>
    <message>
        <source>Run: glowlist migrate upgrade</source>
        <translation>Führe aus: glowlist migrate upgrade</translation>
    </message>
    <message>
        <source>The database refused this.</source>
        <translation>Die Datenbank hat das abgelehnt.</translation>
    </message>
    <message>
        <source>The database does not take this value.</source>
        <translation>Die Datenbank nimmt diesen Wert nicht an.</translation>
    </message>
    <message>
        <source>The database reported an error.</source>
        <translation>Die Datenbank hat einen Fehler gemeldet.</translation>
    </message>
    <message>
        <source>Neon does not let this computer&apos;s IP address in.</source>
        <translation>Neon lässt die IP-Adresse dieses Rechners nicht herein.</translation>
    </message>
    <message>
        <source>Add this address to the project&apos;s IP Allow list in the Neon console.</source>
        <translation>Trage diese Adresse in der Neon-Konsole in die IP-Allow-Liste des Projekts ein.</translation>
    </message>
    <message>
        <source>Neon cannot reach the compute of this database.</source>
        <translation>Neon erreicht den Rechner dieser Datenbank nicht.</translation>
    </message>
    <message>
        <source>Try again in a minute; if it stays, look at the compute and at Neon&apos;s status page.</source>
        <translation>Versuche es in einer Minute erneut; wenn es bleibt, sieh nach dem Compute und auf der Statusseite von Neon nach.</translation>
    </message>
    <message>
        <source>The connection pooler had no free server connection for too long.</source>
        <translation>Der Verbindungspooler hatte zu lange keine freie Serververbindung.</translation>
    </message>
    <message>
        <source>Try again in a minute; end transactions that other programs leave open, or give the pooler more connections.</source>
        <translation>Versuche es in einer Minute erneut; beende Transaktionen, die andere Programme offen lassen, oder gib dem Pooler mehr Verbindungen.</translation>
    </message>
    <message>
        <source>What answers there is no PostgreSQL.</source>
        <translation>Was dort antwortet, ist kein PostgreSQL.</translation>
    </message>
    <message>
        <source>Check the port: a web server or another program listens on it.</source>
        <translation>Prüfe den Port: Ein Webserver oder ein anderes Programm lauscht dort.</translation>
    </message>
    <message>
        <source>The Neon project has no storage left.</source>
        <translation>Das Neon-Projekt hat keinen Speicherplatz mehr.</translation>
    </message>
    <message>
        <source>Delete what is not needed, or choose a larger plan.</source>
        <translation>Lösche, was nicht gebraucht wird, oder wähle einen größeren Tarif.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired.</source>
        <translation>Das Zertifikat des Servers ist abgelaufen.</translation>
    </message>
    <message>
        <source>Renew the certificate on the server; check that the clock of this computer is right.</source>
        <translation>Erneuere das Zertifikat auf dem Server; prüfe, dass die Uhr dieses Rechners richtig geht.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet.</source>
        <translation>Das Zertifikat des Servers gilt noch nicht.</translation>
    </message>
    <message>
        <source>Check the clock of this computer and that of the server.</source>
        <translation>Prüfe die Uhr dieses Rechners und die des Servers.</translation>
    </message>
    <message>
        <source>This user or this database has no free connection.</source>
        <translation>Dieser Benutzer oder diese Datenbank hat keine freie Verbindung.</translation>
    </message>
    <message>
        <source>Close other programs that use this database, or ask its owner for a higher connection limit.</source>
        <translation>Schließen Sie andere Programme, die diese Datenbank benutzen, oder bitten Sie ihren Eigentümer um mehr Verbindungen.</translation>
    </message>
    <message>
        <source>This user may not connect to this database.</source>
        <translation>Dieser Benutzer darf sich nicht mit dieser Datenbank verbinden.</translation>
    </message>
    <message>
        <source>As the owner of the database run: grant connect on database … to this user.</source>
        <translation>Führen Sie als Eigentümer der Datenbank aus: grant connect on database … to diesen Benutzer.</translation>
    </message>
    <message>
        <source>This user may not sign in.</source>
        <translation>Dieser Benutzer darf sich nicht anmelden.</translation>
    </message>
    <message>
        <source>Use another user, or as a superuser run: alter role … login.</source>
        <translation>Nehmen Sie einen anderen Benutzer, oder führen Sie als Superuser aus: alter role … login.</translation>
    </message>
    <message>
        <source>This database takes no connections at the moment.</source>
        <translation>Diese Datenbank nimmt zurzeit keine Verbindungen an.</translation>
    </message>
    <message>
        <source>As a superuser run: alter database … allow_connections true.</source>
        <translation>Führen Sie als Superuser aus: alter database … allow_connections true.</translation>
    </message>
    <message>
        <source>The connection pooler does not know this database.</source>
        <translation>Der Verbindungspooler kennt diese Datenbank nicht.</translation>
    </message>
    <message>
        <source>Check the last part of the connection string, or add the database to the pooler’s list.</source>
        <translation>Prüfen Sie den letzten Teil der Verbindungszeichenfolge, oder tragen Sie die Datenbank beim Pooler ein.</translation>
    </message>
    <message>
        <source>The connection pooler does not reach the database server behind it.</source>
        <translation>Der Verbindungspooler erreicht den Datenbankserver hinter ihm nicht.</translation>
    </message>
    <message>
        <source>Try again in a minute; if it stays, look whether the server behind the pooler runs.</source>
        <translation>Versuchen Sie es in einer Minute noch einmal; wenn es so bleibt, sehen Sie nach, ob der Server hinter dem Pooler läuft.</translation>
    </message>
    <message>
        <source>The server let us in and then closed the connection without an answer.</source>
        <translation>Der Server hat uns hereingelassen und die Verbindung dann ohne Antwort beendet.</translation>
    </message>
    <message>
        <source>If a connection pooler stands between, it had no free server connection: end transactions that other programs leave open, or give the pooler more connections.</source>
        <translation>Wenn ein Verbindungspooler dazwischen steht, hatte er keine freie Serververbindung: Beenden Sie Transaktionen, die andere Programme offen lassen, oder geben Sie dem Pooler mehr Verbindungen.</translation>
    </message>
    <message>
        <source>Nothing listens at this address and port.</source>
        <translation>Unter dieser Adresse und diesem Port antwortet nichts.</translation>
    </message>
    <message>
        <source>Check the port, and that the server runs.</source>
        <translation>Prüfe den Port und ob der Server läuft.</translation>
    </message>
    <message>
        <source>There is no way to the server.</source>
        <translation>Es gibt keinen Weg zum Server.</translation>
    </message>
    <message>
        <source>Check the network of this computer.</source>
        <translation>Prüfe das Netz dieses Rechners.</translation>
    </message>
    <message>
        <source>Address not found</source>
        <translation>Adresse nicht gefunden</translation>
    </message>
    <message>
        <source>Check the spelling of the host: there is no computer of this name.</source>
        <translation>Prüfe die Schreibweise des Servers: Einen Rechner mit diesem Namen gibt es nicht.</translation>
    </message>
    <message>
        <source>The name server does not answer</source>
        <translation>Der Nameserver antwortet nicht</translation>
    </message>
    <message>
        <source>Check the network of this computer: without a name server no address is found.</source>
        <translation>Prüfen Sie das Netzwerk dieses Rechners: Ohne Nameserver wird keine Adresse gefunden.</translation>
    </message>
    <message>
        <source>Nothing listens there</source>
        <translation>Dort nimmt niemand an</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Check that no firewall stands between, and that the server&apos;s address is right.</source>
        <translation>Prüfe, dass keine Firewall dazwischensteht und dass die Adresse des Servers stimmt.</translation>
    </message>
    <message>
        <source>No way to the server</source>
        <translation>Kein Weg zum Server</translation>
    </message>
    <message>
        <source>The server keeps silent</source>
        <translation>Der Server schweigt</translation>
    </message>
    <message>
        <source>The server took the connection and then kept silent: look whether it is overloaded or paused.</source>
        <translation>Der Server hat die Verbindung angenommen und schweigt seither: Sieh nach, ob er überlastet oder angehalten ist.</translation>
    </message>
    <message>
        <source>The connection pooler kept us without an answer for too long.</source>
        <translation>Der Verbindungspooler hat uns zu lange ohne Antwort gelassen.</translation>
    </message>
    <message>
        <source>It may have no free server connection: end transactions that other programs leave open, or give the pooler more connections.</source>
        <translation>Vielleicht hat er keine freie Serververbindung: Beenden Sie Transaktionen, die andere Programme offen lassen, oder geben Sie dem Pooler mehr Verbindungen.</translation>
    </message>
    <message>
        <source>The database did not answer in time.</source>
        <translation>Die Datenbank hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Try again; if it stays, look what keeps the database busy.</source>
        <translation>Versuche es erneut; bleibt es so, sieh nach, was die Datenbank beschäftigt.</translation>
    </message>
    <message>
        <source>Encryption is lowered</source>
        <translation>Die Verschlüsselung ist herabgesetzt</translation>
    </message>
    <message>
        <source>Set Encryption to “verify-full”, so that nobody between can read the password.</source>
        <translation>Stelle die Verschlüsselung auf „verify-full“, damit niemand dazwischen das Passwort lesen kann.</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Set Encryption to “verify-full”.</source>
        <translation>Stelle die Verschlüsselung auf „verify-full“.</translation>
    </message>
    <message>
        <source>The server is too old</source>
        <translation>Der Server ist zu alt</translation>
    </message>
    <message>
        <source>Glowlist needs PostgreSQL 13 or newer: upgrade the server.</source>
        <translation>Glowlist braucht PostgreSQL 13 oder neuer: Aktualisiere den Server.</translation>
    </message>
    <message>
        <source>The way to the server is slow</source>
        <translation>Der Weg zum Server ist langsam</translation>
    </message>
    <message>
        <source>Choose a server region that is nearer, or a better network.</source>
        <translation>Wähle eine nähere Serverregion oder ein besseres Netz.</translation>
    </message>
    <message>
        <source>The database can only be read</source>
        <translation>Die Datenbank lässt sich nur lesen</translation>
    </message>
    <message>
        <source>Use the connection string of the primary server; where this is the primary, set default_transaction_read_only to off.</source>
        <translation>Nehmen Sie die Verbindungszeichenfolge des Primärservers; ist dies der Primärserver, setzen Sie default_transaction_read_only auf off.</translation>
    </message>
    <message>
        <source>No rights in the schema public</source>
        <translation>Keine Rechte im Schema public</translation>
    </message>
    <message>
        <source>As the owner run: grant %1 on schema public to %2;</source>
        <translation>Führe als Eigentümer aus: grant %1 on schema public to %2;</translation>
    </message>
    <message>
        <source>Rights are missing</source>
        <translation>Es fehlen Rechte</translation>
    </message>
    <message>
        <source>As the owner run: grant usage on schema glowlist to %1; grant all on public.tasks to %1;</source>
        <translation>Führe als Eigentümer aus: grant usage on schema glowlist to %1; grant all on public.tasks to %1;</translation>
    </message>
    <message>
        <source>As the owner run: grant create on database %1 to %2;</source>
        <translation>Führe als Eigentümer aus: grant create on database %1 to %2;</translation>
    </message>
    <message>
        <source>Upgrades cannot be read</source>
        <translation>Aktualisierungen lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>Sign in as the owner of the database.</source>
        <translation>Melde dich als Eigentümer der Datenbank an.</translation>
    </message>
    <message>
        <source>This Glowlist is too old</source>
        <translation>Dieses Glowlist ist zu alt</translation>
    </message>
    <message>
        <source>Install Glowlist %1 or newer; until then this database is only read.</source>
        <translation>Installiere Glowlist %1 oder neuer; bis dahin wird diese Datenbank nur gelesen.</translation>
    </message>
    <message>
        <source>Newer than this Glowlist</source>
        <translation>Neuer als dieses Glowlist</translation>
    </message>
    <message>
        <source>Everything works; a newer Glowlist knows more of it.</source>
        <translation>Alles funktioniert; ein neueres Glowlist kann mehr damit anfangen.</translation>
    </message>
    <message>
        <source>Not prepared yet</source>
        <translation>Noch nicht vorbereitet</translation>
    </message>
    <message>
        <source>Upgrades are missing</source>
        <translation>Aktualisierungen fehlen</translation>
    </message>
    <message>
        <source>Search has no index</source>
        <translation>Die Suche hat keinen Index</translation>
    </message>
    <message>
        <source>As the owner of the tables run: %1</source>
        <translation>Führen Sie als Eigentümer der Tabellen aus: %1</translation>
    </message>
    <message>
        <source>As a superuser run: %1</source>
        <translation>Führen Sie als Superuser aus: %1</translation>
    </message>
    <message>
        <source>Install PostgreSQL&apos;s contrib modules on the server, then as a superuser run: %1</source>
        <translation>Installieren Sie auf dem Server die contrib-Module von PostgreSQL, und führen Sie dann als Superuser aus: %1</translation>
    </message>
    <message>
        <source>The database is nearly full</source>
        <translation>Die Datenbank ist fast voll</translation>
    </message>
    <message>
        <source>Rows that are gone fill the database</source>
        <translation>Gelöschte Zeilen füllen die Datenbank</translation>
    </message>
    <message>
        <source>Run VACUUM in this database; the server’s autovacuum has not come to it.</source>
        <translation>Führe in dieser Datenbank VACUUM aus; das Autovacuum des Servers ist nicht dazu gekommen.</translation>
    </message>
    <message>
        <source>The clocks are apart</source>
        <translation>Die Uhren gehen auseinander</translation>
    </message>
    <message>
        <source>Set the clock of this computer or of the server: changes would carry wrong times.</source>
        <translation>Stelle die Uhr dieses Rechners oder des Servers: Änderungen trügen sonst falsche Zeiten.</translation>
    </message>
    <message>
        <source>The connection string cannot be read</source>
        <translation>Die Verbindungszeichenfolge ist nicht lesbar</translation>
    </message>
    <message>
        <source>Copy the connection string again where the database is managed.</source>
        <translation>Kopiere die Verbindungszeichenfolge noch einmal dort, wo die Datenbank verwaltet wird.</translation>
    </message>
    <message>
        <source>The encryption of this workspace was lowered: nothing would prove that the server is the right one, and the password could be read on the way.</source>
        <translation>Die Verschlüsselung dieses Arbeitsbereichs wurde herabgesetzt: Nichts würde belegen, dass der Server der richtige ist, und das Passwort könnte unterwegs gelesen werden.</translation>
    </message>
    <message>
        <source>Confirm it under Encryption, or choose “verify-full”.</source>
        <translation>Bestätigen Sie es unter „Verschlüsselung“, oder wählen Sie „verify-full“.</translation>
    </message>
    <message>
        <source>The private PostgreSQL does not run</source>
        <translation>Das private PostgreSQL läuft nicht</translation>
    </message>
    <message>
        <source>Run: glowlist local start; what it says tells what is missing.</source>
        <translation>Führen Sie aus: glowlist local start; was es sagt, zeigt, was fehlt.</translation>
    </message>
</context>
<context>
    <name>FilterEditor</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>C&amp;onditions</source>
        <translation>Be&amp;dingungen</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>FilterReader</name>
    <message>
        <source>“%1” closes nothing.</source>
        <translation>„%1“ schließt nichts.</translation>
    </message>
    <message>
        <source>The quotes that begin at %1 have no end.</source>
        <translation>Die Anführungszeichen, die bei %1 beginnen, werden nicht geschlossen.</translation>
    </message>
    <message>
        <source>A condition is missing before “%1”.</source>
        <translation>Vor „%1“ fehlt eine Bedingung.</translation>
    </message>
    <message>
        <source>A condition is missing after “%1”.</source>
        <translation>Nach „%1“ fehlt eine Bedingung.</translation>
    </message>
    <message>
        <source>The parentheses are nested too deeply at “%1”.</source>
        <translation>Die Klammern sind bei „%1“ zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>“%1” is not closed.</source>
        <translation>„%1“ wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>“%1” is not a number of days.</source>
        <translation>„%1“ ist keine Anzahl von Tagen.</translation>
    </message>
    <message>
        <source>A value is missing after “%1”.</source>
        <translation>Nach „%1“ fehlt ein Wert.</translation>
    </message>
    <message>
        <source>“%1” is not a priority: high, medium, low or none.</source>
        <translation>„%1“ ist keine Priorität: high, medium, low oder none.</translation>
    </message>
    <message>
        <source>“%1” is not a date.</source>
        <translation>„%1“ ist kein Datum.</translation>
    </message>
    <message>
        <source>A task cannot have “%1”: %2.</source>
        <translation>Eine Aufgabe kann „%1“ nicht haben: %2.</translation>
    </message>
    <message>
        <source>“%1” holds for all that is found: it cannot stand in parentheses or after “!”.</source>
        <translation>„%1“ gilt für alles Gefundene und kann nicht in Klammern oder nach „!“ stehen.</translation>
    </message>
    <message>
        <source>Tasks are not grouped by “%1”: %2.</source>
        <translation>Aufgaben werden nicht nach „%1“ gruppiert: %2.</translation>
    </message>
    <message>
        <source>Tasks are not sorted by “%1”: %2.</source>
        <translation>Aufgaben werden nicht nach „%1“ sortiert: %2.</translation>
    </message>
</context>
<context>
    <name>FilterText</name>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>fällig %1</translation>
    </message>
    <message>
        <source>due before %1</source>
        <translation>fällig vor %1</translation>
    </message>
    <message>
        <source>due on or before %1</source>
        <translation>fällig bis %1</translation>
    </message>
    <message>
        <source>due after %1</source>
        <translation>fällig nach %1</translation>
    </message>
    <message>
        <source>due on or after %1</source>
        <translation>fällig ab %1</translation>
    </message>
    <message>
        <source>starting %1</source>
        <translation>mit Beginn %1</translation>
    </message>
    <message>
        <source>starting before %1</source>
        <translation>mit Beginn vor %1</translation>
    </message>
    <message>
        <source>starting on or before %1</source>
        <translation>mit Beginn bis %1</translation>
    </message>
    <message>
        <source>starting after %1</source>
        <translation>mit Beginn nach %1</translation>
    </message>
    <message>
        <source>starting on or after %1</source>
        <translation>mit Beginn ab %1</translation>
    </message>
    <message>
        <source>deadline %1</source>
        <translation>mit Frist %1</translation>
    </message>
    <message>
        <source>deadline before %1</source>
        <translation>mit Frist vor %1</translation>
    </message>
    <message>
        <source>deadline on or before %1</source>
        <translation>mit Frist bis %1</translation>
    </message>
    <message>
        <source>deadline after %1</source>
        <translation>mit Frist nach %1</translation>
    </message>
    <message>
        <source>deadline on or after %1</source>
        <translation>mit Frist ab %1</translation>
    </message>
    <message>
        <source>created %1</source>
        <translation>erstellt %1</translation>
    </message>
    <message>
        <source>created before %1</source>
        <translation>erstellt vor %1</translation>
    </message>
    <message>
        <source>created on or before %1</source>
        <translation>erstellt bis %1</translation>
    </message>
    <message>
        <source>created after %1</source>
        <translation>erstellt nach %1</translation>
    </message>
    <message>
        <source>created on or after %1</source>
        <translation>erstellt ab %1</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>geändert %1</translation>
    </message>
    <message>
        <source>changed before %1</source>
        <translation>geändert vor %1</translation>
    </message>
    <message>
        <source>changed on or before %1</source>
        <translation>geändert bis %1</translation>
    </message>
    <message>
        <source>changed after %1</source>
        <translation>geändert nach %1</translation>
    </message>
    <message>
        <source>changed on or after %1</source>
        <translation>geändert ab %1</translation>
    </message>
    <message>
        <source>completed %1</source>
        <translation>erledigt %1</translation>
    </message>
    <message>
        <source>completed before %1</source>
        <translation>erledigt vor %1</translation>
    </message>
    <message>
        <source>completed on or before %1</source>
        <translation>erledigt bis %1</translation>
    </message>
    <message>
        <source>completed after %1</source>
        <translation>erledigt nach %1</translation>
    </message>
    <message>
        <source>completed on or after %1</source>
        <translation>erledigt ab %1</translation>
    </message>
    <message>
        <source>with a due date</source>
        <translation>mit Fälligkeit</translation>
    </message>
    <message>
        <source>without a due date</source>
        <translation>ohne Fälligkeit</translation>
    </message>
    <message>
        <source>with a start date</source>
        <translation>mit Beginn</translation>
    </message>
    <message>
        <source>without a start date</source>
        <translation>ohne Beginn</translation>
    </message>
    <message>
        <source>with a deadline</source>
        <translation>mit Frist</translation>
    </message>
    <message>
        <source>without a deadline</source>
        <translation>ohne Frist</translation>
    </message>
    <message>
        <source>in a list</source>
        <translation>in einer Liste</translation>
    </message>
    <message>
        <source>in the Inbox</source>
        <translation>im Eingang</translation>
    </message>
    <message>
        <source>in a section</source>
        <translation>in einem Abschnitt</translation>
    </message>
    <message>
        <source>outside of sections</source>
        <translation>außerhalb von Abschnitten</translation>
    </message>
    <message>
        <source>with a tag</source>
        <translation>mit Tag</translation>
    </message>
    <message>
        <source>without tags</source>
        <translation>ohne Tags</translation>
    </message>
    <message>
        <source>with notes</source>
        <translation>mit Notizen</translation>
    </message>
    <message>
        <source>without notes</source>
        <translation>ohne Notizen</translation>
    </message>
    <message>
        <source>with subtasks</source>
        <translation>mit Teilaufgaben</translation>
    </message>
    <message>
        <source>without subtasks</source>
        <translation>ohne Teilaufgaben</translation>
    </message>
    <message>
        <source>a subtask</source>
        <translation>eine Teilaufgabe</translation>
    </message>
    <message>
        <source>not a subtask</source>
        <translation>keine Teilaufgabe</translation>
    </message>
    <message>
        <source>recurring</source>
        <translation>wiederkehrend</translation>
    </message>
    <message>
        <source>not recurring</source>
        <translation>nicht wiederkehrend</translation>
    </message>
    <message>
        <source>with an estimate</source>
        <translation>mit Schätzung</translation>
    </message>
    <message>
        <source>without an estimate</source>
        <translation>ohne Schätzung</translation>
    </message>
    <message>
        <source>with a priority</source>
        <translation>mit Priorität</translation>
    </message>
    <message>
        <source>without a priority</source>
        <translation>ohne Priorität</translation>
    </message>
    <message numerus="yes">
        <source>created in the last %n day(s)</source>
        <translation>
            <numerusform>erstellt vor höchstens %n Tag</numerusform>
            <numerusform>erstellt vor höchstens %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changed in the last %n day(s)</source>
        <translation>
            <numerusform>geändert vor höchstens %n Tag</numerusform>
            <numerusform>geändert vor höchstens %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>completed in the last %n day(s)</source>
        <translation>
            <numerusform>erledigt vor höchstens %n Tag</numerusform>
            <numerusform>erledigt vor höchstens %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>priority below %1</source>
        <translation>Priorität unter %1</translation>
    </message>
    <message>
        <source>priority %1 or lower</source>
        <translation>Priorität %1 oder niedriger</translation>
    </message>
    <message>
        <source>priority above %1</source>
        <translation>Priorität über %1</translation>
    </message>
    <message>
        <source>priority %1 or higher</source>
        <translation>Priorität %1 oder höher</translation>
    </message>
    <message>
        <source>priority %1</source>
        <translation>Priorität %1</translation>
    </message>
    <message>
        <source>every task</source>
        <translation>alle Aufgaben</translation>
    </message>
    <message>
        <source>with “%1” in title or notes</source>
        <translation>mit „%1“ in Titel oder Notizen</translation>
    </message>
    <message>
        <source>with the tag “%1”</source>
        <translation>mit dem Tag „%1“</translation>
    </message>
    <message>
        <source>in the list “%1” or one nested in it</source>
        <translation>in der Liste „%1“ oder einer darin</translation>
    </message>
    <message>
        <source>in the section “%1”</source>
        <translation>im Abschnitt „%1“</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>nicht %1</translation>
    </message>
    <message>
        <source>by title</source>
        <translation>nach Titel</translation>
    </message>
    <message>
        <source>by list</source>
        <translation>nach Liste</translation>
    </message>
    <message>
        <source>by due date</source>
        <translation>nach Fälligkeit</translation>
    </message>
    <message>
        <source>by start date</source>
        <translation>nach Beginn</translation>
    </message>
    <message>
        <source>by deadline</source>
        <translation>nach Frist</translation>
    </message>
    <message>
        <source>by priority</source>
        <translation>nach Priorität</translation>
    </message>
    <message>
        <source>by day of creation</source>
        <translation>nach Tag der Erstellung</translation>
    </message>
    <message>
        <source>by last change</source>
        <translation>nach letzter Änderung</translation>
    </message>
    <message>
        <source>by day of completion</source>
        <translation>nach Tag der Erledigung</translation>
    </message>
    <message>
        <source>in manual order</source>
        <translation>in eigener Reihenfolge</translation>
    </message>
    <message>
        <source>grouped by day</source>
        <translation>nach Tagen gruppiert</translation>
    </message>
    <message>
        <source>grouped by day of completion</source>
        <translation>nach Tag der Erledigung gruppiert</translation>
    </message>
    <message>
        <source>grouped by section</source>
        <translation>nach Abschnitten gruppiert</translation>
    </message>
    <message>
        <source>grouped by priority</source>
        <translation>nach Priorität gruppiert</translation>
    </message>
    <message>
        <source>grouped by list</source>
        <translation>nach Listen gruppiert</translation>
    </message>
    <message>
        <source>not grouped</source>
        <translation>nicht gruppiert</translation>
    </message>
    <message>
        <source>sorted %1, last first</source>
        <translation>sortiert %1, Letztes zuerst</translation>
    </message>
    <message>
        <source>sorted %1</source>
        <translation>sortiert %1</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>When the window closes</source>
        <translation>Beim Schließen des Fensters</translation>
    </message>
    <message>
        <source>First day of the week</source>
        <translation>Erster Wochentag</translation>
    </message>
    <message>
        <source>New tasks go to</source>
        <translation>Neue Aufgaben in</translation>
    </message>
    <message>
        <source>Where the view says nothing else, in the workspace that is open now.</source>
        <translation>Wo die Ansicht nichts anderes vorgibt, im gerade offenen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>When you log in</source>
        <translation>Beim Anmelden</translation>
    </message>
    <message>
        <source>Start Glowlist in the tray</source>
        <translation>Glowlist im Infobereich starten</translation>
    </message>
    <message>
        <source>Then reminders come without a window. No database is opened until you open one.</source>
        <translation>Dann kommen Erinnerungen auch ohne Fenster. Keine Datenbank wird geöffnet, bevor du eines öffnest.</translation>
    </message>
</context>
<context>
    <name>GivenFields</name>
    <message>
        <source>The text has a character that no database takes (NUL or half a character).</source>
        <translation>Der Text enthält ein Zeichen, das keine Datenbank annimmt (NUL oder ein halbes Zeichen).</translation>
    </message>
    <message>
        <source>A task needs a title.</source>
        <translation>Eine Aufgabe braucht einen Titel.</translation>
    </message>
    <message>
        <source>The title has %1 characters; at most %2 are allowed.</source>
        <translation>Der Titel hat %1 Zeichen; erlaubt sind höchstens %2.</translation>
    </message>
    <message>
        <source>The notes have %1 characters; at most %2 are allowed.</source>
        <translation>Die Notizen haben %1 Zeichen; erlaubt sind höchstens %2.</translation>
    </message>
    <message>
        <source>“%1” is no priority; known are none, low, medium, high.</source>
        <translation>„%1“ ist keine Priorität; bekannt sind none, low, medium, high.</translation>
    </message>
    <message>
        <source>“%1” is no date for --%2.</source>
        <translation>„%1“ ist kein Datum für --%2.</translation>
    </message>
    <message>
        <source>A name has at most %1 characters.</source>
        <translation>Ein Name hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>“%1” is no reminder. Try “30 min before”, “tomorrow 9:00” or -PT30M.</source>
        <translation>„%1“ ist keine Erinnerung. Versuche „30 min before“, „tomorrow 9:00“ oder -PT30M.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Everywhere:</source>
        <translation>Überall:</translation>
    </message>
    <message>
        <source>Glowlist, a to-do list in your own PostgreSQL.</source>
        <translation>Glowlist, eine Aufgabenliste in deinem eigenen PostgreSQL.</translation>
    </message>
    <message>
        <source>opens the window</source>
        <translation>öffnet das Fenster</translation>
    </message>
    <message>
        <source>saves a picture of the window</source>
        <translation>speichert ein Bild des Fensters</translation>
    </message>
    <message>
        <source>For the window:</source>
        <translation>Für das Fenster:</translation>
    </message>
    <message>
        <source>More with glowlist COMMAND --help.</source>
        <translation>Mehr mit glowlist COMMAND --help.</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Was geändert wurde</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>The text before</source>
        <translation>Der Text vorher</translation>
    </message>
    <message>
        <source>The text after</source>
        <translation>Der Text nachher</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Alle Felder</translation>
    </message>
    <message>
        <source>Whole text</source>
        <translation>Ganzer Text</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>Die Datei %1 lässt sich nicht schreiben: %2.</translation>
    </message>
</context>
<context>
    <name>JsonFile</name>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>Die Datei %1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>The file %1 is damaged.</source>
        <translation>Die Datei %1 ist beschädigt.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>Die Datei %1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>It was kept as %1.</source>
        <translation>Sie wurde als %1 aufgehoben.</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Dates and numbers keep the form of your region.</source>
        <translation>Datum und Zahlen behalten die Form deiner Region.</translation>
    </message>
</context>
<context>
    <name>List</name>
    <message>
        <source>The query has a character that no task can have (NUL or half a character).</source>
        <translation>Die Abfrage enthält ein Zeichen, das keine Aufgabe haben kann (NUL oder ein halbes Zeichen).</translation>
    </message>
    <message>
        <source>glowlist show takes the uid or number of one task.</source>
        <translation>glowlist show nimmt die UID oder Nummer einer Aufgabe.</translation>
    </message>
</context>
<context>
    <name>ListDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>Local</name>
    <message>
        <source>PostgreSQL %1 is running as %2, process %3, data in %4, socket in %5.</source>
        <translation>PostgreSQL %1 läuft als %2, Prozess %3, Daten in %4, Socket in %5.</translation>
    </message>
    <message>
        <source>The private PostgreSQL is not running; its data is in %1.</source>
        <translation>Das private PostgreSQL läuft nicht; seine Daten liegen in %1.</translation>
    </message>
    <message>
        <source>glowlist local takes one of start, stop, status, url.</source>
        <translation>glowlist local nimmt eines von start, stop, status, url.</translation>
    </message>
</context>
<context>
    <name>LocalServer</name>
    <message>
        <source>The directory %1 cannot be made: %2. Choose another one with --data-dir.</source>
        <translation>Das Verzeichnis %1 lässt sich nicht anlegen: %2. Wähle mit --data-dir ein anderes.</translation>
    </message>
    <message>
        <source>The disk is full: %1. The private database needs about 60 MB.</source>
        <translation>Der Datenträger ist voll: %1. Die private Datenbank braucht etwa 60 MB.</translation>
    </message>
    <message>
        <source>The private database could not be made in %1: %2</source>
        <translation>Die private Datenbank ließ sich in %1 nicht anlegen: %2</translation>
    </message>
    <message>
        <source>Making the private database…</source>
        <translation>Die private Datenbank wird angelegt …</translation>
    </message>
    <message>
        <source>The private database could not be made in %1.</source>
        <translation>Die private Datenbank ließ sich in %1 nicht anlegen.</translation>
    </message>
    <message>
        <source>%1 could not be renamed to %2.</source>
        <translation>%1 ließ sich nicht in %2 umbenennen.</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2.</source>
        <translation>%1 lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>The data directory is on a read-only file system, so the private database cannot run: %1. Make it writable, or choose another one with --data-dir.</source>
        <translation>Das Datenverzeichnis liegt auf einem schreibgeschützten Dateisystem, deshalb kann die private Datenbank nicht laufen: %1. Mach es beschreibbar oder wähle mit --data-dir ein anderes.</translation>
    </message>
    <message>
        <source>You have no right to write in %1, so the private database cannot run. Correct its rights, or choose another data directory with --data-dir.</source>
        <translation>Du darfst in %1 nicht schreiben, deshalb kann die private Datenbank nicht laufen. Berichtige die Rechte oder wähle mit --data-dir ein anderes Datenverzeichnis.</translation>
    </message>
    <message>
        <source>The disk is full: %1. Free some space, then try again.</source>
        <translation>Der Datenträger ist voll: %1. Schaffe Platz und versuche es dann erneut.</translation>
    </message>
    <message>
        <source>The file system of %1 knows no locks: %2.</source>
        <translation>Das Dateisystem von %1 kennt keine Sperren: %2.</translation>
    </message>
    <message>
        <source>Another Glowlist has been starting or stopping the private database for two minutes.</source>
        <translation>Ein anderes Glowlist startet oder beendet die private Datenbank schon seit zwei Minuten.</translation>
    </message>
    <message>
        <source>Waiting for another Glowlist that starts or stops the private database…</source>
        <translation>Warten auf ein anderes Glowlist, das die private Datenbank startet oder beendet …</translation>
    </message>
    <message>
        <source>Taking the private database over to PostgreSQL %1…</source>
        <translation>Die private Datenbank wird für PostgreSQL %1 übernommen …</translation>
    </message>
    <message>
        <source>PostgreSQL %1 could not take over the private database of PostgreSQL %2.</source>
        <translation>PostgreSQL %1 konnte die private Datenbank von PostgreSQL %2 nicht übernehmen.</translation>
    </message>
    <message>
        <source>The private PostgreSQL has not ended within %1 seconds.</source>
        <translation>Das private PostgreSQL hat sich nicht innerhalb von %1 Sekunden beendet.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The disk is full. Glowlist gave its reserve of 8 MB free; delete some files soon.</source>
        <translation>Der Datenträger ist voll. Glowlist hat seine Reserve von 8 MB freigegeben; lösche bald einige Dateien.</translation>
    </message>
    <message>
        <source>It goes on with PostgreSQL %1; nothing was changed.</source>
        <translation>Es geht mit PostgreSQL %1 weiter; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Starting the private PostgreSQL…</source>
        <translation>Das private PostgreSQL wird gestartet …</translation>
    </message>
    <message>
        <source>Starting the private PostgreSQL as the user %1, since it refuses root; its files are in %2.</source>
        <translation>Das private PostgreSQL wird als Benutzer %1 gestartet, da es root ablehnt; seine Dateien liegen in %2.</translation>
    </message>
    <message>
        <source>Processes of an earlier private PostgreSQL have not ended: %1.</source>
        <translation>Prozesse eines früheren privaten PostgreSQL sind noch nicht beendet: %1.</translation>
    </message>
    <message>
        <source>Waiting for the rest of an earlier private PostgreSQL to end…</source>
        <translation>Warten, bis sich der Rest eines früheren privaten PostgreSQL beendet …</translation>
    </message>
    <message>
        <source>The private PostgreSQL could not be started: %1.</source>
        <translation>Das private PostgreSQL ließ sich nicht starten: %1.</translation>
    </message>
    <message>
        <source>The private PostgreSQL did not start: %1 (its log is %2).</source>
        <translation>Das private PostgreSQL ist nicht gestartet: %1 (Protokoll: %2).</translation>
    </message>
    <message>
        <source>The private PostgreSQL has not answered for five minutes (its log is %1).</source>
        <translation>Das private PostgreSQL antwortet seit fünf Minuten nicht (Protokoll: %1).</translation>
    </message>
    <message>
        <source>The private PostgreSQL is putting its files in order…</source>
        <translation>Das private PostgreSQL bringt seine Dateien in Ordnung …</translation>
    </message>
    <message>
        <source>PostgreSQL is not installed on this computer. Install the package %1, then try again.</source>
        <translation>PostgreSQL ist auf diesem Rechner nicht installiert. Installiere das Paket %1 und versuche es dann erneut.</translation>
    </message>
    <message>
        <source>The private database was made by PostgreSQL %1, which is not installed any more. Install the package %2, then try again; nothing was changed.</source>
        <translation>Die private Datenbank stammt von PostgreSQL %1, das nicht mehr installiert ist. Installiere das Paket %2 und versuche es dann erneut; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The user id %1 has no name on this computer, but PostgreSQL needs one.</source>
        <translation>Die Benutzernummer %1 hat auf diesem Rechner keinen Namen, PostgreSQL braucht aber einen.</translation>
    </message>
    <message>
        <source>PostgreSQL refuses to run as root, and there is no account “postgres” to run it. Install the package postgresql.</source>
        <translation>PostgreSQL läuft nicht als root, und es gibt kein Konto „postgres“ dafür. Installiere das Paket postgresql.</translation>
    </message>
    <message>
        <source>The directory %1 cannot be read: %2.</source>
        <translation>Das Verzeichnis %1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>The private database in %1 belongs to the user %2. Start Glowlist as that user, or give it another data directory with --data-dir.</source>
        <translation>Die private Datenbank in %1 gehört dem Benutzer %2. Starte Glowlist als dieser Benutzer oder gib mit --data-dir ein anderes Datenverzeichnis an.</translation>
    </message>
    <message>
        <source>The directory %1 cannot be given to %2.</source>
        <translation>Das Verzeichnis %1 lässt sich nicht an %2 übergeben.</translation>
    </message>
    <message>
        <source>The directory %1 cannot be made: %2.</source>
        <translation>Das Verzeichnis %1 lässt sich nicht anlegen: %2.</translation>
    </message>
    <message>
        <source>%1 exists, but is not a directory that only %2 can enter.</source>
        <translation>%1 gibt es, aber es ist kein Verzeichnis, das nur %2 betreten kann.</translation>
    </message>
    <message>
        <source>%1 cannot be run: %2.</source>
        <translation>%1 lässt sich nicht ausführen: %2.</translation>
    </message>
    <message>
        <source>%1 failed.</source>
        <translation>%1 ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Taking the private database over to PostgreSQL %1, %2 %…</source>
        <translation>Die private Datenbank wird für PostgreSQL %1 übernommen, %2 %…</translation>
    </message>
</context>
<context>
    <name>Migrate</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Revision: %1, newest: %2</source>
        <translation>Revision: %1, neueste: %2</translation>
    </message>
    <message>
        <source>Pending: %1</source>
        <translation>Ausstehend: %1</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>glowlist migrate takes one of %1.</source>
        <translation>glowlist migrate nimmt eines von %1.</translation>
    </message>
    <message>
        <source>The database is as the migrations make it.</source>
        <translation>Die Datenbank ist so, wie die Migrationen sie machen.</translation>
    </message>
    <message>
        <source>With --yes the indexes are built anew; writers wait meanwhile. By hand:</source>
        <translation>Mit --yes werden die Indizes neu aufgebaut; wer schreibt, wartet so lange. Von Hand:</translation>
    </message>
    <message numerus="yes">
        <source>Building %n index(es) anew…</source>
        <translation>
            <numerusform>%n Index wird neu aufgebaut …</numerusform>
            <numerusform>%n Indizes werden neu aufgebaut …</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is no range of revisions; it has the form FROM:TO.</source>
        <translation>„%1“ ist kein Bereich von Revisionen; er hat die Form VON:BIS.</translation>
    </message>
    <message>
        <source>glowlist migrate %1 needs an argument.</source>
        <translation>glowlist migrate %1 braucht eine Angabe.</translation>
    </message>
    <message>
        <source>glowlist migrate %1 has an argument too many.</source>
        <translation>glowlist migrate %1 hat eine Angabe zu viel.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>“%1” is no name for a migration: small letters, digits and _ only.</source>
        <translation>„%1“ ist kein Name für eine Migration: nur kleine Buchstaben, Ziffern und _.</translation>
    </message>
    <message>
        <source>This is no source tree of Glowlist: there is no folder migrations.</source>
        <translation>Das ist kein Quellbaum von Glowlist: Es gibt keinen Ordner migrations.</translation>
    </message>
</context>
<context>
    <name>MigrationPage</name>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>Migrationen</translation>
    </message>
    <message>
        <source>Schema check</source>
        <translation>Prüfung des Schemas</translation>
    </message>
    <message>
        <source>Progress of the migration</source>
        <translation>Fortschritt der Migration</translation>
    </message>
    <message>
        <source>Back to</source>
        <translation>Zurück zu</translation>
    </message>
    <message>
        <source>Revision to go back to</source>
        <translation>Revision, zu der zurückgegangen wird</translation>
    </message>
    <message>
        <source>Downgrade</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Delete this for good</source>
        <translation>Das endgültig löschen</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Stop after this step</source>
        <translation>Nach diesem Schritt anhalten</translation>
    </message>
    <message>
        <source>Copy SQL</source>
        <translation>SQL kopieren</translation>
    </message>
    <message>
        <source>Save SQL…</source>
        <translation>SQL speichern …</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
</context>
<context>
    <name>Migrations</name>
    <message>
        <source>The tables of users and tasks</source>
        <translation>Die Tabellen der Benutzer und Aufgaben</translation>
    </message>
    <message>
        <source>Every task and user of a database whose tables Glowlist made; the tables of another program stay.</source>
        <translation>Alle Aufgaben und Benutzer einer Datenbank, deren Tabellen Glowlist angelegt hat; die Tabellen eines anderen Programms bleiben.</translation>
    </message>
    <message>
        <source>Revisions, history and trash</source>
        <translation>Revisionen, Verlauf und Papierkorb</translation>
    </message>
    <message>
        <source>The trash, the history and the record of what was sent.</source>
        <translation>Der Papierkorb, der Verlauf und das Verzeichnis dessen, was gesendet wurde.</translation>
    </message>
    <message>
        <source>Order, subtasks, long notes, start dates and deadlines</source>
        <translation>Reihenfolge, Teilaufgaben, lange Notizen, Starttermine und Fristen</translation>
    </message>
    <message>
        <source>Subtasks, manual order, notes beyond 1,000 characters, start dates, deadlines, repetition and estimates.</source>
        <translation>Teilaufgaben, eigene Reihenfolge, Notizen jenseits von 1.000 Zeichen, Starttermine, Fristen, Wiederholung und Schätzungen.</translation>
    </message>
    <message>
        <source>Lists, sections and tags</source>
        <translation>Listen, Abschnitte und Etiketten</translation>
    </message>
    <message>
        <source>Lists, sections and tags; every task returns to the Inbox.</source>
        <translation>Listen, Abschnitte und Etiketten; jede Aufgabe kehrt in den Eingang zurück.</translation>
    </message>
    <message>
        <source>The log of what any program changes</source>
        <translation>Das Protokoll dessen, was irgendein Programm ändert</translation>
    </message>
    <message>
        <source>The function that stores changes</source>
        <translation>Die Funktion, die Änderungen speichert</translation>
    </message>
    <message>
        <source>Indexes for the search</source>
        <translation>Indizes für die Suche</translation>
    </message>
    <message>
        <source>Copying tasks from other workspaces</source>
        <translation>Das Kopieren von Aufgaben anderer Arbeitsbereiche</translation>
    </message>
    <message>
        <source>The history that was copied from other workspaces, and which copies were made.</source>
        <translation>Den Verlauf, der aus anderen Arbeitsbereichen kopiert wurde, und welche Kopien es gab.</translation>
    </message>
    <message>
        <source>Time zones that another program wrote</source>
        <translation>Zeitzonen, die ein anderes Programm geschrieben hat</translation>
    </message>
    <message>
        <source>Tasks that wait for other tasks</source>
        <translation>Aufgaben, die auf andere Aufgaben warten</translation>
    </message>
    <message>
        <source>Which task waits for which.</source>
        <translation>Welche Aufgabe auf welche wartet.</translation>
    </message>
    <message>
        <source>Tags taken off in a copied workspace</source>
        <translation>Tags, die in einem kopierten Arbeitsbereich entfernt wurden</translation>
    </message>
    <message>
        <source>Occurrences of recurring tasks</source>
        <translation>Folgetermine wiederkehrender Aufgaben</translation>
    </message>
    <message>
        <source>Which occurrence of its series a task is.</source>
        <translation>Der wievielte Termin ihrer Reihe eine Aufgabe ist.</translation>
    </message>
    <message>
        <source>Odd dates that another program wrote</source>
        <translation>Seltsame Tage, die ein anderes Programm geschrieben hat</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Erinnerungen</translation>
    </message>
    <message>
        <source>Reminders.</source>
        <translation>Erinnerungen.</translation>
    </message>
    <message>
        <source>Time spent on tasks</source>
        <translation>Zeit für Aufgaben</translation>
    </message>
    <message>
        <source>The time spent on tasks.</source>
        <translation>Die Zeit, die für Aufgaben gebraucht wurde.</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>The saved filters.</source>
        <translation>Die gespeicherten Filter.</translation>
    </message>
</context>
<context>
    <name>Migrator</name>
    <message>
        <source>The migration %1 is not whole.</source>
        <translation>Die Migration %1 ist unvollständig.</translation>
    </message>
    <message>
        <source>Two migrations have the number %1.</source>
        <translation>Zwei Migrationen haben die Nummer %1.</translation>
    </message>
    <message>
        <source>Another program is migrating this database. Try again when it is done.</source>
        <translation>Ein anderes Programm migriert diese Datenbank gerade. Versuche es erneut, wenn es fertig ist.</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>There is no migration “%1”.</source>
        <translation>Es gibt keine Migration „%1“.</translation>
    </message>
    <message>
        <source>Migration %1 was made by a newer Glowlist, which alone can take it back.</source>
        <translation>Die Migration %1 stammt von einem neueren Glowlist; nur dieses kann sie zurücknehmen.</translation>
    </message>
    <message>
        <source>This would delete for good: %1</source>
        <translation>Das würde endgültig löschen: %1</translation>
    </message>
    <message>
        <source>Another program is migrating this database; waiting for it…</source>
        <translation>Ein anderes Programm migriert diese Datenbank; es wird darauf gewartet …</translation>
    </message>
    <message>
        <source>The migration was cancelled between two steps.</source>
        <translation>Die Migration wurde zwischen zwei Schritten abgebrochen.</translation>
    </message>
    <message>
        <source>Migration %1 cannot run within a transaction, so there is no script of it. Let Glowlist apply it.</source>
        <translation>Die Migration %1 kann nicht in einer Transaktion laufen, daher gibt es kein Skript davon. Lassen Sie Glowlist sie anwenden.</translation>
    </message>
    <message>
        <source>From %1 to %2 there is nothing to do.</source>
        <translation>Von %1 nach %2 ist nichts zu tun.</translation>
    </message>
    <message>
        <source>Another program is using the tables; waiting for it to end…</source>
        <translation>Ein anderes Programm benutzt die Tabellen; es wird auf sein Ende gewartet …</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>where settings and the private database lie</source>
        <translation>wo Einstellungen und private Datenbank liegen</translation>
    </message>
    <message>
        <source>connection string; - reads it from standard input, env:NAME from the environment</source>
        <translation>Verbindungszeichenfolge; - liest sie von der Standardeingabe, env:NAME aus der Umgebung</translation>
    </message>
    <message>
        <source>connection string past the pooler; derived from --url otherwise</source>
        <translation>Verbindungszeichenfolge am Pooler vorbei; sonst von --url abgeleitet</translation>
    </message>
    <message>
        <source>lowers the encryption of the connection knowingly</source>
        <translation>senkt die Verschlüsselung der Verbindung bewusst</translation>
    </message>
    <message>
        <source>a workspace of the settings, or env for DATABASE_URL</source>
        <translation>ein Arbeitsbereich der Einstellungen oder env für DATABASE_URL</translation>
    </message>
    <message>
        <source>whose tasks, in a database of several users</source>
        <translation>wessen Aufgaben, in einer Datenbank mit mehreren Benutzern</translation>
    </message>
    <message>
        <source>the time to take for now</source>
        <translation>die Zeit, die als jetzt gilt</translation>
    </message>
    <message>
        <source>answers yes to every question</source>
        <translation>beantwortet jede Frage mit Ja</translation>
    </message>
    <message>
        <source>prints one JSON document</source>
        <translation>gibt ein JSON-Dokument aus</translation>
    </message>
    <message>
        <source>prints this help</source>
        <translation>gibt diese Hilfe aus</translation>
    </message>
    <message>
        <source>prints the version</source>
        <translation>gibt die Version aus</translation>
    </message>
    <message>
        <source>takes the title as it stands</source>
        <translation>nimmt den Titel, wie er dasteht</translation>
    </message>
    <message>
        <source>uid of the new task; sent again it makes no second one</source>
        <translation>UID der neuen Aufgabe; noch einmal gesendet entsteht keine zweite</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>list, made when it is missing; empty: the Inbox</source>
        <translation>Liste, wird angelegt, wenn sie fehlt; leer: der Eingang</translation>
    </message>
    <message>
        <source>tag, made when it is missing; may be repeated</source>
        <translation>Etikett, wird angelegt, wenn es fehlt; mehrmals möglich</translation>
    </message>
    <message>
        <source>none, low, medium or high</source>
        <translation>none, low, medium oder high</translation>
    </message>
    <message>
        <source>date or time of the start</source>
        <translation>Datum oder Zeit des Beginns</translation>
    </message>
    <message>
        <source>date or time when it is due</source>
        <translation>Datum oder Zeit der Fälligkeit</translation>
    </message>
    <message>
        <source>date or time of the deadline</source>
        <translation>Datum oder Zeit der Frist</translation>
    </message>
    <message>
        <source>repetition as an RRULE</source>
        <translation>Wiederholung als RRULE</translation>
    </message>
    <message>
        <source>repeats from the day of completion</source>
        <translation>wiederholt ab dem Tag der Erledigung</translation>
    </message>
    <message>
        <source>repeats from the due date</source>
        <translation>wiederholt ab der Fälligkeit</translation>
    </message>
    <message>
        <source>the task it is a subtask of</source>
        <translation>die Aufgabe, deren Teilaufgabe sie ist</translation>
    </message>
    <message>
        <source>completed tasks too</source>
        <translation>auch erledigte Aufgaben</translation>
    </message>
    <message>
        <source>reads the line with the marks of another program</source>
        <translation>liest die Zeile mit den Zeichen eines anderen Programms</translation>
    </message>
    <message>
        <source>language and country</source>
        <translation>Sprache und Land</translation>
    </message>
    <message>
        <source>saves a picture of the window and quits</source>
        <translation>speichert ein Bild des Fensters und beendet sich</translation>
    </message>
    <message>
        <source>the view to show</source>
        <translation>die Ansicht</translation>
    </message>
    <message>
        <source>colours of the window</source>
        <translation>Farben des Fensters</translation>
    </message>
    <message>
        <source>size of the picture</source>
        <translation>Größe des Bildes</translation>
    </message>
    <message>
        <source>scale of the picture</source>
        <translation>Maßstab des Bildes</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>Es gibt keine Option %1.</translation>
    </message>
    <message>
        <source>The option %1 takes no value.</source>
        <translation>Die Option %1 nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>The option %1 needs a value.</source>
        <translation>Die Option %1 braucht einen Wert.</translation>
    </message>
    <message>
        <source>The command line is not valid UTF-8.</source>
        <translation>Die Befehlszeile ist kein gültiges UTF-8.</translation>
    </message>
    <message>
        <source>date or time that the rule begins with</source>
        <translation>Tag oder Zeit, womit die Regel beginnt</translation>
    </message>
    <message>
        <source>how many dates, 5 where it is not given</source>
        <translation>wie viele Tage, ohne Angabe 5</translation>
    </message>
    <message>
        <source>opens the small window that adds a task</source>
        <translation>öffnet das kleine Fenster, das eine Aufgabe hinzufügt</translation>
    </message>
    <message>
        <source>how the program that shares the database stores due times</source>
        <translation>wie das Programm, das die Datenbank teilt, fällige Zeiten speichert</translation>
    </message>
    <message>
        <source>reminder, such as “30 min before” or a time; may be repeated</source>
        <translation>Erinnerung, etwa „30 min before“ oder eine Zeit; auch mehrfach</translation>
    </message>
    <message>
        <source>starts in the tray, without a window</source>
        <translation>startet im Infobereich, ohne Fenster</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>The directory %1 cannot be made.</source>
        <translation>Das Verzeichnis %1 lässt sich nicht anlegen.</translation>
    </message>
</context>
<context>
    <name>Parse</name>
    <message>
        <source>glowlist parse takes the line to read.</source>
        <translation>glowlist parse nimmt die Zeile, die gelesen werden soll.</translation>
    </message>
    <message>
        <source>There is no profile “%1”.</source>
        <translation>Es gibt kein Profil „%1“.</translation>
    </message>
</context>
<context>
    <name>PendingMenu</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuickAddWindow</name>
    <message>
        <source>Add a task</source>
        <translation>Aufgabe hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>This task does not exist any more.</source>
        <translation>Diese Aufgabe gibt es nicht mehr.</translation>
    </message>
</context>
<context>
    <name>Recur</name>
    <message>
        <source>glowlist recur takes a rule and the date that it begins with: glowlist recur &quot;FREQ=WEEKLY;BYDAY=FR&quot; --from 2026-11-27</source>
        <translation>glowlist recur nimmt eine Regel und den Tag, mit dem sie beginnt: glowlist recur &quot;FREQ=WEEKLY;BYDAY=FR&quot; --from 2026-11-27</translation>
    </message>
    <message>
        <source>“%1” is no date for --from; write YYYY-MM-DD or YYYY-MM-DDTHH:MM.</source>
        <translation>„%1“ ist kein Datum für --from; richtig ist JJJJ-MM-TT oder JJJJ-MM-TTThh:mm.</translation>
    </message>
    <message>
        <source>--count takes a number from 0 to %1.</source>
        <translation>--count nimmt eine Zahl von 0 bis %1.</translation>
    </message>
</context>
<context>
    <name>Recurrence</name>
    <message>
        <source>A rule ends by COUNT or by UNTIL, not by both.</source>
        <translation>Eine Regel endet durch COUNT oder durch UNTIL, nicht durch beides.</translation>
    </message>
    <message>
        <source>BYWEEKNO needs FREQ=YEARLY.</source>
        <translation>BYWEEKNO braucht FREQ=YEARLY.</translation>
    </message>
    <message>
        <source>BYMONTHDAY does not go with FREQ=WEEKLY.</source>
        <translation>BYMONTHDAY passt nicht zu FREQ=WEEKLY.</translation>
    </message>
    <message>
        <source>BYYEARDAY does not go with a rule by day, week or month.</source>
        <translation>BYYEARDAY passt nicht zu einer Regel nach Tag, Woche oder Monat.</translation>
    </message>
    <message>
        <source>A numbered weekday such as 2MO needs FREQ=MONTHLY or FREQ=YEARLY without BYWEEKNO.</source>
        <translation>Ein gezählter Wochentag wie 2MO braucht FREQ=MONTHLY oder FREQ=YEARLY ohne BYWEEKNO.</translation>
    </message>
    <message>
        <source>BYSETPOS needs another BY… part to choose from.</source>
        <translation>BYSETPOS braucht einen weiteren BY…-Teil, aus dem es wählt.</translation>
    </message>
    <message>
        <source>“%1” is no part of a rule of repetition.</source>
        <translation>„%1“ ist kein Teil einer Wiederholungsregel.</translation>
    </message>
    <message>
        <source>The value in “%1” is not allowed in a rule of repetition.</source>
        <translation>Der Wert in „%1“ ist in einer Wiederholungsregel nicht erlaubt.</translation>
    </message>
    <message>
        <source>The rule of repetition has %1 twice.</source>
        <translation>Die Wiederholungsregel hat %1 zweimal.</translation>
    </message>
    <message>
        <source>“%1” is no rule of repetition: it needs FREQ, as in FREQ=WEEKLY;BYDAY=FR.</source>
        <translation>„%1“ ist keine Wiederholungsregel: Sie braucht FREQ, wie in FREQ=WEEKLY;BYDAY=FR.</translation>
    </message>
    <message>
        <source>first</source>
        <comment>of its weekdays in a month</comment>
        <translation>ersten</translation>
    </message>
    <message>
        <source>second</source>
        <comment>of its weekdays in a month</comment>
        <translation>zweiten</translation>
    </message>
    <message>
        <source>third</source>
        <comment>of its weekdays in a month</comment>
        <translation>dritten</translation>
    </message>
    <message>
        <source>fourth</source>
        <comment>of its weekdays in a month</comment>
        <translation>vierten</translation>
    </message>
    <message>
        <source>fifth</source>
        <comment>of its weekdays in a month</comment>
        <translation>fünften</translation>
    </message>
    <message>
        <source>last</source>
        <comment>of its weekdays in a month</comment>
        <translation>letzten</translation>
    </message>
    <message>
        <source>second last</source>
        <comment>of its weekdays in a month</comment>
        <translation>vorletzten</translation>
    </message>
    <message>
        <source>the last day</source>
        <translation>letzten Tag</translation>
    </message>
    <message>
        <source>the %1st</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>the %1nd</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>the %1rd</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>the %1th</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>a list</comment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 or the last day</source>
        <comment>the 31st</comment>
        <translation>%1 oder letzten Tag</translation>
    </message>
    <message>
        <source>the %1 workday</source>
        <translation>%1 Werktag</translation>
    </message>
    <message>
        <source>the %1 %2</source>
        <comment>the last Friday</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>the last Friday of November</comment>
        <translation>%1 im %2</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>Jedes Jahr</translation>
    </message>
    <message numerus="yes">
        <source>Every %n years</source>
        <translation>
            <numerusform>Alle %n Jahre</numerusform>
            <numerusform>Alle %n Jahre</numerusform>
        </translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Jeden Monat</translation>
    </message>
    <message numerus="yes">
        <source>Every %n months</source>
        <translation>
            <numerusform>Alle %n Monate</numerusform>
            <numerusform>Alle %n Monate</numerusform>
        </translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Jede Woche</translation>
    </message>
    <message numerus="yes">
        <source>Every %n weeks</source>
        <translation>
            <numerusform>Alle %n Wochen</numerusform>
            <numerusform>Alle %n Wochen</numerusform>
        </translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message numerus="yes">
        <source>Every %n days</source>
        <translation>
            <numerusform>Alle %n Tage</numerusform>
            <numerusform>Alle %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>Jede Stunde</translation>
    </message>
    <message numerus="yes">
        <source>Every %n hours</source>
        <translation>
            <numerusform>Alle %n Stunden</numerusform>
            <numerusform>Alle %n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Every minute</source>
        <translation>Jede Minute</translation>
    </message>
    <message numerus="yes">
        <source>Every %n minutes</source>
        <translation>
            <numerusform>Alle %n Minuten</numerusform>
            <numerusform>Alle %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Every workday</source>
        <translation>Jeden Werktag</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>Every month on the last Friday</comment>
        <translation>%1 am %2</translation>
    </message>
    <message>
        <source>, until %1</source>
        <translation>, bis %1</translation>
    </message>
    <message numerus="yes">
        <source>, %n times</source>
        <translation>
            <numerusform>, %n Mal</numerusform>
            <numerusform>, %n Mal</numerusform>
        </translation>
    </message>
    <message>
        <source>By the rule %1</source>
        <translation>Nach der Regel %1</translation>
    </message>
    <message>
        <source> at %1</source>
        <comment>17:00</comment>
        <translation> um %1</translation>
    </message>
    <message>
        <source>, counted from when it is done</source>
        <translation>, gezählt ab dem Erledigen</translation>
    </message>
</context>
<context>
    <name>RecurrencePhrase</name>
    <message>
        <source>last</source>
        <translation>letzten</translation>
    </message>
    <message>
        <source>first</source>
        <translation>ersten</translation>
    </message>
    <message>
        <source>second</source>
        <translation>zweiten</translation>
    </message>
    <message>
        <source>third</source>
        <translation>dritten</translation>
    </message>
    <message>
        <source>fourth</source>
        <translation>vierten</translation>
    </message>
    <message>
        <source>fifth</source>
        <translation>fünften</translation>
    </message>
    <message>
        <source>every minute</source>
        <translation>jede Minute</translation>
    </message>
    <message>
        <source>every hour</source>
        <translation>jede Stunde</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>jeden Tag</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>jede Woche</translation>
    </message>
    <message>
        <source>every month</source>
        <translation>jeden Monat</translation>
    </message>
    <message>
        <source>every year</source>
        <translation>jedes Jahr</translation>
    </message>
    <message>
        <source>every %1 minutes</source>
        <translation>alle %1 Minuten</translation>
    </message>
    <message>
        <source>every %1 hours</source>
        <translation>alle %1 Stunden</translation>
    </message>
    <message>
        <source>every %1 days</source>
        <translation>alle %1 Tage</translation>
    </message>
    <message>
        <source>every %1 weeks</source>
        <translation>alle %1 Wochen</translation>
    </message>
    <message>
        <source>every %1 months</source>
        <translation>alle %1 Monate</translation>
    </message>
    <message>
        <source>every %1 years</source>
        <translation>alle %1 Jahre</translation>
    </message>
    <message>
        <source>%1th</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1 workday</source>
        <translation>%1 Werktag</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>letzten Tag</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>jeden %1</translation>
    </message>
    <message>
        <source>every other %1</source>
        <translation>jeden zweiten %1</translation>
    </message>
    <message>
        <source>every workday</source>
        <translation>jeden Werktag</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>for %1 times</source>
        <translation>%1 mal</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>um %1</translation>
    </message>
    <message>
        <source>when done</source>
        <translation>nach Erledigung</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>The task does not exist any more.</source>
        <translation>Die Aufgabe gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The list does not exist any more.</source>
        <translation>Die Liste gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The database is older than this program and does not know a field.</source>
        <translation>Die Datenbank ist älter als dieses Programm und kennt ein Feld nicht.</translation>
    </message>
    <message>
        <source>The text is too long for the database.</source>
        <translation>Der Text ist zu lang für die Datenbank.</translation>
    </message>
    <message>
        <source>A task cannot lie below itself.</source>
        <translation>Eine Aufgabe kann nicht unter sich selbst liegen.</translation>
    </message>
    <message>
        <source>You do not have the right to change this in the database.</source>
        <translation>Du hast in der Datenbank kein Recht, das zu ändern.</translation>
    </message>
    <message>
        <source>The database refused the value.</source>
        <translation>Die Datenbank hat den Wert abgelehnt.</translation>
    </message>
    <message>
        <source>These tasks would wait for each other.</source>
        <translation>Diese Aufgaben würden aufeinander warten.</translation>
    </message>
</context>
<context>
    <name>ReminderText</name>
    <message>
        <source>Reminder</source>
        <translation>Erinnerung</translation>
    </message>
    <message>
        <source>Missed: %1</source>
        <translation>Verpasst: %1</translation>
    </message>
    <message>
        <source>Due: %1</source>
        <translation>Fällig: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n missed reminder(s)</source>
        <translation>
            <numerusform>%n verpasste Erinnerung</numerusform>
            <numerusform>%n verpasste Erinnerungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s)</source>
        <translation>
            <numerusform>%n Erinnerung</numerusform>
            <numerusform>%n Erinnerungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message>
        <source>--size takes a width and a height, such as 1280x800.</source>
        <translation>--size nimmt Breite und Höhe, etwa 1280x800.</translation>
    </message>
    <message>
        <source>--scale takes a number from 0.5 to 8.</source>
        <translation>--scale nimmt eine Zahl von 0.5 bis 8.</translation>
    </message>
    <message>
        <source>Still at work…</source>
        <translation>Noch bei der Arbeit …</translation>
    </message>
    <message>
        <source>The window knows no option --%1.</source>
        <translation>Das Fenster kennt keine Option --%1.</translation>
    </message>
    <message>
        <source>The command %1 knows no option --%2.</source>
        <translation>Der Befehl %1 kennt keine Option --%2.</translation>
    </message>
    <message>
        <source>“%1” is no time; --now takes YYYY-MM-DDTHH:MM.</source>
        <translation>„%1“ ist keine Zeit; --now nimmt YYYY-MM-DDTHH:MM.</translation>
    </message>
    <message>
        <source>There is no command %1; see glowlist --help.</source>
        <translation>Es gibt keinen Befehl %1; siehe glowlist --help.</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>Sample tasks are for the private database; add --yes if this one is meant.</source>
        <translation>Beispielaufgaben sind für die private Datenbank gedacht; --yes, wenn diese gemeint ist.</translation>
    </message>
    <message>
        <source>Add sample tasks</source>
        <translation>Beispielaufgaben hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>%n sample task(s) added.</source>
        <translation>
            <numerusform>%n Beispielaufgabe hinzugefügt.</numerusform>
            <numerusform>%n Beispielaufgaben hinzugefügt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sample tasks had been added before.</source>
        <translation>Die Beispielaufgaben waren schon hinzugefügt.</translation>
    </message>
</context>
<context>
    <name>SchemaCheck</name>
    <message>
        <source>The catalogue of the schema is missing.</source>
        <translation>Der Katalog des Schemas fehlt.</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>constraint</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>trigger</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>view</source>
        <translation>Sicht</translation>
    </message>
    <message>
        <source>rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Missing: %1 %2</source>
        <translation>Es fehlt: %1 %2</translation>
    </message>
    <message>
        <source>Not made by Glowlist: %1 %2</source>
        <translation>Nicht von Glowlist gemacht: %1 %2</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Verändert: %1</translation>
    </message>
    <message>
        <source>Changed: %1 is “%2” and should be “%3”</source>
        <translation>Verändert: %1 ist „%2“ und sollte „%3“ sein</translation>
    </message>
    <message>
        <source>Without the extension pg_trgm there is no index %1; search is slower.</source>
        <translation>Ohne die Erweiterung pg_trgm gibt es keinen Index %1; die Suche ist langsamer.</translation>
    </message>
    <message>
        <source>Of another program: %1 %2</source>
        <translation>Von einem anderen Programm: %1 %2</translation>
    </message>
    <message>
        <source>The database is at revision %1, which this Glowlist does not know; it knows %2.</source>
        <translation>Die Datenbank steht auf Revision %1, die dieses Glowlist nicht kennt; es kennt %2.</translation>
    </message>
    <message>
        <source>The database is at revision %1 and not at %2; upgrade it first.</source>
        <translation>Die Datenbank steht auf Revision %1 und nicht auf %2; aktualisieren Sie sie zuerst.</translation>
    </message>
    <message>
        <source>The order of text (%1) was version %2 when the index %3 was built and is %4 now; the index must be built anew.</source>
        <translation>Die Reihenfolge von Text (%1) hatte Version %2, als der Index %3 aufgebaut wurde, und hat jetzt %4; der Index muss neu aufgebaut werden.</translation>
    </message>
</context>
<context>
    <name>SecretStore</name>
    <message>
        <source>There is no stored password for this workspace.</source>
        <translation>Für diesen Arbeitsbereich ist kein Passwort gespeichert.</translation>
    </message>
    <message>
        <source>Others on this computer can open %1, so the passwords in it are not used: take their rights away (chmod go= %1).</source>
        <translation>Andere auf diesem Computer können %1 öffnen, deshalb werden die Passwörter darin nicht benutzt: Nimm ihnen die Rechte (chmod go= %1).</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbinden mit %1 …</translation>
    </message>
    <message>
        <source>the private database</source>
        <translation>die private Datenbank</translation>
    </message>
    <message>
        <source>This database is not upgraded for this version of Glowlist. Run: glowlist migrate upgrade</source>
        <translation>Diese Datenbank ist nicht für diese Version von Glowlist aktualisiert. Führe aus: glowlist migrate upgrade</translation>
    </message>
    <message>
        <source>Migrating: %1 (%2 of %3)…</source>
        <translation>Migration: %1 (%2 von %3) …</translation>
    </message>
    <message>
        <source>The database has no user; somebody must sign up first.</source>
        <translation>Die Datenbank hat keinen Benutzer; zuerst muss sich jemand registrieren.</translation>
    </message>
    <message>
        <source>The database has several users. Choose one with --user: %1</source>
        <translation>Die Datenbank hat mehrere Benutzer. Wähle einen mit --user: %1</translation>
    </message>
    <message>
        <source>The database has no user “%1”. It has: %2</source>
        <translation>Die Datenbank hat keinen Benutzer „%1“. Sie hat: %2</translation>
    </message>
    <message>
        <source>“%1” is neither the uid nor the number of a task.</source>
        <translation>„%1“ ist weder UID noch Nummer einer Aufgabe.</translation>
    </message>
    <message>
        <source>There is no task %1.</source>
        <translation>Es gibt keine Aufgabe %1.</translation>
    </message>
    <message>
        <source>This database needs Glowlist %1 or newer; this one may only read it.</source>
        <translation>Diese Datenbank braucht Glowlist %1 oder neuer; dieses darf sie nur lesen.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>Target</name>
    <message>
        <source>There is no environment variable %1.</source>
        <translation>Es gibt keine Umgebungsvariable %1.</translation>
    </message>
    <message>
        <source>Neither the environment nor a file .env in this directory has DATABASE_URL.</source>
        <translation>Weder die Umgebung noch eine Datei .env in diesem Verzeichnis enthält DATABASE_URL.</translation>
    </message>
    <message>
        <source>There is no workspace “%1”.</source>
        <translation>Es gibt keinen Arbeitsbereich „%1“.</translation>
    </message>
    <message>
        <source>“%1” is no encryption mode; known are %2.</source>
        <translation>„%1“ ist keine Verschlüsselungsart; bekannt sind %2.</translation>
    </message>
    <message>
        <source>--url and --workspace cannot stand together.</source>
        <translation>--url und --workspace können nicht zusammen stehen.</translation>
    </message>
    <message>
        <source>Warning: with the encryption mode %1 nothing proves that the server is the right one.</source>
        <translation>Warnung: Mit der Verschlüsselungsart %1 beweist nichts, dass der Server der richtige ist.</translation>
    </message>
    <message>
        <source>Warning: others on this computer may have seen the password on the command line; use --url - or --url env:NAME.</source>
        <translation>Warnung: Andere auf diesem Computer können das Passwort in der Befehlszeile gesehen haben; nimm --url - oder --url env:NAME.</translation>
    </message>
</context>
<context>
    <name>TaskCommands</name>
    <message>
        <source>Complete: %1</source>
        <translation>Erledigen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Complete %n task(s)</source>
        <translation>
            <numerusform>%n Aufgabe erledigen</numerusform>
            <numerusform>%n Aufgaben erledigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Reopen: %1</source>
        <translation>Wieder öffnen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Reopen %n task(s)</source>
        <translation>
            <numerusform>%n Aufgabe wieder öffnen</numerusform>
            <numerusform>%n Aufgaben wieder öffnen</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete: %1</source>
        <translation>Löschen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n task(s)</source>
        <translation>
            <numerusform>%n Aufgabe löschen</numerusform>
            <numerusform>%n Aufgaben löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename: %1</source>
        <translation>Umbenennen: %1</translation>
    </message>
    <message>
        <source>Set priority: %1</source>
        <translation>Priorität setzen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Set priority of %n task(s)</source>
        <translation>
            <numerusform>Priorität von %n Aufgabe setzen</numerusform>
            <numerusform>Priorität von %n Aufgaben setzen</numerusform>
        </translation>
    </message>
    <message>
        <source>Set due date: %1</source>
        <translation>Fälligkeit setzen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Set due date of %n task(s)</source>
        <translation>
            <numerusform>Fälligkeit von %n Aufgabe setzen</numerusform>
            <numerusform>Fälligkeit von %n Aufgaben setzen</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove due date: %1</source>
        <translation>Fälligkeit entfernen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Remove due date of %n task(s)</source>
        <translation>
            <numerusform>Fälligkeit von %n Aufgabe entfernen</numerusform>
            <numerusform>Fälligkeit von %n Aufgaben entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Tag: %1</source>
        <translation>Etikett geben: %1</translation>
    </message>
    <message numerus="yes">
        <source>Tag %n task(s)</source>
        <translation>
            <numerusform>%n Aufgabe ein Etikett geben</numerusform>
            <numerusform>%n Aufgaben ein Etikett geben</numerusform>
        </translation>
    </message>
    <message>
        <source>Move: %1</source>
        <translation>Verschieben: %1</translation>
    </message>
    <message numerus="yes">
        <source>Move %n task(s)</source>
        <translation>
            <numerusform>%n Aufgabe verschieben</numerusform>
            <numerusform>%n Aufgaben verschieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskEditor</name>
    <message>
        <source>Choose a task to see all of it here.</source>
        <translation>Wähle eine Aufgabe, um sie hier ganz zu sehen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiketten</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Aufwand</translation>
    </message>
    <message>
        <source>Subtasks</source>
        <translation>Teilaufgaben</translation>
    </message>
    <message>
        <source>Add a subtask</source>
        <translation>Teilaufgabe hinzufügen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Delete the task</source>
        <translation>Aufgabe löschen</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Erledigen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Blocked by</source>
        <translation>Blockiert von</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Erinnerung</translation>
    </message>
    <message>
        <source>Time spent</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Attach a file…</source>
        <translation>Datei anhängen…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Changed elsewhere while you edited</source>
        <translation>Während Ihrer Eingabe anderswo geändert</translation>
    </message>
</context>
<context>
    <name>TaskTexts</name>
    <message>
        <source>d MMM</source>
        <extracomment>Date formats as QLocale::toString takes them</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Ganztägig</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>weekday and time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>soeben</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor %n Min.</numerusform>
            <numerusform>vor %n Min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>vor %n Std.</numerusform>
            <numerusform>vor %n Std.</numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n w ago</source>
        <translation>
            <numerusform>vor %n Wo.</numerusform>
            <numerusform>vor %n Wo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mo ago</source>
        <translation>
            <numerusform>vor %n Mon.</numerusform>
            <numerusform>vor %n Mon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n y ago</source>
        <translation>
            <numerusform>vor %n Jahr</numerusform>
            <numerusform>vor %n Jahren</numerusform>
        </translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <extracomment>Date formats as QLocale::toString takes them</extracomment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>Tomorrow · %1 %2</source>
        <comment>weekday, date</comment>
        <translation>Morgen · %1, %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>weekday, date</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Ohne Datum</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>Hohe Priorität</translation>
    </message>
    <message>
        <source>Medium priority</source>
        <translation>Mittlere Priorität</translation>
    </message>
    <message>
        <source>Low priority</source>
        <translation>Niedrige Priorität</translation>
    </message>
    <message>
        <source>No priority</source>
        <translation>Keine Priorität</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>There is no display to open a window on.</source>
        <translation>Es gibt keine Anzeige, auf der ein Fenster aufgehen könnte.</translation>
    </message>
</context>
<context>
    <name>TrashDialog</name>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Deleted tasks are kept for 30 days</source>
        <translation>Gelöschte Aufgaben werden 30 Tage aufbewahrt</translation>
    </message>
    <message>
        <source>Search the trash</source>
        <translation>Papierkorb durchsuchen</translation>
    </message>
    <message>
        <source>Deleted tasks</source>
        <translation>Gelöschte Aufgaben</translation>
    </message>
    <message>
        <source>Empty trash…</source>
        <translation>Papierkorb leeren …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>A task comes back to its list, section and place, with subtasks, tags and reminders. What has lost its list goes to the Inbox.</source>
        <translation>Eine Aufgabe kommt in ihre Liste, ihren Abschnitt und an ihren Platz zurück, mit Teilaufgaben, Etiketten und Erinnerungen. Wessen Liste es nicht mehr gibt, der kommt in den Eingang.</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Zurückgenommen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) had been changed since and were left.</source>
        <translation>
            <numerusform>%n Wert war seither geändert worden und blieb.</numerusform>
            <numerusform>%n Werte waren seither geändert worden und blieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undoing: %1 of %2…</source>
        <translation>Rückgängig: %1 von %2 …</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>This database has to be upgraded for this version of Glowlist first.</source>
        <translation>Diese Datenbank muss für diese Version von Glowlist zuerst aktualisiert werden.</translation>
    </message>
    <message>
        <source>Preparing the database, step %1 of %2…</source>
        <translation>Die Datenbank wird vorbereitet, Schritt %1 von %2 …</translation>
    </message>
</context>
<context>
    <name>WorkspaceCopy</name>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>%1 needs Glowlist %2; this is %3. It can be read, not changed.</source>
        <translation>%1 braucht Glowlist %2; dies ist %3. Lesen geht, ändern nicht.</translation>
    </message>
    <message>
        <source>Copy from %1</source>
        <translation>Kopie von %1</translation>
    </message>
    <message>
        <source>Copying the history…</source>
        <translation>Der Verlauf wird kopiert …</translation>
    </message>
    <message>
        <source>The copy was cancelled.</source>
        <translation>Das Kopieren wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>WorkspaceCopyDialog</name>
    <message>
        <source>Copy tasks</source>
        <translation>Aufgaben kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;to</source>
        <translation>Kopieren &amp;nach</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>Kopieren nach</translation>
    </message>
    <message>
        <source>Lists, tags, order, times and history go along; nothing is removed here. Copying again brings only what is new or was changed.</source>
        <translation>Listen, Tags, Reihenfolge, Zeiten und Verlauf kommen mit; hier wird nichts entfernt. Noch einmal kopieren bringt nur, was neu ist oder geändert wurde.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>WorkspaceDraft</name>
    <message>
        <source>Type the whole new password in place of the dots.</source>
        <translation>Gib anstelle der Punkte das ganze neue Passwort ein.</translation>
    </message>
    <message>
        <source>Paste the connection string of the workspace first.</source>
        <translation>Füge zuerst die Verbindungszeichenfolge des Arbeitsbereichs ein.</translation>
    </message>
    <message>
        <source>Give the workspace a name.</source>
        <translation>Gib dem Arbeitsbereich einen Namen.</translation>
    </message>
    <message>
        <source>Without verifying the server the password could be read on the way. Confirm it under Encryption, or choose to verify.</source>
        <translation>Ohne Prüfung des Servers könnte das Passwort unterwegs gelesen werden. Bestätige das unter Verschlüsselung, oder wähle die Prüfung.</translation>
    </message>
</context>
<context>
    <name>Workspaces</name>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>The file %1 is damaged.</source>
        <translation>Die Datei %1 ist beschädigt.</translation>
    </message>
</context>
<context>
    <name>WorkspacesPage</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Pooled connection</source>
        <translation>Über den Pooler</translation>
    </message>
    <message>
        <source>For everyday work. Paste what Neon shows; the password goes into the keychain.</source>
        <translation>Für die tägliche Arbeit. Füge ein, was Neon zeigt; das Passwort kommt in den Schlüsselbund.</translation>
    </message>
    <message>
        <source>Direct connection</source>
        <translation>Direkt</translation>
    </message>
    <message>
        <source>For upgrades and live updates. Edit it only if yours differs.</source>
        <translation>Für Aktualisierungen und laufende Änderungen. Nur ändern, wenn deine abweicht.</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>I know that somebody between here and the server could read along</source>
        <translation>Ich weiß, dass jemand zwischen hier und dem Server mitlesen könnte</translation>
    </message>
    <message>
        <source>Connection check</source>
        <translation>Verbindungsprüfung</translation>
    </message>
    <message>
        <source>Add to the workspaces</source>
        <translation>Zu den Arbeitsbereichen hinzufügen</translation>
    </message>
    <message>
        <source>Save and open</source>
        <translation>Speichern und öffnen</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Where passwords are kept</source>
        <translation>Wo Passwörter aufbewahrt werden</translation>
    </message>
    <message>
        <source>There is no keychain on this computer.</source>
        <translation>Auf diesem Computer gibt es keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Authority file</source>
        <translation>Zertifikatsdatei</translation>
    </message>
    <message>
        <source>what this computer trusts</source>
        <translation>wem dieser Computer vertraut</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Certificate of the authority that signs this server’s certificate (PEM), where it is your own.</source>
        <translation>Zertifikat der Stelle, die das Zertifikat dieses Servers unterschreibt (PEM), wenn es eine eigene ist.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>One for everything</source>
        <translation>Eine für alles</translation>
    </message>
    <message>
        <source>Two: counts do not hold up what you do</source>
        <translation>Zwei: Zählen hält nicht auf, was Sie tun</translation>
    </message>
    <message>
        <source>How many of the pooler’s places this window may hold. One more is used for live updates.</source>
        <translation>Wie viele Plätze im Pooler dieses Fenster belegen darf. Für Aktualisierungen von anderswo kommt eine hinzu.</translation>
    </message>
</context>
<context>
    <name>glow::app::Backups</name>
    <message>
        <source>Restoring makes a new database of the PostgreSQL that is installed; the files of the old one stay where they are.</source>
        <translation>Das Wiederherstellen legt eine neue Datenbank des vorhandenen PostgreSQL an; die Dateien der alten bleiben, wo sie sind.</translation>
    </message>
</context>
<context>
    <name>glow::app::CatalogueActions</name>
    <message>
        <source>A name is needed.</source>
        <translation>Ein Name ist nötig.</translation>
    </message>
    <message>
        <source>A name holds %1 characters at most.</source>
        <translation>Ein Name hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>This name has a character that PostgreSQL cannot store.</source>
        <translation>Dieser Name enthält ein Zeichen, das PostgreSQL nicht speichern kann.</translation>
    </message>
    <message>
        <source>New list: %1</source>
        <translation>Neue Liste: %1</translation>
    </message>
    <message>
        <source>Rename list: %1</source>
        <translation>Liste umbenennen: %1</translation>
    </message>
    <message>
        <source>Colour list: %1</source>
        <translation>Liste färben: %1</translation>
    </message>
    <message>
        <source>Archive list: %1</source>
        <translation>Liste archivieren: %1</translation>
    </message>
    <message>
        <source>Unarchive list: %1</source>
        <translation>Liste zurückholen: %1</translation>
    </message>
    <message>
        <source>Delete list: %1</source>
        <translation>Liste löschen: %1</translation>
    </message>
    <message>
        <source>Move list: %1</source>
        <translation>Liste verschieben: %1</translation>
    </message>
    <message>
        <source>New tag: %1</source>
        <translation>Neues Etikett: %1</translation>
    </message>
    <message>
        <source>Rename tag: %1</source>
        <translation>Etikett umbenennen: %1</translation>
    </message>
    <message>
        <source>Colour tag: %1</source>
        <translation>Etikett färben: %1</translation>
    </message>
    <message>
        <source>Delete tag: %1</source>
        <translation>Etikett löschen: %1</translation>
    </message>
    <message>
        <source>There is a list of this name already.</source>
        <translation>Eine Liste mit diesem Namen gibt es schon.</translation>
    </message>
    <message>
        <source>There is a tag of this name already.</source>
        <translation>Ein Etikett mit diesem Namen gibt es schon.</translation>
    </message>
    <message>
        <source>New section: %1</source>
        <translation>Neuer Abschnitt: %1</translation>
    </message>
    <message>
        <source>Rename section: %1</source>
        <translation>Abschnitt umbenennen: %1</translation>
    </message>
    <message>
        <source>Move section: %1</source>
        <translation>Abschnitt verschieben: %1</translation>
    </message>
    <message>
        <source>Delete section: %1</source>
        <translation>Abschnitt löschen: %1</translation>
    </message>
    <message>
        <source>Merge tag: %1 into %2</source>
        <translation>Etikett zusammenführen: %1 in %2</translation>
    </message>
    <message>
        <source>This list has a section of this name already.</source>
        <translation>Diese Liste hat schon einen Abschnitt dieses Namens.</translation>
    </message>
    <message>
        <source>New filter: %1</source>
        <translation>Neuer Filter: %1</translation>
    </message>
    <message>
        <source>Edit filter: %1</source>
        <translation>Filter bearbeiten: %1</translation>
    </message>
    <message>
        <source>Move filter: %1</source>
        <translation>Filter verschieben: %1</translation>
    </message>
    <message>
        <source>Delete filter: %1</source>
        <translation>Filter löschen: %1</translation>
    </message>
    <message>
        <source>There is a filter of this name already.</source>
        <translation>Einen Filter dieses Namens gibt es schon.</translation>
    </message>
</context>
<context>
    <name>glow::app::Continuations</name>
    <message>
        <source>Next occurrence: %1</source>
        <translation>Nächster Termin: %1</translation>
    </message>
</context>
<context>
    <name>glow::app::DateText</name>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 Min.</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 Std.</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 Std. %2 Min.</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>unter 1 min</translation>
    </message>
</context>
<context>
    <name>glow::app::FieldTexts</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Aufwand</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Teil von</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiketten</translation>
    </message>
    <message>
        <source>Blocked by</source>
        <translation>Blockiert von</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Erinnerung</translation>
    </message>
    <message>
        <source>Subtask</source>
        <translation>Teilaufgabe</translation>
    </message>
    <message>
        <source>Created, deleted</source>
        <translation>Angelegt, gelöscht</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::app::HistoryModel</name>
    <message>
        <source>d MMMM</source>
        <extracomment>Date formats as QLocale::toString takes them</extracomment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>field, before, after</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>Restore %1: %2</source>
        <comment>field, title of the task</comment>
        <translation>%1 wiederherstellen: %2</translation>
    </message>
</context>
<context>
    <name>glow::app::HistoryWalk</name>
    <message>
        <source>The list “%1” is gone, so the task cannot go back there.</source>
        <translation>Die Liste „%1“ gibt es nicht mehr, darum kann die Aufgabe nicht dorthin zurück.</translation>
    </message>
    <message>
        <source>The section “%1” is gone, so the task cannot go back there.</source>
        <translation>Den Abschnitt „%1“ gibt es nicht mehr, darum kann die Aufgabe nicht dorthin zurück.</translation>
    </message>
    <message>
        <source>The task “%1” is gone, so this one cannot be part of it again.</source>
        <translation>Die Aufgabe „%1“ gibt es nicht mehr, darum kann diese nicht wieder zu ihr gehören.</translation>
    </message>
    <message>
        <source>The tag “%1” is gone; make it anew to use it again.</source>
        <translation>Das Etikett „%1“ gibt es nicht mehr; lege es neu an, um es wieder zu verwenden.</translation>
    </message>
    <message>
        <source>The task “%1” is gone, so nothing can wait for it.</source>
        <translation>Die Aufgabe „%1“ gibt es nicht mehr, darum kann nichts auf sie warten.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>wiederhergestellt</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>something that is gone</source>
        <translation>etwas, das es nicht mehr gibt</translation>
    </message>
</context>
<context>
    <name>glow::app::Notifier</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Erledigen</translation>
    </message>
    <message>
        <source>In 10 minutes</source>
        <translation>In 10 Minuten</translation>
    </message>
    <message>
        <source>In 1 hour</source>
        <translation>In 1 Stunde</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Morgen früh</translation>
    </message>
</context>
<context>
    <name>glow::app::QuickAdd</name>
    <message>
        <source>Add: %1</source>
        <translation>Hinzufügen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Add %n task(s)</source>
        <translation>
            <numerusform>%n Aufgabe hinzufügen</numerusform>
            <numerusform>%n Aufgaben hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n title(s) had more than 200 characters; the rest stands in the notes.</source>
        <translation>
            <numerusform>%n Titel hatte mehr als 200 Zeichen; der Rest steht in den Notizen.</numerusform>
            <numerusform>%n Titel hatten mehr als 200 Zeichen; der Rest steht in den Notizen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 Std.</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 Min.</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>No priority</source>
        <translation>Keine Priorität</translation>
    </message>
    <message>
        <source>starts %1</source>
        <translation>beginnt %1</translation>
    </message>
    <message>
        <source>deadline %1</source>
        <translation>Frist %1</translation>
    </message>
    <message>
        <source>check box</source>
        <translation>Kästchen</translation>
    </message>
</context>
<context>
    <name>glow::app::ReminderText</name>
    <message>
        <source>When due</source>
        <translation>Bei Fälligkeit</translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) before</source>
        <translation>
            <numerusform>%n Woche vorher</numerusform>
            <numerusform>%n Wochen vorher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) before</source>
        <translation>
            <numerusform>%n Tag vorher</numerusform>
            <numerusform>%n Tage vorher</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 before</source>
        <comment>a duration</comment>
        <translation>%1 vorher</translation>
    </message>
</context>
<context>
    <name>glow::app::SidebarModel</name>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Upcoming</source>
        <translation>Demnächst</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>Alle Aufgaben</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Neue Liste</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiketten</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n open task(s)</source>
        <translation>
            <numerusform>%1, %n offene Aufgabe</numerusform>
            <numerusform>%1, %n offene Aufgaben</numerusform>
        </translation>
    </message>
    <message>
        <source>A list cannot lie below itself.</source>
        <translation>Eine Liste kann nicht unter sich selbst liegen.</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>glow::app::SubtaskModel</name>
    <message>
        <source>Rename: %1</source>
        <translation>Umbenennen: %1</translation>
    </message>
    <message>
        <source>Reorder: %1</source>
        <translation>Umordnen: %1</translation>
    </message>
    <message>
        <source>Add: %1</source>
        <translation>Hinzufügen: %1</translation>
    </message>
    <message>
        <source>Complete: %1</source>
        <translation>Erledigen: %1</translation>
    </message>
    <message>
        <source>Reopen: %1</source>
        <translation>Wieder öffnen: %1</translation>
    </message>
    <message>
        <source>Delete: %1</source>
        <translation>Löschen: %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>%1 of %2 subtasks done</source>
        <translation>%1 von %2 Teilaufgaben erledigt</translation>
    </message>
    <message>
        <source>Move: %1</source>
        <translation>Verschieben: %1</translation>
    </message>
</context>
<context>
    <name>glow::app::TaskEditorModel</name>
    <message>
        <source>This task is not in the database any more.</source>
        <translation>Diese Aufgabe ist nicht mehr in der Datenbank.</translation>
    </message>
    <message>
        <source>This task is deleted.</source>
        <translation>Diese Aufgabe ist gelöscht.</translation>
    </message>
    <message>
        <source>Another program deleted this task. Its text is kept here: Restore brings it back.</source>
        <translation>Ein anderes Programm hat diese Aufgabe gelöscht. Ihr Text ist hier noch da: „Wiederherstellen“ holt sie zurück.</translation>
    </message>
    <message>
        <source>Not stored: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Remove due date: %1</source>
        <translation>Fälligkeit entfernen: %1</translation>
    </message>
    <message>
        <source>Set due date: %1</source>
        <translation>Fälligkeit setzen: %1</translation>
    </message>
    <message>
        <source>Edit: %1</source>
        <translation>Bearbeiten: %1</translation>
    </message>
    <message>
        <source>Rename: %1</source>
        <translation>Umbenennen: %1</translation>
    </message>
    <message>
        <source>Edit notes: %1</source>
        <translation>Notizen bearbeiten: %1</translation>
    </message>
    <message>
        <source>Set priority: %1</source>
        <translation>Priorität setzen: %1</translation>
    </message>
    <message>
        <source>Set start: %1</source>
        <translation>Beginn setzen: %1</translation>
    </message>
    <message>
        <source>Set deadline: %1</source>
        <translation>Frist setzen: %1</translation>
    </message>
    <message>
        <source>Set estimate: %1</source>
        <translation>Aufwand setzen: %1</translation>
    </message>
    <message>
        <source>Complete: %1</source>
        <translation>Erledigen: %1</translation>
    </message>
    <message>
        <source>Reopen: %1</source>
        <translation>Wieder öffnen: %1</translation>
    </message>
    <message>
        <source>Move to %1: %2</source>
        <translation>Nach %1 verschieben: %2</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Add tag: %1</source>
        <translation>Etikett hinzufügen: %1</translation>
    </message>
    <message>
        <source>Remove tag: %1</source>
        <translation>Etikett entfernen: %1</translation>
    </message>
    <message>
        <source>Delete: %1</source>
        <translation>Löschen: %1</translation>
    </message>
    <message>
        <source>Restore: %1</source>
        <translation>Wiederherstellen: %1</translation>
    </message>
    <message>
        <source>Set repeat: %1</source>
        <translation>Wiederholung setzen: %1</translation>
    </message>
    <message>
        <source>Skip an occurrence: %1</source>
        <translation>Termin auslassen: %1</translation>
    </message>
    <message>
        <source>no section</source>
        <translation>keinen Abschnitt</translation>
    </message>
    <message>
        <source>Blocked by %1: %2</source>
        <translation>Blockiert von %1: %2</translation>
    </message>
    <message>
        <source>No longer blocked: %1</source>
        <translation>Nicht mehr blockiert: %1</translation>
    </message>
    <message>
        <source>Add reminder: %1</source>
        <translation>Erinnerung hinzufügen: %1</translation>
    </message>
    <message>
        <source>Remove reminder: %1</source>
        <translation>Erinnerung entfernen: %1</translation>
    </message>
</context>
<context>
    <name>glow::app::TaskTableModel</name>
    <message numerus="yes">
        <source>Heading %1, %n task(s)</source>
        <translation>
            <numerusform>Überschrift %1, %n Aufgabe</numerusform>
            <numerusform>Überschrift %1, %n Aufgaben</numerusform>
        </translation>
    </message>
    <message>
        <source>completed</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>priority %1</source>
        <translation>Priorität %1</translation>
    </message>
    <message>
        <source>overdue since %1</source>
        <translation>überfällig seit %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>fällig %1</translation>
    </message>
    <message>
        <source>%1 of %2 subtasks done</source>
        <translation>%1 von %2 Teilaufgaben erledigt</translation>
    </message>
    <message>
        <source>not stored yet</source>
        <translation>noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>repeats</source>
        <translation>wiederholt sich</translation>
    </message>
    <message numerus="yes">
        <source>Section %1, folded, %n task(s)</source>
        <translation>
            <numerusform>Abschnitt %1, zugeklappt, %n Aufgabe</numerusform>
            <numerusform>Abschnitt %1, zugeklappt, %n Aufgaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Section %1, %n task(s)</source>
        <translation>
            <numerusform>Abschnitt %1, %n Aufgabe</numerusform>
            <numerusform>Abschnitt %1, %n Aufgaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>blocked by %n task(s)</source>
        <translation>
            <numerusform>blockiert von %n Aufgabe</numerusform>
            <numerusform>blockiert von %n Aufgaben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::app::Timer</name>
    <message>
        <source>Start the timer: %1</source>
        <translation>Zeit messen: %1</translation>
    </message>
    <message>
        <source>Stop the timer: %1</source>
        <translation>Zeit anhalten: %1</translation>
    </message>
    <message>
        <source>Correct the time: %1</source>
        <translation>Zeit berichtigen: %1</translation>
    </message>
</context>
<context>
    <name>glow::app::TitleCheck</name>
    <message>
        <source>This text has a character that PostgreSQL cannot store. It is kept here; take that character out to store it.</source>
        <translation>Dieser Text enthält ein Zeichen, das PostgreSQL nicht speichern kann. Er bleibt hier erhalten; entferne das Zeichen, um ihn zu speichern.</translation>
    </message>
    <message>
        <source>A task needs a title. The stored one stays until you type another.</source>
        <translation>Eine Aufgabe braucht einen Titel. Der gespeicherte bleibt, bis du einen anderen eingibst.</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many: a title holds 200. The text is kept here and stored once it fits.</source>
        <translation>
            <numerusform>%n Zeichen zu viel: Ein Titel fasst 200. Der Text bleibt hier erhalten und wird gespeichert, sobald er passt.</numerusform>
            <numerusform>%n Zeichen zu viel: Ein Titel fasst 200. Der Text bleibt hier erhalten und wird gespeichert, sobald er passt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many: notes hold 100,000. The text is kept here and stored once it fits.</source>
        <translation>
            <numerusform>%n Zeichen zu viel: Notizen fassen 100.000. Der Text bleibt hier erhalten und wird gespeichert, sobald er passt.</numerusform>
            <numerusform>%n Zeichen zu viel: Notizen fassen 100.000. Der Text bleibt hier erhalten und wird gespeichert, sobald er passt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::app::TrashModel</name>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln Aufgabe</numerusform>
            <numerusform>%Ln Aufgaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln subtask(s)</source>
        <translation>
            <numerusform>%Ln Teilaufgabe</numerusform>
            <numerusform>%Ln Teilaufgaben</numerusform>
        </translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>Bleibt noch</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>anderes Programm</translation>
    </message>
    <message>
        <source>you, here</source>
        <translation>Sie, hier</translation>
    </message>
    <message>
        <source>you, elsewhere</source>
        <translation>Sie, anderswo</translation>
    </message>
    <message>
        <source>Restore: %1</source>
        <translation>Wiederherstellen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln item(s)</source>
        <translation>
            <numerusform>%Ln Eintrag wiederherstellen</numerusform>
            <numerusform>%Ln Einträge wiederherstellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::app::Workspace</name>
    <message>
        <source>The private PostgreSQL has stopped.</source>
        <translation>Das private PostgreSQL hat sich beendet.</translation>
    </message>
    <message>
        <source>Starting the private PostgreSQL…</source>
        <translation>Das private PostgreSQL wird gestartet …</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbinden mit %1 …</translation>
    </message>
    <message>
        <source>Upgrading the database…</source>
        <translation>Die Datenbank wird aktualisiert …</translation>
    </message>
    <message>
        <source>This database needs Glowlist %1; this is %2. It can be read, not changed.</source>
        <translation>Diese Datenbank braucht Glowlist %1, dies ist %2. Sie lässt sich lesen, aber nicht ändern.</translation>
    </message>
    <message>
        <source>Stopping after this step…</source>
        <translation>Hält nach diesem Schritt an …</translation>
    </message>
</context>
<context>
    <name>glow::app::WorkspaceCopy</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>%1 has no tasks.</source>
        <translation>%1 hat keine Aufgaben.</translation>
    </message>
    <message>
        <source>Nothing is new: %1 has all of it.</source>
        <translation>Nichts ist neu: %1 hat alles schon.</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) were copied to %1.</source>
        <translation>
            <numerusform>%n Aufgabe wurde nach %1 kopiert.</numerusform>
            <numerusform>%n Aufgaben wurden nach %1 kopiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) were brought up to date.</source>
        <translation>
            <numerusform>%n Aufgabe wurde auf den neuen Stand gebracht.</numerusform>
            <numerusform>%n Aufgaben wurden auf den neuen Stand gebracht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had been changed or deleted there since and were left alone.</source>
        <translation>
            <numerusform>%n war dort inzwischen geändert oder gelöscht und blieb, wie es ist.</numerusform>
            <numerusform>%n waren dort inzwischen geändert oder gelöscht und blieben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 are done; copying again completes it.</source>
        <translation>%1 von %2 sind fertig; noch einmal kopieren vollendet es.</translation>
    </message>
    <message>
        <source>What another program keeps in its own columns was left out: %1.</source>
        <translation>Was ein anderes Programm in eigenen Spalten hält, wurde ausgelassen: %1.</translation>
    </message>
</context>
<context>
    <name>glow::app::WriterName</name>
    <message>
        <source>web application</source>
        <translation>Web-Anwendung</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>anderes Programm</translation>
    </message>
    <message>
        <source>you, here</source>
        <translation>Sie, hier</translation>
    </message>
    <message>
        <source>you, elsewhere</source>
        <translation>Sie, anderswo</translation>
    </message>
</context>
<context>
    <name>glow::ui::AboutPage</name>
    <message>
        <source>Glowlist %1</source>
        <translation>Glowlist %1</translation>
    </message>
    <message>
        <source>To-do lists whose tasks live in a PostgreSQL database that is yours.</source>
        <translation>Aufgabenlisten, deren Aufgaben in einer PostgreSQL-Datenbank liegen, die dir gehört.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später. Ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>Running on Qt %1.</source>
        <translation>Läuft mit Qt %1.</translation>
    </message>
</context>
<context>
    <name>glow::ui::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation>&amp;Aufgabe</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Add a task</source>
        <translation>Aufgabe &amp;hinzufügen</translation>
    </message>
    <message>
        <source>New &amp;list…</source>
        <translation>Neue &amp;Liste …</translation>
    </message>
    <message>
        <source>New ta&amp;g…</source>
        <translation>Neues &amp;Etikett …</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Complete or reopen</source>
        <translation>&amp;Erledigen oder wieder öffnen</translation>
    </message>
    <message>
        <source>Edit &amp;title</source>
        <translation>&amp;Titel bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Open in the editor</source>
        <translation>Im Editor ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Due to&amp;day</source>
        <translation>&amp;Heute fällig</translation>
    </message>
    <message>
        <source>Due to&amp;morrow</source>
        <translation>&amp;Morgen fällig</translation>
    </message>
    <message>
        <source>No due d&amp;ate</source>
        <translation>Kein Fälligkeits&amp;datum</translation>
    </message>
    <message>
        <source>&amp;High priority</source>
        <translation>Priorität h&amp;och</translation>
    </message>
    <message>
        <source>M&amp;edium priority</source>
        <translation>Priorität m&amp;ittel</translation>
    </message>
    <message>
        <source>&amp;Low priority</source>
        <translation>Priorität &amp;niedrig</translation>
    </message>
    <message>
        <source>&amp;No priority</source>
        <translation>&amp;Keine Priorität</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Inbox</source>
        <translation>&amp;Eingang</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>&amp;Heute</translation>
    </message>
    <message>
        <source>&amp;Upcoming</source>
        <translation>&amp;Demnächst</translation>
    </message>
    <message>
        <source>&amp;All tasks</source>
        <translation>&amp;Alle Aufgaben</translation>
    </message>
    <message>
        <source>&amp;Completed</source>
        <translation>E&amp;rledigt</translation>
    </message>
    <message>
        <source>&amp;Go to the sidebar</source>
        <translation>Zur &amp;Seitenleiste</translation>
    </message>
    <message>
        <source>Go to the ta&amp;sks</source>
        <translation>Zu den Auf&amp;gaben</translation>
    </message>
    <message>
        <source>Co&amp;mpact rows</source>
        <translation>&amp;Kompakte Zeilen</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>&amp;Neu einlesen</translation>
    </message>
    <message>
        <source>&amp;About Glowlist</source>
        <translation>Ü&amp;ber Glowlist</translation>
    </message>
    <message>
        <source>&amp;Undo “%1”</source>
        <translation>&amp;Rückgängig: „%1“</translation>
    </message>
    <message>
        <source>&amp;Redo “%1”</source>
        <translation>&amp;Wiederholen: „%1“</translation>
    </message>
    <message>
        <source>Mo&amp;ve to list</source>
        <translation>In Liste &amp;verschieben</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Add ta&amp;g</source>
        <translation>E&amp;tikett hinzufügen</translation>
    </message>
    <message>
        <source>Make a &amp;subtask of the one above</source>
        <translation>Zur &amp;Unteraufgabe der darüber machen</translation>
    </message>
    <message>
        <source>Move one level &amp;up</source>
        <translation>Eine &amp;Ebene höher</translation>
    </message>
    <message>
        <source>&amp;Copy tasks to another workspace…</source>
        <translation>Aufgaben in einen anderen Arbeitsbereich &amp;kopieren …</translation>
    </message>
    <message>
        <source>&amp;Trash…</source>
        <translation>&amp;Papierkorb …</translation>
    </message>
    <message>
        <source>New s&amp;ection…</source>
        <translation>Neuer Abs&amp;chnitt…</translation>
    </message>
    <message>
        <source>Move to sectio&amp;n</source>
        <translation>I&amp;n Abschnitt verschieben</translation>
    </message>
    <message>
        <source>No section</source>
        <translation>Kein Abschnitt</translation>
    </message>
    <message>
        <source>Start or stop the t&amp;imer</source>
        <translation>Ze&amp;it messen oder anhalten</translation>
    </message>
    <message>
        <source>H&amp;istory…</source>
        <translation>&amp;Verlauf …</translation>
    </message>
    <message>
        <source>Move section u&amp;p</source>
        <translation>Abschnitt nach obe&amp;n</translation>
    </message>
    <message>
        <source>Move section do&amp;wn</source>
        <translation>Abschnitt nach &amp;unten</translation>
    </message>
    <message>
        <source>Sect&amp;ion…</source>
        <translation>Ab&amp;schnitt…</translation>
    </message>
</context>
<context>
    <name>glow::ui::AdoptionPage</name>
    <message>
        <source>Table “tasks”</source>
        <translation>Tabelle „tasks“</translation>
    </message>
    <message>
        <source>%1 · all nine columns as expected</source>
        <translation>%1 · alle neun Spalten wie erwartet</translation>
    </message>
    <message>
        <source>revision %1 · stays as it is</source>
        <translation>Revision %1 · bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>You own the table</source>
        <translation>Die Tabelle gehört Ihnen</translation>
    </message>
    <message>
        <source>%1 · may add columns and the schema “glowlist”</source>
        <translation>%1 · darf Spalten und das Schema „glowlist“ anlegen</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>%1 offen</translation>
    </message>
    <message>
        <source>%1 · %2 done</source>
        <translation>%1 · %2 erledigt</translation>
    </message>
    <message>
        <source>a new user; there is none yet</source>
        <translation>ein neuer Benutzer; es gibt noch keinen</translation>
    </message>
    <message>
        <source>Nobody has signed up yet: do that in the web application first.</source>
        <translation>Noch ist niemand angemeldet: zuerst in der Webanwendung registrieren.</translation>
    </message>
    <message>
        <source>others stay untouched and unseen</source>
        <translation>andere bleiben unberührt und ungesehen</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) “glow_…”</source>
        <translation>
            <numerusform>%n Spalte „glow_…“</numerusform>
            <numerusform>%n Spalten „glow_…“</numerusform>
        </translation>
    </message>
    <message>
        <source>with defaults; the web application goes on as before</source>
        <translation>mit Vorgabewerten; die Webanwendung läuft weiter wie bisher</translation>
    </message>
    <message>
        <source>Schema “glowlist”</source>
        <translation>Schema „glowlist“</translation>
    </message>
    <message>
        <source>lists, tags, history, trash; %1 tables, %2 indexes</source>
        <translation>Listen, Etiketten, Verlauf, Papierkorb; %1 Tabellen, %2 Indizes</translation>
    </message>
    <message>
        <source>Counted before and after</source>
        <translation>Vorher und nachher gezählt</translation>
    </message>
    <message>
        <source>any difference in your rows takes everything back</source>
        <translation>jeder Unterschied in Ihren Zeilen nimmt alles zurück</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>etwa %1 s</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugekommen</translation>
    </message>
    <message>
        <source>Will be added</source>
        <translation>Kommt hinzu</translation>
    </message>
    <message>
        <source>read only so far</source>
        <translation>bisher nur gelesen</translation>
    </message>
    <message>
        <source>On Neon: make a branch first.</source>
        <translation>Bei Neon: zuerst einen Branch anlegen.</translation>
    </message>
    <message>
        <source>Show the tasks</source>
        <translation>Aufgaben zeigen</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Upgrading…</source>
        <translation>Wird aktualisiert …</translation>
    </message>
    <message>
        <source>%1 of %2 · %3</source>
        <translation>%1 von %2 · %3</translation>
    </message>
    <message>
        <source>adding columns to %1 rows</source>
        <translation>%1 Zeilen bekommen Spalten</translation>
    </message>
    <message>
        <source>%1 s of about %2 s</source>
        <translation>%1 s von etwa %2 s</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>every row is as it was, the schema as it should be</source>
        <translation>jede Zeile ist, wie sie war, das Schema, wie es sein soll</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Bericht zeigen</translation>
    </message>
    <message>
        <source>Show SQL</source>
        <translation>SQL zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) · %1</source>
        <translation>
            <numerusform>%Ln Zeile · %1</numerusform>
            <numerusform>%Ln Zeilen · %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>local time</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>no task has a due date yet</source>
        <translation>noch hat keine Aufgabe einen Tag</translation>
    </message>
    <message>
        <source>a date without a time is a date in both</source>
        <translation>ein Tag ohne Uhrzeit ist in beiden ein Tag</translation>
    </message>
</context>
<context>
    <name>glow::ui::BackupsPage</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n Aufgabe</numerusform>
            <numerusform>%n Aufgaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n erledigt</numerusform>
            <numerusform>%n erledigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n list(s)</source>
        <translation>
            <numerusform>%n Liste</numerusform>
            <numerusform>%n Listen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n Etikett</numerusform>
            <numerusform>%n Etiketten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the trash</source>
        <translation>
            <numerusform>%n im Papierkorb</numerusform>
            <numerusform>%n im Papierkorb</numerusform>
        </translation>
    </message>
    <message>
        <source>before a restoring</source>
        <translation>vor einem Wiederherstellen</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) come back</source>
        <translation>
            <numerusform>%n Aufgabe kommt zurück</numerusform>
            <numerusform>%n Aufgaben kommen zurück</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) change</source>
        <translation>
            <numerusform>%n Aufgabe ändert sich</numerusform>
            <numerusform>%n Aufgaben ändern sich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) go</source>
        <translation>
            <numerusform>%n Aufgabe verschwindet</numerusform>
            <numerusform>%n Aufgaben verschwinden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n list(s) come back</source>
        <translation>
            <numerusform>%n Liste kommt zurück</numerusform>
            <numerusform>%n Listen kommen zurück</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n list(s) change</source>
        <translation>
            <numerusform>%n Liste ändert sich</numerusform>
            <numerusform>%n Listen ändern sich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n list(s) go</source>
        <translation>
            <numerusform>%n Liste verschwindet</numerusform>
            <numerusform>%n Listen verschwinden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 rows</source>
        <translation>%1 %2 Zeilen</translation>
    </message>
    <message>
        <source>Folder of the backups</source>
        <translation>Ordner der Sicherungen</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Vergleiche…</translation>
    </message>
    <message>
        <source>Tasks and lists are the same as now.</source>
        <translation>Aufgaben und Listen sind dieselben wie jetzt.</translation>
    </message>
    <message>
        <source>What is there now is backed up first.</source>
        <translation>Was jetzt da ist, wird zuvor gesichert.</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>Sichere…</translation>
    </message>
    <message>
        <source>Backed up: %1.</source>
        <translation>Gesichert: %1.</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Stelle wieder her…</translation>
    </message>
    <message>
        <source>Everything is as it was before the restoring.</source>
        <translation>Alles ist wie vor dem Wiederherstellen.</translation>
    </message>
    <message>
        <source>The backup of %1 is restored.</source>
        <translation>Die Sicherung vom %1 ist wiederhergestellt.</translation>
    </message>
    <message>
        <source>What would change: %1.</source>
        <translation>Es würde sich ändern: %1.</translation>
    </message>
</context>
<context>
    <name>glow::ui::BlockerRow</name>
    <message>
        <source>Add a task to wait for</source>
        <translation>Aufgabe, auf die gewartet wird</translation>
    </message>
    <message>
        <source>Wait no longer for “%1”</source>
        <translation>Nicht mehr auf „%1“ warten</translation>
    </message>
    <message>
        <source>No open task has the title “%1”: choose one of the list.</source>
        <translation>Keine offene Aufgabe heißt „%1“: Wählen Sie eine aus der Liste.</translation>
    </message>
</context>
<context>
    <name>glow::ui::ConflictBox</name>
    <message>
        <source>Changed elsewhere while you edited</source>
        <translation>Während Ihrer Eingabe anderswo geändert</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>anderswo</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>who, when</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>yours · now</source>
        <translation>Ihr Wert · jetzt</translation>
    </message>
    <message>
        <source>Keep all mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Use this choice</source>
        <translation>Auswahl übernehmen</translation>
    </message>
</context>
<context>
    <name>glow::ui::ConflictChoice</name>
    <message>
        <source>%1 · %2</source>
        <comment>value, whose it is</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>glow::ui::ConnectionField</name>
    <message>
        <source>Show the password</source>
        <translation>Passwort zeigen</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Passwort verbergen</translation>
    </message>
</context>
<context>
    <name>glow::ui::DateField</name>
    <message>
        <source>None</source>
        <translation>Kein Datum</translation>
    </message>
    <message>
        <source>Choose in a calendar (Alt+Down)</source>
        <translation>Im Kalender wählen (Alt+Pfeil ab)</translation>
    </message>
    <message>
        <source>“%1” is no date that Glowlist knows. Try “tomorrow 9:00”, “friday” or %2.</source>
        <translation>„%1“ ist kein Datum, das Glowlist kennt. Versuche „morgen 9:00“, „Freitag“ oder %2.</translation>
    </message>
</context>
<context>
    <name>glow::ui::DatePopup</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Kein Datum</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>month and year</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>Voriger Monat</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Nächster Monat</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>No time</source>
        <translation>Ohne Uhrzeit</translation>
    </message>
    <message>
        <source>Date in words</source>
        <translation>Datum in Worten</translation>
    </message>
    <message>
        <source>tomorrow 9:00, or every friday</source>
        <translation>morgen 9:00 oder jeden Freitag</translation>
    </message>
    <message>
        <source>tomorrow, or 27 nov</source>
        <translation>morgen oder 27. Nov.</translation>
    </message>
    <message>
        <source>Whether the time is the same wherever you are, or fixed to a time zone</source>
        <translation>Ob die Uhrzeit überall dieselbe ist oder zu einer Zeitzone gehört</translation>
    </message>
    <message>
        <source>only this one</source>
        <translation>nur dieser</translation>
    </message>
    <message>
        <source>this and following</source>
        <translation>dieser und folgende</translation>
    </message>
    <message>
        <source>Remove repeat</source>
        <translation>Nicht wiederholen</translation>
    </message>
    <message>
        <source>Skip this one</source>
        <translation>Diesen auslassen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Set date</source>
        <translation>Datum setzen</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>%1 time</source>
        <comment>a city</comment>
        <translation>Zeit in %1</translation>
    </message>
    <message>
        <source>Type it, or choose below: both always say the same.</source>
        <translation>Tippen oder unten wählen: Beides sagt immer dasselbe.</translation>
    </message>
    <message>
        <source>This is no date that Glowlist knows. Try “tomorrow 9:00” or “every last friday”.</source>
        <translation>Das ist kein Datum, das Glowlist kennt. Versuchen Sie „morgen 9:00“ oder „jeden letzten Freitag“.</translation>
    </message>
</context>
<context>
    <name>glow::ui::EditorForm</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n Aufgabe</numerusform>
            <numerusform>%n Aufgaben</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Choose a task to see all of it here.</source>
        <translation>Wähle eine Aufgabe, um sie hier ganz zu sehen.</translation>
    </message>
    <message>
        <source>Another program wrote “%1”; it counts as medium.</source>
        <translation>Ein anderes Programm hat „%1“ geschrieben; das zählt als mittel.</translation>
    </message>
    <message>
        <source>Subtasks</source>
        <translation>Teilaufgaben</translation>
    </message>
    <message>
        <source>Subtasks  %1 of %2</source>
        <translation>Teilaufgaben  %1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Type a duration such as “45 min” or “1h30m”.</source>
        <translation>Gib eine Dauer wie „45 min“ oder „1h30m“ ein.</translation>
    </message>
    <message>
        <source>Waits to be stored</source>
        <translation>Wartet auf das Speichern</translation>
    </message>
    <message>
        <source>Created %1 · edited %2</source>
        <translation>Angelegt %1 · bearbeitet %2</translation>
    </message>
</context>
<context>
    <name>glow::ui::EmptyView</name>
    <message>
        <source>Call mum</source>
        <translation>Mama anrufen</translation>
    </message>
    <message>
        <source>tomorrow 18:00</source>
        <translation>morgen 18:00</translation>
    </message>
    <message>
        <source>words such as these become the due date</source>
        <translation>solche Wörter werden zur Fälligkeit</translation>
    </message>
    <message>
        <source>finds every task by title and notes</source>
        <translation>findet jede Aufgabe nach Titel und Notizen</translation>
    </message>
    <message>
        <source>takes back whatever you did last</source>
        <translation>nimmt zurück, was du zuletzt getan hast</translation>
    </message>
    <message>
        <source>Nothing to do yet</source>
        <translation>Noch nichts zu tun</translation>
    </message>
    <message>
        <source>Type a task above and press Enter. It is stored on this computer at once.</source>
        <translation>Gib oben eine Aufgabe ein und drücke die Eingabetaste. Sie wird sofort auf diesem Rechner gespeichert.</translation>
    </message>
    <message>
        <source>Type a task above and press Enter. It is stored in your database at once.</source>
        <translation>Gib oben eine Aufgabe ein und drücke die Eingabetaste. Sie wird sofort in deiner Datenbank gespeichert.</translation>
    </message>
    <message>
        <source>Connect to Neon or PostgreSQL…</source>
        <translation>Mit Neon oder PostgreSQL verbinden …</translation>
    </message>
    <message>
        <source>It can wait. It stays in the settings.</source>
        <translation>Das kann warten. Es bleibt in den Einstellungen.</translation>
    </message>
    <message>
        <source>The inbox is empty</source>
        <translation>Der Eingang ist leer</translation>
    </message>
    <message>
        <source>Tasks without a list come here. Type one above and press Enter.</source>
        <translation>Hierher kommen Aufgaben ohne Liste. Gib oben eine ein und drücke die Eingabetaste.</translation>
    </message>
    <message>
        <source>Nothing is due today</source>
        <translation>Heute ist nichts fällig</translation>
    </message>
    <message>
        <source>What is due today or overdue appears here. Type a task above to do one more thing today.</source>
        <translation>Hier erscheint, was heute fällig oder überfällig ist. Gib oben eine Aufgabe ein, wenn du heute noch etwas erledigen willst.</translation>
    </message>
    <message>
        <source>Nothing is coming up</source>
        <translation>Demnächst steht nichts an</translation>
    </message>
    <message>
        <source>Tasks with a due date after today appear here by day.</source>
        <translation>Hier erscheinen nach Tagen die Aufgaben, die nach heute fällig sind.</translation>
    </message>
    <message>
        <source>No open tasks</source>
        <translation>Keine offenen Aufgaben</translation>
    </message>
    <message>
        <source>Type one above and press Enter.</source>
        <translation>Gib oben eine ein und drücke die Eingabetaste.</translation>
    </message>
    <message>
        <source>Nothing is completed yet</source>
        <translation>Noch ist nichts erledigt</translation>
    </message>
    <message>
        <source>Click the circle of a task, or press Space on it, and it appears here.</source>
        <translation>Klicke auf den Kreis einer Aufgabe oder drücke auf ihr die Leertaste, dann erscheint sie hier.</translation>
    </message>
    <message>
        <source>This list is empty</source>
        <translation>Diese Liste ist leer</translation>
    </message>
    <message>
        <source>Type a task above, or drag tasks onto the list&apos;s name in the sidebar.</source>
        <translation>Gib oben eine Aufgabe ein oder ziehe Aufgaben auf den Namen der Liste in der Seitenleiste.</translation>
    </message>
    <message>
        <source>No open task has this tag</source>
        <translation>Keine offene Aufgabe hat dieses Etikett</translation>
    </message>
    <message>
        <source>Type @ and the tag&apos;s name in a new task, or drag tasks onto the tag in the sidebar.</source>
        <translation>Gib in einer neuen Aufgabe @ und das Etikett ein oder ziehe Aufgaben auf das Etikett in der Seitenleiste.</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>Nichts gefunden zu „%1“</translation>
    </message>
    <message>
        <source>Every word must occur in the title or the notes. Words of one or two letters match the beginning of a word in the title.</source>
        <translation>Jedes Wort muss im Titel oder in den Notizen vorkommen. Wörter mit ein oder zwei Buchstaben passen auf den Anfang eines Worts im Titel.</translation>
    </message>
    <message>
        <source>No task meets this filter</source>
        <translation>Keine Aufgabe erfüllt diesen Filter</translation>
    </message>
    <message>
        <source>Its conditions stand above; they can be edited.</source>
        <translation>Seine Bedingungen stehen oben; sie lassen sich bearbeiten.</translation>
    </message>
</context>
<context>
    <name>glow::ui::FilterEditor</name>
    <message>
        <source>New filter</source>
        <translation>Neuer Filter</translation>
    </message>
    <message>
        <source>Edit filter</source>
        <translation>Filter bearbeiten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>due before: next week &amp; !blocked</source>
        <translation>due before: nächste Woche &amp; !blocked</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>The conditions have a character that PostgreSQL cannot store.</source>
        <translation>Die Bedingungen haben ein Zeichen, das PostgreSQL nicht speichern kann.</translation>
    </message>
</context>
<context>
    <name>glow::ui::GeneralPage</name>
    <message>
        <source>Quit Glowlist</source>
        <translation>Glowlist beenden</translation>
    </message>
    <message>
        <source>As in your region (%1)</source>
        <translation>Wie in deiner Region (%1)</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>Im Infobereich weiterlaufen</translation>
    </message>
</context>
<context>
    <name>glow::ui::HistoryDialog</name>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Alle Felder</translation>
    </message>
</context>
<context>
    <name>glow::ui::HistoryView</name>
    <message>
        <source>Restore this value</source>
        <translation>Diesen Wert wiederherstellen</translation>
    </message>
    <message>
        <source>Restore %1: %2</source>
        <comment>field, value</comment>
        <translation>%1 wiederherstellen: %2</translation>
    </message>
</context>
<context>
    <name>glow::ui::LanguagePage</name>
    <message>
        <source>As the desktop (%1)</source>
        <translation>Wie der Desktop (%1)</translation>
    </message>
</context>
<context>
    <name>glow::ui::ListDialog</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Türkis</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
</context>
<context>
    <name>glow::ui::MainWindow</name>
    <message>
        <source>The settings were not saved.</source>
        <translation>Die Einstellungen wurden nicht gespeichert.</translation>
    </message>
    <message>
        <source>%1 – Glowlist</source>
        <translation>%1 – Glowlist</translation>
    </message>
    <message numerus="yes">
        <source>Offline · %n change(s) wait</source>
        <translation>
            <numerusform>Keine Verbindung · %n Änderung wartet</numerusform>
            <numerusform>Keine Verbindung · %n Änderungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>Waking the database…</source>
        <translation>Die Datenbank wird geweckt …</translation>
    </message>
    <message>
        <source>%1 · %2 ms</source>
        <translation>%1 · %2 ms</translation>
    </message>
    <message numerus="yes">
        <source>%n due today</source>
        <translation>
            <numerusform>%n heute fällig</numerusform>
            <numerusform>%n heute fällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n überfällig</numerusform>
            <numerusform>%n überfällig</numerusform>
        </translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>%1 · next try in %2 s</source>
        <translation>%1 · nächster Versuch in %2 s</translation>
    </message>
    <message>
        <source>Your consent could not be kept.</source>
        <translation>Ihre Zustimmung konnte nicht gespeichert werden.</translation>
    </message>
</context>
<context>
    <name>glow::ui::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>glow::ui::MigrationPage</name>
    <message>
        <source>The SQL of the upgrade is in the clipboard.</source>
        <translation>Das SQL der Aktualisierung ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3…</source>
        <translation>Schritt %1 von %2: %3 …</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Es wird nachgesehen …</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 · newer than this Glowlist, which knows %2</source>
        <translation>%1 · neuer als dieses Glowlist, das %2 kennt</translation>
    </message>
    <message>
        <source>%1 · up to date</source>
        <translation>%1 · auf dem neuesten Stand</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n step(s) behind</source>
        <translation>
            <numerusform>%1 · %n Schritt zurück</numerusform>
            <numerusform>%1 · %n Schritte zurück</numerusform>
        </translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>to be done</source>
        <translation>steht aus</translation>
    </message>
    <message>
        <source>Build anew</source>
        <translation>Neu aufbauen</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Kein Unterschied</translation>
    </message>
    <message>
        <source>as the migrations make it</source>
        <translation>wie die Migrationen es machen</translation>
    </message>
    <message>
        <source>For information</source>
        <translation>Zur Kenntnis</translation>
    </message>
    <message>
        <source>Going back deletes: %1</source>
        <translation>Das Zurückgehen löscht: %1</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird hergestellt …</translation>
    </message>
    <message>
        <source>The database is upgraded.</source>
        <translation>Die Datenbank ist aktualisiert.</translation>
    </message>
    <message>
        <source>The database is at revision %1.</source>
        <translation>Die Datenbank steht auf Revision %1.</translation>
    </message>
    <message>
        <source>The indexes are built anew.</source>
        <translation>Die Indizes sind neu aufgebaut.</translation>
    </message>
    <message>
        <source>Save the SQL of the upgrade</source>
        <translation>SQL der Aktualisierung speichern</translation>
    </message>
    <message>
        <source>The SQL is in %1.</source>
        <translation>Das SQL ist in %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>glow::ui::MonthGrid</name>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
</context>
<context>
    <name>glow::ui::NameCompleter</name>
    <message>
        <source>New list “%1”</source>
        <translation>Neue Liste „%1“</translation>
    </message>
    <message>
        <source>New section “%1”</source>
        <translation>Neuer Abschnitt „%1“</translation>
    </message>
    <message>
        <source>New tag “%1”</source>
        <translation>Neues Etikett „%1“</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>glow::ui::NotesField</name>
    <message>
        <source>Attach a file</source>
        <translation>Datei anhängen</translation>
    </message>
</context>
<context>
    <name>glow::ui::NotesLink</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>No program opened %1</source>
        <translation>Kein Programm hat %1 geöffnet</translation>
    </message>
    <message>
        <source>Links of this kind are not opened: %1</source>
        <translation>Links dieser Art werden nicht geöffnet: %1</translation>
    </message>
    <message>
        <source>Leads to %1</source>
        <translation>Führt zu %1</translation>
    </message>
</context>
<context>
    <name>glow::ui::PasswordBar</name>
    <message>
        <source>Password of %1 for “%2”:</source>
        <translation>Passwort von %1 für „%2“:</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
</context>
<context>
    <name>glow::ui::PlaceRow</name>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
</context>
<context>
    <name>glow::ui::PreviewRow</name>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Will be made: %1</source>
        <translation>Wird angelegt: %1</translation>
    </message>
    <message>
        <source>The task as it will be made</source>
        <translation>Die Aufgabe, wie sie angelegt wird</translation>
    </message>
</context>
<context>
    <name>glow::ui::QuickAddHost</name>
    <message>
        <source>Added.</source>
        <translation>Hinzugefügt.</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) added.</source>
        <translation>
            <numerusform>%n Aufgabe hinzugefügt.</numerusform>
            <numerusform>%n Aufgaben hinzugefügt.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is added as soon as the database answers.</source>
        <translation>Sie wird hinzugefügt, sobald die Datenbank antwortet.</translation>
    </message>
    <message>
        <source>Not stored: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Not stored:</source>
        <translation>Nicht gespeichert:</translation>
    </message>
</context>
<context>
    <name>glow::ui::QuickAddLine</name>
    <message>
        <source>Add a task</source>
        <translation>Aufgabe hinzufügen</translation>
    </message>
    <message>
        <source>Add a task, for example “Water the plants tomorrow 18:00”</source>
        <translation>Aufgabe hinzufügen, zum Beispiel „Blumen gießen morgen 18:00“</translation>
    </message>
    <message>
        <source>There is no title left beside the marked words. Add one, or put the line in quotation marks.</source>
        <translation>Neben den markierten Wörtern bleibt kein Titel übrig. Ergänze einen oder setze die Zeile in Anführungszeichen.</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>heute fällig</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>in</source>
        <translation>in</translation>
    </message>
    <message>
        <source>At most %1 lines become tasks at once. Nothing was added.</source>
        <translation>Höchstens %1 Zeilen werden auf einmal zu Aufgaben. Es wurde nichts hinzugefügt.</translation>
    </message>
    <message>
        <source>A line has a character that no database takes: %1</source>
        <translation>Eine Zeile hat ein Zeichen, das keine Datenbank annimmt: %1</translation>
    </message>
</context>
<context>
    <name>glow::ui::QuickAddWindow</name>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>add</source>
        <translation>hinzufügen</translation>
    </message>
    <message>
        <source>Shift Enter</source>
        <translation>Umschalt Enter</translation>
    </message>
    <message>
        <source>add another</source>
        <translation>und weiter</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>take the suggestion</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>Afterwards: %1.</source>
        <translation>Danach: %1.</translation>
    </message>
    <message>
        <source>A word that is meant as text: click its cross, or write \ before it.</source>
        <translation>Ein Wort, das Text sein soll: auf sein Kreuz klicken oder \ davor schreiben.</translation>
    </message>
</context>
<context>
    <name>glow::ui::ReminderHost</name>
    <message>
        <source>Reminders cannot be kept on this computer.</source>
        <translation>Erinnerungen lassen sich auf diesem Computer nicht aufbewahren.</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Erledigen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show Today</source>
        <translation>Heute zeigen</translation>
    </message>
    <message>
        <source>Reminder:</source>
        <translation>Erinnerung:</translation>
    </message>
    <message>
        <source>In 10 minutes</source>
        <translation>In 10 Minuten</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Morgen früh</translation>
    </message>
    <message>
        <source>Complete: %1</source>
        <translation>Erledigen: %1</translation>
    </message>
    <message>
        <source>Not stored: %1.</source>
        <translation>Nicht gespeichert: %1.</translation>
    </message>
</context>
<context>
    <name>glow::ui::ReminderRow</name>
    <message>
        <source>Add a reminder</source>
        <translation>Erinnerung hinzufügen</translation>
    </message>
    <message>
        <source>Remove reminder “%1”</source>
        <translation>Erinnerung „%1“ entfernen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>“%1” is no reminder that Glowlist knows. Try “30 min before”, “1 day before” or “tomorrow 9:00”.</source>
        <translation>„%1“ ist keine Erinnerung, die Glowlist kennt. Versuche „30 Minuten vorher“, „1 Tag vorher“ oder „morgen 9:00“.</translation>
    </message>
    <message>
        <source>It counts from the due date, which this task does not have yet.</source>
        <translation>Sie zählt ab dem Fälligkeitsdatum, das diese Aufgabe noch nicht hat.</translation>
    </message>
</context>
<context>
    <name>glow::ui::RepeatEditor</name>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>On</source>
        <comment>which days</comment>
        <translation>Am</translation>
    </message>
    <message>
        <source>Counted</source>
        <comment>from when</comment>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>from the due date</source>
        <translation>ab Fälligkeit</translation>
    </message>
    <message>
        <source>when done</source>
        <translation>ab Erledigung</translation>
    </message>
    <message>
        <source>never</source>
        <comment>the rule ends</comment>
        <translation>nie</translation>
    </message>
    <message>
        <source>on</source>
        <comment>the rule ends on a day</comment>
        <translation>am</translation>
    </message>
    <message>
        <source>after</source>
        <comment>the rule ends after a number of times</comment>
        <translation>nach</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Number of times</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source> times</source>
        <comment>after a number</comment>
        <translation> Mal</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>Täglich</translation>
    </message>
    <message>
        <source>On workdays</source>
        <translation>An Werktagen</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>Wöchentlich</translation>
    </message>
    <message>
        <source>Every 2 weeks</source>
        <translation>Alle 2 Wochen</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>Monatlich</translation>
    </message>
    <message>
        <source>Every 3 months</source>
        <translation>Alle 3 Monate</translation>
    </message>
    <message>
        <source>Yearly</source>
        <translation>Jährlich</translation>
    </message>
    <message>
        <source>Does not repeat</source>
        <translation>Wiederholt sich nicht</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::ui::Screenshot</name>
    <message>
        <source>The window did not get its data in time. %1</source>
        <translation>Das Fenster hat seine Daten nicht rechtzeitig bekommen. %1</translation>
    </message>
    <message>
        <source>The picture cannot be written to %1.</source>
        <translation>Das Bild lässt sich nicht nach %1 schreiben.</translation>
    </message>
</context>
<context>
    <name>glow::ui::SearchBanner</name>
    <message>
        <source>Narrow it:</source>
        <translation>Eingrenzen:</translation>
    </message>
    <message>
        <source>Narrow the search by %1</source>
        <translation>Suche eingrenzen mit %1</translation>
    </message>
</context>
<context>
    <name>glow::ui::SearchBox</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search all tasks</source>
        <translation>Alle Aufgaben durchsuchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>glow::ui::SearchKeys</name>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>into the results ·</source>
        <translation>in die Treffer ·</translation>
    </message>
    <message>
        <source>opens ·</source>
        <translation>öffnet ·</translation>
    </message>
    <message>
        <source>back to %1</source>
        <translation>zurück zu %1</translation>
    </message>
</context>
<context>
    <name>glow::ui::SectionMenu</name>
    <message>
        <source>New section</source>
        <translation>Neuer Abschnitt</translation>
    </message>
    <message>
        <source>Rename section</source>
        <translation>Abschnitt umbenennen</translation>
    </message>
    <message>
        <source>&amp;Unfold</source>
        <translation>&amp;Aufklappen</translation>
    </message>
    <message>
        <source>&amp;Fold</source>
        <translation>&amp;Zuklappen</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;New section…</source>
        <translation>&amp;Neuer Abschnitt…</translation>
    </message>
    <message>
        <source>&amp;Delete section, keep its tasks</source>
        <translation>Abschnitt &amp;löschen, Aufgaben behalten</translation>
    </message>
</context>
<context>
    <name>glow::ui::SettingsDialog</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Saved, but there is no keychain here: passwords last until Glowlist ends.</source>
        <translation>Gespeichert, aber hier gibt es keinen Schlüsselbund: Passwörter gelten, bis Glowlist endet.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
</context>
<context>
    <name>glow::ui::SettingsJobs</name>
    <message>
        <source>the environment</source>
        <translation>der Umgebung</translation>
    </message>
    <message>
        <source>Private PostgreSQL · stopped</source>
        <translation>Privates PostgreSQL · beendet</translation>
    </message>
    <message>
        <source>Private PostgreSQL %1 · running</source>
        <translation>Privates PostgreSQL %1 · läuft</translation>
    </message>
</context>
<context>
    <name>glow::ui::SidebarView</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Places, lists and tags</source>
        <translation>Orte, Listen und Etiketten</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Neue Liste</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Neues Etikett</translation>
    </message>
    <message>
        <source>Rename list</source>
        <translation>Liste umbenennen</translation>
    </message>
    <message>
        <source>Rename tag</source>
        <translation>Etikett umbenennen</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen …</translation>
    </message>
    <message>
        <source>&amp;Unarchive</source>
        <translation>&amp;Zurückholen</translation>
    </message>
    <message>
        <source>&amp;Archive</source>
        <translation>&amp;Archivieren</translation>
    </message>
    <message>
        <source>&amp;Delete list with its tasks</source>
        <translation>Liste samt Aufgaben &amp;löschen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>&amp;Delete tag</source>
        <translation>Etikett &amp;löschen</translation>
    </message>
    <message>
        <source>New &amp;list…</source>
        <translation>Neue &amp;Liste …</translation>
    </message>
    <message>
        <source>New &amp;tag…</source>
        <translation>Neues &amp;Etikett …</translation>
    </message>
    <message>
        <source>&amp;Show archived lists</source>
        <translation>&amp;Archivierte Listen zeigen</translation>
    </message>
    <message>
        <source>&amp;Manage workspaces…</source>
        <translation>Arbeitsbereiche &amp;verwalten …</translation>
    </message>
    <message>
        <source>&amp;Copy this workspace&apos;s tasks to…</source>
        <translation>Aufgaben dieses Arbeitsbereichs &amp;kopieren nach …</translation>
    </message>
    <message>
        <source>There is a tag “%1” already: all tasks get it, and this one goes.</source>
        <translation>Das Etikett „%1“ gibt es schon: Alle Aufgaben bekommen es, dieses entfällt.</translation>
    </message>
    <message>
        <source>New &amp;section…</source>
        <translation>Neuer &amp;Abschnitt…</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>&amp;Verschieben</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Into the list above</source>
        <translation>&amp;In die Liste darüber</translation>
    </message>
    <message>
        <source>&amp;Out of its list</source>
        <translation>Aus ihrer Liste &amp;heraus</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Delete filter</source>
        <translation>Filter &amp;löschen</translation>
    </message>
    <message>
        <source>New &amp;filter…</source>
        <translation>Neuer &amp;Filter …</translation>
    </message>
</context>
<context>
    <name>glow::ui::StatusLine</name>
    <message>
        <source>%1 undoes “%2”</source>
        <translation>%1 nimmt „%2“ zurück</translation>
    </message>
</context>
<context>
    <name>glow::ui::SubtaskDelegate</name>
    <message>
        <source>Title of the subtask</source>
        <translation>Titel der Teilaufgabe</translation>
    </message>
</context>
<context>
    <name>glow::ui::SubtaskView</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Erledigen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Make a subtask of the one above</source>
        <translation>Zur Teilaufgabe der Aufgabe darüber machen</translation>
    </message>
    <message>
        <source>Move one level up</source>
        <translation>Eine Ebene höher</translation>
    </message>
</context>
<context>
    <name>glow::ui::TagChip</name>
    <message>
        <source>Remove tag %1</source>
        <translation>Etikett %1 entfernen</translation>
    </message>
    <message>
        <source>Click to take “%1” off</source>
        <translation>Klicken, um „%1“ zu entfernen</translation>
    </message>
</context>
<context>
    <name>glow::ui::TagField</name>
    <message>
        <source>Add a tag</source>
        <translation>Etikett hinzufügen</translation>
    </message>
</context>
<context>
    <name>glow::ui::TaskDelegate</name>
    <message>
        <source>Move all to today</source>
        <translation>Alle auf heute verschieben</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message numerus="yes">
        <source>blocked by %n</source>
        <translation>
            <numerusform>blockiert von %n</numerusform>
            <numerusform>blockiert von %n</numerusform>
        </translation>
    </message>
    <message>
        <source>timer runs</source>
        <translation>Zeit läuft</translation>
    </message>
</context>
<context>
    <name>glow::ui::TaskHeader</name>
    <message>
        <source>Column heads</source>
        <translation>Spaltenköpfe</translation>
    </message>
    <message>
        <source>Manual order</source>
        <translation>Eigene Reihenfolge</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>glow::ui::TaskPage</name>
    <message>
        <source>Manual order</source>
        <translation>Eigene Reihenfolge</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Best match</source>
        <translation>Beste Treffer</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Upcoming</source>
        <translation>Demnächst</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>Alle Aufgaben</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Not stored:</source>
        <translation>Nicht gespeichert:</translation>
    </message>
    <message>
        <source>&amp;Descending</source>
        <translation>A&amp;bsteigend</translation>
    </message>
    <message>
        <source>ddd d MMMM</source>
        <translation>ddd, d. MMMM</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) after today</source>
        <translation>
            <numerusform>%n Aufgabe nach heute</numerusform>
            <numerusform>%n Aufgaben nach heute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 ms</source>
        <translation>%1 · %2 ms</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n Aufgabe</numerusform>
            <numerusform>%n Aufgaben</numerusform>
        </translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation>Reihenfolge: %1</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Sections belong to a list: open a list first.</source>
        <translation>Abschnitte gehören zu einer Liste: Öffnen Sie zuerst eine Liste.</translation>
    </message>
    <message>
        <source>Choose a task in a section of a list in manual order first.</source>
        <translation>Wählen Sie zuerst eine Aufgabe in einem Abschnitt einer Liste, die von Hand geordnet ist.</translation>
    </message>
    <message>
        <source>Save as filter</source>
        <translation>Als Filter speichern</translation>
    </message>
    <message>
        <source>Edit filter</source>
        <translation>Filter bearbeiten</translation>
    </message>
    <message>
        <source>Searched for as it stands.</source>
        <translation>Gesucht wird, wie es dasteht.</translation>
    </message>
    <message>
        <source>Tasks with “%1” in the title or the notes, newest and best matches first.</source>
        <translation>Aufgaben mit „%1“ in Titel oder Notizen, neueste und beste Treffer zuerst.</translation>
    </message>
    <message>
        <source>Tasks: %1</source>
        <translation>Aufgaben: %1</translation>
    </message>
</context>
<context>
    <name>glow::ui::TaskTableView</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n Aufgabe</numerusform>
            <numerusform>%n Aufgaben</numerusform>
        </translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>At most %1 tasks can be changed at once; %2 are selected.</source>
        <translation>Höchstens %1 Aufgaben lassen sich auf einmal ändern; %2 sind ausgewählt.</translation>
    </message>
    <message>
        <source>Tasks have levels only where they stand in manual order.</source>
        <translation>Ebenen haben Aufgaben nur dort, wo sie in eigener Reihenfolge stehen.</translation>
    </message>
</context>
<context>
    <name>glow::ui::TimerField</name>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Time spent</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Stop the timer</source>
        <translation>Zeit anhalten</translation>
    </message>
    <message>
        <source>Start the timer</source>
        <translation>Zeit messen</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Type a duration such as “45 min” or “1h30m”.</source>
        <translation>Geben Sie eine Dauer ein, etwa „45 min“ oder „1h30m“.</translation>
    </message>
</context>
<context>
    <name>glow::ui::TimerMark</name>
    <message>
        <source>Stop the timer</source>
        <translation>Zeit anhalten</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>time, title</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Show “%1”</source>
        <translation>„%1“ zeigen</translation>
    </message>
    <message>
        <source>Timer of “%1”: %2. Show the task</source>
        <translation>Zeit für „%1“: %2. Aufgabe zeigen</translation>
    </message>
</context>
<context>
    <name>glow::ui::TokenChip</name>
    <message>
        <source>%1. Take “%2” as text</source>
        <translation>%1. „%2“ als Text nehmen</translation>
    </message>
    <message>
        <source>Take “%1” as text</source>
        <translation>„%1“ als Text nehmen</translation>
    </message>
</context>
<context>
    <name>glow::ui::TokenEdit</name>
    <message>
        <source>Take “%1” as text (Ctrl+D)</source>
        <translation>„%1“ als Text nehmen (Strg+D)</translation>
    </message>
</context>
<context>
    <name>glow::ui::TrashDialog</name>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln item(s)</source>
        <translation>
            <numerusform>%Ln Eintrag wiederherstellen</numerusform>
            <numerusform>%Ln Einträge wiederherstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Empty trash…</source>
        <translation>Papierkorb leeren …</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>glow::ui::TrayIcon</name>
    <message>
        <source>&amp;Open Glowlist</source>
        <translation>Glowlist &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;New task</source>
        <translation>&amp;Neue Aufgabe</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
</context>
<context>
    <name>glow::ui::WorkspaceButton</name>
    <message>
        <source>Private PostgreSQL</source>
        <translation>Privates PostgreSQL</translation>
    </message>
    <message>
        <source>Neon · %1</source>
        <translation>Neon · %1</translation>
    </message>
    <message>
        <source>PostgreSQL · %1</source>
        <translation>PostgreSQL · %1</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <source>waking up…</source>
        <translation>wacht auf …</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>verbindet …</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>Arbeitsbereich: %1</translation>
    </message>
    <message>
        <source>Switch to another workspace</source>
        <translation>Zu einem anderen Arbeitsbereich wechseln</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>glow::ui::WorkspaceCheck</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Ansehen …</translation>
    </message>
    <message>
        <source>Finding the address</source>
        <translation>Adresse suchen</translation>
    </message>
    <message>
        <source>Reaching the server</source>
        <translation>Server erreichen</translation>
    </message>
    <message>
        <source>Verifying the certificate</source>
        <translation>Zertifikat prüfen</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Comparing versions</source>
        <translation>Versionen vergleichen</translation>
    </message>
    <message>
        <source>Writing a task</source>
        <translation>Aufgabe schreiben</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>Server befragen</translation>
    </message>
    <message>
        <source>and taking it back…</source>
        <translation>und zurücknehmen …</translation>
    </message>
    <message>
        <source>%1 in all, %2 to wake the database</source>
        <translation>%1 insgesamt, %2 zum Wecken der Datenbank</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
    <message>
        <source>Connection check of Glowlist %1</source>
        <translation>Verbindungsprüfung von Glowlist %1</translation>
    </message>
</context>
<context>
    <name>glow::ui::WorkspaceCopies</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Copy…</source>
        <translation>Kopieren …</translation>
    </message>
    <message numerus="yes">
        <source>Copy your %Ln task(s) from %1 to %2?</source>
        <translation>
            <numerusform>Ihre %Ln Aufgabe von %1 nach %2 kopieren?</numerusform>
            <numerusform>Ihre %Ln Aufgaben von %1 nach %2 kopieren?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::ui::WorkspaceCopyDialog</name>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln Aufgabe</numerusform>
            <numerusform>%Ln Aufgaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln list(s)</source>
        <translation>
            <numerusform>%Ln Liste</numerusform>
            <numerusform>%Ln Listen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s)</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tags</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the tasks of %1</source>
        <translation>Die Aufgaben von %1 kopieren</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>%1 has no tasks.</source>
        <translation>%1 hat keine Aufgaben.</translation>
    </message>
    <message>
        <source>%1 of %2 tasks</source>
        <translation>%1 von %2 Aufgaben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Upgrade the database and copy</source>
        <translation>Datenbank aktualisieren und kopieren</translation>
    </message>
    <message>
        <source>Copy again</source>
        <translation>Noch einmal kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
</context>
<context>
    <name>glow::ui::WorkspaceEditing</name>
    <message>
        <source>Glowlist runs this PostgreSQL itself, on this computer and for you alone: no network, nothing to set up. It starts with the window and stops with it.</source>
        <translation>Glowlist betreibt dieses PostgreSQL selbst, auf diesem Rechner und nur für dich: kein Netz, nichts einzurichten. Es startet mit dem Fenster und endet mit ihm.</translation>
    </message>
    <message>
        <source>Check connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
</context>
<context>
    <name>glow::ui::WorkspaceList</name>
    <message>
        <source>Private PostgreSQL</source>
        <translation>Privates PostgreSQL</translation>
    </message>
    <message>
        <source>new · not saved</source>
        <translation>neu · nicht gespeichert</translation>
    </message>
    <message>
        <source>found in %1 · not added</source>
        <translation>gefunden in %1 · nicht hinzugefügt</translation>
    </message>
    <message>
        <source>Neon · %1</source>
        <translation>Neon · %1</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>Neuer Arbeitsbereich</translation>
    </message>
</context>
<context>
    <name>glow::ui::WorkspacePane</name>
    <message>
        <source>Not stored: %1.</source>
        <translation>Nicht gespeichert: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) changed elsewhere since and stayed as they are.</source>
        <translation>
            <numerusform>%n Wert wurde seither anderswo geändert und bleibt, wie er ist.</numerusform>
            <numerusform>%n Werte wurden seither anderswo geändert und bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes cannot be kept on this computer.</source>
        <translation>Änderungen lassen sich auf diesem Rechner nicht aufbewahren.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Waking the database…</source>
        <translation>Die Datenbank wird geweckt …</translation>
    </message>
    <message>
        <source>and are sent when the line is back.</source>
        <translation>und werden gesendet, wenn die Verbindung wieder steht.</translation>
    </message>
    <message numerus="yes">
        <source>Offline: %n change(s) wait</source>
        <translation>
            <numerusform>Keine Verbindung: %n Änderung wartet</numerusform>
            <numerusform>Keine Verbindung: %n Änderungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline.</source>
        <translation>Keine Verbindung.</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>The database refuses.</source>
        <translation>Die Datenbank lehnt ab.</translation>
    </message>
    <message>
        <source>Upgrade the database</source>
        <translation>Datenbank aktualisieren</translation>
    </message>
    <message>
        <source>This database is not ready for Glowlist yet.</source>
        <translation>Diese Datenbank ist noch nicht für Glowlist vorbereitet.</translation>
    </message>
    <message>
        <source>The workspace cannot be opened.</source>
        <translation>Der Arbeitsbereich lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Enter new password</source>
        <translation>Neues Passwort eingeben</translation>
    </message>
    <message>
        <source>What will change…</source>
        <translation>Was sich ändert …</translation>
    </message>
    <message>
        <source>What others change cannot be read.</source>
        <translation>Was andere ändern, kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This may take some seconds.</source>
        <translation>Das kann einige Sekunden dauern.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait to be sent.</source>
        <translation>
            <numerusform>%n Änderung wartet darauf, gesendet zu werden.</numerusform>
            <numerusform>%n Änderungen warten darauf, gesendet zu werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Nicht verbunden.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Sicherung wiederherstellen…</translation>
    </message>
    <message>
        <source>The backup of today failed.</source>
        <translation>Die heutige Sicherung ist misslungen.</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>Änderungen zeigen</translation>
    </message>
    <message>
        <source>Each step is done whole or not at all.</source>
        <translation>Jeder Schritt wird ganz oder gar nicht getan.</translation>
    </message>
    <message>
        <source>Connect all the same</source>
        <translation>Trotzdem verbinden</translation>
    </message>
    <message>
        <source>Unblocked now:</source>
        <translation>Jetzt nicht mehr blockiert:</translation>
    </message>
    <message>
        <source>The tags were not merged.</source>
        <translation>Die Etiketten wurden nicht zusammengeführt.</translation>
    </message>
    <message>
        <source>Stop and count it</source>
        <translation>Anhalten und anrechnen</translation>
    </message>
    <message>
        <source>Stop without counting</source>
        <translation>Anhalten, nicht anrechnen</translation>
    </message>
    <message>
        <source>The timer has run for %1:</source>
        <translation>Die Zeit läuft seit %1:</translation>
    </message>
</context>
<context>
    <name>glow::ui::WorkspacesPage</name>
    <message>
        <source>Verify the server’s certificate (recommended)</source>
        <translation>Zertifikat des Servers prüfen (empfohlen)</translation>
    </message>
    <message>
        <source>Verify the certificate, but not the server’s name</source>
        <translation>Zertifikat prüfen, aber nicht den Namen des Servers</translation>
    </message>
    <message>
        <source>Encrypt without verifying the server</source>
        <translation>Verschlüsseln, ohne den Server zu prüfen</translation>
    </message>
    <message>
        <source>Encrypt if the server can</source>
        <translation>Verschlüsseln, wenn der Server es kann</translation>
    </message>
    <message>
        <source>No encryption</source>
        <translation>Keine Verschlüsselung</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>Neuer Arbeitsbereich</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>abgeleitet</translation>
    </message>
    <message>
        <source>For everyday work. Paste what Neon shows; the password goes into the keychain.</source>
        <translation>Für die tägliche Arbeit. Füge ein, was Neon zeigt; das Passwort kommt in den Schlüsselbund.</translation>
    </message>
    <message>
        <source>For upgrades and live updates. Edit it only if yours differs.</source>
        <translation>Für Aktualisierungen und laufende Änderungen. Nur ändern, wenn deine abweicht.</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>Jedes Mal fragen</translation>
    </message>
    <message>
        <source>Keep in a file that only I can read</source>
        <translation>In einer Datei behalten, die nur ich lesen kann</translation>
    </message>
    <message>
        <source>For everyday work. Paste what Neon shows.</source>
        <translation>Für die tägliche Arbeit. Füge ein, was Neon zeigt.</translation>
    </message>
    <message>
        <source>as stored; type a new one to change it</source>
        <translation>wie gespeichert; zum Ändern ein neues eingeben</translation>
    </message>
    <message>
        <source>Authority file</source>
        <translation>Zertifikatsdatei</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
</context>
</TS>
