using System.Collections.Immutable;
using MimeKit;
using Serjeant.Values;

namespace Serjeant.Facts.Headers;

/// <summary>Reads address fields into mailboxes; groups are opened, what is no address keeps its text as a display name.</summary>
internal static class MailboxReader
{
    private static readonly ParserOptions Options = new() { AddressParserComplianceMode = RfcComplianceMode.Looser, AllowUnquotedCommasInAddresses = true };

    public static ImmutableArray<Mailbox> Read(HeaderList headers, HeaderId id, int maximum)
    {
        ImmutableArray<Mailbox>.Builder? mailboxes = null;
        foreach (var header in headers)
        {
            if (header.Id != id) continue;
            mailboxes ??= ImmutableArray.CreateBuilder<Mailbox>();
            Add(header, mailboxes, maximum);
        }
        return mailboxes?.ToImmutable() ?? [];
    }

    public static ImmutableArray<Mailbox> Read(Header header, int maximum)
    {
        var mailboxes = ImmutableArray.CreateBuilder<Mailbox>();
        Add(header, mailboxes, maximum);
        return mailboxes.ToImmutable();
    }

    private static void Add(Header header, ImmutableArray<Mailbox>.Builder mailboxes, int maximum)
    {
        if (InternetAddressList.TryParse(Options, header.RawValue, out var list))
        {
            Add(list, mailboxes, maximum, depth: 0);
            return;
        }
        // No list by the grammar: keep what can be shown, and an address if one stands in it.
        var text = header.Value.Trim();
        if (text.Length == 0 || mailboxes.Count >= maximum) return;
        mailboxes.Add(Make(text, FindAddress(text)));
    }

    private static void Add(InternetAddressList list, ImmutableArray<Mailbox>.Builder mailboxes, int maximum, int depth)
    {
        foreach (var address in list)
        {
            if (mailboxes.Count >= maximum) return;
            switch (address)
            {
                case MailboxAddress mailbox:
                    mailboxes.Add(Make(mailbox.Name ?? "", EmailAddress.TryParse(mailbox.Address, out var parsed) ? parsed : null));
                    break;
                case GroupAddress group when depth < 8:
                    Add(group.Members, mailboxes, maximum, depth + 1);
                    break;
            }
        }
    }

    private static Mailbox Make(string name, EmailAddress? address)
    {
        name = Trim(name);
        EmailAddress? inside = FindAddress(name) is { } found && found.Key != address?.Key ? found : null;
        return new(name, address, inside, name.Length == 0 ? "" : Skeleton.Of(name));
    }

    private static string Trim(string name)
    {
        name = name.Trim();
        while (name.Length > 1 && name[0] is '"' or '\'' && name[^1] == name[0]) name = name[1..^1].Trim();
        name = NameForm.WithFewerMarks(name);
        return name.Length > NameForm.MaximumName ? name[..NameForm.MaximumName] : name;
    }

    /// <summary>An address written somewhere in a text; null where there is none.</summary>
    private static EmailAddress? FindAddress(string text)
    {
        var tries = 0;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0 && tries++ < 8; at = text.IndexOf('@', at + 1))
            if (AddressAround(text, at) is { } found) return found;
        return null;
    }

    private static EmailAddress? AddressAround(string text, int at)
    {
        int start = at, end = at + 1;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '-' or '+')) start--;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '-')) end++;
        if (start == at || text.AsSpan(at, end - at).IndexOf('.') < 0) return null;
        return EmailAddress.TryParse(text.AsSpan(start, end - start).TrimEnd('.'), out var address) ? address : null;
    }
}
