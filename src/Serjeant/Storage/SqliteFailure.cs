using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Serjeant.Storage;

/// <summary>SQLite's result codes as exceptions of the world's ring. Only the code's own wording is used: SQLite's messages may quote values.</summary>
internal static class SqliteFailure
{
    public static void ThrowUnlessOk(int code)
    {
        if (code != raw.SQLITE_OK) throw Of(code);
    }

    public static SerjeantException Of(SqliteException failure) => Of(failure.SqliteErrorCode, failure);

    public static SerjeantException Of(int code, Exception? inner = null) => (code & 0xFF) switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new("The data folder's database is in use by another program. Try again when that has finished.", true, inner),
        raw.SQLITE_FULL => new("The disk that holds the data folder is full. Free some space, then run the scan again: it goes on where it stopped.", true, inner),
        raw.SQLITE_NOTADB => new($"{DataFolder.DatabaseName} in the data folder is no database of Serjeant's. Choose another folder with --data.", false, inner),
        raw.SQLITE_CORRUPT => new("The data folder's database is damaged. Restore it from a copy, or choose a new folder with --data and scan again.", false, inner),
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH =>
            new("The data folder's database cannot be opened for writing. Check who owns the folder, or choose another with --data.", false, inner),
        raw.SQLITE_IOERR => new("Reading or writing the data folder failed. Check the disk, then run the scan again.", true, inner),
        raw.SQLITE_NOMEM => new("There is not enough memory for the data folder's database.", true, inner),
        _ => new($"The data folder's database refused an instruction (SQLite code {code}).", false, inner),
    };

    public static SerjeantException Damaged(InvalidDataException inner) =>
        new("The data folder's database holds a damaged record. Restore it from a copy, or choose a new folder with --data and scan again.", false, inner);
}
