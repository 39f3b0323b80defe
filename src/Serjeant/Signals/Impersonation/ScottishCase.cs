namespace Serjeant.Signals.Impersonation;

/// <summary>Gives "mcaveety" its second capital back, which folding and mailbox names lose: the matcher knows "McAveety" as two parts by it.</summary>
internal static class ScottishCase
{
    private const string Prefix = "mc";
    private const int ShortestRest = 2;

    /// <returns>Null where no word begins so.</returns>
    public static string? Of(string text)
    {
        char[]? cased = null;
        for (var at = text.IndexOf(Prefix, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Prefix, at + 1, StringComparison.Ordinal))
        {
            var rest = at + Prefix.Length;
            if (at > 0 && char.IsLetter(text[at - 1]) || rest + ShortestRest > text.Length || !char.IsAsciiLetterLower(text[rest])) continue;
            cased ??= text.ToCharArray();
            (cased[at], cased[rest]) = ('M', char.ToUpperInvariant(text[rest]));
        }
        return cased is null ? null : new(cased);
    }
}
