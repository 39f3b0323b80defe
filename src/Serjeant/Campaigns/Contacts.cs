using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>
/// Who wrote here since when, and to whom our own people wrote. Built by one pass over all kept mail in any order; some 40 bytes an
/// address.
/// </summary>
public sealed class Contacts
{
    private readonly Dictionary<long, long> _from = [];
    private readonly Dictionary<long, long> _writtenTo = [];
    private readonly HashSet<long> _sent = [];
    private readonly HashSet<long> _ownAuthors = [];
    private readonly HashSet<long> _identifierHosts = [];
    private long _earliest = long.MaxValue;

    /// <summary>Whether any mail of our own people is known: without it "nobody wrote to them" says nothing.</summary>
    public bool KnowsOutbound => _writtenTo.Count > 0;

    /// <summary>The first date in all the mail; null where there is none.</summary>
    public DateTimeOffset? Earliest => Date(_earliest);

    public static Contacts Of(IEnumerable<KeptMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var contacts = new Contacts();
        foreach (var message in messages) contacts.Add(message);
        return contacts;
    }

    public void Add(KeptMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        // What went to others says nothing of who writes here.
        if (message.Channel != MessageChannel.Received) return;
        var ticks = message.Date?.UtcTicks ?? long.MaxValue;
        _earliest = Math.Min(_earliest, ticks);
        if (message.Outbound)
        {
            foreach (var recipient in message.Recipients)
            {
                Note(_writtenTo, recipient, ticks);
                // An answer to one issue is to the sender of all of them.
                var account = SenderAccount.Of(recipient, []);
                if (account != recipient) Note(_writtenTo, account, ticks);
            }
            if (message.MessageId.Length > 0) _sent.Add(Hash(message.MessageId));
            if (HostOf(message.MessageId) is { IsEmpty: false } host) _identifierHosts.Add(Hash(host.Registrable.Name));
            if (message.From.Length > 0) _ownAuthors.Add(Hash(message.From));
            return;
        }
        var sender = message.Account;
        if (sender.Length > 0) Note(_from, sender, ticks);
        if (message.SenderIdentity.Length > 0 && message.SenderIdentity != sender) Note(_from, message.SenderIdentity, ticks);
    }

    /// <summary>Whether our own people ever wrote to an address (its key) or an account (<see cref="KeptMessage.Account"/>).</summary>
    public bool WroteTo(string address) => _writtenTo.ContainsKey(Hash(address));

    /// <summary>Whether mail that our own people sent from an address (its key) is known.</summary>
    public bool WroteFrom(string address) => _ownAuthors.Contains(Hash(address));

    /// <summary>Whether mail of our own people is known whose Message-ID was given by the same host, or its domain.</summary>
    public bool SharesIdentifierHost(string messageId) => HostOf(messageId) is { IsEmpty: false } host && _identifierHosts.Contains(Hash(host.Registrable.Name));

    /// <summary>The host that gave a Message-ID; empty where none can be read.</summary>
    internal static DomainName HostOf(string messageId) =>
        messageId.LastIndexOf('@') is >= 0 and var at && DomainName.TryParse(messageId.AsSpan(at + 1), out var host) ? host : default;

    /// <summary>Whether one of these Message-IDs is of a message that our own people sent.</summary>
    public bool Sent(System.Collections.Immutable.ImmutableArray<string> messageIds)
    {
        foreach (var id in messageIds)
            if (IsSent(Hash(id))) return true;
        return false;
    }

    /// <summary>Whether this is the hash (<see cref="Hash"/>) of a Message-ID that our own people sent.</summary>
    internal bool IsSent(long identifier) => _sent.Contains(identifier);

    /// <summary>When one of our people first wrote to an address or an account; null where nobody did or no date is known.</summary>
    public DateTimeOffset? FirstWrittenTo(string address) => _writtenTo.TryGetValue(Hash(address), out var ticks) ? Date(ticks) : null;

    /// <summary>The first dated mail from an account or a sender identity; null where there is none.</summary>
    public DateTimeOffset? FirstFrom(string sender) => _from.TryGetValue(Hash(sender), out var ticks) ? Date(ticks) : null;

    private static void Note(Dictionary<long, long> dates, string address, long ticks)
    {
        var hash = Hash(address);
        if (!dates.TryGetValue(hash, out var known) || ticks < known) dates[hash] = ticks;
    }

    private static DateTimeOffset? Date(long ticks) => ticks == long.MaxValue ? null : new DateTimeOffset(ticks, TimeSpan.Zero);

    internal static long Hash(string text) => TraitMaker.Hash(TraitKind.SenderAddress, text);
}
