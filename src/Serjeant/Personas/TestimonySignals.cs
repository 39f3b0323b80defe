using System.Collections.Immutable;
using System.Globalization;
using Serjeant.Campaigns;
using Serjeant.Personas.Unwrapping;
using Serjeant.Signals;
using Serjeant.Values;

namespace Serjeant.Personas;

/// <summary>What others told of a campaign's members, as signals of the campaign; the weights are data (data/signals).</summary>
/// <param name="testimonies">All that count.</param>
/// <param name="find">Gives a kept message.</param>
/// <param name="claims">Says which of these messages are evidence.</param>
public sealed class TestimonySignals(IEnumerable<Testimony> testimonies, Func<Sha256, KeptMessage?> find, Claims claims)
{
    private readonly ILookup<Sha256, Testimony> _of = testimonies.ToLookup(t => t.Message);

    /// <summary>Whether a message that went to others counts; for the linker.</summary>
    public bool Bears(Sha256 message) => _of.Contains(message) && find(message) is { } kept && claims.Bear(kept);

    /// <summary>Empty where nobody told of any member, or nothing that bears.</summary>
    public ImmutableArray<Signal> Find(CampaignGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        List<Testimony> people = [], machines = [], answers = [];
        foreach (var member in group.Messages)
        {
            if (!_of.Contains(member) || find(member) is not { } kept || !claims.Bear(kept)) continue;
            (kept.Channel != MessageChannel.Returned ? people : _of[member].All(t => t.Form == LayerForm.Answered) ? answers : machines).AddRange(_of[member]);
        }
        var signals = ImmutableArray.CreateBuilder<Signal>();
        if (people.Count > 0)
        {
            var sources = people.Select(t => t.Reporter).Distinct(StringComparer.Ordinal).Count();
            var best = people.OrderByDescending(t => t.Grade.IsGood).ThenBy(t => t.Grade.Source + t.Grade.Item).First().Grade;
            signals.Add(new(best.IsGood ? "campaign.reported" : "campaign.reported-ungraded", Text($"{Messages(people)} by {Count(sources, "source", "sources")}, the best graded {best}")));
            if (sources > 1) signals.Add(new("campaign.several-sources", Text($"{sources} sources, each for itself")));
        }
        if (machines.Count > 0) signals.Add(new("campaign.returned", Text($"{Messages(machines)} by {Count(machines.Select(t => t.Reporter).Distinct(StringComparer.Ordinal).Count(), "machine", "machines")}")));
        if (answers.Count > 0) signals.Add(new("campaign.answered", Messages(answers)));
        return signals.ToImmutable();
    }

    private static string Messages(List<Testimony> told) => Count(told.Select(t => t.Message).Distinct().Count(), "message", "messages");

    private static string Count(int number, string one, string many) => Text($"{number} {(number == 1 ? one : many)}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
