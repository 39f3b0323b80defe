using System.Text;
using Serjeant.Storage.Records;
using Serjeant.Traces;
using Serjeant.Values;

namespace Serjeant.Storage.Tables;

/// <summary>What logs tell of the hosts that mail names. What people fetched and from where is sealed.</summary>
internal static class TraceTables
{
    public const string Schema =
        """
        CREATE TABLE trace_file(
            id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, path TEXT NOT NULL UNIQUE, format INTEGER NOT NULL, source INTEGER NOT NULL,
            first INTEGER NOT NULL, last INTEGER NOT NULL, lines INTEGER NOT NULL, events INTEGER NOT NULL, bad INTEGER NOT NULL, dropped INTEGER NOT NULL,
            read INTEGER NOT NULL, known INTEGER NOT NULL, host TEXT NOT NULL, zone TEXT NOT NULL,
            year INTEGER NOT NULL, times TEXT NOT NULL) STRICT;
        CREATE TABLE trace_person(
            file INTEGER NOT NULL, person TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, count INTEGER NOT NULL,
            times TEXT NOT NULL, PRIMARY KEY(file, person)) STRICT, WITHOUT ROWID;
        CREATE TABLE trace(
            id INTEGER PRIMARY KEY, file INTEGER NOT NULL, host TEXT NOT NULL, sealed BLOB NOT NULL, sight INTEGER NOT NULL, source INTEGER NOT NULL,
            person TEXT NOT NULL, ours INTEGER NOT NULL, class INTEGER NOT NULL, agent TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
            count INTEGER NOT NULL) STRICT;
        CREATE INDEX trace_file_of ON trace(file);
        CREATE INDEX trace_person_of ON trace(person);
        """;

    /// <summary>Whether something is still sealed under a key.</summary>
    public static bool IsUnder(Database database, string key) => Seal.Holds(database, "trace", "sealed", key);

    private const long NoTime = long.MaxValue;

    public static void Add(Database database, TracedFile traced, KeyRing ring)
    {
        var id = Put(database, traced.File);
        using var person = database.Prepare("INSERT INTO trace_person(file, person, first, last, count, times) VALUES(?,?,?,?,?,?)");
        foreach (var row in traced.People)
            person.Bind(1, id).Bind(2, row.Person).Bind(3, row.First.UtcTicks).Bind(4, row.Last.UtcTicks).Bind(5, row.Count).Bind(6, row.Times.ToString()).Run();
        using var insert = database.Prepare("INSERT INTO trace(file, host, sealed, sight, source, person, ours, class, agent, first, last, count) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)");
        foreach (var trace in traced.Traces)
            insert.Bind(1, id).Bind(2, trace.Host).Bind(3, Seal.Close(Encoding.UTF8.GetBytes($"{trace.Client.Replace('\n', ' ')}\n{trace.Url}"), ring)).Bind(4, (int)trace.Sight).Bind(5, (int)trace.Source)
                .Bind(6, trace.Person).Bind(7, trace.Ours ? 1 : 0).Bind(8, (int)trace.AgentClass).Bind(9, trace.Agent).Bind(10, trace.First.UtcTicks).Bind(11, trace.Last.UtcTicks).Bind(12, trace.Count).Run();
    }

    public static List<TraceFile> ReadFiles(Database database)
    {
        using var statement = database.Prepare("SELECT digest, path, format, source, first, last, lines, events, bad, dropped, read, known, host, zone, year, times FROM trace_file ORDER BY id");
        var files = new List<TraceFile>();
        while (statement.Step())
        {
            if (statement.Blob(0).Length != Sha256.Length) throw SqliteFailure.Damaged(new InvalidDataException("A log's record is damaged."));
            files.Add(new()
            {
                Digest = new(statement.Blob(0)),
                Path = statement.Text(1),
                Format = (LogFormat)statement.Number(2),
                Source = (LogSource)statement.Number(3),
                First = Time(statement.Number(4)),
                Last = Time(statement.Number(5)),
                Lines = statement.Number(6),
                Events = statement.Number(7),
                Bad = statement.Number(8),
                Dropped = statement.Number(9),
                Read = Time(statement.Number(10)) ?? DateTimeOffset.MinValue,
                Known = (uint)statement.Number(11),
                Host = statement.Text(12),
                Zone = statement.Text(13),
                Year = (int)statement.Number(14),
                Times = TimeRuns.Parse(statement.Text(15)),
            });
        }
        return files;
    }

    public static List<(int File, PersonCoverage Coverage)> ReadCoverage(Database database)
    {
        var places = Places(database);
        using var statement = database.Prepare("SELECT file, person, first, last, count, times FROM trace_person ORDER BY file, person");
        var rows = new List<(int, PersonCoverage)>();
        while (statement.Step())
            if (places.TryGetValue(statement.Number(0), out var file))
                rows.Add((file, new(statement.Text(1), Time(statement.Number(2)) ?? default, Time(statement.Number(3)) ?? default, statement.Number(4)) { Times = TimeRuns.Parse(statement.Text(5)) }));
        return rows;
    }

