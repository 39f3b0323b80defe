using MimeKit;
using Serjeant.Values;

namespace Serjeant.Facts.Route;

/// <summary>
/// Reads one Received field (RFC 5321 section 4.4) in the many forms that hosts really write: clauses in any order, the sending
/// host in comments of a dozen shapes, no semicolon, words that look like nothing. Never fails: what is not there stays empty.
/// </summary>
internal static class ReceivedReader
{
    private enum Clause { None, From, By, With, For }

    public static Hop Read(Header header, Span<char> buffer)
    {
        var text = FieldText.Unfold(header, buffer);
        var sender = new SendingHost();
        ReadOnlySpan<char> by = [], recipient = [], protocol = [];
        var exim = false;
        var balanced = true;
        var clause = Clause.None;
        var seen = 0;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (c is ' ' or ')')
            {
                i++;
                continue;
            }
            if (c == ';')
            {
                clause = Clause.None;
                i++;
                continue;
            }
            if (c == '(')
            {
                var end = balanced ? CommentEnd(text, i) : -1;
                if (end < 0)
                {
                    balanced = false; // looked for once only: a field of nothing but parentheses must not cost its square
                    i++;
                    continue;
                }
                var comment = text[(i + 1)..end].Trim(' ');
                if (clause == Clause.From) sender.AddComment(comment);
                else if (comment.Begins("Exim") || comment.Begins("envelope-from")) exim = true;
                i = end + 1;
                continue;
            }
            var word = Word(text[i..]);
            i += word.Length;
            var keyword = Keyword(word);
            if (keyword != Clause.None && (seen & 1 << (int)keyword) == 0)
            {
                seen |= 1 << (int)keyword;
                clause = keyword;
                continue;
            }
            switch (clause)
            {
                case Clause.From:
                    sender.AddWord(word);
                    break;
                case Clause.By:
                    if (by.IsEmpty) by = word;
                    else if (word.Same("id") || word.Same("via")) clause = Clause.None;
                    break;
                case Clause.With:
                    if (word.Same("id") || word.Same("via")) clause = Clause.None;
                    else if (protocol.IsEmpty || protocol.Same("Microsoft")) protocol = word;
                    break;
                case Clause.For:
                    if (recipient.IsEmpty) recipient = word;
                    clause = Clause.None;
                    break;
            }
        }
        sender.Settle(exim);
        EmailAddress? mailbox = !recipient.IsEmpty && EmailAddress.TryParse(recipient, out var address) ? address : null;
        return new Hop(
            FieldText.Lower(sender.Helo), FieldText.Lower(sender.ReverseName), sender.Address, FieldText.Lower(by.Trim("[]")), mailbox,
            ProtocolName(protocol, sender.Authenticated), Clock.Read(header.RawValue));
    }

    private static Clause Keyword(ReadOnlySpan<char> word) => word.Length switch
    {
        2 when word.Same("by") => Clause.By,
        3 when word.Same("for") => Clause.For,
        4 when word.Same("from") => Clause.From,
        4 when word.Same("with") => Clause.With,
        _ => Clause.None,
    };

    /// <summary>Up to white space, a comment or a semicolon; what stands in angle brackets stays together.</summary>
    private static ReadOnlySpan<char> Word(ReadOnlySpan<char> text)
    {
        if (text[0] == '<' && text.IndexOf('>') is > 0 and var close) return text[..(close + 1)];
        var end = text[1..].IndexOfAny(" (;");
        return end < 0 ? text : text[..(end + 1)];
    }

    /// <summary>The index of the parenthesis that closes the one at <paramref name="start"/>; -1 where none does.</summary>
    private static int CommentEnd(ReadOnlySpan<char> text, int start)
    {
        var depth = 0;
        for (var i = start; ; i++)
        {
            var next = text[i..].IndexOfAny('(', ')');
            if (next < 0) return -1;
            i += next;
            if (text[i] == '(') depth++;
            else if (--depth == 0) return i;
        }
    }

    /// <summary>The common words of RFC 3848 without making a string each time; an authenticated client is noted in its way.</summary>
    private static string ProtocolName(ReadOnlySpan<char> word, bool authenticated)
    {
        if (word.IsEmpty) return authenticated ? "ESMTPA" : "";
        if (word.Same("SMTP") || word.Same("SMTPSVC") || word.Begins("SMTPSVC(")) return authenticated ? "ESMTPA" : "SMTP";
        if (word.Same("ESMTP")) return authenticated ? "ESMTPA" : "ESMTP";
        if (word.Same("ESMTPS")) return authenticated ? "ESMTPSA" : "ESMTPS";
        if (word.Same("ESMTPSA")) return "ESMTPSA";
        if (word.Same("ESMTPA")) return "ESMTPA";
        if (word.Same("HTTPS")) return "HTTPS";
        if (word.Same("HTTP")) return "HTTP";
        if (word.Same("MAPI")) return "MAPI";
        if (word.Same("LMTP")) return "LMTP";
        if (word.Length > 40) word = word[..40];
        return word.ToString().ToUpperInvariant();
    }
}
