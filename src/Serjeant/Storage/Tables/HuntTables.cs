using System.Text;
using Serjeant.Hunts;
using Serjeant.Hunts.Watches;
using Serjeant.Judgement;
using Serjeant.Storage.Records;
using Serjeant.Values;

namespace Serjeant.Storage.Tables;

/// <summary>Hunts that were made, selectors that are watched, and what a hunt must know of campaigns without reckoning anew.</summary>
internal static class HuntTables
{
    public const string Schema =
        """
        CREATE TABLE hunt(
            id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, at INTEGER NOT NULL, hunted_by TEXT NOT NULL, reason TEXT NOT NULL, source TEXT NOT NULL,
            digest TEXT NOT NULL, sought INTEGER NOT NULL, refused INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL,
            messages INTEGER NOT NULL, others INTEGER NOT NULL, people INTEGER NOT NULL, over INTEGER NOT NULL) STRICT;
        CREATE TABLE watch(
            id INTEGER PRIMARY KEY, since INTEGER NOT NULL, watched_by TEXT NOT NULL, reason TEXT NOT NULL, source TEXT NOT NULL, sealed BLOB NOT NULL,
            ended INTEGER NOT NULL, ended_by TEXT NOT NULL) STRICT;
        CREATE TABLE sighted(
            id INTEGER PRIMARY KEY, watch INTEGER NOT NULL, message BLOB NOT NULL, sought INTEGER NOT NULL, role INTEGER NOT NULL,
            UNIQUE(watch, message, sought)) STRICT;
        CREATE TABLE hunted(key INTEGER PRIMARY KEY) STRICT;
        CREATE TABLE note(
            campaign TEXT PRIMARY KEY, finding INTEGER NOT NULL, title BLOB NOT NULL, messages INTEGER NOT NULL, recipients INTEGER NOT NULL,
            first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX member_message ON member(message);
        CREATE INDEX member_campaign ON member(campaign);
        """;

    /// <summary>Whether something is still sealed under a key.</summary>
    public static bool IsUnder(Database database, string key) => Seal.Holds(database, "watch", "sealed", key);

    private const long NoTime = long.MaxValue;

    private const int NoDay = -1;

