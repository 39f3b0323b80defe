using Serjeant.Facts;

namespace Serjeant.Signals;

/// <summary>Words evidence: short, and never a piece of the body.</summary>
internal static class Evidence
{
    private const int Maximum = 300;

    public static string Of(Link link) => $"{link.Address.Host} ({Place(link.Place)})";

    public static string Cut(string text) => text.Length <= Maximum ? text : string.Concat(text.AsSpan(0, Maximum - 1), "\u2026");

    public static string Place(LinkPlace place) => place switch
    {
        LinkPlace.PlainText => "in the text",
        LinkPlace.Anchor or LinkPlace.Area => "link",
        LinkPlace.Image or LinkPlace.SourceSet or LinkPlace.Svg => "image",
        LinkPlace.Background or LinkPlace.StyleUrl => "background",
        LinkPlace.StyleImport or LinkPlace.StyleSheet => "style sheet",
        LinkPlace.Font => "font",
        LinkPlace.Form => "form",
        LinkPlace.UncPath => "network share",
        _ => "embedded " + place.ToString().ToLowerInvariant(),
    };
}
