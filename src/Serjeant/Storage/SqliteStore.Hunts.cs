using Serjeant.Hunts;
using Serjeant.Hunts.Watches;
using Serjeant.Judgement;
using Serjeant.Storage.Tables;
using Serjeant.Values;

namespace Serjeant.Storage;

public sealed partial class SqliteStore
{
    private Statement? _campaignOf, _membersOf, _findingOf;

    public long Record(Hunt hunt) => Writing(database => HuntTables.Record(database, hunt));

    public bool NeedsReason => Reading(HuntTables.NeedsReason);

    public void RequireReason(bool needed) => Writing(database =>
    {
        HuntTables.RequireReason(database, needed);
        return true;
    });

    public IReadOnlyList<Hunt> ReadHunts() => Reading(HuntTables.ReadHunts);

    public long Add(Watch watch) => Writing(database => HuntTables.Add(database, watch, Keys));

    public bool EndWatch(long number, string by, DateTimeOffset at) => Writing(database => HuntTables.EndWatch(database, number, by, at));

    public IReadOnlyList<Watch> ReadWatches() => Reading(database => HuntTables.ReadWatches(database, Keys));

    public bool Add(WatchSighting sighting) => Writing(database => HuntTables.Add(database, sighting));

    public IReadOnlyList<WatchSighting> ReadSightings() => Reading(HuntTables.ReadSightings);

    public IReadOnlySet<SelectorKey> ReadHunted() => Reading(HuntTables.ReadHunted);

    public void NoteHunted(IEnumerable<SelectorKey> keys) => Writing(database =>
    {
        HuntTables.NoteHunted(database, keys);
        return true;
    });

    public void NoteCampaigns(IEnumerable<CampaignNote> notes) => Writing(database =>
    {
        HuntTables.Save(database, notes, Keys);
        return true;
    });

    public CampaignNote? FindNote(string campaign) => Reading(database => HuntTables.FindNote(database, campaign, Keys));

    public Finding FindFinding(Sha256 message) => Reading(database =>
    {
        var statement = _findingOf ??= database.Prepare("SELECT finding FROM standing WHERE message=?");
        var finding = Bind(statement, message).Step() ? (Finding)statement.Number(0) : Finding.Ordinary;
        statement.Reset();
        return finding;
    });

    public string? FindCampaign(Sha256 message) => Reading(database =>
    {
        var statement = _campaignOf ??= database.Prepare("SELECT campaign FROM member WHERE message=?1 UNION ALL SELECT campaign FROM former WHERE message=?1");
        var campaign = Bind(statement, message).Step() ? statement.Text(0) : null;
        statement.Reset();
        return campaign;
    });

    public IReadOnlyList<Sha256> FindMembers(string campaign, int most) => Reading(database =>
    {
        var statement = _membersOf ??= database.Prepare("SELECT message FROM member WHERE campaign=?1 UNION ALL SELECT message FROM former WHERE campaign=?1 LIMIT ?2");
        statement.Bind(1, campaign).Bind(2, most);
        var members = new List<Sha256>();
        while (statement.Step())
            if (statement.Blob(0) is { Length: Sha256.Length } id) members.Add(new(id));
        return members;
    });

    private static Statement Bind(Statement statement, Sha256 message)
    {
        Span<byte> id = stackalloc byte[Sha256.Length];
        message.CopyTo(id);
        return statement.Bind(1, id);
    }

    private void DisposeHunts()
    {
        _campaignOf?.Dispose();
        _membersOf?.Dispose();
        _findingOf?.Dispose();
    }
}
