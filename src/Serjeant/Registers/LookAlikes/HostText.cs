namespace Serjeant.Registers.LookAlikes;

/// <summary>Makes the text of a name comparable, on the stack.</summary>
internal static class HostText
{
    /// <summary>A name has no more characters (RFC 1035).</summary>
    public const int LongestName = 253;

    public const int LongestLabel = 63;

    /// <summary>Characters of ASCII in lower case, 0 for those that stand in no name.</summary>
    private static readonly char[] Lower = [.. Enumerable.Range(0, 128).Select(c => (char)c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_' or '.' ? (char)c : (char)c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : '\0')];

    /// <summary>Lower case, without "*." and a final dot; 0 where it is no name of a host.</summary>
    public static int Normalise(ReadOnlySpan<char> given, Span<char> text)
    {
        if (given.Length > LongestName + 3) return 0;
        if (given.StartsWith("*.")) given = given[2..];
        if (given.EndsWith(".")) given = given[..^1];
        if (given.Length is 0 or > LongestName || char.IsAsciiDigit(given[^1])) return 0;
        var label = 0;
        for (var i = 0; i < given.Length; i++)
        {
            var c = given[i];
            if (c < 0x80) c = Lower[c];
            else c = c is '\u3002' or '\uFF0E' or '\uFF61' ? '.' : char.ToLowerInvariant(c);
            if (c == 0) return 0;
            if (c != '.') label++;
            else if (label is 0 or > LongestLabel) return 0;
            else label = 0;
            text[i] = c;
        }
        if (label > LongestLabel) return 0;
        return label == 0 ? 0 : given.Length;
    }

    /// <summary>Whether a registry gives names below a suffix to those only who show what they are: gov.pl, ac.uk, edu.</summary>
    public static bool IsChecked(ReadOnlySpan<char> suffix)
    {
        var dot = suffix.IndexOf('.');
        return dot < 0
            ? suffix is "gov" or "edu" or "mil" or "int"
            : suffix[..dot] is "gov" or "edu" or "ac" or "mil" or "govt" or "gob" or "gouv" or "gub" or "nhs" or "police" or "sch" or "parliament" && suffix.Length - dot == 3;
    }

    /// <summary>Reads label by label; returns where the last one begins.</summary>
    public static int Read(ReadOnlySpan<char> labels, Span<byte> letters, out int count, out Scripts scripts)
    {
        count = 0;
        var begin = 0;
        scripts = Scripts.None;
        while (true)
        {
            var dot = labels.IndexOf('.');
            begin = count;
            count += Letters.Read(dot < 0 ? labels : labels[..dot], letters[count..255], out scripts);
            if (dot < 0) return begin;
            if (count < 255) letters[count++] = (byte)'.';
            labels = labels[(dot + 1)..];
        }
    }
}
