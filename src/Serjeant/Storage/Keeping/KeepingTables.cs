using Serjeant.Hunts;
using Serjeant.Judgement;
using Serjeant.Retention;
using Serjeant.Storage.Keys;
using Serjeant.Storage.Records;
using Serjeant.Values;

namespace Serjeant.Storage.Keeping;

/// <summary>How long what is kept, what must not be deleted, and what was.</summary>
internal static class KeepingTables
{
    public const string Schema = KeyTable.Schema + RemovedTable.Schema + GoneTable.Schema +
        """
        ALTER TABLE message ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
        CREATE TABLE standing(message BLOB PRIMARY KEY, finding INTEGER NOT NULL, campaign TEXT NOT NULL, lapsed INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE former(message BLOB PRIMARY KEY, campaign TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX former_campaign ON former(campaign);
        CREATE TABLE hold(
            name TEXT PRIMARY KEY, scope INTEGER NOT NULL, subject TEXT NOT NULL, began INTEGER NOT NULL, ended INTEGER NOT NULL, reason TEXT NOT NULL,
            placed_by TEXT NOT NULL, at INTEGER NOT NULL, released INTEGER NOT NULL, released_by TEXT NOT NULL, released_why TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE doomed(number INTEGER NOT NULL, whole INTEGER NOT NULL, key INTEGER NOT NULL, PRIMARY KEY(number, whole, key)) STRICT, WITHOUT ROWID;
        CREATE TABLE proof(number INTEGER PRIMARY KEY, content TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
        """;

    /// <summary>Stands for a time that there is none of.</summary>
    private const long NoTime = long.MaxValue;

    /// <summary>Replaces what was reckoned before; what is known of messages whose records are gone stays.</summary>
    public static void Save(Database database, IEnumerable<Standing> standings)
    {
        database.Execute("DELETE FROM standing WHERE lapsed=0");
        using var add = database.Prepare("INSERT INTO standing(message, finding, campaign, lapsed) VALUES(?,?,?,0) ON CONFLICT DO NOTHING");
        Span<byte> id = stackalloc byte[Sha256.Length];
        foreach (var standing in standings)
        {
            standing.Message.CopyTo(id);
            add.Bind(1, id).Bind(2, (int)standing.Finding).Bind(3, standing.Campaign).Run();
        }
    }

    public static Dictionary<Sha256, Standing> ReadStandings(Database database)
    {
        var read = new Dictionary<Sha256, Standing>();
        using var statement = database.Prepare("SELECT message, finding, campaign FROM standing");
        while (statement.Step())
            if (statement.Blob(0) is { Length: Sha256.Length } bytes && new Sha256(bytes) is var id)
                read[id] = new(id, (Finding)statement.Number(1), statement.Text(2));
        return read;
    }

    /// <summary>Follows merges where the members' records are gone.</summary>
    public static void Merge(Database database, IEnumerable<(string Old, string Into)> merges)
    {
        foreach (var table in (string[])["former", "standing"])
        {
            using var follow = database.Prepare($"UPDATE {table} SET campaign=? WHERE campaign=?{(table == "standing" ? " AND lapsed=1" : "")}");
            foreach (var (old, into) in merges) follow.Bind(1, into).Bind(2, old).Run();
        }
    }

    public static void Add(Database database, Hold hold, Sealing texts)
    {
        using var add = database.Prepare("INSERT INTO hold(name, scope, subject, began, ended, reason, placed_by, at, released, released_by, released_why) VALUES(?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT DO UPDATE SET released=excluded.released, released_by=excluded.released_by, released_why=excluded.released_why");
        add.Bind(1, hold.Name).Bind(2, (int)hold.Scope).Bind(3, texts.Seal(hold.Subject, $"hold.subject {hold.Name}")).Bind(4, hold.From?.UtcTicks ?? NoTime).Bind(5, hold.To?.UtcTicks ?? NoTime)
            .Bind(6, texts.Seal(hold.Reason, $"hold.reason {hold.Name}")).Bind(7, texts.Seal(hold.By, $"hold.by {hold.Name}")).Bind(8, hold.At.UtcTicks)
            .Bind(9, hold.Released?.UtcTicks ?? NoTime).Bind(10, texts.Seal(hold.ReleasedBy, $"hold.released_by {hold.Name}")).Bind(11, texts.Seal(hold.ReleasedWhy, $"hold.released_why {hold.Name}")).Run();
    }

