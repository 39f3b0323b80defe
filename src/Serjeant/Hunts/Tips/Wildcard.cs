namespace Serjeant.Hunts.Tips;

/// <summary>A pattern held against selectors that the index lists in clear (hosts, forms of URLs, software, forms of Message-IDs).</summary>
/// <param name="Kind">One of the listed kinds.</param>
/// <param name="Pattern">Normalised as selectors are; <see cref="Run"/> stands for any characters or none, <see cref="One"/> for exactly one.</param>
public readonly record struct Wildcard(SelectorKind Kind, string Pattern)
{
    public const char Run = '*';

    /// <summary>A control character, since "?" begins the query in forms of URLs.</summary>
    public const char One = '\u001a';

    public static bool IsIn(string text) => text.AsSpan().ContainsAny(Run, One);

    public static bool CanList(SelectorKind kind) => kind is SelectorKind.Host or SelectorKind.UrlShape or SelectorKind.Software or SelectorKind.MessageIdShape;

    /// <summary>
    /// For hosts the domain that all matches lie in ("evil.example" of "mail-*.evil.example"); empty where there is none or the kind is another.
    /// To be handed to <see cref="IIndexStore.ReadListed"/>.
    /// </summary>
    public string Within
    {
        get
        {
            if (Kind != SelectorKind.Host) return "";
            var last = Pattern.AsSpan().LastIndexOfAny(Run, One);
            var dot = Pattern.IndexOf('.', last + 1);
            return dot < 0 ? "" : Pattern[(dot + 1)..];
        }
    }

    /// <summary>It asks for every host that lies in <see cref="Within"/>, and for no fewer: "*.evil.example".</summary>
    public bool IsAllWithin => Within is { Length: > 0 } within && Pattern.AsSpan(0, Pattern.Length - within.Length - 1).IndexOfAnyExcept(Run, One, '.') < 0;

    public bool Matches(ReadOnlySpan<char> value)
    {
        // Linear in both: after a failure only the last run is tried one further.
        var (p, v, run, mark) = (0, 0, -1, 0);
        var pattern = Pattern.AsSpan();
        while (v < value.Length)
        {
            if (p < pattern.Length && pattern[p] == Run) (run, mark) = (p++, v);
            else if (p < pattern.Length && (pattern[p] == One || pattern[p] == value[v])) (p, v) = (p + 1, v + 1);
            else if (run >= 0) (p, v) = (run + 1, ++mark);
            else return false;
        }
        while (p < pattern.Length && pattern[p] == Run) p++;
        return p == pattern.Length;
    }

    public override string ToString() => $"{Kind}: {Pattern.Replace(One, '?')}";
}
