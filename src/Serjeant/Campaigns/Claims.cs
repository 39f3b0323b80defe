using System.Collections.Immutable;
using Serjeant.Registers;
using Serjeant.Signals.Impersonation;
using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>Which messages that somebody told us of count as sent in our people's names without them.</summary>
/// <param name="roster">With the addresses that people allowed.</param>
/// <param name="contacts">What our own people sent; asked only once all mail was noted.</param>
/// <param name="told">Messages that somebody told us of, whether they went to others or to us as well.</param>
public sealed class Claims(Roster roster, Contacts contacts, IReadOnlySet<Sha256> told)
{
    /// <summary>Names of ours that a message still wears, now that more addresses may be known for theirs.</summary>
    public ImmutableArray<Imitation> OfOurs(KeptMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Imitations.IsEmpty ? [] : message.Imitations.RemoveAll(i => !IsOurs(i) || IsExcused(i));
    }

    /// <summary>
    /// Whether the message is evidence. Where it wears a name from a foreign address it is; where its From is truly ours only if our own mail of that
    /// address is known, and this is not among it, and its Message-ID was given by no host that gives ours: copies of sent mail go missing, but
    /// what our own programs wrote looks like it.
    /// </summary>
    public bool Bear(KeptMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.Outbound || !told.Contains(message.Id)) return false;
        foreach (var imitation in OfOurs(message))
            if (imitation.Manner != ImitationManner.Spoof || IsUnsent(message)) return true;
        return false;
    }

    private bool IsUnsent(KeptMessage message) =>
        Contacts.HostOf(message.MessageId) is { IsEmpty: false } host && !roster.IsOwn(host) && !contacts.SharesIdentifierHost(message.MessageId)
        && contacts.WroteFrom(message.From) && !contacts.Sent([message.MessageId]);

    private static bool IsOurs(Imitation imitation) => imitation.Kind is ImitatedKind.Person or ImitatedKind.Body;

    private bool IsExcused(Imitation imitation) =>
        imitation.Manner != ImitationManner.Spoof && imitation.Kind == ImitatedKind.Person
        && EmailAddress.TryParse(imitation.FalseAddress, out var address)
        && (roster.Find(address)?.Id == imitation.Imitated || roster.People.Any(p => p.Id == imitation.Imitated && p.IsDelegate(address)));

    /// <summary>What can be read from the message alone; <see cref="Bear"/> decides whether it stands.</summary>
    internal static LinkMarks MarksOf(KeptMessage message)
    {
        if (message.Outbound) return LinkMarks.None;
        var marks = LinkMarks.None;
        foreach (var imitation in message.Imitations)
        {
            if (!IsOurs(imitation)) continue;
            marks |= LinkMarks.Claimed;
            if (imitation.Manner == ImitationManner.Spoof) continue;
            if (imitation.FalseAddress.Equals(message.From, StringComparison.OrdinalIgnoreCase)) marks |= LinkMarks.FalseAddress;
            foreach (var reply in message.ReplyTo)
                if (imitation.FalseAddress.Equals(reply, StringComparison.OrdinalIgnoreCase)) marks |= LinkMarks.FalseReply;
            if (imitation.Manner == ImitationManner.Domain) marks |= LinkMarks.FalseAddress | LinkMarks.FalseDomain;
        }
        return marks;
    }
}
