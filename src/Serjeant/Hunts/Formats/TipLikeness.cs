using System.Text.Json;
using Serjeant.Hunts.Tips;
using Serjeant.Sources;

namespace Serjeant.Hunts.Formats;

/// <summary>Tells by its first bytes what a tip is written as.</summary>
internal static class TipLikeness
{
    // Properties that come before the telling one in any bundle or event.
    private const int MostTokens = 4_096;

    public static TipKind Of(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.TrimStart(" \t\r\n"u8);
        if (start.StartsWith("{"u8) || start.StartsWith("["u8) && start[1..].TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'"' or (byte)']', ..]) return OfJson(start);
        var head = bytes[..Math.Min(bytes.Length, ContentLikeness.Head)];
        if (ContentLikeness.Of(head, out _) is ContentKind.Message or ContentKind.Mbox && HasMailOnlyField(head)) return TipKind.Message;
        return CsvTable.Of(bytes) is null ? TipKind.Lines : TipKind.Csv;
    }

    private static TipKind OfJson(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes[..Math.Min(bytes.Length, 1024 * 1024)], isFinalBlock: false, default);
        try
        {
            for (var token = 0; token < MostTokens && reader.Read(); token++)
            {
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth > 3) continue;
                if (reader.ValueTextEquals("Event") || reader.ValueTextEquals("response") || reader.ValueTextEquals("Attribute")) return TipKind.Misp;
                if (reader.ValueTextEquals("objects") || reader.ValueTextEquals("spec_version") || reader.ValueTextEquals("pattern")) return TipKind.Stix;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // What is wrong with it the reader will say, with its place.
        }
        return TipKind.Stix;
    }

    /// <summary>"subject: ..." is how a selector is written too.</summary>
    private static bool HasMailOnlyField(ReadOnlySpan<byte> head)
    {
        foreach (var line in head.Split((byte)'\n'))
            foreach (var name in (ReadOnlySpan<string>)["received:", "return-path:", "mime-version:", "delivered-to:"])
                if (System.Text.Ascii.EqualsIgnoreCase(head[line][..Math.Min(head[line].Length, name.Length)], name)) return true;
        return false;
    }
}
