using System.Buffers;
using Serjeant.Facts;
using Serjeant.Registers;
using Serjeant.Registers.Names;
using Serjeant.Values;

namespace Serjeant.Signals.Impersonation;

/// <summary>
/// What the text claims: that its writer works or writes for one of ours ("I am the private secretary to ..."), or is one of ours by the name it is signed with. Looked for at
/// the beginning and at the end, where people say who they are.
/// </summary>
internal static class TextClaims
{
    private const int Head = 1_500, Tail = 600, MaximumHits = 12, TitleWindow = 80;

    private static readonly HashSet<string> Before = new([.. MaskWords.OfficeClaims, .. MaskWords.BehalfClaims], StringComparer.Ordinal);
    private static readonly HashSet<string> IsOffice = new(MaskWords.OfficeClaims, StringComparer.Ordinal);
    private static readonly HashSet<string> After = new(MaskWords.AfterClaims, StringComparer.Ordinal);

    // Longest first: "thanks" also begins "thanks in advance".
    private static readonly string[] ByLength = [.. Before.Concat(After).Concat(MaskWords.Closings).OrderByDescending(p => p.Length)];

    private static readonly SearchValues<string> Phrases = SearchValues.Create(ByLength, StringComparison.Ordinal);

    public static void Find(MaskSearch search)
    {
        var (facts, house) = (search.Facts, search.House);
        // Lists, answers and circulars tell of people; they do not pose as them.
        if (search.Carrier is not null || facts.Bulk.Declared || facts.Bulk.IsReaction || facts.Sender.Author?.Address is not { } author || !search.IsForeign(author)) return;
        if (house.Roster.People.IsEmpty && house.Roster.Bodies.IsEmpty) return;
        var text = facts.Content.VisibleText;
        if (text.Length > Head + Tail)
        {
            Look(search, author, Folding.Fold(text[..Head]), 0);
            Look(search, author, Folding.Fold(text[^Tail..]), -1);
        }
        else
        {
            Look(search, author, Folding.Fold(text), -1);
        }
    }

    /// <summary>The last lines hold the person's name with the title of a mandate behind it.</summary>
    public static bool SignsWithMandate(MessageFacts facts, Person person)
    {
        var text = facts.Content.VisibleText;
        var end = Folding.Fold(text.Length > Tail ? text[^Tail..] : text);
        var family = Folding.Fold(person.Name).Split(' ', StringSplitOptions.RemoveEmptyEntries) is [.., var last] ? last : person.Name;
        var at = end.LastIndexOf(family, StringComparison.Ordinal);
        return at >= 0 && Quotation.At(end) < 0 && NameClaims.Mandate(Around(end, at + family.Length));
    }

    /// <summary>The last lines end with the person's name, or have it below a closing.</summary>
    public static bool IsSignedBy(MaskSearch search, Person person)
    {
        var text = search.Facts.Content.VisibleText;
        var end = Folding.Fold(text.Length > Tail ? text[^Tail..] : text);
        if (search.Facts.Subject.Forwards > 0 || Quotation.At(end) >= 0) return false;
        if (IsOf(NameWindow.Before(end, end.Length).Last(search.House))) return true;
        var hits = 0;
        for (var at = 0; at < end.Length && hits++ < MaximumHits; at++)
        {
            var found = end.AsSpan(at).IndexOfAny(Phrases);
            if (found < 0) break;
            at += found;
            var phrase = PhraseAt(end, at);
            if (phrase.Length > 0 && !Before.Contains(phrase) && !After.Contains(phrase) && IsOf(NameWindow.Behind(end, at + phrase.Length).First(search.House))) return true;
        }
        return false;
        bool IsOf(NamedPerson? named) => named is { Match: var match } && search.House.Roster.People[match.Subject].Id == person.Id;
    }

    /// <param name="end">Negative where the text's end is the message's.</param>
    private static void Look(MaskSearch search, EmailAddress author, string text, int end)
    {
        // Below a quotation another speaks.
        var quoted = Quotation.At(text);
        if (quoted >= 0) text = text[..quoted];
        var hits = 0;
        for (var at = 0; at < text.Length && hits++ < MaximumHits;)
        {
            var found = text.AsSpan(at).IndexOfAny(Phrases);
            if (found < 0) break;
            at += found;
            var phrase = PhraseAt(text, at);
            if (phrase.Length == 0)
            {
                at++;
                continue;
            }
            var (before, behind) = (at, at + phrase.Length);
            at = behind;
            if (Before.Contains(phrase)) Claimed(search, author, phrase, NameWindow.Behind(text, behind), Around(text, behind));
            else if (After.Contains(phrase)) ClaimedBefore(search, author, phrase, NameWindow.Before(text, before));
            else if (end < 0 && behind > text.Length - Tail) Signed(search, author, NameWindow.Behind(text, behind).First(search.House), Around(text, behind));
        }
        if (end < 0 && !IsNote(text)) Signed(search, author, NameWindow.Before(text, text.Length).Last(search.House), "");
    }

