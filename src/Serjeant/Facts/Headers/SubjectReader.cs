namespace Serjeant.Facts.Headers;

/// <summary>Takes reply and forward prefixes of many languages, and list tags, off a subject.</summary>
internal static class SubjectReader
{
    private const int MaximumLength = 2_000;

    /// <summary>The longest prefix known, with a number behind it.</summary>
    private const int MaximumPrefix = 16;

    // What mail programs of these languages write: en de fr es pt it nl sv da no fi pl cs hu tr el he ar cy id vi zh ja ko.
    private static readonly string[] ReplyPrefixes = ["re", "aw", "antw", "sv", "vs", "rif", "r", "res", "odp", "vá", "ynt", "antwort", "απ", "σχετ", "השב", "תגובה", "رد", "atb", "bls", "返信", "회신", "回复", "答复", "回覆", "rv", "ref"];
    private static readonly string[] ForwardPrefixes = ["fwd", "fw", "wg", "tr", "i", "enc", "rv", "vl", "pd", "tov", "ilt", "πρθ", "הועבר", "إعادة توجيه", "yml", "trs", "továbbítás", "weiterl", "転送", "전달", "轉發", "doorst", "转发", "轉寄", "inoltra", "vb"];

    public static SubjectFacts Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return SubjectFacts.None;
        text = Fold(text.Length > MaximumLength ? text[..MaximumLength] : text);
        int replies = 0, forwards = 0;
        var rest = text.AsSpan();
        for (var rounds = 0; rounds < 20; rounds++)
        {
            rest = rest.TrimStart();
            // [list-name] in front, as lists put it; a tag of more than 40 characters is part of the subject.
            if (rest.StartsWith("[") && rest.IndexOf(']') is > 0 and < 40 and var close)
            {
                rest = rest[(close + 1)..];
                continue;
            }
            var colon = rest.IndexOfAny(':', '：');
            if (colon is <= 0 or > MaximumPrefix) break;
            var prefix = rest[..colon].Trim();
            var bracket = prefix.IndexOfAny("[(^");
            if (bracket > 0) prefix = prefix[..bracket]; // Re[2]: Re(2): Re^2:
            if (Among(prefix, ReplyPrefixes)) replies++;
            else if (Among(prefix, ForwardPrefixes)) forwards++;
            else break;
            rest = rest[(colon + 1)..];
        }
        return new(text, rest.Trim().ToString(), replies, forwards);
    }

    private static bool Among(ReadOnlySpan<char> prefix, string[] prefixes)
    {
        foreach (var known in prefixes)
            if (prefix.Equals(known, StringComparison.OrdinalIgnoreCase) || prefix is "İLT" && known == "ilt") return true;
        return false;
    }

    private static string Fold(string text)
    {
        if (text.AsSpan().IndexOfAny('\r', '\n', '\t') < 0) return text.Trim();
        return text.Replace("\r", "", StringComparison.Ordinal).Replace("\n ", " ", StringComparison.Ordinal).Replace('\n', ' ').Replace('\t', ' ').Trim();
    }
}
