using System.Buffers;
using System.Collections.Immutable;
using Serjeant.Registers;
using Serjeant.Registers.Names;

namespace Serjeant.Signals.Impersonation;

/// <summary>The few words of a running text next to a place, in which a name may stand with nothing between.</summary>
internal readonly record struct NameWindow(ImmutableArray<string> Words)
{
    private const int MaximumWords = 7, MaximumCharacters = 90, LongestUnspaced = 18;

    private static readonly SearchValues<char> Stops = SearchValues.Create(",;:!?()|\"\n\u201c\u201d\u3002\u3001\uff0c\uff1a\u060c");

    // A greeting's line may end where the name begins.
    private static readonly char[] Spaces = [' ', '\n', '\r', '\t', '\u00a0', '\u3000'];

    private static readonly char[] Between = [' ', ',', '\n', '\u00a0', '!', '.', '-', '\u3002', '\uff0c'];

    /// <summary>What follows a place, up to where the thought ends.</summary>
    public static NameWindow Behind(string text, int start)
    {
        while (start < text.Length && Between.Contains(text[start])) start++;
        var rest = text.AsSpan(start, Math.Min(MaximumCharacters, text.Length - start));
        var stop = rest.IndexOfAny(Stops);
        if (stop >= 0) rest = rest[..stop];
        var words = rest.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new([.. words.Take(MaximumWords)]);
    }

    /// <summary>What stands before a place. Commas stay: a title may follow the name behind one.</summary>
    public static NameWindow Before(string text, int end)
    {
        var words = text[Math.Max(0, end - MaximumCharacters)..end].TrimEnd(Between).Split(Spaces, StringSplitOptions.RemoveEmptyEntries);
        return new([.. words.TakeLast(MaximumWords)]);
    }

    /// <summary>The name with which it begins, the longest first; nothing but titles may stand beside it.</summary>
    public NamedPerson? First(House house)
    {
        for (var count = Math.Min(Words.Length, MaximumWords); count > 1; count--)
            if (Match(house, string.Join(' ', Words.AsSpan()[..count])) is { } match) return match;
        if (Words is not [var only, ..] || only[0] < '\u2e80') return null;
        for (var length = Math.Min(only.Length, LongestUnspaced); length > 1; length--)
            if (Match(house, only[..length]) is { } match) return match;
        return null;
    }

    /// <summary>The name with which it ends.</summary>
    public NamedPerson? Last(House house)
    {
        for (var count = Math.Min(Words.Length, MaximumWords); count > 1; count--)
            if (Match(house, string.Join(' ', Words.AsSpan()[^count..])) is { } match) return match;
        if (Words is not [.., var only] || only[0] < '\u2e80') return null;
        for (var length = Math.Min(only.Length, LongestUnspaced); length > 1; length--)
            if (Match(house, only[^length..]) is { } match) return match;
        return null;
    }

    /// <summary>The organisation that it names at its beginning, the longest run of words first.</summary>
    public OrganisationMatch? Organisation(House house)
    {
        for (var count = Words.Length; count > 0; count--)
            if (house.Organisations.Find(string.Join(' ', Words.AsSpan()[..count])) is [var match, ..]) return match;
        return null;
    }

    private static NamedPerson? Match(House house, string words) =>
        Exactly(house, words) is { } match ? new(match, false)
        : TitledName.Of(words) is { } titled && Exactly(house, titled.Name) is { } inner ? new(inner, titled.Claims) : null;

    private static NameMatch? Exactly(House house, string words) =>
        (house.Names.Find(words) ?? (ScottishCase.Of(words) is { } cased ? house.Names.Find(cased) : null)) is { Strength: >= NameStrength.Fair } match
            && match.Extra.IsEmpty && (match.Strength == NameStrength.Strong || NameClaims.IsClose(match)) ? match : null;
}
