using System.Globalization;
using System.Text;
using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>
/// A URL without its host and without what changes from copy to copy: path segments by class and length, names of the query.
/// Two servers that run one tracking program give the same shape.
/// </summary>
/// <param name="Text">Such as "/o/h32/b22.gif?u=b16".</param>
/// <param name="Distinctive">Something in it is opaque: a shape of plain words is everybody's.</param>
internal readonly record struct UrlShape(string Text, bool Distinctive)
{
    private const int MaximumSegments = 12, MaximumFields = 12;

    public static UrlShape Of(WebAddress address)
    {
        var text = new StringBuilder();
        var distinctive = false;
        var segments = address.Segments;
        foreach (var segment in segments.AsSpan()[..Math.Min(segments.Length, MaximumSegments)])
        {
            text.Append('/');
            AppendClass(text, segment, ref distinctive);
        }
        if (text.Length == 0) text.Append('/');
        var separator = '?';
        var fields = address.Fields;
        foreach (var field in fields.AsSpan()[..Math.Min(fields.Length, MaximumFields)])
        {
            if (field.Name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)) continue; // the mailing's name, not the program's
            text.Append(separator);
            separator = '&';
            if (field.Name.Length > 0)
                text.Append(field.Name.Length > 24 ? "name" : field.Name.ToLowerInvariant()).Append('=');
            AppendClass(text, field.Value, ref distinctive);
        }
        return new(text.ToString(), distinctive);
    }

    private static void AppendClass(StringBuilder text, string part, ref bool distinctive)
    {
        var dot = part.LastIndexOf('.');
        var extension = dot > 0 && part.Length - dot is >= 3 and <= 6 && char.IsAsciiLetter(part[^1]) ? part[dot..] : "";
        var stem = part.AsSpan(0, part.Length - extension.Length);
        if (!IsMixed(stem) && stem.IndexOfAny('-', '_', '.') >= 0)
        {
            // "uxz7dfiv-k6h71u6r-1dg5" and "our-spring-letter": the parts say more than the whole.
            var previous = "";
            foreach (var range in stem.SplitAny('-', '_', '.'))
            {
                var kind = Class(stem[range], ref distinctive);
                if (kind == "w" && previous == "w") continue;
                if (previous.Length > 0) text.Append('-');
                text.Append(kind);
                previous = kind;
            }
        }
        else if (stem.Length <= 12 && IsWord(stem))
        {
            text.Append(stem.ToString().ToLowerInvariant());
        }
        else
        {
            text.Append(Class(stem, ref distinctive));
        }
        text.Append(extension.ToLowerInvariant());
    }

    /// <summary>w: word, 9: number, h: hexadecimal with its length, b: opaque with its length (over 32 in steps of 16).</summary>
    private static string Class(ReadOnlySpan<char> part, ref bool distinctive)
    {
        if (part.IsEmpty) return "";
        if (part.IndexOfAnyExceptInRange('0', '9') < 0) return "9";
        if (IsWord(part) && part.Length < 24) return "w";
        var hex = part.Length >= 8;
        foreach (var c in part)
            if (!char.IsAsciiHexDigit(c)) hex = false;
        if (part.Length >= 6) distinctive = true;
        var length = hex || part.Length <= 32 ? part.Length : part.Length / 16 * 16;
        return (hex ? "h" : "b") + length.ToString(CultureInfo.InvariantCulture);
    }

    private static bool IsWord(ReadOnlySpan<char> part)
    {
        var upper = 0;
        for (var i = 0; i < part.Length; i++)
        {
            if (!char.IsLetter(part[i])) return false;
            if (i > 0 && char.IsUpper(part[i])) upper++;
        }
        return upper <= 2 || upper == part.Length - 1;
    }

    /// <summary>Base64url: upper case, lower case and digits mixed in something long, where "-" and "_" are digits, not separators.</summary>
    private static bool IsMixed(ReadOnlySpan<char> part) =>
        part.Length >= 16 && part.IndexOfAnyInRange('A', 'Z') >= 0 && part.IndexOfAnyInRange('a', 'z') >= 0 && part.IndexOfAnyInRange('0', '9') >= 0;
}