    public static List<(int File, Trace Trace)> ReadTraces(Database database, KeyRing ring)
    {
        var places = Places(database);
        using var statement = database.Prepare("SELECT file, host, sealed, sight, source, person, ours, class, agent, first, last, count FROM trace ORDER BY id");
        var rows = new List<(int, Trace)>();
        while (statement.Step())
        {
            // What cannot be unsealed, since its key was destroyed, still tells that a host was called.
            var text = Seal.Open(statement.Blob(2), ring) is { } plain ? Encoding.UTF8.GetString(plain).Split('\n', 2) : ["", ""];
            if (!places.TryGetValue(statement.Number(0), out var file)) continue;
            var sight = (SightKind)statement.Number(3);
            rows.Add((file, new()
            {
                Host = statement.Text(1),
                Client = text[0],
                Url = text.Length > 1 ? text[1] : "",
                Sight = text is ["", ""] && sight >= SightKind.Path ? SightKind.Host : sight,
                Source = (LogSource)statement.Number(4),
                Person = statement.Text(5),
                Ours = statement.Number(6) != 0,
                AgentClass = (AgentClass)statement.Number(7),
                Agent = statement.Text(8),
                First = Time(statement.Number(9)) ?? default,
                Last = Time(statement.Number(10)) ?? default,
                Count = statement.Number(11),
            }));
        }
        return rows;
    }

    public static long Forget(Database database, string person)
    {
        using var traces = database.Prepare("DELETE FROM trace WHERE person=?");
        traces.Bind(1, person).Run();
        var deleted = (long)database.Changes;
        using var coverage = database.Prepare("DELETE FROM trace_person WHERE person=?");
        coverage.Bind(1, person).Run();
        return deleted + database.Changes;
    }

    /// <summary>What <see cref="RemoveBefore"/> would delete.</summary>
    public static long CountBefore(Database database, DateTimeOffset time)
    {
        using var count = database.Prepare(
            """
            SELECT (SELECT count(*) FROM trace WHERE last<?1 OR file IN (SELECT id FROM trace_file WHERE last<?1))
                + (SELECT count(*) FROM trace_person WHERE last<?1 OR file IN (SELECT id FROM trace_file WHERE last<?1))
                + (SELECT count(*) FROM trace_file WHERE last<?1)
            """);
        count.Bind(1, time.UtcTicks).Step();
        var old = count.Number(0);
        count.Reset();
        return old;
    }

    public static long RemoveBefore(Database database, DateTimeOffset time)
    {
        long deleted = 0;
        foreach (var sql in (string[])
            [
                "DELETE FROM trace WHERE last<? OR file IN (SELECT id FROM trace_file WHERE last<?1)",
                "DELETE FROM trace_person WHERE last<? OR file IN (SELECT id FROM trace_file WHERE last<?1)",
                "DELETE FROM trace_file WHERE last<?",
            ])
        {
            using var statement = database.Prepare(sql);
            statement.Bind(1, time.UtcTicks).Run();
            deleted += database.Changes;
        }
        return deleted;
    }

    /// <summary>Writes the file's row, in the place of one with the same digest or path, and empties what hangs on it.</summary>
    private static long Put(Database database, TraceFile file)
    {
        Span<byte> digest = stackalloc byte[Sha256.Length];
        file.Digest.CopyTo(digest);
        var old = new List<long>();
        using (var find = database.Prepare("SELECT id FROM trace_file WHERE digest=? OR path=? ORDER BY id"))
        {
            find.Bind(1, digest).Bind(2, file.Path);
            while (find.Step()) old.Add(find.Number(0));
        }
        foreach (var id in old)
            foreach (var sql in (string[])["DELETE FROM trace WHERE file=?", "DELETE FROM trace_person WHERE file=?", "DELETE FROM trace_file WHERE id=?"])
            {
                using var delete = database.Prepare(sql);
                delete.Bind(1, id).Run();
            }
        using var insert = database.Prepare("INSERT INTO trace_file(id, digest, path, format, source, first, last, lines, events, bad, dropped, read, known, host, zone, year, times) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
        var next = old.Count > 0 ? old[0] : database.Ask("SELECT coalesce(max(id), 0) + 1 FROM trace_file");
        insert.Bind(1, next).Bind(2, digest).Bind(3, file.Path).Bind(4, (int)file.Format).Bind(5, (int)file.Source).Bind(6, Ticks(file.First)).Bind(7, Ticks(file.Last))
            .Bind(8, file.Lines).Bind(9, file.Events).Bind(10, file.Bad).Bind(11, file.Dropped).Bind(12, file.Read.UtcTicks).Bind(13, file.Known).Bind(14, file.Host).Bind(15, file.Zone).Bind(16, file.Year).Bind(17, file.Times.ToString()).Run();
        return next;
    }

    private static Dictionary<long, int> Places(Database database)
    {
        using var statement = database.Prepare("SELECT id FROM trace_file ORDER BY id");
        var places = new Dictionary<long, int>();
        while (statement.Step()) places[statement.Number(0)] = places.Count;
        return places;
    }

    private static long Ticks(DateTimeOffset? time) => time?.UtcTicks ?? NoTime;

    private static DateTimeOffset? Time(long ticks) => ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
}
