using Serjeant.Campaigns;
using Serjeant.Signals.Impersonation;

namespace Serjeant.Cli.Reports;

/// <summary>How masks and campaigns of impersonation are named for people.</summary>
internal static class PersonaWords
{
    public const string Unproven =
        "its From is truly theirs, and nothing shows that they did not send it: no mail of our own from that address is known here (scan the Sent folders too), or this is among it, or its Message-ID is like theirs.";

    public static string Manner(ImitationManner manner) => manner switch
    {
        ImitationManner.DisplayName => "name shown",
        ImitationManner.LocalPart => "mailbox name",
        ImitationManner.Freemail => "mailbox at a mail provider",
        ImitationManner.Domain => "look-alike domain",
        ImitationManner.ReplyTo => "where answers go",
        ImitationManner.Spoof => "their own address, forged",
        _ => "text or signature",
    };

    public static string Kind(CampaignKind kind) => kind switch
    {
        CampaignKind.ImpersonationTowardsOthers => "impersonation of our person towards others",
        CampaignKind.ImpersonationTowardsUs => "impersonation of our person towards us",
        _ => "of no particular kind",
    };
}
