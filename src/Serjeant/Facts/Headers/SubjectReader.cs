namespace Serjeant.Facts.Headers;

/// <summary>Takes reply and forward prefixes of many languages, and list tags, off a subject.</summary>
internal static class SubjectReader
{
    private const int MaximumLength = 2_000;

    // What mail programs of these languages write: en de fr es pt it nl sv da no fi pl cs hu tr zh.
    private static readonly string[] ReplyPrefixes = ["re", "aw", "antw", "sv", "vs", "rif", "r", "res", "odp", "vá", "ynt", "回复", "答复", "回覆", "rv", "ref"];
    private static readonly string[] ForwardPrefixes = ["fwd", "fw", "wg", "tr", "i", "enc", "rv", "vl", "pd", "tov", "ilt", "doorst", "转发", "轉寄", "inoltra", "vb"];

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
            if (colon is <= 0 or > 10) break;
            var prefix = rest[..colon].Trim();
            var bracket = prefix.IndexOfAny('[', '(');
            if (bracket > 0) prefix = prefix[..bracket]; // Re[2]:
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
            if (prefix.Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static string Fold(string text)
    {
        if (text.AsSpan().IndexOfAny('\r', '\n', '\t') < 0) return text.Trim();
        return text.Replace("\r", "", StringComparison.Ordinal).Replace('\n', ' ').Replace('\t', ' ').Trim();
    }
}
