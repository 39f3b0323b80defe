using System.Globalization;
using System.Text;

namespace Serjeant.Values;

/// <summary>
/// The confusable skeleton of UTS #39 section 4: two texts that look alike to a reader have the same one. Only for comparing,
/// never for showing. It keeps case, because capitals look different: fold what is compared first where case does not matter.
/// </summary>
public static class Skeleton
{
    /// <summary>Characters looked at; a name or a domain is shorter, and a subject is told apart long before.</summary>
    public const int MaximumLength = 1024;

    private static readonly Lazy<Prototypes> Lazy = new(Prototypes.Load);

    /// <summary>
    /// NFD, ignorable characters out, each character to its prototype, NFD. Never fails: half a surrogate pair becomes U+FFFD.
    /// The same string comes back where nothing changes.
    /// </summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var prototypes = Lazy.Value;
        if (Ascii.IsValid(text) && text.Length <= MaximumLength)
            return text.AsSpan().IndexOfAny(prototypes.ChangedAscii) < 0 ? text : Mapped(text, prototypes);
        text = IgnorableCharacters.Repaired(text, MaximumLength).Normalize(NormalizationForm.FormD);
        return Mapped(text, prototypes).Normalize(NormalizationForm.FormD);
    }

    private static string Mapped(string text, Prototypes prototypes)
    {
        var result = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IgnorableCharacters.Contains(rune.Value)) continue;
            if (prototypes.Map.TryGetValue(rune.Value, out var prototype)) result.Append(prototype);
            else result.Append(rune);
        }
        return result.ToString();
    }

    private sealed record Prototypes(Dictionary<int, string> Map, System.Buffers.SearchValues<char> ChangedAscii)
    {
        public static Prototypes Load()
        {
            var map = new Dictionary<int, string>(8192);
            Span<char> prototype = stackalloc char[64];
            foreach (var line in ShippedData.ReadText("unicode/confusables.txt").AsSpan().EnumerateLines())
            {
                if (line.IsEmpty || line[0] == '#') continue;
                var space = line.IndexOf(' ');
                var source = Parse(line[..space]);
                var length = 0;
                foreach (var range in line[(space + 1)..].Split(' '))
                    length += new Rune(Parse(line[(space + 1)..][range])).EncodeToUtf16(prototype[length..]);
                map[source] = prototype[..length].ToString();
            }
            return new(map, System.Buffers.SearchValues.Create([.. map.Keys.Where(k => k < 128).Select(k => (char)k)]));
        }

        private static int Parse(ReadOnlySpan<char> hex) => int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }
}
