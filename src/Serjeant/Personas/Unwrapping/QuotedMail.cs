using System.Globalization;
using System.Text;
using Serjeant.Values;

namespace Serjeant.Personas.Unwrapping;

/// <summary>
/// Finds a mail that is written out within a text, as forwarding programs, people who paste headers, and old mail servers do, and makes a
/// message of it. Only the first: what it holds in turn is found by looking into it.
/// </summary>
internal static class QuotedMail
{
    /// <summary>Lines that a block of fields may have, and characters of one value.</summary>
    private const int MaximumBlock = 80, MaximumValue = 2_000, MaximumHeader = 400, MaximumLookAhead = 5, MarkDistance = 6;

    /// <summary>Fields that show a header to be one; those that only machines write tell it from a forward.</summary>
    private static readonly HashSet<string> Known = new(
        ["received", "return-path", "message-id", "date", "from", "to", "subject", "mime-version", "content-type", "cc", "reply-to", "sender", "x-mailer", "user-agent", "dkim-signature",
         "delivered-to", "list-id", "in-reply-to", "references", "content-transfer-encoding", "authentication-results", "errors-to", "precedence", "organization"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> OfMachines = new(
        ["received", "return-path", "message-id", "mime-version", "content-type", "dkim-signature", "delivered-to", "authentication-results", "x-mailer", "in-reply-to"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The message as bytes, how it stood there, and whether a line says that it was forwarded.</summary>
    public static (byte[] Bytes, LayerForm Form, bool Marked)? Find(IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = Bare(lines[i]);
            if (line.Length < 3 || line.IndexOfAny(':', '：') is <= 0 or > 80) continue;
            if (Headers(lines, i) is { } headers) return (headers, LayerForm.Headers, IsMarked(lines, i));
            if (Forward(lines, i) is { } forward) return (forward, LayerForm.Quoted, IsMarked(lines, i));
        }
        return null;
    }

    /// <summary>A header as machines write it, verbatim but for the marks of quoting.</summary>
    private static byte[]? Headers(IReadOnlyList<string> lines, int start)
    {
        var prefix = Prefix(lines[start]);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var machine = false;
        var text = new StringBuilder();
        var at = start;
        for (; at < lines.Count && at < start + MaximumHeader; at++)
        {
            var line = Without(lines[at], prefix);
            if (line.Trim().Length == 0) break;
            if (line[0] is ' ' or '\t' && at > start)
            {
                text.Append("\r\n").Append(line);
                continue;
            }
            var name = FieldName(line);
            if (name.Length == 0) break;
            if (Known.Contains(name)) names.Add(name);
            machine |= OfMachines.Contains(name);
            if (text.Length > 0) text.Append("\r\n");
            text.Append(line);
        }
        if (!machine || names.Count < 3 || !(names.Contains("From") || names.Contains("Message-ID") || names.Contains("Received"))) return null;
        text.Append("\r\n\r\n");
        for (at++; at < lines.Count; at++) text.Append(Without(lines[at], prefix)).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Fields as a forwarding program writes them, in the language of its user.</summary>
    private static byte[]? Forward(IReadOnlyList<string> lines, int start)
    {
        var words = ForwardWords.Shared;
        if (!words.TryField(Bare(lines[start]), out var field, out _)) return null;
        var fields = new Dictionary<QuotedField, string>();
        var at = start;
        for (; at < lines.Count && at < start + MaximumBlock; at++)
        {
            var line = Bare(lines[at]);
            if (words.TryField(line, out var next, out var value))
            {
                if (!fields.TryAdd(next, value)) break;
                field = next;
            }
            else if (!Continues(lines, at, fields)) break;
            else if (line.Length > 0 && fields[field].Length + line.Length < MaximumValue) fields[field] = $"{fields[field]} {line}".Trim();
        }
        // A name in a table of a text is no author: three fields make a block, two where a line before says what comes.
        if (!fields.ContainsKey(QuotedField.From) || fields.Count < (IsMarked(lines, start) ? 2 : 3)) return null;
        return Message(fields, lines, at, Prefix(lines[start]));
    }

    /// <summary>A blank line, or the rest of a long value: within the block as long as another field follows soon.</summary>
    private static bool Continues(IReadOnlyList<string> lines, int at, Dictionary<QuotedField, string> fields)
    {
        for (var i = at + 1; i < lines.Count && i <= at + MaximumLookAhead; i++)
            if (ForwardWords.Shared.TryField(Bare(lines[i]), out var field, out _)) return !fields.ContainsKey(field);
        // A value in the cell below its label, the last of the block.
        return fields.Values.Last().Length == 0 && Bare(lines[at]).Length > 0;
    }

    private static byte[] Message(Dictionary<QuotedField, string> fields, IReadOnlyList<string> lines, int body, string prefix)
    {
        var text = new StringBuilder();
        Append(text, "From", Author(fields[QuotedField.From]));
        Append(text, "Reply-To", Author(fields.GetValueOrDefault(QuotedField.Reply, "")));
        Append(text, "To", Addresses(fields.GetValueOrDefault(QuotedField.To, "")));
        Append(text, "Cc", Addresses(fields.GetValueOrDefault(QuotedField.Cc, "")));
        if (QuotedDate.Read(fields.GetValueOrDefault(QuotedField.Sent, "")) is { } date)
            Append(text, "Date", date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal));
        Append(text, "Subject", fields.GetValueOrDefault(QuotedField.Subject, ""));
        text.Append("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n");
        while (body < lines.Count && Bare(lines[body]).Length == 0) body++;
        for (; body < lines.Count; body++)
        {
            var line = Without(lines[body], prefix);
            if (ForwardWords.Shared.IsEnd(line)) break;
            text.Append(line).Append("\r\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Append(StringBuilder text, string name, string value)
    {
        if (value.Length > 0) text.Append(name).Append(": ").Append(value).Append("\r\n");
    }

    /// <summary>"Ann Author [mailto:ann@a.example]", "Ann Author ann@a.example" and their like in the form of RFC 5322.</summary>
    internal static string Author(string written)
    {
        var text = WithoutSchemes(written);
        if (text.Length == 0) return "";
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 0) return Quote(text);
        int start = at, end = at + 1;
        while (start > 0 && !IsOutside(text[start - 1])) start--;
        while (end < text.Length && !IsOutside(text[end])) end++;
        if (!EmailAddress.TryParse(text.AsSpan(start, end - start).TrimEnd('.'), out var address)) return Quote(text);
        var name = text[..start].Trim(' ', '<', '[', '(', '"', '\'', '\u201c', '\u201d', '\u00a0');
        return name.Length == 0 ? address.ToString() : $"{Quote(name)} <{address}>";
    }

    private static string Addresses(string written) => WithoutSchemes(written).Replace(';', ',').TrimEnd(',', ' ');

    private static string WithoutSchemes(string text)
    {
        text = text.Length > MaximumValue ? text[..MaximumValue] : text;
        // Outlook's plain text writes the link behind the address: <ann@a.example<mailto:ann@a.example>>.
        for (var link = text.IndexOf("<mailto:", StringComparison.OrdinalIgnoreCase); link > 0; link = text.IndexOf("<mailto:", StringComparison.OrdinalIgnoreCase))
        {
            var close = text.IndexOf('>', link);
            text = close < 0 ? text[..link] : text.Remove(link, close - link + 1);
        }
        return text.Replace("mailto:", "", StringComparison.OrdinalIgnoreCase).Replace('[', '<').Replace(']', '>').Trim();
    }

    private static string Quote(string name) => $"\"{name.Replace("\\", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal)}\"";

    private static bool IsOutside(char c) => char.IsWhiteSpace(c) || c is '<' or '>' or '[' or ']' or '(' or ')' or '"' or ',' or ';' or '\u00a0';

    private static bool IsMarked(IReadOnlyList<string> lines, int start)
    {
        for (var i = start - 1; i >= 0 && i >= start - MarkDistance; i--)
            if (ForwardWords.Shared.IsMark(Bare(lines[i]))) return true;
        return false;
    }

    private static string FieldName(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon is <= 0 or > 76) return "";
        foreach (var c in line.AsSpan(0, colon))
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')) return "";
        return line[..colon];
    }

    private static ReadOnlySpan<char> Bare(string line) => line.AsSpan().Trim("> |*\t\u00a0");

    /// <summary>Marks of quoting, or blanks, in front of a line.</summary>
    private static string Prefix(string line)
    {
        var length = line.AsSpan().IndexOfAnyExcept("> |\t");
        return length <= 0 ? "" : line[..length];
    }

    private static string Without(string line, string prefix)
    {
        if (prefix.Length == 0) return line;
        return line.StartsWith(prefix, StringComparison.Ordinal) ? line[prefix.Length..] : line.AsSpan().Trim("> |\t").IsEmpty ? "" : line;
    }
}
