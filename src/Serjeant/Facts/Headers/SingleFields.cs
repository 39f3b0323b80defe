using System.Collections.Immutable;
using MimeKit;
using MimeKit.Utils;

namespace Serjeant.Facts.Headers;

/// <summary>The fields that stand once (RFC 5322 section 3.6), read in one pass over the header; the first of several counts.</summary>
internal sealed record SingleFields(string? Subject, string? MessageId, DateTimeOffset? Date, ImmutableArray<string> InReplyTo, ImmutableArray<string> References)
{
    private const int MaximumReferences = 100;

    public static SingleFields Read(HeaderList headers, Oddities oddities)
    {
        Header? subject = null, messageId = null, date = null, inReplyTo = null, references = null, from = null, sender = null, replyTo = null, to = null, cc = null;
        foreach (var header in headers)
        {
            switch (header.Id)
            {
                case HeaderId.Subject:
                    Once(ref subject, header, oddities);
                    break;
                case HeaderId.MessageId:
                    Once(ref messageId, header, oddities);
                    break;
                case HeaderId.Date:
                    Once(ref date, header, oddities);
                    break;
                case HeaderId.InReplyTo:
                    Once(ref inReplyTo, header, oddities);
                    break;
                case HeaderId.References:
                    Once(ref references, header, oddities);
                    break;
                case HeaderId.From:
                    Once(ref from, header, oddities);
                    break;
                case HeaderId.Sender:
                    Once(ref sender, header, oddities);
                    break;
                case HeaderId.ReplyTo:
                    Once(ref replyTo, header, oddities);
                    break;
                case HeaderId.To:
                    Once(ref to, header, oddities);
                    break;
                case HeaderId.Cc:
                    Once(ref cc, header, oddities);
                    break;
            }
            if (header.Id is HeaderId.Subject or HeaderId.From or HeaderId.To) Bytes(header, oddities);
        }
        return new(subject?.Value, Identifier(messageId, oddities), ReadDate(date, oddities), Identifiers(inReplyTo), Identifiers(references));
    }

    private static void Once(ref Header? field, Header header, Oddities oddities)
    {
        if (field is null) field = header;
        else oddities.Add(OddityKind.DuplicateField, header.Field);
    }

    private static void Bytes(Header header, Oddities oddities)
    {
        var raw = header.RawValue.AsSpan();
        if (!System.Text.Ascii.IsValid(raw)) oddities.Add(OddityKind.RawBytesInHeader, header.Field);
        if (raw.Contains((byte)0)) oddities.Add(OddityKind.ControlCharacters, header.Field);
        // =?utf-8?..?= around plain ASCII hides words from filters, or comes from software that encodes everything.
        if (header.Id == HeaderId.Subject && raw.IndexOf("=?"u8) >= 0 && System.Text.Ascii.IsValid(header.Value)) oddities.Add(OddityKind.NeedlessEncodedWord, header.Field);
    }

    private static string? Identifier(Header? header, Oddities oddities)
    {
        if (header is null)
        {
            oddities.Add(OddityKind.NoMessageId);
            return null;
        }
        var text = header.Value.Trim();
        var id = MimeUtils.ParseMessageId(header.RawValue, 0, header.RawValue.Length);
        if (id is null || !text.StartsWith('<') || !id.Contains('@', StringComparison.Ordinal)) oddities.Add(OddityKind.MalformedMessageId);
        id ??= text.Trim('<', '>', ' ');
        return id.Length > 1000 ? id[..1000] : id;
    }

    private static DateTimeOffset? ReadDate(Header? header, Oddities oddities)
    {
        if (header is null)
        {
            oddities.Add(OddityKind.NoDate);
            return null;
        }
        if (DateUtils.TryParse(header.RawValue, 0, header.RawValue.Length, out var date)) return date;
        oddities.Add(OddityKind.UnreadableDate);
        return null;
    }

    private static ImmutableArray<string> Identifiers(Header? header) =>
        header is null ? [] : [.. MimeUtils.EnumerateReferences(header.RawValue, 0, header.RawValue.Length).Take(MaximumReferences)];
}
