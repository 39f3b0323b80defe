using Serjeant.Campaigns;
using Serjeant.Sources;
using Serjeant.Storage.Keeping;
using Serjeant.Storage.Records;

namespace Serjeant.Storage.Tables;

/// <summary>Reads the last scan in the order in which it was made, without sorting and in no memory, as of one instant.</summary>
internal static class ScanReader
{
    private const string Ranges = "SELECT first, first + files - 1 FROM visit ORDER BY turn";

    private const string Files = "SELECT file.id, folder.path, file.name, file.first FROM file CROSS JOIN folder ON folder.id=file.folder WHERE file.id BETWEEN ? AND ? ORDER BY file.id";

    private const string Sightings = "SELECT ordinal, offset, message FROM sighting WHERE file=? ORDER BY ordinal";

    private const string Unreadables = "SELECT ordinal, offset, reason FROM unreadable WHERE file=? ORDER BY ordinal, offset";

    /// <summary>What must not sort.</summary>
    public static IReadOnlyList<string> InOrder { get; } = [Ranges, Files, Sightings, Unreadables];

    /// <summary>Where a message's record is no longer kept, its place is left out.</summary>
    public static IEnumerable<(MessagePlace Place, KeptMessage Message)> Read(Database database, RecordSealing sealing)
    {
        database.Execute("BEGIN");
        using var sightings = database.Prepare(Sightings);
        using var message = database.Prepare(MessageTable.ByNumber);
        foreach (var (file, path, first) in ReadFiles(database))
        {
            if (first != 0 && Find(message, first, sealing) is { } only) yield return (new(path, 0, 0), only);
            sightings.Bind(1, file);
            while (sightings.Step())
                if (Find(message, sightings.Number(2), sealing) is { } kept) yield return (new(path, (int)sightings.Number(0), sightings.Number(1)), kept);
        }
    }

    /// <summary>Places of the scan whose record was deleted.</summary>
    public static long CountDropped(Database database)
    {
        if (!GoneTable.Any(database)) return 0;
        database.Execute("BEGIN");
        using var sightings = database.Prepare(Sightings);
        using var gone = new GoneTable(database);
        long count = 0;
        foreach (var (file, _, first) in ReadFiles(database))
        {
            if (first != 0 && gone.Find(first) is not null) count++;
            sightings.Bind(1, file);
            while (sightings.Step())
                if (gone.Find(sightings.Number(2)) is not null) count++;
        }
        return count;
    }

    public static IEnumerable<Unreadable> ReadUnreadable(Database database)
    {
        database.Execute("BEGIN");
        using var unreadable = database.Prepare(Unreadables);
        foreach (var (file, path, _) in ReadFiles(database))
        {
            unreadable.Bind(1, file);
            while (unreadable.Step()) yield return new(new(path, (int)unreadable.Number(0), unreadable.Number(1)), unreadable.Text(2));
        }
    }

    private static KeptMessage? Find(Statement message, long number, RecordSealing sealing)
    {
        if (!message.Bind(1, number).Step()) return null;
        try
        {
            return MessageTable.Decode(message, 1, sealing);
        }
        finally
        {
            message.Reset();
        }
    }

    private static IEnumerable<(long File, string Path, long First)> ReadFiles(Database database)
    {
        using var ranges = database.Prepare(Ranges);
        using var files = database.Prepare(Files);
        while (ranges.Step())
        {
            files.Bind(1, ranges.Number(0)).Bind(2, ranges.Number(1));
            while (files.Step()) yield return (files.Number(0), files.Text(1) + files.Text(2), files.Number(3));
        }
    }
}
