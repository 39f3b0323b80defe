using System.Buffers;
using System.Text;
using Serjeant.Facts;
using Serjeant.Personas.Unwrapping;
using Serjeant.Registers.Names;
using Serjeant.Signals;
using Serjeant.Values;

namespace Serjeant.Personas;

/// <summary>
/// Reads in an answer that came to us which mail it answers, where that came from a false address: the line above the quotation names one of ours
/// with an address that is none of theirs, or the identifier answered was given by a host that looks like ours.
/// </summary>
internal static class AnsweredMail
{
    private static readonly SearchValues<char> Ends = SearchValues.Create("0123456789,:;>\"\u201c");

    private const int MaximumText = 16_000, MaximumAddresses = 24, MaximumName = 60, WroteWithin = 40;

    /// <returns>A message made of what the answer says of the one it answers; null where nothing in it is foreign.</returns>
    public static byte[]? Find(MessageFacts facts, House house)
    {
        if (!facts.Thread.Claimed && facts.Subject.Replies == 0) return null;
        var answered = facts.Thread.InReplyTo.IsEmpty ? "" : facts.Thread.InReplyTo[0];
        if (Quoted(facts, house) is { } author) return Message(answered, author, facts);
        return DomainName.TryParse(answered.AsSpan(answered.LastIndexOf('@') + 1), out var host) && house.LookAlikes.Find(host) is not null
            ? Message(answered, "", facts)
            : null;
    }

    /// <summary>The author that the line above the quotation names.</summary>
    private static string? Quoted(MessageFacts facts, House house)
    {
        var text = facts.Content.VisibleText.AsSpan(0, Math.Min(facts.Content.VisibleText.Length, MaximumText));
        var written = new WrittenAddresses(text, MaximumAddresses);
        while (written.MoveNext())
        {
            var address = written.Current;
            if (house.Roster.IndexOf(address) >= 0 || house.Roster.IsOwn(address.Domain) || address.Key == facts.Sender.Author?.Address?.Key) continue;
            var after = text[written.End..Math.Min(text.Length, written.End + WroteWithin)];
            if (!ForwardWords.Shared.SaysWrote(Folding.Fold(after.ToString()))) continue;
            var name = NameBefore(text[Math.Max(0, written.Start - MaximumName)..written.Start]);
            if (name.Length > 0 && house.Names.Find(name) is { Strength: >= NameStrength.Fair }) return $"\"{name}\" <{address}>";
        }
        return null;
    }

    /// <summary>The words between a date, a comma or "wrote" and the address.</summary>
    private static string NameBefore(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(" <([\"'\u201d");
        var start = text.LastIndexOfAny(Ends);
        var name = text[(start + 1)..].Trim(" \"'\u201c");
        if (name.StartsWith("AM ", StringComparison.OrdinalIgnoreCase) || name.StartsWith("PM ", StringComparison.OrdinalIgnoreCase)) name = name[3..];
        return name.ToString().Replace("\\", "", StringComparison.Ordinal);
    }

    private static byte[] Message(string id, string author, MessageFacts facts)
    {
        var text = new StringBuilder();
        if (author.Length > 0) text.Append("From: ").Append(author).Append("\r\n");
        if (id.Length > 0) text.Append("Message-ID: <").Append(id).Append(">\r\n");
        if (facts.Sender.Author?.Address is { } to) text.Append("To: ").Append(to).Append("\r\n");
        text.Append("Subject: ").Append(facts.Subject.Topic).Append("\r\n\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
