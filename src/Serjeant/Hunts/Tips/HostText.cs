using System.Buffers;
using Serjeant.Values;

namespace Serjeant.Hunts.Tips;

/// <summary>Hosts and patterns of hosts.</summary>
internal static class HostText
{
    // Of a name, what may stand in it on the internet: also the underscore of service names.
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");

    // Fewer letters than these would ask for a large part of all hosts.
    private const int FewestLetters = 3;

    /// <param name="text">A host or a domain (which means all that lies in it), Unicode or punycode, or a pattern such as "mail-*.evil.example".</param>
    public static Asked Read(ReadOnlySpan<char> text)
    {
        text = text.Trim().TrimEnd('.');
        if (text.IndexOfAny(Wildcard.Run, Wildcard.One) >= 0) return Pattern(text.ToString());
        if (text.StartsWith(".")) text = text[1..]; // ".evil.example": all that lies in it, as ever
        if (!DomainName.TryParse(text, out var host)) return Asked.No("no name that a host can have");
        if (!host.Name.Contains('.', StringComparison.Ordinal)) return Asked.No("a host of one label is no host on the internet");
        if (host.Name.AsSpan().IndexOfAnyExcept(Letters) >= 0) return Asked.No("it has signs that no host's name has");
        if (char.IsAsciiDigit(host.TopLevel[0]) && char.IsAsciiDigit(host.Name[^1])) return AddressRange.Read(host.Name) ?? Asked.No("no host's name ends in a number");
        return Asked.For(Selector.Host(host));
    }

    private static Asked Pattern(string text)
    {
        var labels = text.Split('.');
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i].AsSpan().IndexOfAny(Wildcard.Run, Wildcard.One) >= 0) labels[i] = labels[i].ToLowerInvariant();
            else if (DomainName.TryParse(labels[i], out var label)) labels[i] = label.Name;
            else return Asked.No("no pattern that a host's name can have");
        }
        var pattern = new Wildcard(SelectorKind.Host, string.Join('.', labels));
        var letters = 0;
        foreach (var c in pattern.Pattern)
        {
            if (c is Wildcard.Run or Wildcard.One or '.') continue;
            if (c <= '\x7f' && !Letters.Contains(c)) return Asked.No("it has signs that no host's name has");
            letters++;
        }
        if (letters - labels[^1].Length < FewestLetters || OnlySuffix(pattern)) return Asked.No("it asks for every host, or for every one under a public suffix");
        return Asked.For(pattern);
    }

    /// <summary>"*.co.uk": what is left without its wildcards is no name that anybody registered.</summary>
    private static bool OnlySuffix(Wildcard pattern)
    {
        var within = pattern.Within;
        if (within.Length == 0 || !pattern.Pattern.AsSpan(0, pattern.Pattern.Length - within.Length - 1).Trim("*.\u001a").IsEmpty) return false;
        return DomainName.TryParse("x." + within, out var below) && below.Registrable == below;
    }
}
