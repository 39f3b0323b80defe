using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Facts.Text;

/// <summary>Finds the phrases of data/phrases: one file a theme, one phrase a line, in many languages. A fact, not a judgement: an honest bank uses them too.</summary>
internal sealed class PhraseFinder
{
    /// <summary>The themes, in the order of their bits; each is a file data/phrases/NAME.txt.</summary>
    private static readonly string[] Themes = [.. ShippedData.List("phrases/").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];

    private readonly WordSet _phrases = new();
    private readonly List<(int Theme, string Phrase)> _texts = [];

    public PhraseFinder()
    {
        for (var theme = 0; theme < Themes.Length; theme++)
            foreach (var line in ShippedData.ReadLines($"phrases/{Themes[theme]}.txt"))
            {
                var phrase = line.Trim();
                if (phrase.Length == 0 || phrase[0] == '#') continue;
                _texts.Add((theme, phrase));
                _phrases.Add(phrase, _texts.Count - 1);
            }
    }

    /// <summary>One hit a theme: how many different phrases stand in the text, and the first.</summary>
    public ImmutableArray<ThemeHit> Find(ReadOnlySpan<ulong> words, bool inSubject)
    {
        Span<int> counts = stackalloc int[Themes.Length];
        Span<int> firsts = stackalloc int[Themes.Length];
        Span<int> seen = stackalloc int[64];
        var seenCount = 0;
        var total = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var phrase = _phrases.Find(words, i, out _);
            if (phrase < 0 || seen[..seenCount].Contains(phrase)) continue;
            if (seenCount < seen.Length) seen[seenCount++] = phrase;
            var theme = _texts[phrase].Theme;
            if (counts[theme]++ == 0)
            {
                firsts[theme] = phrase;
                total++;
            }
        }
        if (total == 0) return [];
        var hits = ImmutableArray.CreateBuilder<ThemeHit>(total);
        for (var theme = 0; theme < Themes.Length; theme++)
            if (counts[theme] > 0) hits.Add(new(Themes[theme], counts[theme], _texts[firsts[theme]].Phrase, inSubject));
        return hits.MoveToImmutable();
    }
}
