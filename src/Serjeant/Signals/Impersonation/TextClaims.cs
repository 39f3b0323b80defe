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
    private const int Head = 1_500, Tail = 600, MaximumHits = 12, MaximumWords = 7, TitleWindow = 80;

    private static readonly SearchValues<string> Phrases =
        SearchValues.Create([.. MaskWords.OfficeClaims, .. MaskWords.BehalfClaims, .. MaskWords.Closings], StringComparison.Ordinal);

    private static readonly SearchValues<char> Stops = SearchValues.Create(",;:!?()|\"\n\u201c\u201d");

    private static readonly HashSet<string> Office = new(MaskWords.OfficeClaims, StringComparer.Ordinal), Behalf = new(MaskWords.BehalfClaims, StringComparer.Ordinal);

    // Longest first, since "kind regards" begins where no shorter one does, but "thanks" also begins "thank you".
    private static readonly string[] ByLength = [.. Office.Concat(Behalf).Concat(MaskWords.Closings).OrderByDescending(p => p.Length)];

    public static void Find(MaskSearch search)
    {
        var (facts, house) = (search.Facts, search.House);
        // Lists, answers and circulars tell of people; they do not pose as them.
        if (search.Carrier is not null || facts.Bulk.Declared || facts.Sender.Author?.Address is not { } author || !search.IsForeign(author)) return;
        if (house.Roster.People.IsEmpty && house.Roster.Bodies.IsEmpty) return;
        var text = facts.Content.VisibleText;
        if (text.Length > Head + Tail)
        {
            Look(search, author, Folding.Fold(text[..Head]), tail: false);
            Look(search, author, Folding.Fold(text[^Tail..]), tail: true);
        }
        else
        {
            Look(search, author, Folding.Fold(text), tail: true);
        }
    }

    /// <summary>The last lines hold the person's name with the title of a mandate behind it.</summary>
    public static bool SignsWithMandate(MessageFacts facts, Person person)
    {
        var text = facts.Content.VisibleText;
        var end = Folding.Fold(text.Length > Tail ? text[^Tail..] : text);
        var family = Folding.Fold(person.Name).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1];
        var at = end.LastIndexOf(family, StringComparison.Ordinal);
        return at >= 0 && QuoteAt(end) < 0 && NameClaims.Mandate(Around(end, at + family.Length));
    }

    private static void Look(MaskSearch search, EmailAddress author, string text, bool tail)
    {
        // Below a quotation another speaks.
        var quoted = QuoteAt(text);
        if (quoted >= 0) (text, tail) = (text[..quoted], quoted > 0);
        var hits = 0;
        for (var at = 0; at < text.Length && hits++ < MaximumHits;)
        {
            var found = text.AsSpan(at).IndexOfAny(Phrases);
            if (found < 0) return;
            at += found;
            var phrase = PhraseAt(text, at);
            if (phrase.Length == 0)
            {
                at++;
                continue;
            }
            var behind = at + phrase.Length;
            at = behind;
            if (Office.Contains(phrase) || Behalf.Contains(phrase)) Claimed(search, author, phrase, text, behind);
            else if (tail && behind > text.Length - Tail) Signed(search, author, text, behind);
        }
    }

    private static void Claimed(MaskSearch search, EmailAddress author, string phrase, string text, int behind)
    {
        var window = Window(text, behind);
        if (PersonAt(search.House, window) is { } match)
        {
            var person = search.House.Roster.People[match.Subject];
            if (person.IsDelegate(author)) return;
            var strength = NameClaims.Raise(match.Strength, NameClaims.Mandate(Around(text, behind)));
            if (strength == NameStrength.Strong)
                search.Add("impersonation.office-claim", 50, person, ImitationManner.Text, search.Facts.Sender.Author?.DisplayName ?? "", author.ToString(), $"\u201c{phrase}\u201d, {match.Explanation}", $"{person.Name}, from {author.Domain}");
            return;
        }
        for (var words = window.Length; words > 0; words--)
            if (search.House.Organisations.Find(string.Join(' ', window, 0, words)) is [var body, ..])
            {
                if (search.House.Organisations.OwnerOf(author.Domain) == body.Organisation || body.Organisation.Domains.IsEmpty) return;
                search.Add("impersonation.body-claim", 35, body.Organisation, body.Kind, ImitationManner.Text, search.Facts.Sender.Author?.DisplayName ?? "", author.ToString(), $"\u201c{phrase}\u201d", $"{body.Name}, from {author.Domain}");
                return;
            }
    }

    private static void Signed(MaskSearch search, EmailAddress author, string text, int behind)
    {
        if (search.Facts.Subject.Forwards > 0) return;
        if (PersonAt(search.House, Window(text, behind)) is not { } match) return;
        var person = search.House.Roster.People[match.Subject];
        if (person.IsDelegate(author) || search.Found.Exists(m => m.Imitation.Imitated == person.Id)) return;
        if (NameClaims.Raise(match.Strength, NameClaims.Mandate(Around(text, behind))) != NameStrength.Strong) return;
        search.Add("impersonation.signed-as", 52, person, ImitationManner.Text, search.Facts.Sender.Author?.DisplayName ?? "", author.ToString(), $"signed: {match.Explanation}", $"{person.Name}, from {author.Domain}");
    }

    /// <summary>The name with which a run of words begins, the longest first; nothing else may stand in it.</summary>
    private static NameMatch? PersonAt(House house, string[] words)
    {
        for (var count = Math.Min(words.Length, MaximumWords); count > 1; count--)
            if (house.Names.Find(string.Join(' ', words, 0, count)) is { Strength: >= NameStrength.Fair } match && match.Extra.IsEmpty) return match;
        return null;
    }

    /// <summary>The words behind a phrase, up to where the thought ends.</summary>
    private static string[] Window(string text, int start)
    {
        while (start < text.Length && text[start] is ' ' or ',' or '\n' or '\u00a0' or '!' or '.' or '-') start++;
        var end = Math.Min(text.Length, start + 90);
        var rest = text[start..end];
        var stop = rest.AsSpan().IndexOfAny(Stops);
        if (stop >= 0) rest = rest[..stop];
        return rest.Split(' ', MaximumWords + 1, StringSplitOptions.RemoveEmptyEntries) is { Length: > MaximumWords } more ? more[..MaximumWords] : rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Around(string text, int start) => text[start..Math.Min(text.Length, start + TitleWindow)];

    private static string PhraseAt(string text, int at)
    {
        if (at > 0 && char.IsLetterOrDigit(text[at - 1])) return "";
        foreach (var phrase in ByLength)
            if (string.CompareOrdinal(text, at, phrase, 0, phrase.Length) == 0 && (at + phrase.Length == text.Length || !char.IsLetterOrDigit(text[at + phrase.Length]))) return phrase;
        return "";
    }

    private static int QuoteAt(string text)
    {
        var first = -1;
        foreach (var mark in (string[])["-----original", "---------- forwarded", "\nfrom:", " wrote:", "begin forwarded", "-----urspr", " schrieb:", " a ecrit :"])
        {
            var at = text.IndexOf(mark, StringComparison.Ordinal);
            if (at >= 0 && (first < 0 || at < first)) first = at;
        }
        return first;
    }
}
