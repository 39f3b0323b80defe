using System.Runtime.CompilerServices;
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
        if (Ascii.IsValid(text) && text.Length <= MaximumLength)
            return Prototypes.Changes(text) ? Mapped(text, Lazy.Value) : text;
        text = IgnorableCharacters.Repaired(text, MaximumLength).Normalize(NormalizationForm.FormD);
        return Mapped(text, Lazy.Value).Normalize(NormalizationForm.FormD);
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

    private sealed class Prototypes(Dictionary<int, string> map)
    {
        public Dictionary<int, string> Map => map;

        /// <summary>Whether any of these ASCII characters stands for another: 0 for O, 1 and I for l, m for rn.</summary>
        public static bool Changes(string ascii)
        {
            foreach (var c in ascii)
                if (c is '0' or '1' or 'I' or 'm' or '|' or '"' or '`' or '%') return true;
            return false;
        }

        // Plain loops over six thousand lines, compiled once: the general parsers cost more to compile than the work takes.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static Prototypes Load()
        {
            var text = ShippedData.ReadText("unicode/confusables.txt");
            var map = new Dictionary<int, string>(8192);
            Span<char> prototype = stackalloc char[64];
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] == '#')
                {
                    while (i < text.Length && text[i] != '\n') i++;
                    continue;
                }
                int source = -1, number = 0, length = 0;
                for (; i < text.Length; i++)
                {
                    var c = text[i];
                    if (c > ' ') number = number * 16 + (c <= '9' ? c - '0' : c - 'A' + 10);
                    if (c > ' ' && i + 1 < text.Length) continue;
                    if (source < 0) source = number;
                    else length += new Rune(number).EncodeToUtf16(prototype[length..]);
                    number = 0;
                    if (c == '\n') break;
                }
                map[source] = prototype[..length].ToString();
            }
            return new(map);
        }
    }
}
