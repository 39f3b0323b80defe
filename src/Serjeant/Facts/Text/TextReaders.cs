using System.Collections.Immutable;
using System.Text;
using Serjeant.Facts.Attachments;
using Serjeant.Facts.Body;
using Serjeant.Facts.Html;
using Serjeant.Facts.Unwrapping;

namespace Serjeant.Facts.Text;

/// <summary>Turns the text parts of a message into content facts. One for the whole process; the working memory is per thread.</summary>
internal sealed class TextReaders
{
    [ThreadStatic]
    private static Words? _words;

    [ThreadStatic]
    private static Words? _otherWords;

    [ThreadStatic]
    private static HashSet<ulong>? _known;

    [ThreadStatic]
    private static HashSet<ulong>? _names;

    private readonly LanguageGuesser _languages = new();
    private readonly PhraseFinder _phrases = new();
    private readonly LinkUnwrapper _unwrapper = new();
    private readonly AttachmentReader _attachments;

    public TextReaders() => _attachments = new(_unwrapper);

    public BodyFacts Read(BodyReader.Walk walk, RecipientFacts recipients, FactsLimits limits, Action<OddityKind, string> odd)
    {
        var html = new HtmlFacts();
        var reader = new HtmlReader(limits, _unwrapper);
        var characters = 0;
        foreach (var part in walk.Html)
        {
            characters += part.Length;
            using (part) reader.Read(part.Span, html);
        }
        var links = new LinkCollector(limits, _unwrapper, html.Links);
        if (walk.Html.Count == 0)
            foreach (var part in walk.Plain) PlainTextLinks.Find(part, links);
        foreach (var url in walk.External) links.Add(url, LinkPlace.ExternalBody, LinkFire.Clicking, true);
        if (links.BoundReached || html.TooManyLinks) odd(OddityKind.TooManyLinks, "");
        var visible = walk.Html.Count > 0 ? html.Visible.ToString() : Join(walk.Plain);
        var words = _words ??= new();
        words.Read(visible);
        var names = _names ??= [];
        RecipientNames.Read(recipients, _otherWords ??= new(), names);
        var attachments = Attachments(walk, limits, html.Links);
        if (walk.Calendars.Count > 0) Calendars(walk, limits, html.Links);
        return new(
            new()
            {
                VisibleText = visible,
                HiddenText = html.Hidden.Length == 0 ? "" : html.Hidden.ToString(),
                Language = _languages.Guess(words),
                Themes = _phrases.Find(words.Hashes, inSubject: false),
                AlternativeShare = walk.Html.Count > 0 && walk.Plain.Count > 0 ? AlternativeShare(walk.Plain[0], words) : null,
                Template = TemplateMaker.Make(words.Hashes, names),
                HtmlSkeleton = html.Skeleton,
                HtmlCharacters = characters,
                HtmlTags = html.Tags,
                HasHtml = walk.Html.Count > 0,
                HasPlainText = walk.Plain.Count > 0,
                HasScript = html.HasScript,
                Smuggles = html.Smuggles,
                HasActiveAttributes = html.HasActiveAttributes,
                Forms = html.Forms.ToImmutable(),
                InvisibleCharacters = words.InvisibleCharacters,
                MixedScriptWords = words.MixedScriptWords,
                ShownImages = html.ShownImages,
            },
            html.Links,
            attachments);
    }

    /// <summary>Words of the plain part that are compared: enough to tell, and cheap.</summary>
    private const int AlternativeWords = 150, AlternativeLetters = 3_000;

    private static double? AlternativeShare(string plain, Words shown)
    {
        var other = _otherWords ??= new();
        other.Read(plain.AsSpan(0, Math.Min(plain.Length, AlternativeLetters)));
        var words = other.Hashes[..Math.Min(AlternativeWords, other.Count)];
        if (words.Length < 20) return null;
        var known = _known ??= [];
        known.Clear();
        foreach (var word in shown.Hashes) known.Add(word);
        var both = 0;
        foreach (var word in words)
            if (known.Contains(word)) both++;
        return both / (double)words.Length;
    }

    private ImmutableArray<Attachment> Attachments(BodyReader.Walk walk, FactsLimits limits, List<Link> links)
    {
        if (walk.Attachments.Count == 0) return [];
        var budget = new AttachmentBudget(limits);
        var read = ImmutableArray.CreateBuilder<Attachment>(walk.Attachments.Count);
        foreach (var part in walk.Attachments) read.Add(_attachments.Read(part, limits, budget, links));
        return read.MoveToImmutable();
    }

    /// <summary>An invitation is shown with its place and description, and what stands there can be clicked.</summary>
    private void Calendars(BodyReader.Walk walk, FactsLimits limits, List<Link> links)
    {
        var findings = new AttachmentFindings(limits, new AttachmentBudget(limits), links, _unwrapper);
        foreach (var part in walk.Calendars)
        {
            using var content = PartContent.Decode(part);
            CalendarInspector.Inspect(content.Memory.Span, findings);
        }
    }

    public ImmutableArray<ThemeHit> Themes(string subject)
    {
        var words = _words ??= new();
        words.Read(subject);
        return _phrases.Find(words.Hashes, inSubject: true);
    }

    private static string Join(List<string> parts)
    {
        if (parts.Count == 1) return parts[0];
        var text = new StringBuilder();
        foreach (var part in parts) text.Append(part).Append('\n');
        return text.ToString();
    }
}
