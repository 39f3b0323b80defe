using Serjeant.Campaigns;
using Serjeant.Cli.Reports;
using Serjeant.Facts;
using Serjeant.Hunts;
using Serjeant.Hunts.Watches;
using Serjeant.Judgement;
using Serjeant.Personas;
using Serjeant.Sources;
using Serjeant.Storage;
using Serjeant.Values;
using Spectre.Console;

namespace Serjeant.Cli.Commands;

/// <summary>One taking in of what others told, from reading to what hangs on it.</summary>
internal sealed class ReportRun(ReportRequest request, TimeProvider time)
{
    public async Task<int> RunAsync(IAnsiConsole console, CancellationToken cancellation)
    {
        if (Array.Find(request.Paths, path => path != SourceFile.StandardInput && !File.Exists(path) && !Directory.Exists(path)) is { } missing)
            throw new SerjeantException($"{(missing.Length == 0 ? "an empty name" : missing)}: there is no such file or folder.", retryHelps: false);
        using var store = request.Data.Open(time);
        var house = KnownHouse.Open(store, request.Roster)
            ?? throw new SerjeantException("Name the roster with --roster FILE: without it nobody can say whom a mail pretends to be.", retryHelps: false);
        var maker = new ClaimMaker(house, new FactsMaker(house.Roster, house.Services), new SelectorMaker(house, new(store.Keys)), time);
        var before = store.ReadMembership();
        var entries = new List<ReportEntry>();
        var watched = new Watchlist(store.ReadWatches(), new(store.Keys));
        await foreach (var handed in new ReportReader(maker, SourceLimits.Default).ReadAsync(request.Paths, request.Reporter, cancellation).ConfigureAwait(false))
            Keep(handed, store, watched, entries);
        // What was read is durable before the long reckoning begins.
        await store.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        var reckoning = Reckoning.Make(house, WeightTable.Shipped, store, time, cancellation);
        await new Hindsight(house, store, time).MakeAsync(reckoning, [], cancellation).ConfigureAwait(false);
        var told = store.ReadTestimonies().ToLookup(t => t.Message);
        var campaigns = before.Values.ToHashSet(StringComparer.Ordinal);
        var outcomes = entries.ConvertAll(e => e.Claim is { } claim ? Outcome(e, claim, store, reckoning, before, campaigns) with { Sources = [.. told[claim.Message.Id]] } : e);
        if (request.Format == "jsonl") ReportLines.Write(outcomes, Console.Out);
        else ReportText.Write(outcomes, console);
        return outcomes.Exists(o => o.Unreadable is not null) ? ExitCodes.SomethingUnreadable : ExitCodes.Done;
    }

    private static void Keep(Handed handed, SqliteStore store, Watchlist watched, List<ReportEntry> entries)
    {
        if (handed.Unreadable is { } reason) entries.Add(new(handed.Place.ToString()) { Unreadable = reason });
        if (handed.Aggregates > 0)
            entries.Add(new(handed.Place.ToString()) { Aggregates = handed.Aggregates, Rows = handed.Rows, NewRows = handed.Rows.Count(store.Add) });
        foreach (var claim in handed.Claims)
        {
            var isNew = store.Keep(claim.Message);
            // What came to us as well is indexed as what came to us.
            if (isNew || store.NumberOf(claim.Message.Id) is null) store.Index(claim.Found);
            foreach (var sighting in watched.Find(claim.Found)) store.Add(sighting);
            var evidence = store.Add(claim.Testimony);
            if (claim.Guise is { } guise) store.Add(guise);
            entries.Add(new(handed.Place.ToString()) { Claim = claim, NewMessage = isNew, NewEvidence = evidence });
        }
        if (handed is { Unreadable: null, Aggregates: 0, Claims.IsEmpty: true }) entries.Add(new(handed.Place.ToString()) { Unreadable = "holds no message" });
    }

    private static ReportEntry Outcome(ReportEntry entry, Claim claim, SqliteStore store, Reckoning reckoning, IReadOnlyDictionary<Sha256, string> before, HashSet<string> campaigns)
    {
        // A mail that came to us as well is known from there, and may be known better.
        var kept = store.Find(claim.Message.Id) ?? claim.Message;
        var campaign = reckoning.CampaignOf(kept.Id);
        var others = campaign is null ? [] : campaign.Messages.Where(m => m != kept.Id).Select(store.Find).OfType<KeptMessage>().ToList();
        var step = campaign is null ? CampaignStep.None
            : before.GetValueOrDefault(kept.Id) == campaign.Id ? CampaignStep.Stays
            : campaigns.Contains(campaign.Id) || others.Count > 0 ? CampaignStep.Joined : CampaignStep.Started;
        return entry with
        {
            Kept = kept,
            Bears = reckoning.Claims.Bear(kept),
            Campaign = campaign,
            Step = step,
            TowardsUs = others.Count(m => m.Channel == MessageChannel.Received),
            TowardsOthers = others.Count(m => m.Channel != MessageChannel.Received),
        };
    }
}
