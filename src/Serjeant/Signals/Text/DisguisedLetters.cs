using Serjeant.Facts;

namespace Serjeant.Signals.Text;

/// <summary>Letters that are no letters: mathematical, full-width or enclosed alphabets, or other scripts within a word.</summary>
internal sealed class DisguisedLetters : IDetector
{
    public string Code => "text.disguised-letters";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Count(facts.Subject.Text) >= 3) return "in the subject";
        if (facts.Sender.Author is { } author && Count(author.DisplayName) >= 3) return "in the sender's name";
        if (Count(facts.Content.VisibleText.AsSpan(0, Math.Min(2_000, facts.Content.VisibleText.Length))) >= 20) return "in the text";
        if (IsMixed(facts.Subject.Text)) return "in the subject";
        if (IsMixed(facts.Sender.Author?.DisplayName ?? "")) return "in the sender's name";
        return facts.Content.MixedScriptWords >= 2 && facts.Content.MixedScriptWords * 200 > facts.Content.VisibleText.Length / 6 ? $"{facts.Content.MixedScriptWords} words mix scripts" : null;

        // Latin beside Cyrillic or Greek in one word, or a mark of another script upon a Latin letter.
        static bool IsMixed(string text)
        {
            bool latin = false, other = false;
            foreach (var c in text)
            {
                if (char.IsAsciiLetter(c)) latin = true;
                else if (c is >= '\u0370' and < '\u0530' && char.IsLetter(c)) other = true;
                else if (c is >= '\u0590' and < '\u1ab0' && latin && char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark) return true;
                else if (!char.IsLetter(c) && c < 0x80) latin = other = false;
                if (latin && other) return true;
            }
            return false;
        }

        static int Count(ReadOnlySpan<char> text)
        {
            var count = 0;
            for (var i = 0; i < text.Length; i++)
            {
                // Mathematical Alphanumeric Symbols and Enclosed Alphanumerics lie above U+FFFF: surrogates D835, D83C DD30-DDFF.
                if (text[i] == '\ud835' || (text[i] is >= '\uff21' and <= '\uff5a') || (text[i] is >= '\u24b6' and <= '\u24e9')
                    || (text[i] == '\ud83c' && i + 1 < text.Length && text[i + 1] is >= '\udd30' and <= '\udd89')) count++;
            }
            return count;
        }
    }
}
