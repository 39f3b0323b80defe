using System.Buffers;

namespace Serjeant.Facts.Attachments;

/// <summary>A file name and the ways in which it may lie about its last extension.</summary>
internal static class AttachmentName
{
    /// <summary>Longer names are cut: no file system takes more than 255.</summary>
    public const int MaximumCharacters = 255;

    /// <summary>Spaces in a row that push the true extension out of sight.</summary>
    private const int HidingSpaces = 5;

    /// <summary>Overrides and isolates that make a part of a name read backwards (UAX #9): annexe[RLO]fdp.exe shows as annexeexe.pdf.</summary>
    private static readonly SearchValues<char> Overrides = SearchValues.Create("\u202d\u202e\u2066\u2067\u2068\u061c");

    private static readonly SearchValues<char> Separators = SearchValues.Create("/\\");

    /// <summary>Without folders, control characters and what is beyond the bound; direction overrides stay, since they are part of the deceit.</summary>
    public static string Clean(string? name)
    {
        if (string.IsNullOrEmpty(name)) return "";
        var last = name.AsSpan(name.AsSpan().LastIndexOfAny(Separators) + 1).Trim();
        // A cut in the middle keeps the extension, which is what counts.
        var text = last.Length > MaximumCharacters
            ? string.Concat(last[..(MaximumCharacters - 32)], last[^32..])
            : last.Length == name.Length ? name : last.ToString();
        if (!text.AsSpan().ContainsAnyInRange('\0', '\x1f')) return text;
        return string.Create(text.Length, text, static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = from[i] < ' ' ? ' ' : from[i];
        });
    }

    /// <summary>The last extension without its dot; empty where there is none.</summary>
    public static ReadOnlySpan<char> Extension(ReadOnlySpan<char> name)
    {
        name = name.TrimEnd(" ."); // Windows drops them when the file is saved
        var dot = name.LastIndexOf('.');
        if (dot < 0) return default;
        var extension = name[(dot + 1)..].Trim();
        return extension.Length is > 0 and <= 20 ? extension : default;
    }

    /// <summary>Whether the name is made to be taken for another kind of file.</summary>
    public static bool Deceives(ReadOnlySpan<char> name)
    {
        var extension = Extension(name);
        var file = FileClasses.Of(extension);
        if (name.ContainsAny(Overrides) && !extension.IsEmpty) return true;
        if (!FileClasses.Runs(file) && file != FileClass.Web) return false;
        name = name.TrimEnd(" .");
        var stem = name[..name.LastIndexOf('.')];
        if (stem.EndsWith("     ".AsSpan()[..HidingSpaces])) return true;
        // A web page may rightly be called after the text it shows (page.txt.html); only what people open without a thought counts.
        var before = FileClasses.Of(Extension(stem));
        return before is FileClass.Picture or FileClass.Document or FileClass.Media or FileClass.Calendar;
    }
}
