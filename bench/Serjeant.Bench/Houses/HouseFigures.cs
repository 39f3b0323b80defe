using Serjeant.Campaigns;
using Serjeant.Judgement;
using Serjeant.Reports;
using Serjeant.Samples;

namespace Serjeant.Bench.Houses;

/// <summary>A message of a generated house: what it is, and what it was taken for.</summary>
internal sealed record Outcome(Truth Truth, JudgedMessage Judged)
{
    public bool Is(string kind) => Truth.Kind == kind;

    public Finding Finding => Judged.Assessment.Finding;
}

/// <summary>What the whole flow made of one generated house, beside what was planted in it.</summary>
internal sealed class HouseFigures
{
    private const double WantedShare = 0.95;

    public HouseFigures(IReadOnlyList<Outcome> outcomes, IReadOnlyList<Campaign> campaigns, double seconds)
    {
        Outcomes = outcomes;
        Seconds = seconds;
        var planted = outcomes.Where(o => o.Is("reconnaissance")).Select(o => o.Judged.Message.Id).ToHashSet();
        Campaign = campaigns.MaxBy(c => c.Messages.Count(planted.Contains));
        var inside = Campaign?.Messages.Count(planted.Contains) ?? 0;
        Share = (double)inside / planted.Count;
        // The same bytes may have been delivered twice: members count once each.
        Foreign = (Campaign?.Messages.Length ?? 0) - inside;
        var honest = outcomes.Where(o => o.Truth.Expected == "ordinary").Select(o => o.Judged.Message.Id).ToHashSet();
        FalseCampaigns = [.. campaigns.Where(c => c.Assessment.Finding != Finding.Ordinary && c.Messages.Any(honest.Contains))];
        // The real reply, the bounce and the absence note all name one false address.
        var falseAddress = outcomes.First(o => o.Is("returned")).Truth.FalseAddress!;
        TowardsOthersFound = campaigns.Any(c => c.Kind == CampaignKind.ImpersonationTowardsOthers && c.Assessment.Finding == Finding.Hostile && c.Imitations.Any(i => i.FalseAddress == falseAddress));
        Alarms = [.. outcomes.Where(o => o.Truth.Expected == "ordinary" && o.Finding != Finding.Ordinary)];
    }

    public IReadOnlyList<Outcome> Outcomes { get; }

    /// <summary>The campaign that holds most of the reconnaissance.</summary>
    public Campaign? Campaign { get; }

    /// <summary>Of the reconnaissance, in that campaign.</summary>
    public double Share { get; }

    /// <summary>Members of that campaign which are none of the reconnaissance.</summary>
    public int Foreign { get; }

    /// <summary>A hostile campaign towards others shows the false address under a member's name, by what came back alone.</summary>
    public bool TowardsOthersFound { get; }

    /// <summary>Ordinary messages that were called suspect or hostile.</summary>
    public IReadOnlyList<Outcome> Alarms { get; }

    /// <summary>Campaigns that were called suspect or hostile though honest mail is in them.</summary>
    public IReadOnlyList<Campaign> FalseCampaigns { get; }

    public double Seconds { get; }

    public SharedAttribute? First => Campaign?.Shared.FirstOrDefault();

    public int Ordinary => Outcomes.Count(o => o.Truth.Expected == "ordinary");

    public int HostileAlarms => Alarms.Count(a => a.Finding == Finding.Hostile);

    public int Of(string kind) => Outcomes.Count(o => o.Is(kind));

    public int Of(string kind, Finding finding) => Outcomes.Count(o => o.Is(kind) && o.Finding == finding);

    /// <summary>What the issue asks of every house, by name.</summary>
    public IEnumerable<(string What, bool Held)> Demands =>
    [
        ("one campaign holds at least 95 % of the reconnaissance", Share >= WantedShare),
        ("no other message is in that campaign", Foreign == 0),
        ("the alliance is its first shared attribute", First?.Attribute.StartsWith("alliance:", StringComparison.Ordinal) == true),
        ("that campaign and every message of the reconnaissance is hostile", Campaign?.Assessment.Finding == Finding.Hostile && All("reconnaissance", Finding.Hostile)),
        ("every copy of the alliance's newsletter is ordinary", All("alliance-newsletter", Finding.Ordinary)),
        ("every impersonation is hostile", All("impersonation", Finding.Hostile)),
        ("every credential phish is hostile", All("credentials", Finding.Hostile)),
        ("what came back shows a hostile campaign towards others, with its false address", TowardsOthersFound),
        ("what assistants send for members is ordinary", All("delegate", Finding.Ordinary)),
    ];

    private bool All(string kind, Finding finding) => Of(kind) > 0 && Of(kind, finding) == Of(kind);
}
