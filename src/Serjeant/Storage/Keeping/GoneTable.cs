using System.Globalization;
using Serjeant.Storage.Records;

namespace Serjeant.Storage.Keeping;

/// <summary>
/// Messages whose records were deleted, by number. Rows of their own, in the order of numbers: the rows of records are large, and a small one
/// left in the place of each would hold on to its page.
/// </summary>
internal sealed class GoneTable(Database database) : IDisposable
{
    public const string Schema = "CREATE TABLE gone(number INTEGER PRIMARY KEY, state INTEGER NOT NULL, kept INTEGER NOT NULL) STRICT;";

    private readonly Statement _find = database.Prepare("SELECT state FROM gone WHERE number=?");
    private readonly Statement _add = database.Prepare("INSERT INTO gone(number, state, kept) VALUES(?1, ?2, coalesce((SELECT kept FROM message WHERE id=?1), 0)) ON CONFLICT DO UPDATE SET state=excluded.state");
    private readonly Statement _delete = database.Prepare("DELETE FROM message WHERE id=?");
    private bool _any = Any(database);

    /// <summary>Whether any record was ever deleted.</summary>
    public static bool Any(Database database) => database.Ask("SELECT 1 FROM gone LIMIT 1") == 1;

    /// <summary>Whether a message of which the index still knows something came so early.</summary>
    public static bool IsKnownUpTo(Database database, long number) =>
        database.Ask(string.Create(CultureInfo.InvariantCulture, $"SELECT 1 FROM gone WHERE number<={number} AND state={(int)RecordState.Dropped} LIMIT 1")) == 1;

    /// <summary>Null where no record of it was deleted.</summary>
    public RecordState? Find(long number)
    {
        if (!_any || !_find.Bind(1, number).Step()) return null;
        var state = (RecordState)_find.Number(0);
        _find.Reset();
        return state;
    }

    /// <summary>Deletes the record.</summary>
    public void Take(uint number, RecordState state)
    {
        _add.Bind(1, number).Bind(2, (int)state).Run();
        _delete.Bind(1, number).Run();
        _any = true;
    }

    public void Dispose()
    {
        _find.Dispose();
        _add.Dispose();
        _delete.Dispose();
    }
}
