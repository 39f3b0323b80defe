using System.Collections.Immutable;
using Serjeant.Campaigns;
using Serjeant.Signals.Impersonation;

namespace Serjeant.Reports;

/// <summary>Tells in plain words whose name is worn and how. The words are the same in every format.</summary>
public static class ImitationAccount
{
    /// <summary>"Jane Hartwell, imitated by a look-alike domain": over the two sides.</summary>
    public static ImmutableArray<Phrase> Headline(Imitation imitation) =>
        [Phrase.Quoted(OwnerOf(imitation)), Phrase.Words($", imitated {Manner(imitation.Manner)}")];

    /// <summary>
    /// Each pair of sides once; one of each owner before a second of any, else in the order given. A body whose domain a person's false address
    /// imitates is left out: the person's pair shows the same.
    /// </summary>
    public static ImmutableArray<Imitation> Pairs(IEnumerable<Imitation> imitations)
    {
        var all = imitations.DistinctBy(i => (i.Kind, i.Imitated, i.TrueAddress, i.FalseName, i.FalseAddress)).ToArray();
        var told = all.Where(i => !all.Any(p => p.Kind == ImitatedKind.Person && i.Kind == ImitatedKind.Body && (p.FalseAddress == i.FalseAddress || p.FalseAddress.EndsWith("@" + i.FalseAddress, StringComparison.OrdinalIgnoreCase))
            && p.TrueAddress.EndsWith("@" + i.TrueAddress, StringComparison.OrdinalIgnoreCase))).ToArray();
        var first = told.DistinctBy(i => i.Imitated).ToArray();
        return [.. first, .. told.Except(first)];
    }

    /// <summary>"wears the name of Jane Hartwell: j.h@zmail.example in place of j.h@parliament.example"; nothing where nobody's name is worn.</summary>
    /// <param name="one">One message does it, not several.</param>
    public static ImmutableArray<Phrase> Tell(ImmutableArray<Imitation> imitations, bool one)
    {
        if (imitations.IsEmpty) return [];
        var owners = imitations.Select(OwnerOf).Distinct(StringComparer.Ordinal).ToArray();
        var said = ImmutableArray.CreateBuilder<Phrase>();
        said.Add(Phrase.Words(one ? "it wears the name of " : "they wear the name of "));
        said.Add(Phrase.Quoted(owners[0]));
        said.Add(Phrase.Words(": "));
        TellSides(imitations[0], said);
        if (owners.Length > 1) said.Add(Phrase.Words($"; and {Wording.Count(owners.Length - 1, "other name", "other names")}"));
        return said.ToImmutable();
    }

    /// <summary>How it came into our hands; empty for mail that was simply sent to us.</summary>
    public static string Tell(MessageChannel channel) => channel switch
    {
        MessageChannel.Reported => "reported to us by a third party",
        MessageChannel.Returned => "returned by a mail server",
        _ => "",
    };

    private static void TellSides(Imitation imitation, ImmutableArray<Phrase>.Builder said)
    {
        if (imitation.Manner == ImitationManner.Text)
        {
            said.Add(Phrase.Words("the text claims to write on their behalf, from "));
            said.Add(Phrase.Quoted(imitation.FalseAddress));
            return;
        }
        if (imitation.Manner == ImitationManner.Spoof || string.Equals(imitation.FalseAddress, imitation.TrueAddress, StringComparison.OrdinalIgnoreCase))
        {
            said.Add(Phrase.Words("from the true address, "));
            said.Add(Phrase.Quoted(imitation.TrueAddress));
            said.Add(Phrase.Words(", which nothing bears out"));
            return;
        }
        said.Add(Phrase.Words(imitation.Manner == ImitationManner.ReplyTo ? "answers go to " : "from "));
        said.Add(Phrase.Quoted(imitation.FalseAddress));
        if (imitation.TrueAddress.Length == 0) return;
        said.Add(Phrase.Words(" in place of "));
        said.Add(Phrase.Quoted(imitation.TrueAddress));
    }

    private static string OwnerOf(Imitation imitation) => imitation.TrueName.Length > 0 ? imitation.TrueName : imitation.Imitated;

    private static string Manner(ImitationManner manner) => manner switch
    {
        ImitationManner.DisplayName => "by the name that is shown",
        ImitationManner.LocalPart => "by the part before the @",
        ImitationManner.Freemail => "by a mailbox at a mail provider",
        ImitationManner.Domain => "by a look-alike domain",
        ImitationManner.ReplyTo => "where answers go",
        ImitationManner.Spoof => "by the true address itself, which nothing bears out",
        _ => "in the text, which claims to write on their behalf",
    };
}
