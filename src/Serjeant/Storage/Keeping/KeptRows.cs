using System.Globalization;
using Serjeant.Retention;
using Serjeant.Storage.Records;
using Serjeant.Values;

namespace Serjeant.Storage.Keeping;

/// <summary>Deletes records, and what else is known of messages by the tables beside them.</summary>
internal sealed class KeptRows(Database database, RemovedTable removed, GoneTable gone) : IDisposable
{
    private readonly Statement _remember = database.Prepare("INSERT OR REPLACE INTO former(message, campaign) SELECT message, campaign FROM member WHERE message=?");
    private readonly Statement _lapse = database.Prepare("UPDATE standing SET lapsed=1 WHERE message=?");
    private readonly Statement _forget = database.Prepare("DELETE FROM former WHERE message=?");
    private readonly Statement _forgetStanding = database.Prepare("DELETE FROM standing WHERE message=?");
    private readonly Statement _forgetMember = database.Prepare("DELETE FROM member WHERE message=?");

    /// <param name="number">Its number.</param>
    /// <param name="id">Its identity.</param>
    /// <param name="all">Its index entry is deleted as well, and nothing but that it was there stays.</param>
    public void Drop(uint number, Sha256 id, bool all)
    {
        Span<byte> bytes = stackalloc byte[Sha256.Length];
        id.CopyTo(bytes);
        if (!all)
        {
            _remember.Bind(1, bytes).Run();
            _lapse.Bind(1, bytes).Run();
        }
        else
        {
            _forget.Bind(1, bytes).Run();
            _forgetStanding.Bind(1, bytes).Run();
            removed.Add(id, number);
        }
        _forgetMember.Bind(1, bytes).Run();
        gone.Take(number, all ? RecordState.Removed : RecordState.Dropped);
    }

    public static IEnumerable<KeptMark> Read(Database database)
    {
        using var statement = database.Prepare(string.Create(CultureInfo.InvariantCulture, $"SELECT id, substr(head, 2, 32), kept, date FROM message UNION ALL SELECT gone.number, substr(entry.record, 1, 32), gone.kept, -1 FROM gone JOIN entry ON entry.number=gone.number WHERE gone.state={(int)RecordState.Dropped} ORDER BY 1"));
        while (statement.Step())
        {
            if (statement.Blob(1).Length != Sha256.Length) throw SqliteFailure.Damaged(new InvalidDataException("A stored record ends early."));
            var ticks = statement.Number(3);
            yield return new(new(statement.Blob(1)), Day(statement.Number(2)), ticks is >= 0 and < long.MaxValue && ticks <= DateTimeOffset.MaxValue.UtcTicks ? new(ticks, TimeSpan.Zero) : null, ticks >= 0);
        }
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[_remember, _lapse, _forget, _forgetStanding, _forgetMember]) statement.Dispose();
    }

    private static DateOnly Day(long days) => DateOnly.FromDayNumber((int)Math.Clamp(days + DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber, 0, DateOnly.MaxValue.DayNumber));
}
