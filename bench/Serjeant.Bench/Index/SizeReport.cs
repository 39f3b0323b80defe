using System.Globalization;
using Serjeant.Storage;

namespace Serjeant.Bench.Index;

/// <summary>Where the bytes of a data folder are, by the pages of the database's trees and the lengths of the runs.</summary>
internal static class SizeReport
{
    public static void Print(string data, long messages)
    {
        var tables = TreePages.Bytes(Path.Combine(data, DataFolder.DatabaseName));
        var runs = Directory.GetFiles(Path.Combine(data, DataFolder.IndexName)).Select(path => new FileInfo(path).Length).ToList();
        var entries = Sum("entry", "name");
        var files = Sum("file", "sighting", "copy", "folder", "visit", "unreadable");
        var listed = Sum("listed", "crowd");
        var records = Sum("message", "message_date");
        var left = Sum("gone", "removed");
        var kept = runs.Sum() + entries + files + listed + left;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  bytes a message  postings {Each(runs.Sum()):F1} (in {runs.Count} runs), entries {Each(entries):F1}, files, places and visits {Each(files):F1}, listed {Each(listed):F1}, what is left of deleted records {Each(left):F1}: together {Each(kept):F1} ({kept / 1e6:F0} MB); bound 600"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  besides          working records {records / 1e6:F0} MB; all other tables {(tables.Values.Sum() - entries - files - listed - records) / 1e6:F1} MB; write-ahead log {new FileInfo(Path.Combine(data, DataFolder.DatabaseName + "-wal")) switch { { Exists: true } log => log.Length / 1e6, _ => 0 }:F0} MB"));

        long Sum(params string[] names) => tables.Where(table => names.Contains(table.Key) || Array.Exists(names, name => table.Key.StartsWith("sqlite_autoindex_" + name + "_", StringComparison.Ordinal))).Sum(table => table.Value);

        double Each(long bytes) => (double)bytes / messages;
    }
}
