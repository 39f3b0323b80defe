using System.Globalization;
using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>
/// Which mail our own people sent, and what others say they answer or hand on of it: a thread that nobody here began is made up. How much that
/// weighs depends on how much of our own mail is known, which the other answers show. Built by one pass over all kept mail in any order.
/// </summary>
/// <param name="contacts">Knows the identifiers of what our people sent; the same mail is added to it.</param>
internal sealed class OwnThreads(Contacts contacts)
{
    private const double NearlyAll = 0.9, All = 0.99;

    /// <summary>Fewer answers say nothing of how much of our own mail is known.</summary>
    private const int Few = 20, Many = 200;

    private const int MaximumClaims = 1_000_000;

    private readonly HashSet<long> _topics = [];
    private readonly HashSet<string> _hosts = new(StringComparer.Ordinal);

    /// <summary>The host that gave an identifier, and its hash; or no host, and the hash of author and subject.</summary>
    private readonly List<(string Host, long Hash)> _claims = [];
    private (int Claims, double Share)? _coverage;

    public void Add(KeptMessage message)
    {
        if (message.Channel != MessageChannel.Received) return;
        if (message.Outbound)
        {
            _topics.Add(Topic(message.From, message.Subject));
            if (Contacts.HostOf(message.MessageId) is { IsEmpty: false } host) _hosts.Add(host.Name);
        }
        else if (_claims.Count < MaximumClaims && !message.DiscussionList)
        {
            foreach (var answered in message.Answers)
                if (Contacts.HostOf(answered) is { IsEmpty: false } host) _claims.Add((host.Name, Contacts.Hash(answered)));
            if (message.Answers.IsEmpty && !message.Quotes.IsEmpty) _claims.Add(("", Topic(message.Quotes[0], message.Subject)));
        }
    }

    /// <summary>The code of what a thread that nobody here began says, with the evidence; null where it is known, or where too little of our own mail is.</summary>
    public (string Code, string Evidence)? Find(KeptMessage message)
    {
        if (_topics.Count == 0 || message.Outbound || message.DiscussionList || contacts.Sent(message.Answers)) return null;
        var ours = message.Answers.Any(answered => Contacts.HostOf(answered) is { IsEmpty: false } host && _hosts.Contains(host.Name));
        // Only where no identifier tells: subjects come again.
        if (!ours && (message.Quotes.IsEmpty || message.Quotes.Any(author => _topics.Contains(Topic(author, message.Subject))))) return null;
        var (claims, share) = Coverage;
        if (claims < Few || share < NearlyAll) return null;
        var what = ours ? "its References name a message of our servers" : $"it gives words of {message.Quotes[0]} under this subject";
        var evidence = string.Create(CultureInfo.InvariantCulture, $"{what} that nobody here sent, though {share:P1} of what others answer is known");
        return (claims >= Many && share >= All ? "relation.invented-thread" : "relation.forged-thread", evidence);
    }

    /// <summary>How many messages claim to answer or hand on ours, and the share of those that do.</summary>
    private (int Claims, double Share) Coverage
    {
        get
        {
            if (_coverage is { } known) return known;
            int all = 0, found = 0;
            foreach (var (host, hash) in _claims)
            {
                if (host.Length > 0 && !_hosts.Contains(host)) continue;
                all++;
                if (host.Length > 0 ? contacts.IsSent(hash) : _topics.Contains(hash)) found++;
            }
            _coverage = (all, all == 0 ? 0 : found / (double)all);
            return _coverage.Value;
        }
    }

    /// <summary>Author and subject without what answers put before it: what follows the last colon of a short beginning.</summary>
    private static long Topic(string author, string subject)
    {
        var topic = Folding.Fold(subject).AsSpan().Trim();
        while (topic.IndexOf(':') is >= 0 and <= 6 and var colon) topic = topic[(colon + 1)..].TrimStart();
        return Contacts.Hash($"{author}\n{topic}");
    }
}
