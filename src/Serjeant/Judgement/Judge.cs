using System.Collections.Frozen;
using System.Collections.Immutable;
using Serjeant.Signals;
using Serjeant.Values;

namespace Serjeant.Judgement;

/// <summary>
/// Adds up weights of evidence. Within a family the strongest signal of each leaning counts in full and the others by the table's
/// share, since they say much the same; no family gives more than its limit.
/// </summary>
public sealed class Judge
{
    private readonly WeightTable _table;
    private readonly FrozenDictionary<string, SignalEntry> _entries;
    private readonly FrozenDictionary<string, SignalFamily> _families;

    public Judge(WeightTable table)
    {
        _table = table;
        _entries = table.Signals.ToFrozenDictionary(s => s.Code, StringComparer.Ordinal);
        _families = table.Signals.ToFrozenDictionary(s => s.Code, s => s.Family, StringComparer.Ordinal);
    }

    /// <summary>Weighs signals; one without an entry (of a newer or older version) is shown with no weight.</summary>
    public Assessment Assess(IEnumerable<Signal> signals)
    {
        var (total, weighed) = Sum(signals, _table.Prior, _table.FamilyLimit);
        return new(FindingOf(total), new(total), weighed);
    }

    /// <summary>Weighs what was seen of a campaign as a whole, on the campaigns' own scale. All of it is one family, so the family has no limit.</summary>
    public Assessment AssessCampaign(IEnumerable<Signal> signals)
    {
        return Assess(signals, _table.Campaigns ?? CampaignScale.Default);
    }

    /// <summary>Weighs what a mailbox or server of ours sent, on a scale of its own. One family too.</summary>
    public Assessment AssessOutbound(IEnumerable<Signal> signals) => Assess(signals, _table.Outbound ?? CampaignScale.Own);

    private Assessment Assess(IEnumerable<Signal> signals, CampaignScale scale)
    {
        var (total, weighed) = Sum(signals, scale.Prior, double.PositiveInfinity);
        return new(total >= scale.Hostile ? Finding.Hostile : total >= scale.Suspect ? Finding.Suspect : Finding.Ordinary, new(total), weighed);
    }

    private (double Total, ImmutableArray<WeighedSignal> Signals) Sum(IEnumerable<Signal> signals, double prior, double familyLimit)
    {
        var weighed = new List<WeighedSignal>();
        var families = new List<SignalFamily>();
        foreach (var signal in signals)
        {
            var entry = _entries.GetValueOrDefault(signal.Code);
            weighed.Add(new(signal, new(entry?.Decibans ?? 0), Line(entry, signal)));
            families.Add(entry is null ? SignalFamily.Form : _families[signal.Code]);
        }
        var total = prior + Weigh(weighed, families, familyLimit);
        weighed.Sort(static (a, b) => Math.Abs(b.Weight.Value).CompareTo(Math.Abs(a.Weight.Value)));
        return (total, [.. weighed]);
    }

    /// <summary>The total alone, where nothing is shown.</summary>
    public Decibans Total(IEnumerable<Signal> signals) => Assess(signals).Total;

    /// <summary>The finding of a total, by the table's thresholds.</summary>
    public Finding FindingOf(double total) =>
        total >= _table.Hostile ? Finding.Hostile : total >= _table.Suspect ? Finding.Suspect : Finding.Ordinary;

    /// <summary>Scales the weights in place to what counts, and returns their sum.</summary>
    private double Weigh(List<WeighedSignal> weighed, List<SignalFamily> families, double familyLimit)
    {
        var sum = 0.0;
        foreach (var family in Enum.GetValues<SignalFamily>())
        {
            sum += Side(family, +1);
            sum += Side(family, -1);
        }
        return sum;

        double Side(SignalFamily family, int sign)
        {
            var strongest = -1;
            var side = 0.0;
            for (var i = 0; i < weighed.Count; i++)
            {
                if (families[i] != family || Math.Sign(weighed[i].Weight.Value) != sign) continue;
                if (strongest < 0 || Math.Abs(weighed[i].Weight.Value) > Math.Abs(weighed[strongest].Weight.Value)) strongest = i;
                side += weighed[i].Weight.Value;
            }
            if (strongest < 0) return 0;
            var first = weighed[strongest].Weight.Value;
            var shared = first + (_table.FamilyShare * (side - first));
            var limited = Math.Clamp(shared, -familyLimit, familyLimit);
            var scale = limited / shared;
            for (var i = 0; i < weighed.Count; i++)
            {
                if (families[i] != family || Math.Sign(weighed[i].Weight.Value) != sign) continue;
                weighed[i] = weighed[i] with { Weight = weighed[i].Weight * (scale * (i == strongest ? 1 : _table.FamilyShare)) };
            }
            return limited;
        }
    }

    private static string Line(SignalEntry? entry, Signal signal) =>
        entry is null ? $"{signal.Code}: {signal.Evidence}" : entry.Wording.Replace("{evidence}", signal.Evidence, StringComparison.Ordinal);
}
