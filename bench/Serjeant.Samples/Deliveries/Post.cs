using System.Globalization;
using System.Text;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Deliveries;

/// <summary>
/// Delivers: puts in front of a message what the receiving host adds, and decides in which folder the copy lies. Mail to
/// private accounts, over which the house has no oversight, reaches the security team only when somebody reports it.
/// </summary>
internal sealed class Post(Roster roster, Prose prose, Dice root)
{
    /// <summary>How many in a hundred official copies were reported by the user, by kind.</summary>
    private static int Reported(string kind) => kind switch
    {
        "junk" => 50,
        "credentials" => 25,
        "impersonation" => 50,
        "reconnaissance" => 8,
        "notification" or "casework" or "newsletter" => 9,
        _ => 4,
    };

    public Copy Deliver(Draft draft, Origin origin, string recipient, DateTimeOffset at, string kind, string expected, Dice dice)
    {
        // The receiving host writes its own zone, wherever the sender sits.
        at = at.ToOffset(Clock.Local);
        var ours = Origins.DomainOf(recipient) == Roster.OurDomain;
        var mx = ours ? "mx1." + Roster.OurDomain : MxOf(Origins.DomainOf(recipient));
        List<Field> fields =
        [
            new("Return-Path", $"<{origin.EnvelopeFrom}>"),
            .. ours ? [new Field("X-Original-To", recipient)] : Array.Empty<Field>(),
            new("Delivered-To", recipient),
        ];
        var bodyHash = dice.Base64(32);
        var signatures = origin.Signatures.Select(s => (Signature: s, Text: dice.Base64(256))).ToList();
        if (origin.Host != mx)
            fields.Add(new("Authentication-Results", Results(mx, origin, signatures)));
        fields.Add(new("Received", $"from {origin.Host} ({origin.Host} [{Literal(origin.Ip)}])\n\tby {mx} (Postfix) with ESMTPS id {dice.Hex(11).ToUpperInvariant()}\n\tfor <{recipient}>; {HeaderText.Date(at)}{(ours ? " (CET)" : "")}"));
        foreach (var (signature, text) in signatures)
            fields.Add(new("DKIM-Signature", SignatureText(signature, bodyHash, text, at, draft)));
        var full = draft with { Fields = [.. fields, .. origin.Hops, .. draft.Fields] };
        var folder = !ours || dice.Chance(Reported(kind)) ? Folder.Reported : Folder.Journal;
        return new Copy(full.ToBytes(), draft.MessageId, origin.EnvelopeFrom, at, kind, expected, Targets(draft, recipient), folder);
    }

    /// <summary>The copy that the author's own program keeps.</summary>
    public Copy Keep(Draft draft, Person author, DateTimeOffset at) =>
        new(draft.ToBytes(), draft.MessageId, author.Address, at, "sent", "ordinary", Targets(draft, ""), Folder.Sent, author.Address);

    private IReadOnlyList<string> Targets(Draft draft, string deliveredTo)
    {
        var seen = $"{draft.Find("To")} {draft.Find("Cc")} {deliveredTo}".Split(' ', ',', '<', '>', '\n', '\t');
        return [.. seen.Where(w => w.Contains('@', StringComparison.Ordinal)).Select(roster.Owner).OfType<Person>().Select(p => p.Id).Distinct()];
    }

    private string MxOf(string domain) =>
        prose.All("organisations.freemail").Contains(domain) || prose.All("outsiders.houses").Any(h => h.EndsWith("|" + domain, StringComparison.Ordinal)) ? $"mx.{domain}" : $"mx{root.Fork(domain).Between(1, 3)}.{root.Fork(domain).Pick(prose.All("organisations.homehosts"))}";

    private static string Literal(string ip) => ip.Contains(':', StringComparison.Ordinal) ? "IPv6:" + ip : ip;

    private static string Results(string mx, Origin origin, List<(Signature Signature, string Text)> signatures)
    {
        var text = new StringBuilder(mx);
        foreach (var (signature, value) in signatures)
            text.Append(CultureInfo.InvariantCulture, $";\n\tdkim={signature.Result} (2048-bit key) header.d={signature.Domain} header.s={signature.Selector} header.b={value[..8]}");
        if (signatures.Count == 0)
            text.Append(";\n\tdkim=none");
        var sender = origin.EnvelopeFrom.Length > 0 ? $"smtp.mailfrom={origin.EnvelopeFrom}" : $"smtp.helo={origin.Host}";
        text.Append(CultureInfo.InvariantCulture, $";\n\tspf={origin.Spf} {sender}");
        if (origin.FromDomain.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $";\n\tdmarc={origin.Dmarc} (p={origin.Policy}) header.from={origin.FromDomain}");
        return text.ToString();
    }

    private static string SignatureText(Signature signature, string bodyHash, string value, DateTimeOffset at, Draft draft)
    {
        var signed = new[] { "From", "To", "Subject", "Date", "Message-ID", "List-Unsubscribe", "List-Unsubscribe-Post", "Reply-To", "Feedback-ID" }
            .Where(n => draft.Find(n) is not null);
        var text = new StringBuilder($"v=1; a=rsa-sha256; c=relaxed/relaxed; d={signature.Domain};\n\ts={signature.Selector}; t={at.ToUnixTimeSeconds() - 2}; h={string.Join(':', signed)};\n\tbh={bodyHash};\n\tb=");
        for (var i = 0; i < value.Length; i += 64)
            text.Append(i == 0 ? "" : "\n\t ").Append(value.AsSpan(i, Math.Min(64, value.Length - i)));
        return text.ToString();
    }
}
