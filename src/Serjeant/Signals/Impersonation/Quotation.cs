namespace Serjeant.Signals.Impersonation;

/// <summary>Where a text begins to give another's words: an answer's quotation, a message handed on.</summary>
internal static class Quotation
{
    /// <summary>Characters of a line such as "On Monday 3 May 2021 at 10:21, a name and an address wrote:".</summary>
    private const int LongestAttribution = 220;

    private static readonly string[] Marks = ["-----original", "---------- forwarded", "begin forwarded", "-----urspr"];

    /// <summary>The head of a mail as Outlook writes it above what is answered: author, then date or recipient.</summary>
    private static readonly string[] Authors = ["from: ", "von: ", "de: ", "da: ", "van: ", "fran: ", "fra: ", "od: ", "от: "];

    private static readonly string[] Others = ["sent:", "to:", "date:", "subject:", "gesendet:", "an:", "betreff:", "envoye", "objet", "inviato:", "verzonden:", "skickat:", "sendt:", "enviado:", "wyslano:", "отправлено:"];

    private static readonly string[] Wrote = [" wrote:", " schrieb:", " a ecrit :", " a ecrit:", " ha scritto:", " escribio:", " escreveu:", " skrev:", " schreef:", " napisal(a):", " kirjoitti:", " пише:", " написал:"];

    private static readonly string[] Openings = ["on ", "am ", "le ", "il ", "el ", "em ", "op ", "den ", "dne ", "w dniu "];

    /// <param name="text">Folded.</param>
    /// <returns>The first such place, the line that names the other and the day included; -1 where there is none.</returns>
    public static int At(string text)
    {
        var first = -1;
        foreach (var mark in Marks) Take(text.IndexOf(mark, StringComparison.Ordinal));
        Take(text.StartsWith("> ", StringComparison.Ordinal) ? 0 : text.IndexOf("\n>", StringComparison.Ordinal));
        foreach (var label in Authors) Take(Header(text, label));
        if (text.IndexOf(" schrieb ", StringComparison.Ordinal) is > 0 and var said && Dated(text, said) is >= 0 and var opening) Take(opening);
        foreach (var mark in Wrote)
            if (text.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at) Take(Attribution(text, at));
        return first;

        void Take(int at)
        {
            if (at >= 0 && (first < 0 || at < first)) first = at;
        }
    }

    /// <summary>
    /// Where the line begins that ends in "wrote:". Lines are folded away by now: it is the last word that opens such lines with a number soon behind it, else a
    /// line's length back. What is named there is the one who is answered, never the writer.
    /// </summary>
    private static int Attribution(string text, int wrote)
    {
        var start = Math.Max(0, wrote - LongestAttribution);
        var line = text.AsSpan(start, wrote - start);
        var found = Dated(text, wrote);
        if (found >= 0) return found;
        // No date: the name and address alone, back to the end of the sentence before.
        var sentence = line.LastIndexOfAny('.', '!', '?');
        while (sentence >= 0 && sentence + 1 < line.Length && line[sentence + 1] != ' ') sentence = line[..sentence].LastIndexOfAny('.', '!', '?');
        return start + sentence + 1;
    }

    /// <summary>Where "on Monday 3 May ..." begins before a place, within a line's length; -1 where nothing is dated there.</summary>
    private static int Dated(string text, int end)
    {
        var start = Math.Max(0, end - LongestAttribution);
        var line = text.AsSpan(start, end - start);
        var found = -1;
        foreach (var opening in Openings)
            for (var at = line.LastIndexOf(opening, StringComparison.Ordinal); at >= 0; at = at == 0 ? -1 : line[..at].LastIndexOf(opening, StringComparison.Ordinal))
            {
                var opens = at == 0 || !char.IsLetter(line[at - 1]);
                var dated = line[at..Math.Min(line.Length, at + 24)].IndexOfAnyInRange('0', '9') >= 0;
                if (!opens || !dated) continue;
                found = Math.Max(found, at);
                break;
            }
        return found < 0 ? -1 : start + found;
    }

    /// <summary>The label at the beginning of a line, with another of a mail's head soon behind it.</summary>
    private static int Header(string text, string label)
    {
        for (var at = text.IndexOf(label, StringComparison.Ordinal); at >= 0; at = text.IndexOf(label, at + 1, StringComparison.Ordinal))
        {
            if (at > 0 && text[at - 1] is not ('\n' or ' ')) continue;
            var rest = text.AsSpan(at + label.Length, Math.Min(LongestAttribution, text.Length - at - label.Length));
            foreach (var other in Others)
                if (rest.IndexOf(other, StringComparison.Ordinal) is >= 0 and var next && (next == 0 || rest[next - 1] is '\n' or ' ')) return at;
        }
        return -1;
    }
}
