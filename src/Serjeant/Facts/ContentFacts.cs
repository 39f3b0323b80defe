using System.Collections.Immutable;

namespace Serjeant.Facts;

/// <summary>What a reader sees, what is kept from his eyes, and what the text is made from.</summary>
public sealed record ContentFacts
{
    public static ContentFacts None { get; } = new();

    /// <summary>Text that a reader sees, white space folded, from HTML where there is some, else from plain text; bounded.</summary>
    public string VisibleText { get; init; } = "";

    /// <summary>Text in the HTML that no reader sees: display:none, zero size, white on white, far off the page. Preheaders are of this kind too.</summary>
    public string HiddenText { get; init; } = "";

    /// <summary>ISO 639-1 by stop words and script; empty where the text is too short or mixed.</summary>
    public string Language { get; init; } = "";

    /// <summary>Phrases of known themes (data/phrases) in the subject and the visible text.</summary>
    public ImmutableArray<ThemeHit> Themes { get; init; } = [];

    /// <summary>
    /// Of the words of the plain-text part, the share that also stands in the HTML shown, from 0 to 1; null where one of the two is missing or too
    /// short to tell. Newsletters and mail programs write the same text twice.
    /// </summary>
    public double? AlternativeShare { get; init; }

    /// <summary>Template of the visible text.</summary>
    public TextTemplate Template { get; init; } = TextTemplate.None;

    /// <summary>A hash of the HTML's tags and classes in order, without text, numbers and URLs; 0 where there is no HTML.</summary>
    public ulong HtmlSkeleton { get; init; }

    /// <summary>Characters of HTML source.</summary>
    public int HtmlCharacters { get; init; }

    /// <summary>Tags in the HTML.</summary>
    public int HtmlTags { get; init; }

    public bool HasHtml { get; init; }

    public bool HasPlainText { get; init; }

    public bool HasScript { get; init; }

    /// <summary>Script that builds a file in the reader's browser (Blob, msSaveOrOpenBlob, data: downloads): HTML smuggling (T1027.006).</summary>
    public bool Smuggles { get; init; }

    /// <summary>Event handlers, javascript: URLs.</summary>
    public bool HasActiveAttributes { get; init; }

    public ImmutableArray<FormFacts> Forms { get; init; } = [];

    /// <summary>Zero-width, soft-hyphen and joiner characters inside words of visible text.</summary>
    public int InvisibleCharacters { get; init; }

    /// <summary>Words that mix Latin with Cyrillic or Greek letters.</summary>
    public int MixedScriptWords { get; init; }

    /// <summary>Images that are shown (not tracking pixels).</summary>
    public int ShownImages { get; init; }
}

/// <summary>Phrases of one theme that stand in a message.</summary>
/// <param name="Theme">Name of the file in data/phrases.</param>
/// <param name="Phrases">Different phrases found.</param>
/// <param name="First">The first of them, as the data writes it.</param>
/// <param name="InSubject">In the subject rather than the text.</param>
public sealed record ThemeHit(string Theme, int Phrases, string First, bool InSubject);

/// <param name="Action">Where the form sends what is typed; empty for the page itself.</param>
/// <param name="AsksPassword">It has a password field, or a field named like one.</param>
public sealed record FormFacts(string Action, bool AsksPassword);

/// <summary>
/// A fingerprint of what stays when names, numbers and addresses change: one-permutation MinHash (Li, Owen, Zhang 2012)
/// over shingles of three words. The share of equal places estimates the Jaccard likeness of two texts.
/// </summary>
/// <param name="Bins">16 values, or none where the text has under twelve words.</param>
/// <param name="Words">Words counted.</param>
public sealed record TextTemplate(ImmutableArray<uint> Bins, int Words)
{
    public const int BinCount = 16;

    public static TextTemplate None { get; } = new([], 0);

    /// <summary>Estimated likeness from 0 to 1; 0 where either has no bins.</summary>
    public double Likeness(TextTemplate other)
    {
        if (Bins.IsDefaultOrEmpty || other.Bins.IsDefaultOrEmpty) return 0;
        var equal = 0;
        for (var i = 0; i < BinCount; i++)
            if (Bins[i] == other.Bins[i]) equal++;
        return equal / (double)BinCount;
    }
}
