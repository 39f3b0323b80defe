using System.Collections.Immutable;

namespace Serjeant.Facts.Body;

/// <summary>What the body gives to the facts.</summary>
internal sealed record BodyFacts(ContentFacts Content, List<Link> Links, ImmutableArray<Attachment> Attachments);
