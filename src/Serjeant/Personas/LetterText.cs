using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using MimeKit;
using Serjeant.Facts.Headers;
using Serjeant.Personas.Unwrapping;
using Serjeant.Registers.Names;
using Serjeant.Signals;
using Serjeant.Signals.Impersonation;
using Serjeant.Values;

namespace Serjeant.Personas;

/// <summary>The text of one message, for its signature and for what it claims; nothing of it is kept but those.</summary>
internal static class LetterText
{
    /// <summary>A signature stands in the last lines before what is quoted, and has few.</summary>
    private const int SearchedLines = 15, SignatureLines = 5, LongestLine = 60, MaximumExtra = 2, MaximumSignature = 300, MaximumParts = 100;

    private static readonly Lazy<FrozenDictionary<string, string[]>> Phrases = new(() => ShippedData.ReadLines("words/persona-claims.txt")
        .Where(l => l.Length > 0 && l[0] != '#')
        .ToFrozenDictionary(l => l[..l.IndexOf(':', StringComparison.Ordinal)], l => l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('|').Select(w => Folding.Fold(w).Trim()).ToArray(), StringComparer.Ordinal));

    /// <summary>The last lines that its author wrote, the last line last. Never throws.</summary>
    public static List<string> LastLines(ReadOnlyMemory<byte> message)
    {
        try
        {
            var bytes = LongFields.Cut(message, out _);
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            using var parsed = new MimeParser(stream, MimeFormat.Entity, persistent: true).ParseMessage();
            return FirstText(parsed.Body) is { } text ? Last(TextLines.Of(text)) : [];
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return [];
        }
    }

    /// <summary>The lines from the one that holds the name worn, digits hidden: a number may be the true person's own.</summary>
    public static string Signature(List<string> lines, ImmutableArray<Imitation> masks, House house)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (lines[i].Length > LongestLine || !masks.Any(m => MaskFinder.IsOurs(m) && Names(lines[i], m, house))) continue;
            var shown = new StringBuilder();
            // A sentence or a link after the name is text, and no signature.
            foreach (var line in lines.Skip(i).Take(SignatureLines).TakeWhile(l => l.Length <= LongestLine && !l.Contains("://", StringComparison.Ordinal)))
            {
                if (shown.Length > 0) shown.Append(" / ");
                foreach (var c in line) shown.Append(char.IsDigit(c) ? '#' : char.IsControl(c) ? ' ' : c);
                if (shown.Length >= MaximumSignature) break;
            }
            return shown.Length > MaximumSignature ? shown.ToString(0, MaximumSignature) : shown.ToString();
        }
        return "";
    }

    /// <param name="text">What a reader sees.</param>
    public static ImmutableArray<string> Claims(string text)
    {
        if (text.Length == 0) return [];
        var folded = Folding.Fold(text);
        return [.. Phrases.Value.Where(p => p.Value.Any(w => folded.Contains(w, StringComparison.Ordinal))).Select(p => p.Key).Order(StringComparer.Ordinal)];
    }

    private static bool Names(string line, Imitation mask, House house) => mask.Kind == ImitatedKind.Person
        ? house.Names.Find(line) is { Strength: >= NameStrength.Fair } match && match.Extra.Length <= MaximumExtra && house.Roster.People[match.Subject].Id == mask.Imitated
        : house.Organisations.Find(line).Any(found => found.Organisation.Name == mask.Imitated);

    private static TextPart? FirstText(MimeEntity? entity)
    {
        var (parts, waiting) = (0, new Stack<MimeEntity>());
        if (entity is not null) waiting.Push(entity);
        while (waiting.TryPop(out var next) && parts++ < MaximumParts)
        {
            if (next is TextPart text) return text;
            if (next is Multipart multipart)
                for (var i = Math.Min(multipart.Count, MaximumParts) - 1; i >= 0; i--) waiting.Push(multipart[i]);
        }
        return null;
    }

    /// <summary>Up to where another mail is quoted.</summary>
    private static List<string> Last(List<string> lines)
    {
        var written = new List<string>();
        foreach (var line in lines)
        {
            var text = line.Trim();
            if (text.StartsWith('>') || ForwardWords.Shared.IsMark(text) || (text.EndsWith(':') && text.Contains('@', StringComparison.Ordinal))) break;
            if (text.Length > 0) written.Add(text);
        }
        return [.. written.TakeLast(SearchedLines)];
    }
}
