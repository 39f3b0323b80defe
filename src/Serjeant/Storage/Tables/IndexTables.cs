namespace Serjeant.Storage.Tables;

/// <summary>
/// The index of all mail: entries, and which runs hold its postings. What was found by a B-tree over all messages and all paths before is
/// found by postings now: a tree that is added to in no order slows down with its size.
/// </summary>
internal static class IndexTables
{
    public const string Schema =
        """
        DROP INDEX message_key;
        CREATE TABLE run(number INTEGER PRIMARY KEY, length INTEGER NOT NULL, postings INTEGER NOT NULL, checksum INTEGER NOT NULL) STRICT;
        CREATE TABLE entry(number INTEGER PRIMARY KEY, record BLOB NOT NULL) STRICT;
        CREATE TABLE name(id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, value TEXT NOT NULL, UNIQUE(kind, value)) STRICT;
        CREATE TABLE copy(
            message INTEGER NOT NULL, file INTEGER NOT NULL, ordinal INTEGER NOT NULL, offset INTEGER NOT NULL,
            PRIMARY KEY(message, file, ordinal)) STRICT, WITHOUT ROWID;
        CREATE TABLE listed(kind INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY(kind, value)) STRICT, WITHOUT ROWID;
        CREATE TABLE crowd(
            kind INTEGER NOT NULL, domain TEXT NOT NULL, listed INTEGER NOT NULL, more INTEGER NOT NULL,
            PRIMARY KEY(kind, domain)) STRICT, WITHOUT ROWID;
        CREATE TABLE counter(name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE folder(id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE) STRICT;
        ALTER TABLE file RENAME TO old_file;
        CREATE TABLE file(
            id INTEGER PRIMARY KEY, folder INTEGER NOT NULL, name TEXT NOT NULL, reading INTEGER NOT NULL, length INTEGER NOT NULL,
            modified INTEGER NOT NULL, messages INTEGER NOT NULL, offset INTEGER NOT NULL, complete INTEGER NOT NULL, first INTEGER NOT NULL) STRICT;
        INSERT INTO folder(path) SELECT DISTINCT rtrim(path, replace(path, '/', '')) FROM old_file;
        INSERT INTO file SELECT old_file.id, folder.id, substr(old_file.path, length(folder.path) + 1), reading, old_file.length, modified, messages, old_file.offset,
            complete, coalesce((SELECT message FROM sighting WHERE sighting.file = old_file.id AND ordinal = 0 AND sighting.offset = 0), 0)
            FROM old_file JOIN folder ON folder.path = rtrim(old_file.path, replace(old_file.path, '/', ''));
        DELETE FROM sighting WHERE ordinal = 0 AND offset = 0;
        DROP TABLE old_file;
        ALTER TABLE visit RENAME TO old_visit;
        CREATE TABLE visit(turn INTEGER PRIMARY KEY, first INTEGER NOT NULL UNIQUE, files INTEGER NOT NULL) STRICT;
        INSERT INTO visit SELECT turn, file, 1 FROM old_visit;
        DROP TABLE old_visit;
        """;
}
