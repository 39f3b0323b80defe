namespace Serjeant.Facts.Html;

/// <summary>The URLs of a srcset attribute (HTML, "parsing a srcset attribute"): each ends at white space, so that commas may stand in it.</summary>
internal static class SourceSet
{
    /// <summary>Real ones have a handful.</summary>
    private const int MaximumSources = 50;

    public static void Read(ReadOnlySpan<char> value, Action<string> found)
    {
        for (var count = 0; count < MaximumSources; count++)
        {
            var start = 0;
            while (start < value.Length && (IsSpace(value[start]) || value[start] == ',')) start++;
            value = value[start..];
            if (value.IsEmpty) return;
            var end = 0;
            while (end < value.Length && !IsSpace(value[end])) end++;
            var url = value[..end];
            value = value[end..];
            if (url[^1] == ',')
            {
                url = url.TrimEnd(',');
            }
            else
            {
                // What stands up to the next comma outside of brackets is the width or density.
                var comma = value.IndexOf(',');
                value = comma < 0 ? default : value[(comma + 1)..];
            }
            if (!url.IsEmpty) found(url.ToString());
        }
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';
}
