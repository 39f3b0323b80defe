using System.Buffers;

namespace Serjeant.Values;

/// <summary>A mail address (RFC 5321 section 4.1.2): the mailbox name as written, the domain normalised.</summary>
public readonly record struct EmailAddress
{
    private static readonly SearchValues<char> NeverUnquoted = SearchValues.Create("\r\n\0<> ");

    public EmailAddress(string local, DomainName domain)
    {
        ArgumentException.ThrowIfNullOrEmpty(local);
        Local = local;
        Domain = domain;
    }

    /// <summary>The mailbox name as written; providers ignore its case, so compare by <see cref="Key"/>.</summary>
    public string Local { get; }

    public DomainName Domain { get; }

    /// <summary>The address in the form in which two spellings of one mailbox are equal: all lower case.</summary>
    public string Key => $"{Local.ToLowerInvariant()}@{Domain.Name}";

    /// <summary>Reads <c>local@domain</c>, with or without angle brackets; at most 320 characters.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out EmailAddress value)
    {
        value = default;
        text = text.Trim().Trim("<>").Trim();
        var at = text.LastIndexOf('@');
        if (at <= 0 || text.Length > 320 || !DomainName.TryParse(text[(at + 1)..], out var domain)) return false;
        var local = text[..at];
        if (local.IndexOfAny(NeverUnquoted) >= 0 && !(local[0] == '"' && local[^1] == '"')) return false;
        value = new(local.ToString(), domain);
        return true;
    }

    public override string ToString() => $"{Local}@{Domain}";
}
