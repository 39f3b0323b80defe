using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>
/// A sender's address without the part that some mailing programs make for each message (variable envelope return paths put into From):
/// <c>news+anna=house.example@post.example</c> and <c>bounce-123-abc@post.example</c> are new with every mail, their sender is not.
/// </summary>
/// <remarks>
/// It must never make two people one. So it takes away only the recipient's own address, a subaddress that holds an equals sign, and numbers and
/// codes after a name that no person has. Relays that lend strangers an address (<c>reply+code@</c>) stay as many as they are. Where anybody
/// gets a mailbox it must not be asked at all.
/// </remarks>
internal static class SenderAccount
{
    /// <summary>Recipients that are looked at; a mail made for each names one.</summary>
    public const int MostRecipients = 20;

    private const string Separators = "+-._=";

    private static readonly SearchValues<char> Cuts = SearchValues.Create(Separators);

    private static readonly FrozenSet<string> Machines = FrozenSet.Create(StringComparer.Ordinal,
        "bounce", "bounces", "newsletter", "newsletters", "news", "noreply", "donotreply", "notification", "notifications", "notify",
        "mailing", "mailings", "mailer", "digest", "alert", "alerts", "update", "updates", "campaign", "campaigns", "return", "returns", "verp");

    /// <param name="address">An address's key (<see cref="EmailAddress.Key"/>).</param>
    /// <param name="recipients">Keys of the recipients of this message; empty where they are not known.</param>
    /// <returns>The address, with <c>*</c> in place of what was made for the message.</returns>
    public static string Of(string address, ImmutableArray<string> recipients)
    {
        var at = address.LastIndexOf('@');
        if (at <= 0) return address;
        var local = address.AsSpan(0, at);
        var kept = WithoutRecipient(local, recipients);
        if (kept < 0) kept = WithoutSubaddress(local);
        if (kept < 0) kept = WithoutCodes(local);
        return kept < 0 ? address : string.Concat(local[..kept], "*", address.AsSpan(at));
    }

    /// <summary>The recipient's address as mailing programs write it into a local part: an equals sign in place of the at sign.</summary>
    private static int WithoutRecipient(ReadOnlySpan<char> local, ImmutableArray<string> recipients)
    {
        if (!local.Contains('=') || recipients.IsDefault) return -1;
        foreach (var recipient in recipients.AsSpan(0, Math.Min(recipients.Length, MostRecipients)))
        {
            var start = local.IndexOf(recipient.Replace('@', '='), StringComparison.Ordinal);
            if (start > 1 && Separators.Contains(local[start - 1], StringComparison.Ordinal)) return start;
        }
        return -1;
    }

    private static int WithoutSubaddress(ReadOnlySpan<char> local)
    {
        var equals = local.LastIndexOf('=');
        if (equals < 0) return -1;
        var plus = local.IndexOf('+');
        if (plus > 0 && plus < equals) return plus + 1;
        var hyphen = local[..equals].LastIndexOf('-');
        return hyphen > 0 && local[(equals + 1)..].Contains('.') && DomainName.TryParse(local[(equals + 1)..], out _) ? hyphen + 1 : -1;
    }

    private static int WithoutCodes(ReadOnlySpan<char> local)
    {
        var end = local.IndexOfAny(Cuts);
        if (end <= 0) return -1;
        if (local[..end] is "no" && local[(end + 1)..] is ['r', 'e', 'p', 'l', 'y', _, ..]) end += 6;
        else if (!Machines.GetAlternateLookup<ReadOnlySpan<char>>().Contains(local[..end])) return -1;
        while (end < local.Length && Cuts.Contains(local[end]))
        {
            var start = end + 1;
            var length = local[start..].IndexOfAny(Cuts);
            end = length < 0 ? local.Length : start + length;
            if (local[start..end].ContainsAnyInRange('0', '9')) return start;
        }
        return -1;
    }
}
