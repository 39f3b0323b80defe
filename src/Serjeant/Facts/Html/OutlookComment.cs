namespace Serjeant.Facts.Html;

/// <summary>
/// What stands in a comment "[if mso]>...&lt;![endif]": to Outlook for Windows it is no comment but a part of the page, and it fetches what is
/// named there.
/// </summary>
internal static class OutlookComment
{
    /// <param name="comment">Without its marks.</param>
    /// <returns>The HTML inside; empty where the comment is another, or names no address (most hold table cells for the layout).</returns>
    public static ReadOnlySpan<char> Inside(ReadOnlySpan<char> comment)
    {
        var close = comment.IndexOf(']');
        if (close < 0 || !comment.StartsWith("[if", StringComparison.OrdinalIgnoreCase)) return default;
        var condition = comment[..close];
        if (!condition.Contains("mso", StringComparison.OrdinalIgnoreCase) || condition.Contains("!mso", StringComparison.OrdinalIgnoreCase)) return default;
        var inside = comment[(close + 1)..].TrimStart('>');
        var end = inside.LastIndexOf("<![endif]", StringComparison.OrdinalIgnoreCase);
        if (end >= 0) inside = inside[..end];
        return inside.Contains("src", StringComparison.OrdinalIgnoreCase) || inside.Contains("href", StringComparison.OrdinalIgnoreCase) || inside.Contains("url(", StringComparison.OrdinalIgnoreCase)
            ? inside : default;
    }
}
