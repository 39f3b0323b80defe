using System.Globalization;
using System.Text;
using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Mime;
using Serjeant.Samples;

namespace Serjeant.Bench.Impersonation.Letters;

/// <summary>Puts before a message what an honest receiving server adds: who handed it over, and how its checks came out.</summary>
internal static class Arrival
{
    public static byte[] Write(Draft draft, Origin origin, string recipient, string receiver, DateTimeOffset at, Dice dice)
    {
        var bodyHash = dice.Base64(32);
        List<Field> fields =
        [
            new("Return-Path", $"<{origin.EnvelopeFrom}>"),
            new("Delivered-To", recipient),
            new("Authentication-Results", Results(receiver, origin)),
            new("Received", $"from {origin.Host} ({origin.Host} [{Literal(origin.Ip)}])\n\tby {receiver} (Postfix) with ESMTPS id {dice.Hex(11).ToUpperInvariant()}\n\tfor <{recipient}>; {HeaderText.Date(at)}"),
        ];
        foreach (var signature in origin.Signatures)
            fields.Add(new("DKIM-Signature", $"v=1; a=rsa-sha256; c=relaxed/relaxed; d={signature.Domain};\n\ts={signature.Selector}; t={at.ToUnixTimeSeconds() - 2}; h=From:To:Subject:Date:Message-ID;\n\tbh={bodyHash};\n\tb={dice.Base64(48)}\n\t {dice.Base64(48)}\n\t {dice.Base64(48)}"));
        return (draft with { Fields = [.. fields, .. origin.Hops, .. draft.Fields] }).ToBytes();
    }

    private static string Literal(string ip) => ip.Contains(':', StringComparison.Ordinal) ? "IPv6:" + ip : ip;

    private static string Results(string receiver, Origin origin)
    {
        var text = new StringBuilder(receiver);
        foreach (var signature in origin.Signatures) text.Append(CultureInfo.InvariantCulture, $";\n\tdkim={signature.Result} (2048-bit key) header.d={signature.Domain} header.s={signature.Selector}");
        if (origin.Signatures.Count == 0) text.Append(";\n\tdkim=none");
        text.Append(CultureInfo.InvariantCulture, $";\n\tspf={origin.Spf} smtp.mailfrom={origin.EnvelopeFrom}");
        text.Append(CultureInfo.InvariantCulture, $";\n\tdmarc={origin.Dmarc} (p={origin.Policy}) header.from={origin.FromDomain}");
        return text.ToString();
    }
}
