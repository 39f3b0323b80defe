using System.Collections.Immutable;
using Serjeant.Facts;
using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>What decides how a pair of messages is weighed.</summary>
[Flags]
public enum LinkMarks : ushort
{
    None = 0,
    Outbound = 1 << 0,
    /// <summary>It calls itself one of many, or a mass-mail service sent it.</summary>
    Bulk = 1 << 1,
    /// <summary>A discussion list, a notification: text and form come from a system that many use.</summary>
    OfSystem = 1 << 2,
    /// <summary>It claims to answer something: its text may be quoted.</summary>
    Answer = 1 << 3,
    Aligned = 1 << 4,
    /// <summary>A bounce, an automatic answer, a receipt: made by a machine because of somebody else's mail.</summary>
    Reaction = 1 << 5,
    /// <summary>It wears the name of one of ours, and somebody told us of it; taken back where <see cref="Claims.Bear"/> says that nobody did, or that it shows nothing.</summary>
    Claimed = 1 << 6,
    /// <summary>Its author's address is the false one: whatever comes from there belongs to it.</summary>
    FalseAddress = 1 << 7,
    /// <summary>Its author's domain is a look-alike: whatever comes from there belongs to it.</summary>
    FalseDomain = 1 << 8,
    /// <summary>The address that answers go to is the false one.</summary>
    FalseReply = 1 << 9,
}

/// <summary>The part of a kept message that linking looks at.</summary>
/// <param name="Identity">Hash of <see cref="KeptMessage.SenderIdentity"/>; 0 where empty.</param>
/// <param name="Author">Hash of <see cref="KeptMessage.From"/>; 0 where empty.</param>
/// <param name="Recipients">Hashes of <see cref="KeptMessage.Recipients"/>.</param>
public readonly record struct Linkable(
    Sha256 Id, DateTimeOffset? Date, long Identity, long Author, LinkMarks Marks, ImmutableArray<long> Recipients, ImmutableArray<Trait> Traits)
{
    public static Linkable Of(KeptMessage message)
    {
        var marks = LinkMarks.None;
        if (message.Outbound) marks |= LinkMarks.Outbound;
        if (message.Bulk) marks |= LinkMarks.Bulk;
        if (message.DiscussionList || message.Kind == MessageKind.Automatic) marks |= LinkMarks.OfSystem;
        if (!message.Answers.IsEmpty) marks |= LinkMarks.Answer;
        if (message.Aligned) marks |= LinkMarks.Aligned;
        if (message.Kind is MessageKind.Bounce or MessageKind.FeedbackReport or MessageKind.AutoReply or MessageKind.ReadReceipt) marks |= LinkMarks.Reaction;
        marks |= Claims.MarksOf(message);
        // What was handed to us is the original itself, not the machine's notice of it.
        if (message.Channel != MessageChannel.Received) marks &= ~LinkMarks.Reaction;
        return new(message.Id, message.Date, Hash(message.SenderIdentity), Hash(message.From), marks, [.. message.Recipients.Select(Hash)], message.Traits);
    }

    private static long Hash(string text) => text.Length == 0 ? 0 : TraitMaker.Hash(TraitKind.SenderAddress, text);
}
