namespace Serjeant.Signals.Impersonation;

/// <summary>Where a text begins to give another's words: an answer's quotation, a message handed on.</summary>
internal static class Quotation
{
    private static readonly string[] Marks =
        ["-----original", "---------- forwarded", "begin forwarded", "-----urspr", " wrote:", " schrieb:", " a ecrit :", " ha scritto:", " escribio:", " escreveu:", " skrev:", " schreef:"];

    /// <param name="text">Folded.</param>
    /// <returns>The first such place; -1 where there is none.</returns>
    public static int At(string text)
    {
        var first = -1;
        foreach (var mark in Marks)
        {
            var at = text.IndexOf(mark, StringComparison.Ordinal);
            if (at >= 0 && (first < 0 || at < first)) first = at;
        }
        return first;
    }
}
