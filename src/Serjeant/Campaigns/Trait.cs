namespace Serjeant.Campaigns;

/// <summary>What sort of thing two messages can have in common.</summary>
public enum TraitKind : byte
{
    SenderAddress,
    SenderDomain,
    DisplayName,
    ReturnPathDomain,
    ReplyTo,
    OriginAddress,
    OriginNetwork,
    OriginHost,
    ServiceAccount,
    MailingService,
    DkimDomain,
    DkimSelector,
    CallbackHost,
    LinkHost,
    UrlShape,
    Attachment,
    AttachmentName,
    /// <summary>One band of the text template's bins: several per message, equal for near-copies.</summary>
    TemplateBand,
    HtmlSkeleton,
    SubjectShape,
    Software,
    MessageIdShape,
    /// <summary>The form of a hidden URL that is called by opening, at a host that is neither the sender's nor that of a service which sent it.</summary>
    CallbackShape,
}

/// <summary>One thing a message has that others may have too. Equal hashes of one kind mean the same thing.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Hash">XxHash3 of kind and normalised value: what is compared and indexed.</param>
/// <param name="Value">For people to read, at most 120 characters; empty for bands and skeletons.</param>
public readonly record struct Trait(TraitKind Kind, long Hash, string Value);
