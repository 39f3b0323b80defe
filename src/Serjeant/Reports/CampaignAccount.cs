using System.Collections.Immutable;
using Serjeant.Campaigns;

namespace Serjeant.Reports;

/// <summary>Tells in plain words what a campaign did, to whom, and what those people share. The words are the same in every format.</summary>
public static class CampaignAccount
{
    /// <summary>A few words to tell campaigns apart by: the host they call, else whose name they wear, else who sends them.</summary>
    public static ImmutableArray<Phrase> Title(Campaign campaign)
    {
        if (OpeningHosts(campaign) is [var host, ..])
            return [Phrase.Words("Mail that calls "), Phrase.Quoted(host)];
        if (ImitationAccount.Pairs(campaign.Imitations) is [var worn, ..])
            return [Phrase.Words("Mail in the name of "), ImitationAccount.Headline(worn)[0]];
        if (campaign.Senders is [var sender, ..])
            return campaign.Senders.Length == 1
                ? [Phrase.Words("Mail from "), Phrase.Quoted(sender)]
                : [Phrase.Words("Mail from "), Phrase.Quoted(sender), Phrase.Words($" and {Wording.Count(campaign.Senders.Length - 1, "other", "others")}")];
        return [Phrase.Words("Mail without an author")];
    }

    /// <summary>One sentence: how much, from whom, to whom, when; what opening does; whose name is worn; what the targeted share.</summary>
    public static ImmutableArray<Phrase> Tell(Campaign campaign)
    {
        if (campaign.Kind == CampaignKind.ImpersonationTowardsOthers && !campaign.Imitations.IsEmpty) return TellOfOthers(campaign);
        var said = ImmutableArray.CreateBuilder<Phrase>();
        said.Add(Phrase.Figure(campaign.Messages.Length));
        said.Add(Phrase.Words(campaign.Messages.Length == 1 ? " message from " : " messages from "));
        if (campaign.Senders.Length == 1)
        {
            said.Add(Phrase.Words("the account "));
            said.Add(Phrase.Quoted(campaign.Senders[0]));
        }
        else if (campaign.Senders.IsEmpty)
            said.Add(Phrase.Words("no author that can be read"));
        else
        {
            said.Add(Phrase.Figure(campaign.Senders.Length));
            said.Add(Phrase.Words(" sender accounts"));
        }
        TellReach(campaign, said);
        if (Wording.Span(campaign.FirstSeen, campaign.LastSeen) is { Length: > 0 } span)
            said.Add(Phrase.Words($" {span}"));
        TellOpening(campaign, said);
        if (!campaign.Imitations.IsEmpty)
        {
            said.Add(Phrase.Words("; "));
            said.AddRange(ImitationAccount.Tell(ImitationAccount.Pairs(campaign.Imitations), campaign.Messages.Length == 1));
        }
        if (campaign.Shared is [var shared, ..])
        {
            said.Add(Phrase.Words("; "));
            said.AddRange(Share(shared));
        }
        else if (campaign.Targets.Length > 1)
            said.Add(Phrase.Words("; nothing that the roster knows of sets the people targeted apart"));
        said.Add(Phrase.Words("."));
        return said.ToImmutable();
    }

    /// <summary>"24 of the 28 targeted share X, which 8 % of the roster share: 58 times the odds (21 to 160), q = 1e-19".</summary>
    public static ImmutableArray<Phrase> Share(SharedAttribute shared) =>
    [
        Phrase.Figure($"{Wording.Number(shared.Targeted)} of the {Wording.Number(shared.TargetedTotal)}"),
        Phrase.Words(" targeted share "),
        Phrase.Quoted(shared.Attribute),
        Phrase.Words($", which {Wording.Percent(shared.Roster / (double)shared.RosterTotal)} of the roster share: "),
        Phrase.Figure($"{Wording.Ratio(shared.OddsRatio)} times the odds"),
        Phrase.Words($" ({Wording.Ratio(shared.Low)} to {Wording.Ratio(shared.High)}), q = {Wording.Chance(shared.Q)}"),
    ];

