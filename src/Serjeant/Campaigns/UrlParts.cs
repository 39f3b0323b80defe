using System.Globalization;
using System.Text;
using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>One field of a URL: which, and what stands there.</summary>
/// <param name="Name">"host label 1", "path 3", "path 3 part 2", "query id", "query" (without a name), "fragment".</param>
internal readonly record struct UrlPart(string Name, string Value);

/// <summary>A URL cut into the fields that a sender can fill for one recipient.</summary>
internal sealed class UrlParts
{
    private const string Separators = "-_.~,";

    /// <summary>Tokens that a sender writes side by side; more pieces that differ are one encrypted value with such signs in it.</summary>
    private const int MostPieces = 3;

    private UrlParts(KeptUrl url, WebAddress address, UrlPart[] parts)
    {
        Url = url;
        Host = address.Host;
        Registrable = address.Host.Registrable.Name;
        Parts = parts;
        // What two copies of one link have in common, whatever is filled in: without values, since their length and letters vary.
        var key = new StringBuilder(Registrable);
        foreach (var part in parts) key.Append('|').Append(part.Name);
        Key = key.ToString();
    }

    public KeptUrl Url { get; }

    public DomainName Host { get; }

    public string Registrable { get; }

    /// <summary>Whole fields in order, not yet cut at hyphens and the like.</summary>
    public UrlPart[] Parts { get; }

    public string Key { get; }

    public static UrlParts Of(KeptUrl url)
    {
        var address = WebAddress.Parse(url.Url);
        var parts = new List<UrlPart>();
        var registrable = address.Host.Registrable.Name;
        if (address.Host.Name.Length > registrable.Length)
        {
            var labels = address.Host.Name[..^(registrable.Length + 1)].Split('.');
            for (var i = 0; i < labels.Length; i++) parts.Add(new(Numbered("host label", i), labels[i]));
        }
        if (address.UserInfo.Length > 0) parts.Add(new("user", address.UserInfo));
        var segments = address.Segments;
        for (var i = 0; i < segments.Length; i++) parts.Add(new(Numbered("path", i), segments[i]));
        foreach (var field in address.Fields)
            parts.Add(new(field.Name.Length == 0 ? "query" : field.Value.Length == 0 && field.Name.Length > 24 ? "query" : "query " + field.Name, field.Value.Length == 0 && field.Name.Length > 24 ? field.Name : field.Value));
        if (address.Fragment.Length > 0) parts.Add(new("fragment", address.Fragment));
        return new(url, address, [.. parts]);
    }

    /// <summary>
    /// Cuts the same field of several copies at - _ . ~ , where all fall into equally many pieces and at least one piece stays the same:
    /// else the signs are letters of an opaque value (base64url), and the field is one.
    /// </summary>
    /// <returns>Pieces by copy, or null where the field is to be taken whole.</returns>
    public static string[][]? Cut(IReadOnlyList<string> values)
    {
        var cut = new string[values.Count][];
        for (var i = 0; i < values.Count; i++)
        {
            cut[i] = values[i].Split(Separators.ToCharArray());
            if (cut[i].Length < 2 || cut[i].Length != cut[0].Length) return null;
        }
        var equal = 0;
        for (var piece = 0; piece < cut[0].Length; piece++)
        {
            var same = cut[0][piece].Length > 0;
            for (var i = 1; i < cut.Length && same; i++) same = cut[i][piece] == cut[0][piece];
            if (same) equal++;
        }
        return equal > 0 && cut[0].Length - equal <= MostPieces ? cut : null;
    }

    private static string Numbered(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name} {index + 1}");
}
