using Serjeant.Storage.Keeping;
using Serjeant.Values;

namespace Serjeant.Storage.Tables;

/// <summary>Memberships of campaigns, and the record of merges.</summary>
internal static class CampaignTable
{
    public static void Save(Database database, IEnumerable<(string Campaign, Sha256 Message)> membership, IReadOnlyCollection<(string Old, string Into)> merges, DateTimeOffset at)
    {
        database.Execute("DELETE FROM member");
        using var member = database.Prepare("INSERT INTO member(message, campaign) VALUES(?,?)");
        Span<byte> id = stackalloc byte[Sha256.Length];
        foreach (var (campaign, message) in membership)
        {
            message.CopyTo(id);
            member.Bind(1, id).Bind(2, campaign).Run();
        }
        using var merge = database.Prepare("INSERT INTO merge(old, target, at) VALUES(?,?,?) ON CONFLICT DO NOTHING");
        KeepingTables.Merge(database, merges);
        foreach (var (old, into) in merges) merge.Bind(1, old).Bind(2, into).Bind(3, at.UtcTicks).Run();
    }

    public static Dictionary<Sha256, string> ReadMembership(Database database)
    {
        var membership = new Dictionary<Sha256, string>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        // What was reckoned last stands above what was true when a record was deleted.
        using var statement = database.Prepare("SELECT message, campaign FROM former UNION ALL SELECT message, campaign FROM member");
        while (statement.Step())
        {
            var name = statement.Text(1);
            if (!names.TryAdd(name, name)) name = names[name];
            if (statement.Blob(0) is { Length: Sha256.Length } id) membership[new(id)] = name;
        }
        return membership;
    }

    public static List<(string Old, string Into, DateTimeOffset At)> ReadMerges(Database database)
    {
        var merges = new List<(string Old, string Into, DateTimeOffset At)>();
        using var statement = database.Prepare("SELECT old, target, at FROM merge ORDER BY id");
        while (statement.Step()) merges.Add((statement.Text(0), statement.Text(1), new(statement.Number(2), TimeSpan.Zero)));
        return merges;
    }
}