    public static long Record(Database database, Hunt hunt)
    {
        using var insert = database.Prepare("INSERT INTO hunt(kind, at, hunted_by, reason, source, digest, sought, refused, since, until, messages, others, people, over) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
        insert.Bind(1, (int)hunt.Kind).Bind(2, hunt.At.UtcTicks).Bind(3, hunt.By).Bind(4, hunt.Reason).Bind(5, hunt.Source).Bind(6, hunt.Digest)
            .Bind(7, hunt.Sought).Bind(8, hunt.Refused).Bind(9, hunt.Window.Since?.DayNumber ?? NoDay).Bind(10, hunt.Window.Until?.DayNumber ?? NoDay)
            .Bind(11, hunt.Messages).Bind(12, hunt.Others).Bind(13, hunt.People).Bind(14, hunt.Over).Run();
        return database.LastId;
    }

    public static void RequireReason(Database database, bool needed)
    {
        using var note = database.Prepare("INSERT OR REPLACE INTO setting(name, value) VALUES('hunt-reason',?)");
        note.Bind(1, needed ? "required" : "optional").Run();
    }

    public static bool NeedsReason(Database database)
    {
        using var statement = database.Prepare("SELECT value FROM setting WHERE name='hunt-reason'");
        return !statement.Step() || statement.Text(0) != "optional";
    }

    public static List<Hunt> ReadHunts(Database database)
    {
        using var statement = database.Prepare("SELECT id, kind, at, hunted_by, reason, source, digest, sought, refused, since, until, messages, others, people, over FROM hunt ORDER BY id");
        var read = new List<Hunt>();
        while (statement.Step())
            read.Add(new()
            {
                Number = statement.Number(0),
                Kind = (HuntKind)statement.Number(1),
                At = Time(statement.Number(2)) ?? DateTimeOffset.MinValue,
                By = statement.Text(3),
                Reason = statement.Text(4),
                Source = statement.Text(5),
                Digest = statement.Text(6),
                Sought = statement.Number(7),
                Refused = statement.Number(8),
                Window = new(Day(statement.Number(9)), Day(statement.Number(10))),
                Messages = statement.Number(11),
                Others = statement.Number(12),
                People = statement.Number(13),
                Over = statement.Number(14),
            });
        return read;
    }

    public static long Add(Database database, Watch watch, KeyRing ring)
    {
        using var insert = database.Prepare("INSERT INTO watch(since, watched_by, reason, source, sealed, ended, ended_by) VALUES(?,?,?,?,?,?,'')");
        insert.Bind(1, watch.Since.UtcTicks).Bind(2, watch.By).Bind(3, watch.Reason).Bind(4, watch.Source)
            .Bind(5, Seal.Close(TipEncoding.Encode(watch.Tips), ring)).Bind(6, NoTime).Run();
        return database.LastId;
    }

    public static bool EndWatch(Database database, long number, string by, DateTimeOffset at)
    {
        using var update = database.Prepare("UPDATE watch SET ended=?, ended_by=?, sealed=x'' WHERE id=? AND ended=?");
        update.Bind(1, at.UtcTicks).Bind(2, by).Bind(3, number).Bind(4, NoTime).Run();
        var ended = database.Changes == 1;
        if (!ended) return false;
        using var forget = database.Prepare("DELETE FROM sighted WHERE watch=?");
        forget.Bind(1, number).Run();
        return true;
    }

    public static List<Watch> ReadWatches(Database database, KeyRing ring)
    {
        using var statement = database.Prepare("SELECT id, since, watched_by, reason, source, sealed, ended, ended_by FROM watch ORDER BY id");
        var read = new List<Watch>();
        while (statement.Step())
            read.Add(new()
            {
                Number = statement.Number(0),
                Since = Time(statement.Number(1)) ?? DateTimeOffset.MinValue,
                By = statement.Text(2),
                Reason = statement.Text(3),
                Source = statement.Text(4),
                Tips = Seal.Open(statement.Blob(5), ring) is { } plain ? TipEncoding.Decode(plain) : [],
                Ended = Time(statement.Number(6)),
                EndedBy = statement.Text(7),
            });
        return read;
    }

    public static bool Add(Database database, WatchSighting sighting)
    {
        using var insert = database.Prepare("INSERT INTO sighted(watch, message, sought, role) VALUES(?,?,?,?) ON CONFLICT DO NOTHING");
        Span<byte> id = stackalloc byte[Sha256.Length];
        sighting.Message.CopyTo(id);
        insert.Bind(1, sighting.Watch).Bind(2, id).Bind(3, sighting.Sought).Bind(4, (int)sighting.Role).Run();
        return database.Changes == 1;
    }

    public static List<WatchSighting> ReadSightings(Database database)
    {
        using var statement = database.Prepare("SELECT watch, message, sought, role FROM sighted ORDER BY watch, id");
        var read = new List<WatchSighting>();
        while (statement.Step())
            if (statement.Blob(1) is { Length: Sha256.Length } id) read.Add(new(statement.Number(0), new(id), (int)statement.Number(2), (SelectorRole)statement.Number(3)));
        return read;
    }

    public static HashSet<SelectorKey> ReadHunted(Database database)
    {
        using var statement = database.Prepare("SELECT key FROM hunted");
        var read = new HashSet<SelectorKey>();
        while (statement.Step()) read.Add(new(unchecked((ulong)statement.Number(0))));
        return read;
    }

    public static void NoteHunted(Database database, IEnumerable<SelectorKey> keys)
    {
        using var insert = database.Prepare("INSERT INTO hunted(key) VALUES(?) ON CONFLICT DO NOTHING");
        foreach (var key in keys) insert.Bind(1, unchecked((long)key.Value)).Run();
    }

    /// <summary>Of campaigns that only index entries are left of the old note stays.</summary>
    public static void Save(Database database, IEnumerable<CampaignNote> notes, KeyRing ring)
    {
        database.Execute("DELETE FROM note WHERE campaign NOT IN (SELECT campaign FROM former)");
        using var insert = database.Prepare("INSERT OR REPLACE INTO note(campaign, finding, title, messages, recipients, first, last) VALUES(?,?,?,?,?,?,?)");
        foreach (var note in notes)
            insert.Bind(1, note.Id).Bind(2, (int)note.Finding).Bind(3, Seal.Close(Encoding.UTF8.GetBytes(note.Title), ring)).Bind(4, note.Messages).Bind(5, note.Recipients)
                .Bind(6, note.First?.UtcTicks ?? NoTime).Bind(7, note.Last?.UtcTicks ?? NoTime).Run();
    }

    public static CampaignNote? FindNote(Database database, string campaign, KeyRing ring)
    {
        using var statement = database.Prepare("SELECT finding, title, messages, recipients, first, last FROM note WHERE campaign=?");
        return statement.Bind(1, campaign).Step()
            ? new(campaign, (Finding)statement.Number(0), Seal.Open(statement.Blob(1), ring) is { } title ? Encoding.UTF8.GetString(title) : "", (int)statement.Number(2), (int)statement.Number(3), Time(statement.Number(4)), Time(statement.Number(5)))
            : null;
    }

    private static DateTimeOffset? Time(long ticks) => ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    private static DateOnly? Day(long number) => number >= 0 && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;
}
