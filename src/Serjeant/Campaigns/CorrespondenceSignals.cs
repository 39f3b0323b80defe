using System.Globalization;
using Serjeant.Facts;
using Serjeant.Signals;
using Serjeant.Signals.Impersonation;
using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>
/// Who poses as somebody with whom this house really writes. It goes on after the first answer: who was taken in has written back, and the
/// mask is a mask all the same.
/// </summary>
/// <param name="house">Whom we protect, and what is common knowledge.</param>
/// <param name="correspondents">All kept mail, added.</param>
/// <param name="find">Gives the message by which a correspondent is known, to show the true side.</param>
internal sealed class CorrespondenceSignals(House house, Correspondents correspondents, Func<Sha256, KeptMessage?> find)
{
    private const string LookAlikeCode = "impersonation.known-correspondent", ElsewhereCode = "impersonation.correspondent-elsewhere", ChangedCode = "relation.changed-address";

    /// <summary>The true one must have been there before the false one by so much.</summary>
    private const int OlderByDays = 7;

    /// <summary>Whose own exchange lasted so long and went both ways is no mask: people do move, firms do rename themselves.</summary>
    private const int SettledDays = 180, SettledMails = 6, SuddenDays = 30;

    public (Signal Signal, Imitation Imitation)? Find(KeptMessage message)
    {
        if (message.Outbound || message.Bulk || message.DiscussionList || message.Kind is not (MessageKind.Ordinary or MessageKind.Calendar)
            || message.Date is not { } date || !EmailAddress.TryParse(message.From, out var from)) return null;
        var itself = correspondents.Find(message.From);
        if (itself is { Sent: > 0, Exchanged: >= SettledMails } && itself.LastTicks - itself.FirstTicks >= TimeSpan.TicksPerDay * SettledDays) return null;
        if (ByDomain(message, from, ImitationManner.Domain) is { } domain) return domain;
        foreach (var reply in message.ReplyTo)
            if (EmailAddress.TryParse(reply, out var address) && address.Domain != from.Domain && ByDomain(message, address, ImitationManner.ReplyTo) is { } elsewhere) return elsewhere;
        return ByName(message, from, date);
    }

    private (Signal, Imitation)? ByDomain(KeptMessage message, EmailAddress shown, ImitationManner manner)
    {
        if (correspondents.FindLookAlike(shown.Domain) is not { } lookAlike || !DomainName.TryParse(lookAlike.Target.Name, out var domain)) return null;
        if (correspondents.Find(domain) is not { } firm || !IsOlder(firm, message)) return null;
        // The very mailbox, else anybody there.
        var key = new EmailAddress(shown.Local, domain).Key;
        var mailbox = correspondents.Find(key);
        var known = mailbox ?? firm;
        var together = mailbox is not null && correspondents.WriteTogether(message.Recipients, correspondents.Address(key));
        var truth = mailbox is not null ? key : domain.Name;
        var explanation = Text($"{truth}, {(together ? "with whom this very mailbox has written" : "known here")} since {known.First:yyyy-MM-dd}; here {shown.Key}: {lookAlike.Explanation}");
        return (new(LookAlikeCode, Cut(explanation)), new(ImitatedKind.Correspondent, domain.Name, manner, Witness(known, truth).Name, truth, message.FromName, shown.Key, Cut(explanation)));
    }

    private (Signal, Imitation)? ByName(KeptMessage message, EmailAddress from, DateTimeOffset date)
    {
        if (correspondents.FindByName(message.FromName, from.Key) is not { } known) return null;
        if (!IsOlder(known, message) || known.FirstTicks > date.UtcTicks - TimeSpan.TicksPerDay * OlderByDays) return null;
        var (name, address) = Witness(known, "");
        if (!EmailAddress.TryParse(address, out var truth) || truth.Domain.Registrable == from.Domain.Registrable) return null;
        var explanation = Text($"{known.Exchanged} mails with {truth.Key} since {known.First:yyyy-MM-dd}, now from {from.Key}");
        // A private mailbox that appeared within days, towards somebody who really wrote with the person: the rest is only worth a remark.
        var sudden = known.Sent > 0 && house.WarningLists.IsFreemail(from.Domain) && correspondents.WriteTogether(message.Recipients, correspondents.Address(truth.Key))
            && (correspondents.Find(from.Key)?.FirstTicks ?? date.UtcTicks) > date.UtcTicks - TimeSpan.TicksPerDay * SuddenDays;
        return (new(sudden ? ElsewhereCode : ChangedCode, Cut(explanation)), new(ImitatedKind.Correspondent, truth.Key, ImitationManner.DisplayName, name, truth.Key, message.FromName, from.Key, Cut(explanation)));
    }

    /// <summary>The false side is the younger: by its own first mail here where that is known, else by this message.</summary>
    private bool IsOlder(Correspondence known, KeptMessage message)
    {
        var first = Math.Min(correspondents.Find(message.From)?.FirstTicks ?? long.MaxValue, message.Date!.Value.UtcTicks);
        return known.FirstTicks <= first - TimeSpan.TicksPerDay * OlderByDays;
    }

    private (string Name, string Address) Witness(Correspondence known, string address)
    {
        if (find(known.Witness) is not { } message) return ("", address);
        return message.Outbound ? ("", address) : (message.FromName, message.From);
    }

    private static string Cut(string text) => text.Length <= 300 ? text : text[..299] + "\u2026";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
