namespace Serjeant.Campaigns;

/// <summary>Kinds of traits that say the same thing; within one, the strongest counts in full and the others for a quarter.</summary>
internal enum TraitGroup : byte
{
    /// <summary>Who writes.</summary>
    Sender,
    /// <summary>With what and over what it was sent: all of it is a mass-mail service's as much as its customer's.</summary>
    Tool,
    Text,
    /// <summary>What it calls or points to.</summary>
    Target,
    Attachment,
}

/// <summary>
/// How much a shared trait weighs: the kind's reliability times the decibans of its rarity, 10 log10 (N / messages that have it).
/// Rare things that somebody made up (a name, a host, a text) would be rare in any mail, so a small mail counts as if it
/// were larger; habits of programs are common everywhere, so for them only the mail at hand counts.
/// </summary>
internal static class LinkWeights
{
    /// <summary>Decibans that a pair of different senders needs. No group but an identical attachment reaches it alone.</summary>
    public const float Strangers = 32;

    /// <summary>Decibans that a pair of one sender needs, beside a sign that both are copies of a mailing.</summary>
    public const float OneSender = 20;

    /// <summary>Sender identities above which a habit of sending is a common program's or service's, not a campaign's.</summary>
    public const int CommonIdentities = 25;

    private const double Background = 10_000;

    public static TraitGroup GroupOf(TraitKind kind) => kind switch
    {
        TraitKind.SenderAddress or TraitKind.SenderDomain or TraitKind.DisplayName or TraitKind.ReplyTo or TraitKind.ServiceAccount => TraitGroup.Sender,
        TraitKind.TemplateBand or TraitKind.SubjectShape => TraitGroup.Text,
        TraitKind.CallbackHost or TraitKind.CallbackShape or TraitKind.LinkHost => TraitGroup.Target,
        TraitKind.Attachment or TraitKind.AttachmentName => TraitGroup.Attachment,
        _ => TraitGroup.Tool,
    };

    public static float CapOf(TraitGroup group) => group switch
    {
        TraitGroup.Tool => 20,
        TraitGroup.Attachment => 40,
        _ => 24,
    };

    /// <summary>Whether messages with it stand beside each other as candidates; what is too common only costs.</summary>
    public static bool Gathers(TraitKind kind, float weight) => weight >= 4 && kind is not (TraitKind.MailingService or TraitKind.Software);

    /// <param name="messages">Messages that can be linked.</param>
    /// <param name="having">Those that have the trait.</param>
    /// <param name="identities">Different senders among these, counted up to <see cref="CommonIdentities"/> + 1.</param>
    /// <returns>Decibans; 0 where the trait may not join anything.</returns>
    public static float Of(TraitKind kind, int messages, int having, int identities)
    {
        var (reliability, madeUp) = kind switch
        {
            TraitKind.SenderAddress => (0.80, true),
            TraitKind.SenderDomain => (0.75, true),
            TraitKind.DisplayName => (0.50, false),
            TraitKind.ReplyTo => (0.85, true),
            TraitKind.ServiceAccount => (0.85, true),
            TraitKind.ReturnPathDomain => (0.60, true),
            TraitKind.DkimDomain => (0.60, true),
            TraitKind.DkimSelector => (0.35, false),
            TraitKind.OriginAddress => (0.60, true),
            TraitKind.OriginNetwork => (0.40, false),
            TraitKind.OriginHost => (0.50, true),
            TraitKind.MailingService => (0.30, false),
            TraitKind.Software => (0.30, false),
            TraitKind.MessageIdShape => (0.35, false),
            TraitKind.UrlShape => (0.65, true),
            TraitKind.CallbackShape => (0.65, true),
            TraitKind.HtmlSkeleton => (0.50, true),
            TraitKind.CallbackHost => (1.00, true),
            TraitKind.LinkHost => (0.40, true),
            TraitKind.TemplateBand => (1.10, true),
            TraitKind.SubjectShape => (0.50, true),
            TraitKind.Attachment => (1.10, true),
            TraitKind.AttachmentName => (0.40, false),
            _ => (0, false),
        };
        // The cap on what one trait can join: in a large mail nothing that every fourth message has says who belongs together.
        if (having > Math.Max(2_000, messages / 4) || (!madeUp && having > Math.Max(50, messages / 4))) return 0;
        var shared = GroupOf(kind) switch
        {
            TraitGroup.Tool => identities > CommonIdentities ? 0 : 1,
            TraitGroup.Target => identities > CommonIdentities ? 0.5 : 1,
            _ => 1.0,
        };
        return (float)(shared * reliability * 10 * Math.Log10((messages + (madeUp ? Background : 0)) / having));
    }
}
