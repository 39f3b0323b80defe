using Serjeant.Facts;
using Serjeant.Values;

namespace Serjeant.Signals.Reconnaissance;

/// <summary>A hidden callback carries a long field that reads as nothing: room for a token.</summary>
internal sealed class OpaqueCallback : IDetector
{
    private const int MinimumLength = 16;

    public string Code => "reconnaissance.opaque-callback";

    public string? Detect(MessageFacts facts, House house)
    {
        foreach (var link in facts.Links)
        {
            if (!link.IsCallback || link.Visible || Kinship.IsOfService(house, link.Address.Host)) continue;
            if (Opaque(link.Address) is { } field) return $"{link.Address.Host}, {field}";
        }
        return null;
    }

    private static string? Opaque(WebAddress address)
    {
        foreach (var field in address.Fields)
            if (IsOpaque(field.Value)) return field.Name.Length == 0 ? "query" : $"query field {Evidence.Cut(field.Name)}";
        var number = 0;
        foreach (var segment in address.Segments)
        {
            number++;
            if (IsOpaque(Path.GetFileNameWithoutExtension(segment))) return $"path part {number}";
        }
        return null;
    }

    /// <summary>Letters and digits mixed as no word and no date mixes them.</summary>
    private static bool IsOpaque(string value)
    {
        if (value.Length < MinimumLength) return false;
        int letters = 0, digits = 0, changes = 0, last = 0;
        foreach (var c in value)
        {
            var kind = char.IsAsciiDigit(c) ? 1 : char.IsAsciiLetterUpper(c) ? 2 : char.IsAsciiLetterLower(c) ? 3 : 0;
            if (kind == 1) digits++;
            else if (kind > 1) letters++;
            else if (c is not ('-' or '_' or '=' or '.' or '~' or '+' or '/')) return false;
            if (kind != last) changes++;
            last = kind;
        }
        return digits >= 2 && letters >= 2 && changes >= value.Length / 4;
    }
}
