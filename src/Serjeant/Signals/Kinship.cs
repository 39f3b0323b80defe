using Serjeant.Facts;
using Serjeant.Values;

namespace Serjeant.Signals;

/// <summary>Whether a host has anything to do with who sent a message: the domains that the sender shows of himself.</summary>
internal static class Kinship
{
    /// <summary>The host shares a registrable domain with what the sender shows, with where answers go, or with the hosts that made and carried the message.</summary>
    public static bool IsOfSender(MessageFacts facts, DomainName host)
    {
        if (host.IsEmpty) return false;
        var known = Answers.Of(facts, null, ref _ofSender);
        if (!known.TryGetValue(host.Name, out var answer)) known[host.Name] = answer = FindOfSender(facts, host);
        return answer;
    }

    // A dozen detectors ask the same of the same few hosts: each thread keeps the answers for the message in hand.
    [ThreadStatic]
    private static Answers? _ofSender;

    [ThreadStatic]
    private static Answers? _kin;

    private sealed class Answers : Dictionary<string, bool>
    {
        private MessageFacts? _facts;
        private House? _house;

        private Answers()
            : base(StringComparer.Ordinal)
        {
        }

        public static Answers Of(MessageFacts facts, House? house, ref Answers? answers)
        {
            answers ??= new();
            if (!ReferenceEquals(answers._facts, facts) || !ReferenceEquals(answers._house, house)) answers.Clear();
            (answers._facts, answers._house) = (facts, house);
            return answers;
        }
    }

    private static bool FindOfSender(MessageFacts facts, DomainName host)
    {
        if (IsShown(facts, host)) return true;
        var registrable = host.Registrable;
        foreach (var mailbox in facts.Sender.ReplyTo)
            if (!mailbox.Domain.IsEmpty && mailbox.Domain.Registrable == registrable) return true;
        // The hosts that made and carried it before it was handed to us, as they call themselves.
        var hops = facts.Route.Hops;
        for (var i = Math.Max(0, facts.Route.HandOver); i < hops.Length && i < MaximumHops; i++)
            if (Ends(hops[i].Helo) || Ends(hops[i].ReverseName) || (i > facts.Route.HandOver && Ends(hops[i].By))) return true;
        return facts.MessageId is { } id && Ends(id);

        bool Ends(string text) => text.EndsWith(registrable.Name, StringComparison.OrdinalIgnoreCase)
            && (text.Length == registrable.Name.Length || text[^(registrable.Name.Length + 1)] is '.' or '@');
    }

    /// <summary>
    /// The host shares a registrable domain with From, Sender, the envelope sender or a DKIM signature: for judging the route and the identifier, which
    /// <see cref="IsOfSender"/> takes for the sender's own.
    /// </summary>
    public static bool IsShown(MessageFacts facts, DomainName host)
    {
        if (host.IsEmpty) return false;
        var registrable = host.Registrable;
        var sender = facts.Sender;
        if (Same(sender.Domain) || Same(sender.Sender?.Domain ?? default) || Same(sender.ReturnPath?.Domain ?? default)) return true;
        if (sender.OriginalAuthor is { } author && Same(author.Domain)) return true;
        foreach (var signature in facts.Authentication.Signatures)
            if (Same(signature.Domain)) return true;
        return false;

        bool Same(DomainName domain) => !domain.IsEmpty && domain.Registrable == registrable;
    }

    /// <summary>The host belongs to the mass-mail service that the message shows, or to any known one.</summary>
    public static bool IsOfService(House house, DomainName host) => house.Services.FindByHost(host) is not null;

    /// <summary>Related to the sender, to a mass-mail service, or used by everybody.</summary>
    public static bool IsExplained(MessageFacts facts, House house, DomainName host) =>
        house.WarningLists.IsPopular(host) || IsOfSender(facts, host) || IsOfService(house, host);

    /// <summary>
    /// The host's registered name and the sender's hold one another (acme-mail.com, acme.org, news.acme.example), or the sender's name as shown spells
    /// it, or stands before a carrier's (acme.track.example). Where the sender's domain is a known brand's only the brand's own hosts count: a forger writes
    /// from the brand and links to what is named like it.
    /// </summary>
    public static bool IsNamedLikeSender(MessageFacts facts, House house, DomainName host)
    {
        if (house.Brands.FindByDomain(facts.Sender.Domain) is { } brand) return brand.Owns(host);
        var sender = Label(facts.Sender.Domain);
        if (sender.Length < MinimumLabel) return false;
        var label = Label(host);
        if (label.Length >= MinimumLabel && (sender.Contains(label, StringComparison.Ordinal) || label.Contains(sender, StringComparison.Ordinal))) return true;
        return host.Name.Length > sender.Length && host.Name.AsSpan().StartsWith(sender, StringComparison.Ordinal) && host.Name[sender.Length] == '.';

        static ReadOnlySpan<char> Label(DomainName domain)
        {
            var name = domain.Registrable.Name;
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            return dot < 0 ? name : name.AsSpan(0, dot);
        }
    }

    /// <summary>
    /// The sender's name or the subject spells the host's registered name: "Acme to publish its results" and acme.example, sent by a firm that sends for others.
    /// Where a known brand is named this excuses nothing: a look-alike spells it too.
    /// </summary>
    public static bool IsSpeltByName(MessageFacts facts, House house, DomainName host)
    {
        var name = host.Registrable.Name;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < MinimumLabel) return false;
        var label = name[..dot].Replace("-", "", StringComparison.Ordinal);
        return Spells(facts.Sender.Author?.DisplayName ?? "") || Spells(facts.Subject.Topic);

        bool Spells(string text)
        {
            if (text.Length is < MinimumLabel or > 300) return false;
            var shown = new string([.. Folding.Fold(text).Where(char.IsLetterOrDigit)]);
            return (shown.Contains(label, StringComparison.Ordinal) || (shown.Length >= 6 && label.Contains(shown, StringComparison.Ordinal))) && house.Brands.Find(text).IsEmpty;
        }
    }

    /// <summary>Of the sender, named like him, or of a mass-mail service.</summary>
    public static bool IsKin(MessageFacts facts, House house, DomainName host)
    {
        if (host.IsEmpty) return false;
        var known = Answers.Of(facts, house, ref _kin);
        if (!known.TryGetValue(host.Name, out var answer)) known[host.Name] = answer = FindKin(facts, house, host);
        return answer;
    }

    private static bool FindKin(MessageFacts facts, House house, DomainName host) =>
        IsOfSender(facts, host) || IsOfService(house, host) || IsNamedLikeSender(facts, house, host) || IsSpeltByName(facts, house, host);

    private const int MinimumLabel = 4, MaximumHops = 8;

    /// <summary>Mail that a list or a machine of the mail system made: signs of imitation mean nothing in it.</summary>
    public static bool IsRelayed(MessageFacts facts) =>
        facts.Bulk.DiscussionList || facts.Sender.OriginalAuthor is not null
        || facts.Bulk.Kind is MessageKind.Bounce or MessageKind.FeedbackReport or MessageKind.ReadReceipt;
}
