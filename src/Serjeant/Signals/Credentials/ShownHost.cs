using Serjeant.Values;

namespace Serjeant.Signals.Credentials;

/// <summary>The host that a link's text shows to the reader.</summary>
internal static class ShownHost
{
    /// <summary>Empty where the text is no address of a page.</summary>
    public static DomainName In(string text)
    {
        var shown = text.AsSpan().Trim();
        if (shown.StartsWith("http", StringComparison.OrdinalIgnoreCase)) return WebAddress.Parse(shown.ToString()).Host;
        if (shown.ContainsAny(" @") || shown.IndexOf('.') <= 0) return default;
        var end = shown.IndexOfAny('/', '?', '#');
        if (end > 0) shown = shown[..end];
        if (!DomainName.TryParse(shown, out var host)) return default;
        // "e.g." and file names are no hosts: ask for a known suffix or the usual beginning.
        return shown.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || CommonSuffixes.Contains(host.TopLevel) ? host : default;
    }

    private static readonly HashSet<string> CommonSuffixes =
        new(["com", "org", "net", "gov", "edu", "eu", "uk", "de", "fr", "nl", "be", "ch", "at", "es", "it", "pt", "pl", "se", "no", "dk", "fi", "ie", "ca", "au", "nz", "us", "br", "jp", "in", "io", "info", "int", "parliament", "example"], StringComparer.Ordinal);
}
