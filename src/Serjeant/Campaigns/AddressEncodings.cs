using System.Security.Cryptography;
using System.Text;

namespace Serjeant.Campaigns;

/// <summary>Recognises a recipient's address in a field of a URL, plain or in the encodings that trackers use.</summary>
internal static class AddressEncodings
{
    private const int LongestField = 1_024, ShortestName = 5;

    /// <param name="value">A field, percent-decoded once.</param>
    /// <param name="addresses">Keys of the recipients' addresses: lower case.</param>
    public static TokenEncoding Find(string value, IEnumerable<string> addresses)
    {
        if (value.Length is < ShortestName or > LongestField) return TokenEncoding.Opaque;
        var plain = value.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(value) : value;
        var base64 = FromBase64(value);
        var hex = FromHex(value);
        foreach (var address in addresses)
        {
            var at = address.LastIndexOf('@');
            if (at <= 0) continue;
            if (Holds(plain, address, at)) return TokenEncoding.PlainAddress;
            if (base64 is not null && Holds(base64, address, at)) return TokenEncoding.Base64Address;
            if (hex is not null && Holds(hex, address, at)) return TokenEncoding.HexAddress;
            if (FindDigest(value, address, at) is not TokenEncoding.Opaque and var digest) return digest;
        }
        return TokenEncoding.Opaque;
    }

    /// <summary>The address anywhere in it (also with = for @, as in VERP), or the mailbox name alone.</summary>
    private static bool Holds(string text, string address, int at)
    {
        if (text.Contains(address, StringComparison.OrdinalIgnoreCase)) return true;
        var local = address.AsSpan(0, at);
        if (at >= ShortestName && text.AsSpan().Equals(local, StringComparison.OrdinalIgnoreCase)) return true;
        var found = text.AsSpan().IndexOf(local, StringComparison.OrdinalIgnoreCase);
        return found >= 0 && found + at < text.Length && text[found + at] is '=' or '_' or '~'
            && text.AsSpan(found + at + 1).StartsWith(address.AsSpan(at + 1), StringComparison.OrdinalIgnoreCase);
    }

    private static TokenEncoding FindDigest(string value, string address, int at)
    {
        var encoding = value.Length switch
        {
            32 => TokenEncoding.Md5Address,
            40 => TokenEncoding.Sha1Address,
            64 => TokenEncoding.Sha256Address,
            _ => TokenEncoding.Opaque,
        };
        if (encoding == TokenEncoding.Opaque || !value.All(char.IsAsciiHexDigit)) return TokenEncoding.Opaque;
        Span<byte> digest = stackalloc byte[32];
        foreach (var text in (ReadOnlySpan<string>)[address, address[..at]])
        {
            var length = Digest(encoding, Encoding.UTF8.GetBytes(text), digest);
            if (Convert.ToHexStringLower(digest[..length]).Equals(value, StringComparison.OrdinalIgnoreCase)) return encoding;
        }
        return TokenEncoding.Opaque;
    }

#pragma warning disable CA5350, CA5351 // broken digests are recognised here, not relied on
    private static int Digest(TokenEncoding encoding, ReadOnlySpan<byte> bytes, Span<byte> digest) => encoding switch
    {
        TokenEncoding.Md5Address => MD5.HashData(bytes, digest),
        TokenEncoding.Sha1Address => SHA1.HashData(bytes, digest),
        _ => SHA256.HashData(bytes, digest),
    };
#pragma warning restore CA5350, CA5351

    private static string? FromBase64(string value)
    {
        if (value.Length < 8) return null;
        var text = value.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        text = text.PadRight((text.Length + 3) / 4 * 4, '=');
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.Latin1.GetString(bytes, 0, length) : null;
    }

    private static string? FromHex(string value)
    {
        if (value.Length < 10 || value.Length % 2 != 0 || !value.All(char.IsAsciiHexDigit)) return null;
        return Encoding.Latin1.GetString(Convert.FromHexString(value));
    }
}
