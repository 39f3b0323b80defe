using SQLitePCL;

namespace Serjeant.Storage;

/// <summary>
/// A prepared statement, used again and again. Straight on SQLite's own interface: Microsoft.Data.Sqlite's commands and parameters
/// cost several times what the statements of a small row cost themselves (measured: see docs/formats/store.md).
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3_stmt _statement;

    public Statement(sqlite3 database, string sql)
    {
        SqliteFailure.ThrowUnlessOk(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public Statement Bind(int place, long value)
    {
        SqliteFailure.ThrowUnlessOk(raw.sqlite3_bind_int64(_statement, place, value));
        return this;
    }

    public Statement Bind(int place, string value)
    {
        SqliteFailure.ThrowUnlessOk(raw.sqlite3_bind_text(_statement, place, value));
        return this;
    }

    public Statement Bind(int place, ReadOnlySpan<byte> value)
    {
        SqliteFailure.ThrowUnlessOk(raw.sqlite3_bind_blob(_statement, place, value));
        return this;
    }

    /// <summary>Goes to the next row. At the end, the statement is ready to be bound and run again.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW) return true;
        raw.sqlite3_reset(_statement);
        if (code != raw.SQLITE_DONE) throw SqliteFailure.Of(code);
        return false;
    }

    public void Run()
    {
        while (Step()) { }
    }

    /// <summary>Ends reading before the last row.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string() ?? "";

    /// <summary>Valid until the next step.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(_statement, column);

    public void Dispose() => _statement.Dispose();
}
