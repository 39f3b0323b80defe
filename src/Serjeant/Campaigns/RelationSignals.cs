using System.Collections.Immutable;
using System.Globalization;
using Serjeant.Signals;

namespace Serjeant.Campaigns;

/// <summary>What the house's own mail says of a sender: the part of the relation that no message shows by itself.</summary>
/// <remarks>
/// A function of all kept mail and dates, never of the order of reading. Where the mail begins with the message, or no mail of our own people
/// is known, silence says nothing and no signal is given.
/// </remarks>
internal sealed class RelationSignals(Contacts contacts, OwnThreads threads)
{
    private const int PastDays = 30, LongDays = 90;

    /// <summary>A sender stays new for so long: the second mail of a fraud comes an hour after the first.</summary>
    private const int NewDays = 7;

    public ImmutableArray<Signal> Find(KeptMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.Outbound || message.From.Length == 0) return [];
        var signals = ImmutableArray.CreateBuilder<Signal>();
        var date = message.Date;
        if (contacts.Sent(message.Answers)) signals.Add(new("relation.answers-us", "its References name it"));
        var account = message.Account;
        if (contacts.FirstWrittenTo(account) is { } written && written < date)
        {
            signals.Add(new("relation.known-correspondent", Text($"{account}, first on {written:yyyy-MM-dd}")));
        }
        else if (contacts.KnowsOutbound && !contacts.WroteTo(account))
        {
            signals.Add(new("relation.strangers-to-all", account));
        }
        if (threads.Find(message) is { } invented) signals.Add(new(invented.Code, invented.Evidence));
        if (date is not { } now) return signals.ToImmutable();
        // The mailbox, not its domain: no list knows every provider, and whoever takes a mailbox beside an honest one has no past. Only mailings
        // have senders that change their mailbox with every mail.
        var sender = message.Bulk ? message.SenderIdentity : account;
        if (contacts.FirstFrom(sender) is not { } first) return signals.ToImmutable();
        if (first > now.AddDays(-NewDays) && contacts.Earliest < now.AddDays(-PastDays)) signals.Add(new("relation.first-contact", sender));
        // From alone proves nobody: only a sender that is borne out has a past of his own.
        else if (message.Aligned && first < now.AddDays(-LongDays)) signals.Add(new("relation.long-known", Text($"{sender}, since {first:yyyy-MM-dd}")));
        return signals.ToImmutable();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