    /// <summary>How a token stands to the recipient, for a table.</summary>
    public static string Describe(TokenEncoding encoding) => encoding switch
    {
        TokenEncoding.PlainAddress => "the recipient\u2019s address, in plain",
        TokenEncoding.Base64Address => "the recipient\u2019s address, in base64",
        TokenEncoding.HexAddress => "the recipient\u2019s address, in hexadecimal",
        TokenEncoding.Md5Address => "MD5 of the recipient\u2019s address",
        TokenEncoding.Sha1Address => "SHA-1 of the recipient\u2019s address",
        TokenEncoding.Sha256Address => "SHA-256 of the recipient\u2019s address",
        _ => "opaque: differs from recipient to recipient",
    };

    /// <summary>Mail that went to others: what we hold only tells of it, and who sent or received what we hold is beside the point.</summary>
    private static ImmutableArray<Phrase> TellOfOthers(Campaign campaign)
    {
        var said = ImmutableArray.CreateBuilder<Phrase>();
        said.Add(Phrase.Figure(campaign.Messages.Length));
        said.Add(Phrase.Words(campaign.Messages.Length == 1 ? " message" : " messages"));
        if (Wording.Span(campaign.FirstSeen, campaign.LastSeen) is { Length: > 0 } span) said.Add(Phrase.Words($" {span}"));
        said.Add(Phrase.Words(campaign.Messages.Length == 1 ? " tells of mail that went to others; " : " tell of mail that went to others; "));
        said.AddRange(ImitationAccount.Tell(ImitationAccount.Pairs(campaign.Imitations), one: true));
        said.Add(Phrase.Words("."));
        return said.ToImmutable();
    }

    private static void TellReach(Campaign campaign, ImmutableArray<Phrase>.Builder said)
    {
        var (all, known) = (Math.Max(campaign.Recipients, campaign.Targets.Length), campaign.Targets.Length);
        if (all == 0)
        {
            said.Add(Phrase.Words(" reached nobody whose address can be read"));
            return;
        }
        said.Add(Phrase.Words(" reached "));
        said.Add(Phrase.Figure(all));
        if (known == 0)
            said.Add(Phrase.Words(all == 1 ? " address that is not on the roster" : " addresses, none of them on the roster,"));
        else if (known == all)
            said.Add(Phrase.Words(all == 1 ? " person on the roster" : " people on the roster"));
        else
            said.Add(Phrase.Words($" addresses, among them those of {Wording.Count(known, "person", "people")} on the roster,"));
    }

    private static void TellOpening(Campaign campaign, ImmutableArray<Phrase>.Builder said)
    {
        var hosts = OpeningHosts(campaign);
        var tokens = campaign.Tokens.Any(t => t.ByOpening);
        if (hosts.IsEmpty)
        {
            if (campaign.PerRecipientToken)
                said.Add(Phrase.Words("; links in them carry a token made for the recipient"));
            return;
        }
        said.Add(Phrase.Words(campaign.Messages.Length == 1 ? "; opening it calls " : "; opening any of them calls "));
        said.Add(Phrase.Quoted(hosts[0]));
        if (hosts.Length > 1)
            said.Add(Phrase.Words(hosts.Length == 2 ? " or another host" : $" or one of {hosts.Length - 1} other hosts"));
        if (tokens)
            said.Add(Phrase.Words(" with a token made for the recipient"));
    }

    /// <summary>Hosts called by opening, those with a token first.</summary>
    private static ImmutableArray<string> OpeningHosts(Campaign campaign) =>
        [.. campaign.Tokens.Where(t => t.ByOpening).Select(t => t.Host).Concat(campaign.CallbackHosts).Distinct(StringComparer.Ordinal)];
}
