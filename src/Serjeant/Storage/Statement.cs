using System.Text;
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
        // By its bytes: as a string it would end at a zero character, and an empty one would be NULL.
        var longest = Encoding.UTF8.GetMaxByteCount(value.Length);
        var bytes = longest <= 1024 ? stackalloc byte[1024] : new byte[longest];
        var text = bytes[..Encoding.UTF8.GetBytes(value, bytes)];
        SqliteFailure.ThrowUnlessOk(text.IsEmpty ? raw.sqlite3_bind_text(_statement, place, "") : raw.sqlite3_bind_text(_statement, place, text));
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

    public string Text(int column) => Encoding.UTF8.GetString(Blob(column));

    /// <summary>Valid until the next step.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(_statement, column);

    public void Dispose() => _statement.Dispose();
}
