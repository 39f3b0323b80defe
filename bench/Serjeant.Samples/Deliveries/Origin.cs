using Serjeant.Samples.Mime;

namespace Serjeant.Samples.Deliveries;

/// <summary>A DKIM signature (RFC 6376) as the receiver judged it.</summary>
internal sealed record Signature(string Domain, string Selector, string Result = "pass");

/// <summary>The sending side of a delivery: who handed the message over, and how its authentication came out.</summary>
/// <param name="Hops">Received fields of the sending side, newest first.</param>
internal sealed record Origin(
    string Host, string Ip, string EnvelopeFrom, string Spf, IReadOnlyList<Signature> Signatures,
    string FromDomain, string Dmarc, string Policy, IReadOnlyList<Field> Hops);
