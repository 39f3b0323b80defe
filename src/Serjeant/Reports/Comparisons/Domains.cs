using System.Collections.Immutable;
using System.Globalization;
using Serjeant.Values;

namespace Serjeant.Reports.Comparisons;

/// <summary>Two names of hosts beside each other: the registered name letter by letter, what it ends in as one.</summary>
internal static class Domains
{
    public static SideBySide Compare(string truth, string guise)
    {
        if (!DomainName.TryParse(truth, out var left) || !DomainName.TryParse(guise, out var right))
            return Worded(SideBySide.Near(truth, guise), "");
        var (trueFront, trueEnd) = Split(left);
        var (falseFront, falseEnd) = Split(right);
        var written = Shown(right.Name) is var shown && right.Name.Contains("xn--", StringComparison.Ordinal) ? $"stands in the mail as {shown}" : "";
        // parliament.example.secure-login.test: the true name whole, under somebody else's.
        if (right.Name.StartsWith(left.Name + ".", StringComparison.Ordinal))
            return new([new(DifferenceKind.None, Shown(left.Name), Shown(left.Name)), new(DifferenceKind.Inserted, "", Shown(right.Name[left.Name.Length..]))],
                [$"the true name stands before another\u2019s domain, {Shown(right.Registrable.Name)}"]);
        var front = SideBySide.Near(trueFront, falseFront);
        if (front is [{ Kind: DifferenceKind.Other }])
            return Worded([new(DifferenceKind.Other, Shown($"{trueFront}{trueEnd}"), Shown($"{falseFront}{falseEnd}"))], written);
        ImmutableArray<Difference> ending = trueEnd == falseEnd ? [new(DifferenceKind.None, Shown(trueEnd), Shown(falseEnd))]
            : [new(DifferenceKind.OtherEnding, Shown(trueEnd), Shown(falseEnd))];
        return Worded([.. front, .. ending], written);
    }

    private static SideBySide Worded(ImmutableArray<Difference> differences, string written)
    {
        var reasons = SideBySide.ReasonsOf(differences).Select(r => r.Length > 0 ? r : "another domain");
        return new(differences, [.. reasons, .. written.Length > 0 ? [written] : Array.Empty<string>()]);
    }

    /// <summary>What was registered with all below it, as a reader sees it; and the public suffix with its dot.</summary>
    private static (string Front, string End) Split(DomainName name)
    {
        var registrable = name.Registrable.Name;
        var dot = registrable.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) return (Readable(name.Name), "");
        var end = registrable[dot..];
        return (Readable(name.Name[..^end.Length]), Readable(end));
    }

    private static string Readable(string name)
    {
        if (!name.Contains("xn--", StringComparison.Ordinal)) return name;
        try
        {
            return string.Join('.', name.Split('.').Select(l => l.StartsWith("xn--", StringComparison.Ordinal) ? new IdnMapping { AllowUnassigned = true }.GetUnicode(l) : l));
        }
        catch (ArgumentException)
        {
            return name;
        }
    }

    /// <summary>Every dot in brackets, in endings and single labels too, which by themselves read as no host.</summary>
    private static string Shown(string host) => string.Concat(Letter.Read(host).Select(l => l.Text == "." ? "[.]" : l.Shown));
}
