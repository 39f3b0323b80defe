using Serjeant.Hunts;
using Serjeant.Storage.Runs;
using Serjeant.Storage.Tables;

namespace Serjeant.Storage;

public sealed partial class SqliteStore
{
    /// <summary>
    /// Forgets messages wholly: entry, postings, places and record. Durable when it returns; a crash before leaves all as it was. Runs that hold
    /// such a message are written anew in bounded memory, and need as much room on the disk until the end. What is left of the record tells
    /// that the message must not be taken in again.
    /// </summary>
    internal void RemoveEntries(IReadOnlySet<uint> numbers, CancellationToken cancellation = default)
    {
        if (numbers.Count == 0) return;
        lock (_gate)
        {
            Commit();
            Write();
            foreach (var number in numbers.Order())
            {
                _entries.Remove(number);
                _messages.Remove(number);
            }
            var (least, most) = (numbers.Min(), numbers.Max());
            Finish(() => _postings.Rewrite(run => run.Footer.Shape.Lowest <= most && run.Footer.Highest >= least,
                posting => posting.Mark == Mark.File || !numbers.Contains(posting.Number), cancellation));
        }
    }

    /// <summary>Forgets that messages have certain selectors, such as a recipient whose data is to go. Durable when it returns.</summary>
    internal void RemovePostings(IReadOnlySet<(SelectorKey Key, uint Number)> postings, CancellationToken cancellation = default)
    {
        if (postings.Count == 0) return;
        lock (_gate)
        {
            Commit();
            Write();
            // Reading such a message again is not the same as it was.
            foreach (var number in postings.Select(posting => posting.Number).Distinct().Order())
                if (_entries.Find(number) is { IsIndexed: true } record) _entries.Put(number, record with { Occurrences = 0 });
            var stored = postings.Select(posting => (Mark.Key(posting.Key), posting.Number)).ToHashSet();
            var keys = stored.Select(posting => posting.Item1).ToHashSet();
            var (least, most) = (postings.Min(posting => posting.Number), postings.Max(posting => posting.Number));
            Finish(() => _postings.Rewrite(run => run.Footer.Shape.Lowest <= most && run.Footer.Highest >= least,
                posting => Mark.IsSpecial(posting.Mark) || !keys.Contains(posting.Key) || !stored.Contains((posting.Key, posting.Number)), cancellation));
        }
    }

    /// <summary>Takes a person out of every entry's targets, and out of the list of names. Durable when it returns.</summary>
    /// <returns>How many entries named the person.</returns>
    internal int RemoveTarget(string person)
    {
        lock (_gate)
        {
            Commit();
            if (_names.Find(NameTable.Target, person) is not { } id) return 0;
            Write();
            var having = new List<uint>();
            foreach (var (number, record) in EntryTable.ReadAll(_database))
                if (record.Targets.Contains(id)) having.Add(number);
            foreach (var number in having)
                if (_entries.Find(number) is { } record) _entries.Put(number, record with { Targets = record.Targets.Remove(id) });
            _names.Remove(id);
            Commit();
            return having.Count;
        }
    }

    /// <summary>Forgets working records. The entries stay, and so do the numbers: a scan that meets such a message again gives it the same.</summary>
    /// <returns>How many there were. Durable with the next commit.</returns>
    internal int RemoveRecords(IReadOnlySet<uint> numbers)
    {
        lock (_gate)
        {
            Write();
            return numbers.Order().Count(_messages.Remove);
        }
    }

    private void Finish(Action change)
    {
        try
        {
            change();
        }
        catch
        {
            // What was taken out of the tables must not be committed without the runs.
            if (_database.InTransaction) _database.Execute("ROLLBACK");
            throw;
        }
        Commit();
    }
}
