using System.Text;
using MimeKit;

namespace Serjeant.Bench.Accuracy;

/// <summary>
/// Makes of a list's copy the mail that its author sent: without the list's header fields, rewriting, subject tag, footer and hops, and without the
/// conversation. Most real list mail here is people writing to people; left as it is, the weights would learn that ordinary mail carries List-Post
/// and answers something, which the mail of most houses does not.
/// </summary>
internal static class PersonalCopy
{
    private static readonly string[] Dropped =
        ["list-", "x-mailman", "x-beenthere", "precedence", "errors-to", "mailing-list", "archived-at", "message-id-hash", "x-mailfrom", "in-reply-to", "references",
         "x-original-to", "delivered-to", "return-path", "x-get-message-sender-via", "x-authenticated-sender", "x-source", "x-content-filtered", "thread-", "x-ml-", "x-loop",
         "x-google-loop", "x-original-from", "x-list", "x-no-archive", "resent-", "x-spam", "x-virus"];

    /// <param name="message">A message as the list sent it.</param>
    /// <param name="listDomains">Registrable domains of the list and its hosts.</param>
    /// <returns>Null where the message does not come from a list.</returns>
    public static byte[]? Make(byte[] message, IReadOnlySet<string> listDomains)
    {
        var text = Encoding.Latin1.GetString(message);
        var end = text.IndexOf("\n\n", StringComparison.Ordinal) is >= 0 and var lf ? lf + 1 : text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 2;
        if (end < 2) return null;
        var fields = Fields(text[..end]);
        var rewritten = fields.Any(f => Is(f, "from:") && (f.Contains(" via ", StringComparison.OrdinalIgnoreCase) || Of(f)));
        var author = rewritten ? fields.FirstOrDefault(f => Is(f, "x-original-from:")) ?? fields.FirstOrDefault(f => Is(f, "reply-to:")) : null;
        if (rewritten && author is null) return null;
        // Lists that change a message take its signature away: what remains would pass for unsigned, which the large providers' mail never is.
        if (!fields.Any(f => Is(f, "dkim-signature:") && !Of(f))
            && fields.Any(f => Is(f, "x-google-dkim-signature:") || (Is(f, "received:") && (f.Contains("google.com", StringComparison.Ordinal) || f.Contains("outlook.com", StringComparison.OrdinalIgnoreCase)))
                || (Is(f, "authentication-results:") && f.Contains("dkim=pass", StringComparison.Ordinal)))) return null;
        var kept = new StringBuilder(text.Length);
        var hops = fields.FindLastIndex(f => Is(f, "received:") && ByList(f));
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i];
            if (Is(field, "received:") && i < hops) continue;
            if (Is(field, "dkim-signature:") && Of(field)) continue;
            if (Is(field, "sender:") && (Of(field) || field.Contains("bounces", StringComparison.OrdinalIgnoreCase))) continue;
            if (Is(field, "authentication-results:") || Is(field, "arc-")) continue;
            if (Is(field, "reply-to:") && (rewritten || Of(field))) continue;
            if (Array.Exists(Dropped, d => Is(field, d))) continue;
            if (Is(field, "from:") && rewritten) field = "From:" + author![(author!.IndexOf(':', StringComparison.Ordinal) + 1)..];
            if (Is(field, "subject:")) field = Subject(field);
            kept.Append(field);
        }
        kept.Append(text, end, text.Length - end);
        return WithoutFooter(Encoding.Latin1.GetBytes(kept.ToString()));

        bool Of(string field) => listDomains.Any(d => field.Contains(d, StringComparison.OrdinalIgnoreCase));

        bool ByList(string field)
        {
            var by = field.IndexOf(" by ", StringComparison.Ordinal) is >= 0 and var spaced ? spaced : field.IndexOf("\tby ", StringComparison.Ordinal);
            return by >= 0 && Of(field.Substring(by, Math.Min(80, field.Length - by)));
        }
    }

    private static List<string> Fields(string header)
    {
        var fields = new List<string>();
        foreach (var line in header.Split('\n'))
            if (line.Length > 0 && line[0] is ' ' or '\t' && fields.Count > 0) fields[^1] += line + "\n";
            else if (line.Length > 0) fields.Add(line + "\n");
        return fields;
    }

    private static bool Is(string field, string name) => field.StartsWith(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Without the list's tag and the marks of an answer.</summary>
    private static string Subject(string field)
    {
        var value = field[8..].TrimStart();
        for (var again = true; again;)
        {
            again = false;
            if (value.StartsWith('[') && value.IndexOf(']', StringComparison.Ordinal) is > 0 and < 40 and var close) (value, again) = (value[(close + 1)..].TrimStart(), true);
            foreach (var mark in (string[])["re:", "aw:", "fwd:", "fw:"])
                if (value.StartsWith(mark, StringComparison.OrdinalIgnoreCase)) (value, again) = (value[mark.Length..].TrimStart(), true);
        }
        return "Subject: " + (value.Trim().Length == 0 ? "question\n" : value);
    }

    private static byte[] WithoutFooter(byte[] message)
    {
        using var parsed = MimeMessage.Load(new MemoryStream(message));
        var cut = false;
        foreach (var part in parsed.BodyParts.OfType<TextPart>())
        {
            var text = part.Text ?? "";
            var footer = text.LastIndexOf("_______________________________________________", StringComparison.Ordinal);
            if (footer < 0 || part.IsHtml) continue;
            part.SetText("utf-8", text[..footer]);
            cut = true;
        }
        if (!cut) return message;
        using var written = new MemoryStream();
        parsed.WriteTo(written);
        return written.ToArray();
    }
}
