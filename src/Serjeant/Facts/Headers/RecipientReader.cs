using System.Collections.Immutable;
using MimeKit;
using Serjeant.Registers;
using Serjeant.Values;

namespace Serjeant.Facts.Headers;

/// <summary>Reads who the message was for, and who of them is on the roster.</summary>
internal sealed class RecipientReader(Roster roster, FactsLimits limits)
{
    /// <summary>What Postfix, qmail, Exim, Fastmail and others note of the envelope.</summary>
    private static readonly HashSet<string> DeliveryFields =
        new(["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Delivered-To"], StringComparer.OrdinalIgnoreCase);

    public RecipientFacts Read(HeaderList headers, RouteFacts route, out bool boundReached)
    {
        var to = MailboxReader.Read(headers, HeaderId.To, limits.Recipients);
        var cc = MailboxReader.Read(headers, HeaderId.Cc, limits.Recipients);
        boundReached = to.Length >= limits.Recipients || cc.Length >= limits.Recipients;
        var delivered = Delivered(headers, route);
        var all = ImmutableArray.CreateBuilder<EmailAddress>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var address in delivered) Add(address);
        foreach (var mailbox in to) if (mailbox.Address is { } address) Add(address);
        foreach (var mailbox in cc) if (mailbox.Address is { } address) Add(address);
        return new()
        {
            To = to,
            Cc = cc,
            Delivered = delivered,
            All = all.ToImmutable(),
            People = People(all),
            Undisclosed = !to.Any(m => m.Address is not null),
        };

        void Add(EmailAddress address)
        {
            if (keys.Add(address.Key)) all.Add(address);
        }
    }

    private static ImmutableArray<EmailAddress> Delivered(HeaderList headers, RouteFacts route)
    {
        List<EmailAddress>? found = null;
        foreach (var header in headers)
        {
            if (header.Id != HeaderId.Unknown || !DeliveryFields.Contains(header.Field)) continue;
            if (EmailAddress.TryParse(header.Value, out var address) && !(found ??= []).Contains(address) && found.Count < 50) found.Add(address);
        }
        if (route.Hops.Length > 0 && route.Hops[0].For is { } noted && !(found ??= []).Contains(noted)) found.Add(noted);
        return found is null ? [] : [.. found];
    }

    private ImmutableArray<string> People(ImmutableArray<EmailAddress>.Builder addresses)
    {
        if (roster.People.IsEmpty) return [];
        SortedSet<int>? indexes = null;
        foreach (var address in addresses)
            if (roster.IndexOf(address) is >= 0 and var index) (indexes ??= []).Add(index);
        return indexes is null ? [] : [.. indexes.Select(i => roster.People[i].Id)];
    }
}