    /// <summary>The last line names a reader or adds a thought: "cc: ...", "PS ...".</summary>
    private static bool IsNote(string text)
    {
        text = text.TrimEnd();
        var line = text.AsSpan(text.LastIndexOf('\n') + 1).TrimStart();
        return line.StartsWith("cc", StringComparison.Ordinal) || line.StartsWith("bcc", StringComparison.Ordinal) || line.StartsWith("ps", StringComparison.Ordinal)
            || line.StartsWith("p.s", StringComparison.Ordinal) || line.StartsWith("copy", StringComparison.Ordinal) || line.StartsWith("\u201c") || line.StartsWith("\"");
    }

    private static void Claimed(MaskSearch search, EmailAddress author, string phrase, NameWindow window, string around)
    {
        if (window.First(search.House) is { } named)
        {
            Claim(search, author, phrase, named.Match, named.Claims || IsOffice.Contains(phrase) || NameClaims.Mandate(around));
        }
        else if (window.Organisation(search.House) is { Organisation.Domains.IsEmpty: false } body && search.House.Organisations.OwnerOf(author.Domain) != body.Organisation)
        {
            search.Add("impersonation.body-claim", 35, body.Organisation, body.Kind, ImitationManner.Text, search.Facts.Sender.Author?.DisplayName ?? "", author.ToString(), $"\u201c{phrase}\u201d", $"{body.Name}, from {author.Domain}");
        }
    }

    private static void ClaimedBefore(MaskSearch search, EmailAddress author, string phrase, NameWindow window)
    {
        // "Member so-and-so's office writes": the title stands between the name and the phrase, or in it.
        if (window.Last(search.House) is { } named) Claim(search, author, phrase, named.Match, named.Claims || NameClaims.Mandate(string.Join(' ', window.Words)) || phrase[0] is '\u8b70' or '\uc758');
    }

    private static void Claim(MaskSearch search, EmailAddress author, string phrase, NameMatch match, bool mandate)
    {
        var person = search.House.Roster.People[match.Subject];
        if (person.IsDelegate(author) || NameClaims.Raise(match.Strength, mandate || match.Office.Length > 0 || ClaimsByName(search)) != NameStrength.Strong) return;
        // A party's or a charity's own domain stands behind those who write from it; a private mailbox stands for nobody.
        var (code, sureness) = IsNobodys(search, author) ? ("impersonation.office-claim", 50) : ("impersonation.body-claim", 35);
        search.Add(code, sureness, person, ImitationManner.Text, search.Facts.Sender.Author?.DisplayName ?? "", author.ToString(), $"\u201c{phrase}\u201d, {match.Explanation}", $"{person.Name}, from {author.Domain}");
    }

    private static void Signed(MaskSearch search, EmailAddress author, NamedPerson? named, string around)
    {
        if (named is not { Match: var match } || search.Facts.Subject.Forwards > 0) return;
        var person = search.House.Roster.People[match.Subject];
        if (NameClaims.IsAnothersName(search.Facts.Sender.Author?.DisplayName ?? "", person)) return;
        if (person.IsDelegate(author) || search.Found.Exists(m => m.Imitation.Imitated == person.Id && m.Sureness >= Mask.Claim)) return;
        var claims = named.Value.Claims || match.Office.Length > 0 || NameClaims.Mandate(around) || ClaimsByName(search) || NameClaims.IsBorrowedBox(search.House, author, person) && !NameClaims.IsFullName(search.Facts.Sender.Author?.DisplayName ?? "");
        if (NameClaims.Raise(match.Strength, claims) != NameStrength.Strong) return;
        search.Add("impersonation.signed-as", 52, person, ImitationManner.Text, search.Facts.Sender.Author?.DisplayName ?? "", author.ToString(), $"signed: {match.Explanation}", $"{person.Name}, from {author.Domain}");
    }

    // "Member of Parliament (private)": who names himself only by his mandate claims it for the name below.
    private static bool ClaimsByName(MaskSearch search) => NameClaims.Mandate(search.Facts.Sender.Author?.DisplayName ?? "");

    private static bool IsNobodys(MaskSearch search, EmailAddress author) =>
        !search.BorneOut || search.House.WarningLists.IsFreemail(author.Domain) || search.House.WarningLists.IsSharedHosting(author.Domain);

    private static string Around(string text, int start) => text[start..Math.Min(text.Length, start + TitleWindow)];

    private static string PhraseAt(string text, int at)
    {
        // Han, kana and hangul put no space between words.
        if (at > 0 && char.IsLetterOrDigit(text[at - 1]) && text[at] < '\u2e80') return "";
        foreach (var phrase in ByLength)
            if (string.CompareOrdinal(text, at, phrase, 0, phrase.Length) == 0
                && (at + phrase.Length == text.Length || phrase[^1] >= '\u2e80' || !char.IsLetterOrDigit(text[at + phrase.Length]))) return phrase;
        return "";
    }
}
