using Serjeant.Campaigns;
using Serjeant.Judgement;

namespace Serjeant.Bench.Houses;

/// <summary>The tables of the house command.</summary>
internal static class HouseReport
{
    /// <summary>Of each kind: more of one kind are usually the same again.</summary>
    private const int MostShown = 4;

    /// <summary>What is allowed on real mail.</summary>
    private const double MostAlarms = 0.003, MostHostileAlarms = 0.0005;

    public static void Line(int seed, HouseFigures figures)
    {
        var first = figures.First is { } shared ? $"{Cut(shared.Attribute, 34)}: {shared.OddsRatio:0.#}, q = {shared.Q:0.0E+0}" : "none";
        Console.WriteLine(
            $"{seed,5}{100 * figures.Share,6:0} %{figures.Foreign,8}  {first,-58}{figures.Campaign?.Assessment.Finding.ToString().ToLowerInvariant() ?? "none",-10}"
            + $"{Found(figures, "reconnaissance"),12}{Found(figures, "alliance-newsletter"),14}{Found(figures, "impersonation"),11}{Found(figures, "credentials"),10}"
            + $"{figures.Alarms.Count - figures.HostileAlarms,8} / {figures.HostileAlarms,-3}{figures.Seconds,9:0.0}");
        if (figures.FalseCampaigns.Count > 0) Console.WriteLine($"      campaigns of honest mail called suspect or hostile: {figures.FalseCampaigns.Count}");
        var kinds = figures.Alarms.GroupBy(a => a.Truth.Kind).OrderBy(k => k.Key, StringComparer.Ordinal);
        foreach (var kind in kinds) Console.WriteLine($"      false alarms in {kind.Key}: {Count(kind, Finding.Suspect)} / {Count(kind, Finding.Hostile)} of {figures.Of(kind.Key)}");
    }

    /// <returns>Whether everything held.</returns>
    public static bool Totals(IReadOnlyList<HouseFigures> figures)
    {
        Console.WriteLine();
        Console.WriteLine($"{"all houses, by kind",-24}{"messages",10}{"suspect",10}{"hostile",10}");
        var kinds = figures.SelectMany(f => f.Outcomes).GroupBy(o => (o.Truth.Kind, o.Truth.Expected)).OrderBy(k => k.Key.Expected, StringComparer.Ordinal).ThenBy(k => k.Key.Kind, StringComparer.Ordinal);
        foreach (var kind in kinds)
            Console.WriteLine($"{kind.Key.Kind,-24}{kind.Count(),10}{Count(kind, Finding.Suspect),10}{Count(kind, Finding.Hostile),10}   expected {kind.Key.Expected}");
        Console.WriteLine();
        var all = true;
        for (var i = 0; i < figures[0].Demands.Count(); i++)
        {
            var held = figures.Count(f => f.Demands.ElementAt(i).Held);
            all &= held == figures.Count;
            Console.WriteLine($"{Verdict(held == figures.Count)}  {held,3} of {figures.Count} houses: {figures[0].Demands.ElementAt(i).What}");
        }
        // One house is too few messages for a rate.
        double ordinary = figures.Sum(f => f.Ordinary), alarms = figures.Sum(f => f.Alarms.Count) / ordinary, hostile = figures.Sum(f => f.HostileAlarms) / ordinary;
        var few = alarms <= MostAlarms && hostile <= MostHostileAlarms;
        Console.WriteLine($"{Verdict(few)}  of {ordinary} ordinary messages {100 * alarms:0.000} % are suspect or worse (at most {100 * MostAlarms} %), {100 * hostile:0.000} % hostile (at most {100 * MostHostileAlarms} %)");
        return all && few;
    }

    /// <summary>Everything that was judged otherwise than expected, with what judged it.</summary>
    public static void Misses(HouseFigures figures)
    {
        var wrong = figures.Outcomes.Where(o => o.Truth.Expected is "ordinary" ? o.Finding != Finding.Ordinary : o.Truth.Expected is "hostile" && o.Finding != Finding.Hostile);
        foreach (var outcome in wrong.GroupBy(o => o.Truth.Kind).SelectMany(k => k.Take(MostShown)))
        {
            var judged = outcome.Judged;
            Console.WriteLine($"      {outcome.Truth.Kind} {outcome.Finding} {judged.Assessment.Total.Value:0.0} {judged.CampaignId} {judged.Message.From} \"{Cut(judged.Message.Subject, 50)}\"");
            foreach (var signal in judged.Assessment.Signals) Console.WriteLine($"          {signal.Weight.Value,6:0.0} {signal.Signal.Code}: {Cut(signal.Signal.Evidence, 110)}");
        }
        foreach (var wrongly in figures.FalseCampaigns) Show(wrongly);
        if (figures.Campaign is not { } campaign) return;
        Show(campaign);
        foreach (var lost in figures.Outcomes.Where(o => (o.Is("reconnaissance")) != (o.Judged.CampaignId == campaign.Id)).Take(20))
            Console.WriteLine($"      {(lost.Is("reconnaissance") ? "not in it" : "foreign in it")}: {lost.Truth.Kind} {lost.Judged.CampaignId} {lost.Judged.Message.From} \"{Cut(lost.Judged.Message.Subject, 50)}\"");
    }

    private static void Show(Campaign campaign)
    {
        Console.WriteLine($"      campaign {campaign.Id} {campaign.Assessment.Finding} {campaign.Assessment.Total.Value:0.0}, {campaign.Messages.Length} messages, {campaign.Targets.Length} targets: {string.Join("; ", campaign.HeldTogetherBy)}");
        foreach (var signal in campaign.Assessment.Signals) Console.WriteLine($"          {signal.Weight.Value,6:0.0} {signal.Signal.Code}: {Cut(signal.Signal.Evidence, 160)}");
    }

    private static string Verdict(bool held) => held ? "PASS" : "FAIL";

    private static string Found(HouseFigures figures, string kind) => $"{figures.Of(kind, Finding.Suspect)} / {figures.Of(kind, Finding.Hostile)} of {figures.Of(kind)}";

    private static int Count(IEnumerable<Outcome> outcomes, Finding finding) => outcomes.Count(o => o.Finding == finding);

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
