namespace Serjeant.Storage.Keys;

/// <summary>Which keys the data folder uses, and where they were moved to.</summary>
internal static class KeyTable
{
    public const string Schema = "CREATE TABLE key(id TEXT PRIMARY KEY, since INTEGER NOT NULL, retired INTEGER NOT NULL, last INTEGER NOT NULL, destroyed INTEGER NOT NULL) STRICT, WITHOUT ROWID;";

    private const string PlaceName = "key";

    public static List<KnownKey> Read(Database database)
    {
        var keys = new List<KnownKey>();
        using var statement = database.Prepare("SELECT id, since, retired, last, destroyed FROM key ORDER BY since, id");
        while (statement.Step()) keys.Add(new(statement.Text(0), Time(statement.Number(1)) ?? default, Time(statement.Number(2)), statement.Number(3), Time(statement.Number(4))));
        return keys;
    }

    public static void Add(Database database, string id, DateTimeOffset now)
    {
        using var add = database.Prepare("INSERT INTO key(id, since, retired, last, destroyed) VALUES(?,?,0,0,0) ON CONFLICT DO NOTHING");
        add.Bind(1, id).Bind(2, now.UtcTicks).Run();
    }

    /// <summary>Notes that all keys but one are no longer written under.</summary>
    public static void Retire(Database database, string current, DateTimeOffset now)
    {
        using var retire = database.Prepare("UPDATE key SET retired=?, last=(SELECT coalesce(max(id), 0) FROM message) WHERE id<>? AND retired=0");
        retire.Bind(1, now.UtcTicks).Bind(2, current).Run();
        // A key that was put first again by hand.
        using var restore = database.Prepare("UPDATE key SET retired=0 WHERE id=? AND retired<>0 AND destroyed=0");
        restore.Bind(1, current).Run();
    }

    public static void NoteDestroyed(Database database, string id, DateTimeOffset now)
    {
        using var note = database.Prepare("UPDATE key SET destroyed=? WHERE id=?");
        note.Bind(1, now.UtcTicks).Bind(2, id).Run();
    }

    /// <summary>Where the key file was moved to; null while it lies in the folder.</summary>
    public static string? ReadPlace(Database database) => ReadSetting(database, PlaceName);

    public static void NotePlace(Database database, string path) => NoteSetting(database, PlaceName, path);

    public static string? ReadSetting(Database database, string name)
    {
        using var read = database.Prepare("SELECT value FROM setting WHERE name=?");
        if (!read.Bind(1, name).Step()) return null;
        var value = read.Text(0);
        read.Reset();
        return value;
    }

    public static void NoteSetting(Database database, string name, string value)
    {
        using var note = database.Prepare("INSERT OR REPLACE INTO setting(name, value) VALUES(?,?)");
        note.Bind(1, name).Bind(2, value).Run();
    }

    private static DateTimeOffset? Time(long ticks) => ticks > 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks ? new(ticks, TimeSpan.Zero) : null;
}
