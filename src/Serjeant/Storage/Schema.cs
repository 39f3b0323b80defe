using System.Globalization;
using Serjeant.Storage.Keeping;
using Serjeant.Storage.Tables;

namespace Serjeant.Storage;

/// <summary>The tables, and how older ones become these. docs/formats/store.md says what each column holds.</summary>
internal static class Schema
{
    /// <summary>"Serj" in ASCII, in the database's header, so that file(1) and we know whose it is.</summary>
    public const int ApplicationId = 0x5365726A;

    /// <summary>Step n takes a database from version n to n + 1. Steps that were released never change.</summary>
    public static readonly string[] Steps =
    [
        """
        CREATE TABLE scan(
            number INTEGER PRIMARY KEY, started INTEGER NOT NULL, reading INTEGER NOT NULL, fingerprint TEXT NOT NULL) STRICT;
        CREATE TABLE message(
            id INTEGER PRIMARY KEY, key INTEGER NOT NULL, date INTEGER NOT NULL, reading INTEGER NOT NULL,
            head BLOB NOT NULL, rest BLOB NOT NULL) STRICT;
        CREATE INDEX message_key ON message(key);
        CREATE INDEX message_date ON message(date, key);
        CREATE TABLE file(
            id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, reading INTEGER NOT NULL, length INTEGER NOT NULL,
            modified INTEGER NOT NULL, messages INTEGER NOT NULL, offset INTEGER NOT NULL, complete INTEGER NOT NULL) STRICT;
        CREATE TABLE sighting(
            file INTEGER NOT NULL, ordinal INTEGER NOT NULL, offset INTEGER NOT NULL, message INTEGER NOT NULL,
            PRIMARY KEY(file, ordinal)) STRICT, WITHOUT ROWID;
        CREATE TABLE unreadable(
            file INTEGER NOT NULL, ordinal INTEGER NOT NULL, offset INTEGER NOT NULL, reason TEXT NOT NULL,
            PRIMARY KEY(file, ordinal, offset)) STRICT, WITHOUT ROWID;
        CREATE TABLE visit(turn INTEGER PRIMARY KEY, file INTEGER NOT NULL UNIQUE) STRICT;
        CREATE TABLE member(id INTEGER PRIMARY KEY, message BLOB NOT NULL, campaign TEXT NOT NULL) STRICT;
        CREATE TABLE merge(
            id INTEGER PRIMARY KEY, old TEXT NOT NULL, target TEXT NOT NULL, at INTEGER NOT NULL, UNIQUE(old, target)) STRICT;
        """,
        """
        CREATE TABLE testimony(
            id INTEGER PRIMARY KEY, message BLOB NOT NULL, reporter TEXT NOT NULL, carrier BLOB NOT NULL, form INTEGER NOT NULL, told_by TEXT NOT NULL,
            source TEXT NOT NULL, item INTEGER NOT NULL, note TEXT NOT NULL, forwarder TEXT NOT NULL, received INTEGER NOT NULL,
            entered INTEGER NOT NULL, entered_by TEXT NOT NULL) STRICT;
        CREATE INDEX testimony_message ON testimony(message, reporter);
        CREATE TABLE guise(message BLOB PRIMARY KEY, signature TEXT NOT NULL, claims TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE spoof(
            id INTEGER PRIMARY KEY, reporter TEXT NOT NULL, report TEXT NOT NULL, domain TEXT NOT NULL, source TEXT NOT NULL, count INTEGER NOT NULL,
            disposition TEXT NOT NULL, reason TEXT NOT NULL, began INTEGER NOT NULL, ended INTEGER NOT NULL, carrier BLOB NOT NULL,
            UNIQUE(reporter, report, domain, source, disposition, reason)) STRICT;
        CREATE TABLE decision(
            id INTEGER PRIMARY KEY, person TEXT NOT NULL, address TEXT NOT NULL, allowed INTEGER NOT NULL, decided_by TEXT NOT NULL,
            reason TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
        CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
        """,
        IndexTables.Schema,
        KeepingTables.Schema,
        HuntTables.Schema,
        TraceTables.Schema,
    ];

    /// <exception cref="SerjeantException">Somebody else's database, or one from a newer version of this program.</exception>
    public static void Upgrade(Database database, ReadOnlySpan<string> steps)
    {
        var version = (int)database.Ask("PRAGMA user_version");
        var owner = (int)database.Ask("PRAGMA application_id");
        var empty = version == 0 && owner == 0 && database.Ask("SELECT count(*) FROM sqlite_schema") == 0;
        if (owner != ApplicationId && !empty)
            throw new SerjeantException($"{DataFolder.DatabaseName} in the data folder belongs to another program. Choose another folder with --data.", false);
        if (version > steps.Length)
            throw new SerjeantException($"The data folder was written by a newer version of Serjeant (format {version}; this one knows {steps.Length}). Update Serjeant, or choose another folder with --data.", false);
        if (version == steps.Length && !empty) return;
        database.Execute("BEGIN IMMEDIATE");
        foreach (var step in steps[version..]) database.Execute(step);
        database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id={ApplicationId}; PRAGMA user_version={steps.Length}; COMMIT"));
    }
}
