using System.Buffers;
using System.Collections.Immutable;

namespace Serjeant.Registers.Scripts;

/// <summary>
/// Cyrillic: Russian as in passports and BGN/PCGN, Ukrainian (resolution 55 of 2010), Bulgarian (law of 2009), Serbian and Macedonian, ISO 9 without
/// marks, and the German and French press. The letters tell the language where they can.
/// </summary>
internal static class CyrillicRomanisation
{
    private static readonly Lazy<LetterTable> Russian = new(() => new(
        "а a|б b|в v|г g|д d|е e|ё e|ж zh|з z|и i|й y|к k|л l|м m|н n|о o|п p|р r|с s|т t|у u|ф f|х kh|ц ts|ч ch|ш sh|щ shch|ъ |ы y|ь |э e|ю yu|я ya|"
        + "ий y|ый y|ье ye|ьё ye|кс x|і i|ї i|є e|ґ g|ў u|ј j|љ lj|њ nj|ћ c|ђ dj|џ dz|ѓ gj|ќ kj|ѕ dz|ғ g|қ q|ң n|ү u|ұ u|ө o|ә a|һ h|' "));
    private static readonly Lazy<LetterTable> Ukrainian = new(() => new(
        "г h|ґ g|зг zgh|и y|ій ii|ий yi|й i|^й y|і i|ї i|^ї yi|є ie|^є ye|е e|ю iu|^ю yu|я ia|^я ya|х kh|ц ts|щ shch|кс ks|ьо io|йо io|^йо yo", Russian.Value));
    private static readonly Lazy<LetterTable> Bulgarian = new(() => new(
        "й y|х h|ц ts|щ sht|ъ a|ь y|ия ia|ий iy|ю yu|я ya|кс x|ьо yo|йо yo", Russian.Value));
    private static readonly Lazy<LetterTable> Serbian = new(() => new(
        "ж z|ц c|ч c|ш s|х h|ћ c|ђ dj|џ dz|ј j|љ lj|њ nj|ѓ gj|ќ kj|ѕ dz|щ st|й j|кс ks|ий ij", Russian.Value));
    private static readonly Lazy<LetterTable> Passport = new(() => new("й i|ий ii|ый yi|ю iu|я ia|ъ ie|кс ks", Russian.Value));
    private static readonly Lazy<LetterTable> Yotated = new(() => new(
        "^е ye|ае aye|ее eye|ие iye|ое oye|уе uye|ье ye|ё yo|^ё yo|ий iy|ай ay|ей ey|х h|кс ks", Russian.Value));
    private static readonly Lazy<LetterTable> German = new(() => new(
        "в w|ж sch|з s|й j|х ch|ц z|ч tsch|ш sch|щ schtsch|ю ju|я ja|^е je|ё jo|кс x|ий i|ей ej|ай ai", Russian.Value));
    private static readonly Lazy<LetterTable> French = new(() => new(
        "ж j|ге gue|ги gui|й i|у ou|ц ts|ч tch|ш ch|щ chtch|ю iou|я ia|ё io|ий i|х kh|кс x|ин ine", Russian.Value));

    private static readonly Lazy<LetterTable> English = new(() => new(
        "дж j|ау ow|ай i|эй a|ей ey|кс x|х h|э e|уо wa|^уи wi|^у w|ью ew|ю u|ия ia|к c", Russian.Value));

    // Cyrillic writes western names by ear: what they were before is looked up.
    private static readonly Lazy<ReadingList> Known = new(() => ReadingList.Load("names/cyrillic.txt"));

    private static readonly SearchValues<char> UkrainianOnly = SearchValues.Create("іїєґ");
    private static readonly SearchValues<char> SerbianOnly = SearchValues.Create("јљњћђџѓќѕ");
    private static readonly SearchValues<char> RussianOnly = SearchValues.Create("ыэё");

    public static ImmutableArray<string> Readings(string word)
    {
        var lower = word.ToLowerInvariant();
        LetterTable[] tables =
            IsUkrainian(lower) ? [Ukrainian.Value, Russian.Value, Yotated.Value, Serbian.Value, German.Value, French.Value]
            : lower.AsSpan().ContainsAny(SerbianOnly) ? [Serbian.Value, Russian.Value, Bulgarian.Value, German.Value]
            : lower.AsSpan().ContainsAny(RussianOnly)
                ? [Russian.Value, Yotated.Value, Passport.Value, German.Value, French.Value, Serbian.Value]
                : [Russian.Value, Bulgarian.Value, Yotated.Value, English.Value, Serbian.Value, Passport.Value, German.Value, French.Value];
        var known = Known.Value[lower];
        var read = tables.Select(table => table.Write(lower));
        if (known.IsEmpty) return [.. read];
        // A name at home in Cyrillic too (Марк) keeps its own reading first; one that needs its list does not.
        return lower.Contains("дж", StringComparison.Ordinal) ? [.. known, .. read] : [.. read.Take(1), .. known, .. read.Skip(1)];
    }

    private static bool IsUkrainian(string lower) =>
        lower.AsSpan().ContainsAny(UkrainianOnly) || lower.Contains("ськ", StringComparison.Ordinal) || lower.Contains("цьк", StringComparison.Ordinal);
}
