using Serjeant.Values;

namespace Serjeant.Registers;

/// <summary>
/// Answers whom a domain imitates among the roster's own: equal to the eye, one edit away, or the protected label within a longer one.
/// </summary>
internal sealed class LookAlikeIndex
{
    /// <summary>Labels shorter than this are near to too many innocent names.</summary>
    private const int MinimumLabel = 6;

    private readonly HashSet<string> _own = new(StringComparer.Ordinal);
    private readonly List<(string Label, string Skeleton, DomainName Domain)> _protected = [];

    public LookAlikeIndex(Roster roster)
    {
        foreach (var domain in roster.Bodies.Concat(roster.Outlets).Concat(roster.Correspondents).SelectMany(o => o.Domains))
        {
            var registrable = domain.Registrable;
            if (!_own.Add(registrable.Name)) continue;
            var label = FirstLabel(registrable);
            if (label.Length >= MinimumLabel) _protected.Add((label, LookOf(label), registrable));
        }
    }

    public DomainName? Find(DomainName candidate)
    {
        if (_protected.Count == 0 || candidate.IsEmpty) return null;
        var registrable = candidate.Registrable;
        if (_own.Contains(registrable.Name)) return null;
        var label = FirstLabel(registrable);
        var look = LookOf(label);
        foreach (var (name, skeleton, domain) in _protected)
        {
            if (look == skeleton || label == name || OneEditApart(label, name)) return domain;
            // parliament-office, parliament-example, secure-parliament: the name set off by hyphens inside a longer label.
            if (label.Length > name.Length && (label.StartsWith(name + "-", StringComparison.Ordinal) || label.EndsWith("-" + name, StringComparison.Ordinal)
                || label.Contains("-" + name + "-", StringComparison.Ordinal))) return domain;
        }
        return null;
    }

    private static string FirstLabel(DomainName domain) => domain.Name.Split('.')[0];

    /// <summary>What the eye makes of a label: punycode read, confusable letters and letter pairs made one.</summary>
    private static string LookOf(string label)
    {
        if (label.StartsWith("xn--", StringComparison.Ordinal))
        {
            try
            {
                label = new System.Globalization.IdnMapping { AllowUnassigned = true }.GetUnicode(label);
            }
            catch (ArgumentException)
            {
                return label;
            }
        }
        return Look.Of(label);
    }

    /// <summary>One letter inserted, left out, replaced, or two neighbours swapped.</summary>
    private static bool OneEditApart(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1) return false;
        var start = a.AsSpan().CommonPrefixLength(b);
        var end = 0;
        while (end < Math.Min(a.Length, b.Length) - start && a[^(end + 1)] == b[^(end + 1)]) end++;
        var restA = a.Length - start - end;
        var restB = b.Length - start - end;
        if (restA <= 1 && restB <= 1) return true;
        return restA == 2 && restB == 2 && a[start] == b[start + 1] && a[start + 1] == b[start];
    }
}
