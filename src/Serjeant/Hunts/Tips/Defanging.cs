using System.Buffers;

namespace Serjeant.Hunts.Tips;

/// <summary>Takes back what people write so that nobody clicks: hxxp://, evil[.]example, name[at]evil(dot)example.</summary>
internal static class Defanging
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("[({\\");

    private static readonly (string Written, string Meant)[] Forms =
    [
        ("[.]", "."), ("(.)", "."), ("{.}", "."), ("[dot]", "."), ("(dot)", "."), ("{dot}", "."), ("[.", "."), (".]", "."), ("\\.", "."),
        ("[@]", "@"), ("(@)", "@"), ("{@}", "@"), ("[at]", "@"), ("(at)", "@"), ("{at}", "@"),
        ("[://]", "://"), ("[:]", ":"), ("(:)", ":"), ("[/]", "/"), ("[:/]", ":/"), ("[//]", "//"),
    ];

    private static readonly (string Written, string Meant)[] Schemes =
        [("hxxps", "https"), ("hxxp", "http"), ("hXXp", "http"), ("h**ps", "https"), ("h**p", "http"), ("h__ps", "https"), ("h__p", "http"), ("htxp", "http"), ("meow", "http"), ("fxp", "ftp")];

    public static string Undo(string text)
    {
        if (text.Length < 4) return text;
        if (text.AsSpan().IndexOfAny(Marks) >= 0)
            foreach (var (written, meant) in Forms)
                // An IPv6 address in brackets keeps them.
                if (!(written is "[." or ".]") || !text.Contains("[:", StringComparison.Ordinal)) text = text.Replace(written, meant, StringComparison.OrdinalIgnoreCase);
        if (text[0] is not ('h' or 'H' or 'm' or 'f')) return text;
        foreach (var (written, meant) in Schemes)
            if (text.StartsWith(written, StringComparison.OrdinalIgnoreCase) && text.AsSpan(written.Length).StartsWith(":")) return meant + text[written.Length..];
        return text;
    }
}
