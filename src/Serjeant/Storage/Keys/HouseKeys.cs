using Serjeant.Values;

namespace Serjeant.Storage.Keys;

/// <summary>The keys of one data folder: finds the file, and sees to it that no key that something is sealed under is missing. No new key is ever made beside old data.</summary>
/// <param name="Path">Where the key file lies.</param>
/// <param name="Ring">What it holds.</param>
internal sealed record HouseKeys(string Path, KeyRing Ring)
{
    /// <param name="database">The data folder's.</param>
    /// <param name="folder">Where the key file lies if nothing else is said.</param>
    /// <param name="named">The key file that the user named, or null.</param>
    /// <param name="now">When a key is first used.</param>
    /// <exception cref="SerjeantException">The file cannot be read, or lacks a key that is needed.</exception>
    public static HouseKeys Find(Database database, string folder, string? named, DateTimeOffset now)
    {
        var path = System.IO.Path.GetFullPath(named ?? KeyTable.ReadPlace(database) ?? System.IO.Path.Combine(folder, KeyFile.Name));
        var needed = KeyTable.Read(database).Where(k => k.Destroyed is null).Select(k => k.Id).ToList();
        if (!File.Exists(path) && needed.Count > 0)
            throw new SerjeantException($"{path}: the key file is not there. What this data folder holds is sealed under {Spell(needed)}. Bring the file back, or name it with --key FILE or SERJEANT_KEY_FILE. Nothing was changed.", retryHelps: false);
        var ring = File.Exists(path) ? KeyFile.Read(path) : KeyFile.Make(path);
        var missing = needed.Where(id => ring.Keys.All(k => k.Id != id)).ToList();
        if (missing.Count > 0)
            throw new SerjeantException($"{path}: it lacks {Spell(missing)}, under which this data folder is sealed. Name the right file with --key FILE or SERJEANT_KEY_FILE. Nothing was changed.", retryHelps: false);
        Register(database, ring, needed, now);
        return new(path, ring);
    }

    private static void Register(Database database, KeyRing ring, List<string> known, DateTimeOffset now)
    {
        if (known.Count == ring.Keys.Length && known.Contains(ring.Current.Id) && KeyTable.Read(database).All(k => (k.Retired is null) == (k.Id == ring.Current.Id))) return;
        database.Execute("BEGIN IMMEDIATE");
        foreach (var key in ring.Keys) KeyTable.Add(database, key.Id, now);
        KeyTable.Retire(database, ring.Current.Id, now);
        database.Execute("COMMIT");
    }

    private static string Spell(List<string> ids) => $"{(ids.Count == 1 ? "the key" : "the keys")} {string.Join(", ", ids)}";
}
