using System.Buffers;
using System.Net;
using System.Net.Sockets;

namespace Serjeant.Facts.Route;

/// <summary>Addresses as trace fields write them, and which of them lie inside somebody's own network.</summary>
internal static class NetworkAddress
{
    private static readonly SearchValues<char> DigitsAndDot = SearchValues.Create("0123456789.");

    /// <summary>Reads 192.0.2.1, [192.0.2.1], [192.0.2.1:25], [IPv6:2001:db8::1], 2001:db8::1%4; never a bare number.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out IPAddress? address)
    {
        address = null;
        if (text.Length < 2 || !char.IsAsciiHexDigit(text[0]) && text[0] is not ('[' or ':' or '?' or '"' or 'I' or 'i')) return false;
        text = text.Trim("?\"',;");
        if (text.StartsWith("["))
        {
            var close = text.IndexOf(']');
            text = close < 0 ? text[1..] : text[1..close];
        }
        if (text.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase)) text = text[5..];
        var scope = text.IndexOf('%');
        if (scope >= 0) text = text[..scope];
        if (text.Length is < 2 or > 45 || !char.IsAsciiHexDigit(text[0]) && text[0] != ':') return false;
        var dots = text.Count('.');
        var colons = text.Count(':');
        if (dots == 3 && colons == 1) // a port follows
        {
            text = text[..text.IndexOf(':')];
            colons = 0;
        }
        if (colons == 0 && (dots != 3 || text.IndexOfAnyExcept(DigitsAndDot) >= 0)) return false;
        if (colons == 1) return false;
        return IPAddress.TryParse(text, out address);
    }

    /// <summary>Whether a name is written as an address, bracketed or bare.</summary>
    public static bool Is(ReadOnlySpan<char> text) => TryRead(text, out _);

    /// <summary>Loopback (RFC 1122, 4291).</summary>
    public static bool IsLoopback(IPAddress address) => IPAddress.IsLoopback(Plain(address));

    /// <summary>Loopback, private (RFC 1918, 4193), link-local (RFC 3927, 4291) or carrier-grade (RFC 6598): never seen on the open net.</summary>
    public static bool IsInternal(IPAddress address)
    {
        address = Plain(address);
        if (IPAddress.IsLoopback(address)) return true;
        Span<byte> bytes = stackalloc byte[16];
        if (!address.TryWriteBytes(bytes, out _)) return false;
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return (bytes[0] & 0xfe) == 0xfc || bytes[0] == 0xfe && (bytes[1] & 0xc0) == 0x80 || bytes[0] == 0x20 && bytes[1] == 0x02 && bytes[2] == 10;
        return bytes[0] switch
        {
            0 or 10 => true,
            172 => (bytes[1] & 0xf0) == 16,
            192 => bytes[1] == 168,
            169 => bytes[1] == 254,
            100 => (bytes[1] & 0xc0) == 64,
            _ => false,
        };
    }

    /// <summary>Networks in which Microsoft's mail hosts hand mail to each other: 2603:1000::/24, 2a01:111::/32, and 25/8, which they use inside.</summary>
    public static bool IsMicrosoftInternal(IPAddress address)
    {
        address = Plain(address);
        Span<byte> bytes = stackalloc byte[16];
        if (!address.TryWriteBytes(bytes, out _)) return false;
        if (address.AddressFamily == AddressFamily.InterNetwork) return bytes[0] == 25;
        return bytes[0] == 0x26 && bytes[1] == 0x03 && bytes[2] == 0x10 || bytes[0] == 0x2a && bytes[1] == 0x01 && bytes[2] == 0x01 && bytes[3] == 0x11;
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
