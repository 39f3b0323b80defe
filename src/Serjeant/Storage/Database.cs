using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Serjeant.Storage;

/// <summary>One connection to the database.</summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3 _handle;

    private Database(SqliteConnection connection)
    {
        _connection = connection;
        _handle = connection.Handle!;
    }

    public long LastId => raw.sqlite3_last_insert_rowid(_handle);

    /// <summary>Rows that the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(_handle);

    /// <summary>SQLite ends a transaction by itself when the disk is full or fails.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <exception cref="SerjeantException">It cannot be opened, or is no database.</exception>
    public static Database OpenToWrite(string path) => OpenToWriteAs(path, Schema.Steps);

    /// <summary>The same with the tables of some version.</summary>
    public static Database OpenToWriteAs(string path, ReadOnlySpan<string> steps)
    {
        var database = Open(path, SqliteOpenMode.ReadWrite);
        try
        {
            // Large pages waste least on a row of two kilobytes, and cost least time (measured from 4 KiB up).
            database.Execute("PRAGMA page_size=16384");
            // Before anything else is changed: what belongs to others stays as it is.
            Schema.Upgrade(database, steps);
            if (database.AskText("PRAGMA journal_mode=WAL") != "wal")
                throw new SerjeantException("The data folder's file system cannot hold a write-ahead log. Choose a folder on a local disk with --data.", false);
            // FULL: a commit survives a power cut. With NORMAL it might not, and then the runs that it replaced would be gone for nothing.
            database.Execute("PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=4000; PRAGMA cache_size=-32768; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON");
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Sees what was committed when its first statement began, and holds up no writer.</summary>
    public static Database OpenToRead(string path) => Open(path, SqliteOpenMode.ReadOnly);

    public Statement Prepare(string sql) => new(_handle, sql);

    public void Execute(string sql) => SqliteFailure.ThrowUnlessOk(raw.sqlite3_exec(_handle, sql));

    public long Ask(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Number(0) : 0;
    }

    public void Dispose() => _connection.Dispose();

    private static Database Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            var database = new Database(connection);
            database.Execute("PRAGMA busy_timeout=5000");
            return database;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw SqliteFailure.Of(e);
        }
    }

    private string AskText(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Text(0) : "";
    }
}
