using Serjeant.Values;

namespace Serjeant.Facts.Text;

/// <summary>Guesses the language by the script and, for Latin, Cyrillic and Arabic letters, by common words (data/words/stop-words.txt).</summary>
internal sealed class LanguageGuesser
{
    private const int Looked = 400;
    private const int MinimumHits = 3;

    private readonly WordSet _words = new();
    private readonly List<string> _languages = [];

    public LanguageGuesser()
    {
        // Each line: language code, a colon, words.
        foreach (var line in ShippedData.ReadLines("words/stop-words.txt"))
        {
            if (line.Length < 4 || line[0] == '#') continue;
            _languages.Add(line[..2]);
            foreach (var word in line[3..].Split(' ', StringSplitOptions.RemoveEmptyEntries)) _words.Add(word, _languages.Count - 1);
        }
    }

    /// <summary>ISO 639-1, or empty where nothing is clear.</summary>
    public string Guess(Words text)
    {
        var letters = text.Letters;
        if (letters[6] > 5) return "ja";
        if (letters[7] > 5 && letters[7] > letters[0] / 4) return "ko";
        if (letters[5] > 10 && letters[5] > letters[0] / 4) return "zh";
        if (letters[2] > 10 && letters[2] > letters[0]) return "el";
        if (letters[4] > 10 && letters[4] > letters[0]) return "he";
        Span<int> hits = stackalloc int[_languages.Count];
        var words = text.Hashes[..Math.Min(Looked, text.Count)];
        for (var i = 0; i < words.Length; i++)
            if (_words.Find(words, i, out _) is >= 0 and var language) hits[language]++;
        var best = 0;
        for (var i = 1; i < hits.Length; i++)
            if (hits[i] > hits[best]) best = i;
        return hits.Length > 0 && hits[best] >= MinimumHits ? _languages[best] : letters[3] > 10 ? "ar" : letters[1] > 10 ? "ru" : "";
    }
}
