using System.Globalization;
using System.Text;
using Serjeant.Facts;
using Serjeant.Registers;
using Serjeant.Registers.Names;
using Serjeant.Values;

namespace Serjeant.Signals.Impersonation;

/// <summary>People of the roster by the sender's name and by the mailbox's, in From, Sender and Reply-To.</summary>
internal static class PersonImitations
{
    private const int MaximumMailboxes = 5, MaximumShown = 500;

    /// <summary>In a million people.</summary>
    private const double RareInitials = 100;

    public static void Find(MaskSearch search)
    {
        if (search.House.Roster.People.IsEmpty) return;
        var sender = search.Facts.Sender;
        foreach (var mailbox in sender.From.Take(MaximumMailboxes)) Search(search, mailbox, reply: false);
        if (sender.Sender is { Address: { } passedOn } other && sender.Author?.Address?.Key != passedOn.Key) Search(search, other, reply: false);
        foreach (var mailbox in sender.ReplyTo.Take(MaximumMailboxes))
            if (mailbox.Address is { } reply && !sender.From.Any(f => f.Address?.Key == reply.Key)) Search(search, mailbox, reply: true);
    }

    private static void Search(MaskSearch search, Mailbox mailbox, bool reply)
    {
        if (mailbox.Address is not { } address || !search.IsForeign(address)) return;
        var named = ShownName.In(search.House, mailbox.DisplayName);
        if (named is { } shown) ByName(search, mailbox, address, shown, reply);
        ByMailbox(search, mailbox, address, named?.Match, reply);
    }

    private static void ByName(MaskSearch search, Mailbox mailbox, EmailAddress address, NamedPerson named, bool reply)
    {
        var match = named.Match;
        var person = search.House.Roster.People[match.Subject];
        if (person.IsDelegate(address)) return;
        var claims = named.Claims || match.Office.Length > 0 || NameClaims.Mandate(mailbox.DisplayName);
        var evidence = $"\u201c{mailbox.DisplayName}\u201d from {address.Domain}";
        claims = claims && !IsKnownFirm(search.House, address.Domain) || MailboxMarks.Of(address.Local) is { Office: true } marks && (marks.Mandate || search.House.WarningLists.IsFreemail(address.Domain))
            || TextClaims.SignsWithMandate(search.Facts, person)
            || HostImitations.WearsBody(search.House, address.Domain, mailbox.DisplayName);
        if (!reply && AnswersReach(search, person))
        {
            search.Add("impersonation.name-through-service", 10, person, ImitationManner.DisplayName, mailbox.DisplayName, address.ToString(), match.Explanation, evidence + ", answers go to the person");
        }
        else if (NameClaims.Raise(match.Strength, claims || match.Strength == NameStrength.Fair && IsDisguised(mailbox.DisplayName, match)) == NameStrength.Strong)
        {
            if (reply) search.Add("impersonation.reply-to", 72, person, ImitationManner.ReplyTo, mailbox.DisplayName, address.ToString(), match.Explanation, $"{person.Name}, Reply-To {address.Domain}");
            else search.Add("impersonation.person", 90, person, ImitationManner.DisplayName, mailbox.DisplayName, address.ToString(), match.Explanation, evidence);
        }
        else if ((match.Strength == NameStrength.Fair ? NameClaims.IsClose(match) : match is { Missing.IsEmpty: true, Bearers: < RareInitials } && NameClaims.BeginsWithInitial(mailbox.DisplayName)) && (NameClaims.IsBorrowedBox(search.House, address, person) || !reply && NameClaims.IsUnknownNotice(search, mailbox, address)))
        {
            search.Add(reply ? "impersonation.reply-to" : "impersonation.person-borrowed-mailbox", 65, person, reply ? ImitationManner.ReplyTo : ImitationManner.DisplayName, mailbox.DisplayName, address.ToString(),
                match.Explanation + "; the mailbox holds nothing of the name", evidence);
        }
        else if (!reply && match.Strength == NameStrength.Fair && !CarriesName(search, person, address))
        {
            search.Add("impersonation.person-namesake", 30, person, ImitationManner.DisplayName, mailbox.DisplayName, address.ToString(), match.Explanation, evidence);
        }
    }

