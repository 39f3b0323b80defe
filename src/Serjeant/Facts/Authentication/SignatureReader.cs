using System.Collections.Immutable;
using System.Globalization;
using Serjeant.Facts.Route;
using Serjeant.Values;

namespace Serjeant.Facts.Authentication;

/// <summary>Reads what a DKIM-Signature (RFC 6376 section 3.5) or DomainKey-Signature (RFC 4870 section 3.3) field claims.</summary>
internal static class SignatureReader
{
    /// <summary>Names kept of h=; real signatures list under 40.</summary>
    private const int MostNames = 100;

    /// <summary>Names that nearly every signature lists, so that they are not made anew for each message.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Common = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "from", "to", "cc", "subject", "date", "message-id", "reply-to", "sender", "mime-version", "content-type", "content-transfer-encoding",
        "in-reply-to", "references", "list-id", "list-unsubscribe", "list-unsubscribe-post", "list-help", "list-post", "list-owner", "list-archive",
        "list-subscribe", "received", "feedback-id", "x-mailer", "user-agent", "resent-from", "resent-to", "resent-date", "resent-message-id",
        "resent-cc", "resent-sender", "content-id", "content-description", "x-gm-message-state", "x-google-dkim-signature", "precedence",
        "x-sg-eid", "x-ms-exchange-senderadcheck", "x-report-abuse", "auto-submitted", "return-path", "content-disposition", "content-language",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <returns>Null where it names no domain: nobody could check it.</returns>
    public static DkimSignature? Read(ReadOnlySpan<char> text, bool domainKeys)
    {
        DomainName domain = default, identityDomain = default;
        EmailAddress? identity = null;
        string selector = "", algorithm = "";
        ImmutableArray<string> names = [];
        long? length = null;
        var tags = new TagList(text);
        while (tags.Next())
        {
            if (tags.Tag.Length != 1) continue;
            var value = tags.Value;
            switch (tags.Tag[0])
            {
                case 'd':
                    domain = NotedResults.DomainOf(value);
                    break;
                case 's':
                    selector = FieldText.Lower(value);
                    break;
                case 'a':
                    algorithm = value.Same("rsa-sha256") ? "rsa-sha256" : FieldText.Lower(value);
                    break;
                case 'h':
                    names = Names(value);
                    break;
                case 'i':
                    if (EmailAddress.TryParse(value, out var mailbox)) identity = mailbox;
                    identityDomain = NotedResults.DomainOf(value);
                    break;
                case 'l' when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes):
                    length = bytes;
                    break;
            }
        }
        if (domain.IsEmpty) return null;
        return new DkimSignature(domain, selector, algorithm, names, length, identity)
        {
            IdentityDomain = identityDomain.IsEmpty ? domain : identityDomain,
            IsDomainKeys = domainKeys,
        };
    }

    private static ImmutableArray<string> Names(ReadOnlySpan<char> value)
    {
        var names = ImmutableArray.CreateBuilder<string>(Math.Min(MostNames, value.Count(':') + 1));
        foreach (var range in value.Split(':'))
        {
            var name = value[range].Trim(' ');
            if (name.IsEmpty || names.Count == MostNames) continue;
            names.Add(Common.TryGetValue(name, out var known) ? known : FieldText.Lower(name));
        }
        return names.DrainToImmutable();
    }
}
