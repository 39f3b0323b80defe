namespace Serjeant.Facts.Route;

/// <summary>
/// Names sending software without what changes from copy to copy: versions, builds, systems in brackets. So one program is one
/// trait, however often it is updated.
/// </summary>
internal static class Software
{
    private const int MostCharacters = 60;

    public static string Name(ReadOnlySpan<char> text)
    {
        Span<char> name = stackalloc char[MostCharacters];
        var length = 0;
        while (!text.IsEmpty)
        {
            text = text.TrimStart(' ');
            if (text.IsEmpty) break;
            if (text[0] is '(' or '[')
            {
                var close = text.IndexOf(text[0] == '(' ? ')' : ']');
                text = close < 0 ? [] : text[(close + 1)..];
                continue;
            }
            var end = text.IndexOfAny(" ([");
            var word = end < 0 ? text : text[..end];
            text = end < 0 ? [] : text[end..];
            var slash = word.IndexOf('/');
            if (slash > 0) word = word[..slash];
            word = word.TrimEnd(",;:-");
            if (word.IsEmpty || IsVersion(word)) continue;
            var needed = word.Length + (length > 0 ? 1 : 0);
            if (length + needed > name.Length) break;
            if (length > 0) name[length++] = ' ';
            word.CopyTo(name[length..]);
            length += word.Length;
        }
        return length == 0 ? "" : name[..length].ToString();
    }

    private static bool IsVersion(ReadOnlySpan<char> word)
    {
        if (word.Same("Build") || word.Same("Version") || word.Same("Ver") || word.Same("v") || word.Same("release")) return true;
        var digits = word.IndexOfAnyInRange('0', '9');
        if (digits < 0) return false;
        // 6.00.2900, v3, V6.00, 20230101-abc: at most one letter in front of the first digit.
        return digits <= 1 || word[..digits].Same("rev") || word[..digits].Same("ver");
    }
}
