using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Serjeant.Campaigns;

namespace Serjeant.Hunts.Tips;

/// <summary>
/// Addresses and ranges of them. The index knows each address and its /24 (IPv4) or /48 (IPv6), so a range becomes a number of those.
/// </summary>
internal static class AddressRange
{
    /// <summary>Selectors that a range may become: an IPv4 /14 in networks of 256.</summary>
    private const int Most = 1_024;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    /// <summary>An address, one with a port ("192.0.2.1:8080", "[2001:db8::1]:443"), or a range ("192.0.2.0/24"); null where the text is none of them.</summary>
    public static Asked? Read(ReadOnlySpan<char> text)
    {
        // Everything else begins or ends otherwise; this is asked of each of hundreds of thousands of hosts.
        if (text.Length is < 3 or > 64 || !(char.IsAsciiDigit(text[^1]) || text.Contains(':'))) return null;
        var slash = text.LastIndexOf('/');
        if (slash > 0)
        {
            if (!IPAddress.TryParse(text[..slash], out var first) || !IsWhole(text[..slash], first)
                || !int.TryParse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var bits))
                return null;
            var most = first.GetAddressBytes().Length * 8;
            return bits > most ? Asked.No($"no range: such an address has {most} bits") : Range(first, bits);
        }
        // .NET forgives a port behind brackets.
        if (IPAddress.TryParse(text, out var address) && IsWhole(text, address)) return text.IndexOf("]:") > 0 ? Single(address).AndWider() : Single(address);
        if (!IPEndPoint.TryParse(text, out var point) || point.Port == 0 || !IsWhole(text[..text.LastIndexOf(':')], point.Address)) return null;
        // Mail shows no ports but those of links, and their URLs are looked up by themselves.
        return Single(point.Address).AndWider();
    }

    /// <summary>"203.0.113.*"; null where the text is nothing of the kind.</summary>
    public static Asked? Pattern(string text)
    {
        var stem = text.TrimEnd(Wildcard.Run).TrimEnd('.');
        var parts = stem.Split('.');
        if (parts.Length > 3 || parts.Any(p => !byte.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out _))) return null;
        return Range(IPAddress.Parse(stem + string.Concat(Enumerable.Repeat(".0", 4 - parts.Length))), parts.Length * 8);
    }

    public static Asked Single(IPAddress address) =>
        TraitMaker.IsPublic(address) ? Asked.For(Selector.Address(address)) : Asked.No("a private address: the index holds public ones only");

    public static Asked Range(IPAddress address, int bits)
    {
        if (!TraitMaker.IsPublic(address)) return Asked.No("a private range: the index holds public addresses only");
        return address.AddressFamily == AddressFamily.InterNetwork ? Range4(address, bits) : Range6(address, bits);
    }

    private static Asked Range4(IPAddress address, int bits)
    {
        if (bits == 32) return Single(address);
        var unit = bits <= 24 ? 24 : 32;
        if (unit - bits > 10) return TooWide($"/{bits}");
        var mask = uint.MaxValue << (32 - bits);
        var first = BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes()) & (bits == 0 ? 0 : mask);
        var selectors = ImmutableArray.CreateBuilder<Selector>();
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0U; i < 1U << (unit - bits); i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, first + (i << (32 - unit)));
            selectors.Add(unit == 24 ? Selector.Network(new IPAddress(bytes)) : Selector.Address(new IPAddress(bytes)));
        }
        return Asked.For(selectors.ToImmutable());
    }

    private static Asked Range6(IPAddress address, int bits)
    {
        var bytes = address.GetAddressBytes();
        if (bits == 128) return Single(address);
        // The /48 around it is the next thing the index knows.
        if (bits > 48) return Asked.For(Selector.Network(address)).AndWider();
        if (48 - bits > 10) return TooWide($"/{bits}");
        var first = BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16 >> (48 - bits) << (48 - bits);
        var selectors = ImmutableArray.CreateBuilder<Selector>();
        for (var i = 0UL; i < 1UL << (48 - bits); i++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes, (first + i) << 16);
            selectors.Add(Selector.Network(new IPAddress(bytes)));
        }
        return Asked.For(selectors.ToImmutable());
    }

    private static Asked TooWide(string bits) => Asked.No($"a range as wide as {bits} is {Most} networks and more: narrow it");

    /// <summary>"1.2" and "0x7f.1" are addresses to .NET, and a mistake in a list.</summary>
    private static bool IsWhole(ReadOnlySpan<char> text, IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 || text.Count('.') == 3 && text.IndexOfAnyExcept(Digits) < 0;
}
