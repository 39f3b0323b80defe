namespace Serjeant.Samples.Mime;

/// <summary>A node of a MIME tree (RFC 2046).</summary>
internal abstract record Part;

/// <param name="Type">text/plain, text/html, text/calendar...</param>
/// <param name="Encoding">7bit, 8bit, quoted-printable or base64.</param>
/// <param name="Parameters">Further Content-Type parameters, beginning with "; ".</param>
internal sealed record TextPart(string Type, string Text, string Encoding = "quoted-printable", string Parameters = "") : Part;

internal sealed record FilePart(string Type, string Name, byte[] Bytes, string? ContentId = null) : Part;

/// <param name="Parameters">Further Content-Type parameters, beginning with "; ".</param>
internal sealed record MultiPart(string Subtype, string Boundary, IReadOnlyList<Part> Parts, string Parameters = "") : Part;

/// <summary>message/rfc822, message/delivery-status, text/rfc822-headers: text as it stands.</summary>
internal sealed record VerbatimPart(string Type, string Text, string? Description = null) : Part;
