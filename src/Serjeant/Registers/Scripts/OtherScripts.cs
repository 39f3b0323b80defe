using System.Collections.Immutable;
using AnyAscii;
using Serjeant.Values;

namespace Serjeant.Registers.Scripts;

/// <summary>Scripts without a way of their own here (Armenian, Georgian, Devanagari, Thai ...): letter by letter, by AnyAscii.</summary>
internal static class OtherScripts
{
    public static ImmutableArray<string> Readings(string word)
    {
        var read = Folding.Fold(word.Transliterate());
        return read.Length == 0 ? [] : [read];
    }
}