    private static void ByMailbox(MaskSearch search, Mailbox mailbox, EmailAddress address, NameMatch? named, bool reply)
    {
        var house = search.House;
        var marks = MailboxMarks.Of(address.Local);
        var match = marks.Core.Length == 0 ? null : house.Names.FindInLocalPart(marks.Core);
        if (match is null && ScottishCase.Of(marks.Core) is { } cased) match = house.Names.FindInLocalPart(cased);
        if (match is null && MailboxMarks.OfGlued(marks.Core) is { } glued) (match, marks) = (house.Names.FindInLocalPart(glued.Core), glued);
        var real = house.Mailboxes.Find(marks.Core);
        var subject = match?.Subject ?? real?.Person ?? -1;
        if (subject < 0) return;
        var person = house.Roster.People[subject];
        if (person.IsDelegate(address)) return;
        if (real?.Person != subject) real = null;
        // A mailbox name of initials is his whose name stands beside it.
        var another = named?.Subject != subject && NameClaims.IsFullName(mailbox.DisplayName);
        var strength = match?.Strength ?? NameStrength.Weak;
        if (strength == NameStrength.Weak && another) return;
        var raised = NameClaims.Raise(strength, marks.Office || !another && HostImitations.WearsBody(house, address.Domain, mailbox.DisplayName));
        // People set their names; who shows none lets the mailbox speak. j.hartwell7 says little of a Smith, but of a rare name whose it is.
        var silent = mailbox.DisplayName.Length == 0 && (house.WarningLists.IsFreemail(address.Domain) || real is not null);
        if (silent && (strength == NameStrength.Fair || match is { Missing.IsEmpty: true, Bearers: < RareInitials })) raised = NameStrength.Strong;
        // The very name of the real mailbox, where the person's own name is no common one.
        if (real is not null && !another && house.Names.Find(person.Name)?.Strength == NameStrength.Strong) raised = NameStrength.Strong;
        // j.sullivan9 is many people's; with nobody's name shown, and signed with the whole name, it is meant to be read as his.
        if (raised != NameStrength.Strong && mailbox.DisplayName.Length == 0 && (house.WarningLists.IsFreemail(address.Domain) || real is not null) && TextClaims.IsSignedBy(search, person)) raised = NameStrength.Strong;
        if (marks.Mandate && raised == NameStrength.Fair) raised = NameStrength.Strong;
        if (real is { Disguised: true } && !another) raised = NameStrength.Strong;
        if (raised != NameStrength.Strong) return;
        var explanation = real is { } known ? $"{address.Local} for {known.Address.Local}" : match?.Explanation ?? "";
        var freemail = house.WarningLists.IsFreemail(address.Domain);
        var (code, sureness, manner) = reply ? ("impersonation.reply-to", 71, ImitationManner.ReplyTo)
            : freemail ? ("impersonation.person-freemail", 82, ImitationManner.Freemail)
            : ("impersonation.person-in-address", 70, ImitationManner.LocalPart);
        search.Add(code, sureness, person, manner, mailbox.DisplayName, address.ToString(), explanation, reply ? $"Reply-To {address}" : $"{address}, as if {person.Name}\u2019s", real?.Address);
    }

    /// <summary>
    /// The name is written so that the eye reads it and a search does not: letters of two scripts in one word, drawn letters, something invisible between
    /// letters, text turned round, digits for letters. Namesakes do not write so.
    /// </summary>
    private static bool IsDisguised(string shown, NameMatch match)
    {
        if (shown.Length > MaximumShown) return false;
        if (shown.Contains('\u202e', StringComparison.Ordinal)) return true;
        // Of a word: what it holds; an invisible character counts between two letters only, for mailers leave them before and behind names.
        var (latin, other, drawn, digit, hidden, pending) = (false, false, false, false, false, false);
        var start = -1;
        var at = 0;
        foreach (var rune in shown.EnumerateRunes())
        {
            var isDrawn = IsDrawn(rune.Value);
            if (isDrawn || Rune.IsLetterOrDigit(rune))
            {
                if (start < 0) start = at;
                hidden |= pending && IsLatin(rune.Value);
                drawn |= isDrawn;
                digit |= Rune.IsDigit(rune);
                latin |= IsLatin(rune.Value);
                other |= rune.Value is (>= 0x370 and <= 0x58f) or (>= 0x13a0 and <= 0x13ff) or (>= 0x1f00 and <= 0x1fff) or (>= 0x2c80 and <= 0x2cff) or (>= 0xa4d0 and <= 0xa4ff) or (>= 0xa640 and <= 0xa69f);
                pending = false;
            }
            else if (IgnorableCharacters.Contains(rune.Value)) pending = latin;
            else if (start >= 0 && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
            {
                if (Ends(at)) return true;
                (latin, other, drawn, digit, hidden, pending, start) = (false, false, false, false, false, false, -1);
            }
            at += rune.Utf16SequenceLength;
        }
        return start >= 0 && Ends(shown.Length);

        bool Ends(int end)
        {
            if (!drawn && !hidden && !(latin && (other || digit))) return false;
            var word = Lettering.Plain(shown.AsSpan(start, end - start));
            if (drawn || hidden || other) return match.Agreed.Any(a => a.Contains(word, StringComparison.Ordinal) || a.StartsWith("read as ", StringComparison.Ordinal));
            return match.Agreed.Any(a => a.StartsWith(word + " looks like ", StringComparison.Ordinal));
        }
    }

    private static bool IsLatin(int point) => point < 0x250 && Rune.IsLetter(new(point));

    // Mathematical letters, small capitals, letters in circles and boxes.
    private static bool IsDrawn(int point) => point is (>= 0x1d400 and <= 0x1d7cb) or (>= 0x1d00 and <= 0x1d22) or (>= 0x24b6 and <= 0x24e9) or (>= 0x1f130 and <= 0x1f189);

    // How services that nobody listed share a user's documents: whoever wears a name wants the answers himself.
    private static bool AnswersReach(MaskSearch search, Person person)
    {
        var sender = search.Facts.Sender;
        return search.Facts.Authentication.Aligned && !sender.ReplyTo.IsEmpty && sender.Author?.Address is { } author && Carriers.HasNoticeMark(author)
            && sender.ReplyTo.All(r => r.Address is { } answer && (search.House.Roster.Find(answer)?.Id == person.Id || person.IsDelegate(answer)));
    }

    // The firm of a namesake, or his own domain: borne out, it explains the name as well as any.
    private static bool CarriesName(MaskSearch search, Person person, EmailAddress address)
    {
        if (!search.BorneOut || search.House.WarningLists.IsFreemail(address.Domain)) return false;
        var label = address.Domain.Registrable.Name;
        foreach (var word in Folding.Fold(person.Name).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (word.Length >= 4 && label.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsKnownFirm(House house, DomainName domain) => house.WarningLists.IsPopular(domain) && !house.WarningLists.IsFreemail(domain) && !house.WarningLists.IsSharedHosting(domain);
}
