using System.Collections.Immutable;
using System.Net;
using MimeKit;
using Serjeant.Values;

namespace Serjeant.Facts.Route;

/// <summary>Reads the way of a message from its headers: the chain of hosts, the hand-over to our side, and what the sender's side shows of itself.</summary>
internal sealed class RouteReader
{
    /// <summary>Where services note the address of the client that wrote; the earlier in the list, the more often right.</summary>
    private static readonly string[] ClientFields =
        ["X-Originating-IP", "X-OriginatingIP", "X-Client-IP", "X-ClientIP", "X-Source-IP", "X-Sender-IP", "X-SenderIP", "X-Remote-IP", "X-Originating-Client-IP", "X-Yahoo-Post-IP"];

    private readonly IReadOnlyList<DomainName> _ownDomains;
    private readonly FactsLimits _limits;

    /// <param name="ownDomains">Our own house's domains (Roster.OwnDomains); may be empty.</param>
    public RouteReader(IReadOnlyList<DomainName> ownDomains, FactsLimits? limits = null)
    {
        _ownDomains = ownDomains;
        _limits = limits ?? FactsLimits.Default;
    }

    /// <param name="claimed">The Date field as read; null where there is none or it cannot be read.</param>
    public RouteFacts Read(HeaderList headers, DateTimeOffset? claimed)
    {
        Span<char> buffer = stackalloc char[FieldText.MostCharacters];
        var hops = ImmutableArray.CreateBuilder<Hop>(8);
        Header? mailer = null, agent = null, mimeOle = null, client = null;
        var clientRank = ClientFields.Length;
        var script = false;
        for (var i = 0; i < headers.Count; i++)
        {
            var header = headers[i];
            switch (header.Id)
            {
                case HeaderId.Received:
                    if (hops.Count < _limits.Hops) hops.Add(ReceivedReader.Read(header, buffer));
                    break;
                case HeaderId.XMailer:
                    mailer ??= header;
                    break;
                case HeaderId.UserAgent:
                    agent ??= header;
                    break;
                case HeaderId.Unknown when header.Field.Length > 8 && header.Field[0] is 'X' or 'x':
                    // By the first letter of the name behind X-, since most messages carry dozens of such fields.
                    switch (header.Field[2] | 0x20)
                    {
                        case 'm':
                            if (header.Field.Equals("X-MimeOLE", StringComparison.OrdinalIgnoreCase)) mimeOle ??= header;
                            break;
                        case 'o' or 'c' or 's' or 'r' or 'y' or 'p':
                            var rank = ClientRank(header.Field);
                            if (rank < clientRank)
                            {
                                client = header;
                                clientRank = rank;
                            }
                            script |= IsScript(header, buffer);
                            break;
                    }
                    break;
            }
        }
        var software = mailer ?? agent ?? mimeOle;
        var route = new RouteFacts
        {
            ClientAddress = client is null ? null : ClientAddress(FieldText.Unfold(client, buffer)),
            ZoneMinutes = claimed is { } date ? (int)date.Offset.TotalMinutes : null,
            Software = software is null ? "" : Software.Name(FieldText.Unfold(software, buffer)),
            FromWebScript = script,
        };
        return hops.Count == 0 ? route : WithChain(route, hops.DrainToImmutable());
    }

    private RouteFacts WithChain(RouteFacts route, ImmutableArray<Hop> hops)
    {
        var handOver = new HandOver(_ownDomains);
        var index = handOver.Find(hops);
        if (index < 0) return route with { Hops = hops };
        var hop = hops[index];
        return route with
        {
            Hops = hops,
            HandOver = index,
            OriginAddress = hop.Address,
            OriginHost = hop.ReverseName.Length > 0 ? hop.ReverseName : hop.Helo,
            HeloContradicts = HeloCheck.Contradicts(hop, handOver),
            ClockRunsBackwards = RunsBackwards(hops, index),
        };
    }

    private static bool RunsBackwards(ImmutableArray<Hop> hops, int handOver)
    {
        DateTimeOffset? earliest = null;
        for (var i = handOver; i < hops.Length; i++)
        {
            if (hops[i].Clock is not { } clock) continue;
            if (earliest is { } above && clock - above > TimeSpan.FromHours(1)) return true;
            if (earliest is null || clock < earliest) earliest = clock;
        }
        return false;
    }

    private static int ClientRank(string field)
    {
        if (!field.EndsWith("IP", StringComparison.OrdinalIgnoreCase)) return int.MaxValue;
        for (var i = 0; i < ClientFields.Length; i++)
            if (field.Equals(ClientFields[i], StringComparison.OrdinalIgnoreCase)) return i;
        return int.MaxValue;
    }

    /// <summary>The first address in the value; services write several with commas, the client's first.</summary>
    private static IPAddress? ClientAddress(ReadOnlySpan<char> text)
    {
        foreach (var range in text.SplitAny(' ', ','))
            if (NetworkAddress.TryRead(text[range].Trim("()"), out var address)) return address;
        return null;
    }

    /// <summary>X-Source-Dir is added by cPanel hosts to all mail, and left empty where no script sent it.</summary>
    private static bool IsScript(Header header, Span<char> buffer)
    {
        var field = header.Field;
        if (field.StartsWith("X-PHP-", StringComparison.OrdinalIgnoreCase))
            return field.EndsWith("Script", StringComparison.OrdinalIgnoreCase) && !FieldText.Unfold(header, buffer).IsEmpty;
        return field.Equals("X-Source-Dir", StringComparison.OrdinalIgnoreCase) && !FieldText.Unfold(header, buffer).IsEmpty;
    }
}