    public static List<Hold> ReadHolds(Database database, Sealing texts)
    {
        var holds = new List<Hold>();
        using var statement = database.Prepare("SELECT name, scope, subject, began, ended, reason, placed_by, at, released, released_by, released_why FROM hold ORDER BY at, name");
        while (statement.Step())
        {
            var name = statement.Text(0);
            try
            {
                holds.Add(new(name, (HoldScope)statement.Number(1), texts.Open(statement.Text(2), $"hold.subject {name}"))
                {
                    From = Time(statement.Number(3)),
                    To = Time(statement.Number(4)),
                    Reason = texts.Open(statement.Text(5), $"hold.reason {name}"),
                    By = texts.Open(statement.Text(6), $"hold.by {name}"),
                    At = Time(statement.Number(7)) ?? default,
                    Released = Time(statement.Number(8)),
                    ReleasedBy = texts.Open(statement.Text(9), $"hold.released_by {name}"),
                    ReleasedWhy = texts.Open(statement.Text(10), $"hold.released_why {name}"),
                });
            }
            catch (InvalidDataException e)
            {
                throw SqliteFailure.Damaged(e);
            }
        }
        return holds;
    }

    public static void Reseal(Database database, Sealing texts)
    {
        var holds = ReadHolds(database, texts);
        database.Execute("DELETE FROM hold");
        foreach (var hold in holds) Add(database, hold, texts);
    }

    public static void Add(Database database, Proof proof)
    {
        using var add = database.Prepare("INSERT INTO proof(number, content, hash) VALUES(?,?,?)");
        add.Bind(1, proof.Number).Bind(2, proof.Content).Bind(3, proof.Hash.ToString()).Run();
    }

    public static Proof? ReadLastProof(Database database) => ReadProofs(database, "DESC LIMIT 1") is [var last] ? last : null;

    public static List<Proof> ReadProofs(Database database) => ReadProofs(database, "");

    private static List<Proof> ReadProofs(Database database, string which)
    {
        var proofs = new List<Proof>();
        using var statement = database.Prepare($"SELECT number, content, hash FROM proof ORDER BY number {which}");
        while (statement.Step())
            proofs.Add(new((int)statement.Number(0), statement.Text(1), Sha256.TryParse(statement.Text(2), out var hash) ? hash : default));
        return proofs;
    }

    /// <summary>Notes what the index must lose: it is taken out of there after the tables were changed, and after a crash between the two at the next opening.</summary>
    public static void Doom(Database database, IEnumerable<uint> entries, IEnumerable<(SelectorKey Key, uint Number)> postings)
    {
        using var add = database.Prepare("INSERT INTO doomed(number, whole, key) VALUES(?,?,?) ON CONFLICT DO NOTHING");
        foreach (var number in entries) add.Bind(1, number).Bind(2, 1).Bind(3, 0).Run();
        foreach (var (key, number) in postings) add.Bind(1, number).Bind(2, 0).Bind(3, unchecked((long)key.Value)).Run();
    }

    public static (HashSet<uint> Entries, HashSet<(SelectorKey Key, uint Number)> Postings) ReadDoomed(Database database)
    {
        var (entries, postings) = (new HashSet<uint>(), new HashSet<(SelectorKey, uint)>());
        using var statement = database.Prepare("SELECT number, whole, key FROM doomed");
        while (statement.Step())
            if (statement.Number(1) != 0) entries.Add((uint)statement.Number(0));
            else postings.Add((new(unchecked((ulong)statement.Number(2))), (uint)statement.Number(0)));
        return (entries, postings);
    }

    private static DateTimeOffset? Time(long ticks) => ticks > 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks ? new(ticks, TimeSpan.Zero) : null;
}
