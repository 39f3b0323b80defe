using Serjeant.Values;

namespace Serjeant.Registers.LookAlikes;

/// <summary>
/// Answers whom a domain imitates among the roster's own: equal to the eye, one edit away, or the protected label within a longer one.
/// </summary>
public sealed class LookAlikeIndex
{
    /// <summary>Labels shorter than this are near to too many innocent names.</summary>
    private const int MinimumLabel = 6;

    private readonly HashSet<string> _own = new(StringComparer.Ordinal);
    private readonly List<(string Label, string Skeleton, ProtectedName Name)> _protected = [];

    /// <param name="names">What is protected.</param>
    /// <param name="own">Domains that belong to the owners though nobody needs to protect them: they imitate nothing.</param>
    public LookAlikeIndex(IEnumerable<ProtectedName> names, IEnumerable<DomainName> own)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(own);
        foreach (var domain in own) _own.Add(domain.Registrable.Name);
        foreach (var name in names)
        {
            var label = name.Name.Split('.')[0];
            if (name.Kind != ProtectedKind.Person && !_own.Add(name.Name)) continue;
            if (label.Length >= MinimumLabel) _protected.Add((label, LookOf(label), name));
        }
    }

    /// <summary>What is protected of a roster: the domains of its bodies, outlets and correspondents.</summary>
    public static LookAlikeIndex Of(Roster roster)
    {
        ArgumentNullException.ThrowIfNull(roster);
        return new([
            .. roster.Bodies.SelectMany(o => Names(o, ProtectedKind.Body)),
            .. roster.Outlets.SelectMany(o => Names(o, ProtectedKind.Outlet)),
            .. roster.Correspondents.SelectMany(o => Names(o, ProtectedKind.Correspondent)),
        ], []);

        static IEnumerable<ProtectedName> Names(Organisation organisation, ProtectedKind kind) =>
            organisation.Domains.Select(d => new ProtectedName(d.Registrable.Name, organisation.Name, kind));
    }

    /// <summary>Whom a name imitates; null where nobody, and for the owners' own names and what lies below them. Never throws.</summary>
    public LookAlike? Find(DomainName candidate)
    {
        if (_protected.Count == 0 || candidate.IsEmpty) return null;
        var registrable = candidate.Registrable;
        if (_own.Contains(registrable.Name)) return null;
        var label = FirstLabel(registrable);
        var look = LookOf(label);
        foreach (var (name, skeleton, known) in _protected)
        {
            if (look == skeleton || label == name || OneEditApart(label, name)) return new(known, LookAlikeKind.Several, Decibans.FromProbability(0.9), $"{label} for {name}");
            // parliament-office, parliament-example, secure-parliament: the name set off by hyphens inside a longer label.
            if (label.Length > name.Length && (label.StartsWith(name + "-", StringComparison.Ordinal) || label.EndsWith("-" + name, StringComparison.Ordinal)
                || label.Contains("-" + name + "-", StringComparison.Ordinal)))
                return new(known, LookAlikeKind.Combination, Decibans.FromProbability(0.9), $"{name} within {label}");
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
