using System.Buffers.Text;

namespace Serjeant.Sources;

/// <summary>How far the rest of a "From " line looks like the envelope that a delivery agent writes there.</summary>
internal enum EnvelopeLikeness
{
    /// <summary>A sentence that happens to begin with "From".</summary>
    None,

    /// <summary>A lone "-" (Netscape, Thunderbird) or a lone address: some programs write no date.</summary>
    Undated,

    /// <summary>An address, or a local name, and a date with its time.</summary>
    Dated,
}

/// <summary>
/// Reads the rest of a "From " line (RFC 4155 and what was written long before it): an address, then a date in the manner of asctime.
/// Zones, missing weekdays, other languages' months and numeric dates occur and are let pass beside an address; beside a
/// bare word ("From root Mon ...") the date must be the usual one, or else "From 10:00 to 11:00" would part messages.
/// </summary>
internal static class MboxEnvelope
{
    private const int MostTokens = 16;

    public static EnvelopeLikeness Of(ReadOnlySpan<byte> rest)
    {
        rest = rest.Trim(" \t\r\n"u8);
        // What UUCP put behind the date.
        if (rest.IndexOf(" remote from "u8) is > 0 and var remote)
            rest = rest[..remote];
        if (rest.SequenceEqual("-"u8))
            return EnvelopeLikeness.Undated;
        Span<Range> tokens = stackalloc Range[MostTokens];
        var count = Split(rest, tokens);
        if (count == 1)
            return rest.Contains((byte)'@') ? EnvelopeLikeness.Undated : EnvelopeLikeness.None;

        // The date is what stands at the end; what is left before it must be one address.
        var (times, names, years, numbers, words, i) = (0, 0, 0, 0, 0, count - 1);
        for (; i >= 0; i--)
        {
            var token = rest[tokens[i]].Trim(",()"u8);
            if (IsTime(token))
            {
                times++;
                // 2020-03-03T07:15:00Z is the date as well.
                numbers += token.Length > 16 ? 1 : 0;
            }
            else if (IsDayOrMonth(token)) names++;
            else if (IsYear(token)) years++;
            else if (i == 0 || token.Contains((byte)'@')) break;
            else if (IsNumber(token)) numbers++;
            else if (IsZone(token)) continue;
            else if (token.Length <= 5) words++;
            else break;
        }
        if (times != 1)
            return EnvelopeLikeness.None;
        var before = i < 0 ? default : rest[..tokens[i].End.Value];
        var usual = names >= 1 && years >= 1 && words == 0;
        var address = before.Contains((byte)'@') || before.Contains((byte)'!') || before is [(byte)'-'] || IsEmptyAddress(rest);
        return usual && i <= 0 || address && (i <= 0 || usual) && names + years + numbers > 0
            ? EnvelopeLikeness.Dated
            : EnvelopeLikeness.None;
    }

    private static int Split(ReadOnlySpan<byte> text, Span<Range> tokens)
    {
        var count = 0;
        var at = 0;
        while (at < text.Length && count < tokens.Length)
        {
            var length = text[at..].IndexOfAny((byte)' ', (byte)'\t');
            length = length < 0 ? text.Length - at : length;
            if (length > 0)
                tokens[count++] = at..(at + length);
            at += length + 1;
        }
        return count;
    }

    private static bool IsEmptyAddress(ReadOnlySpan<byte> rest) =>
        rest.StartsWith("() "u8) || rest.StartsWith("<> "u8) || rest.StartsWith("- "u8) || rest.StartsWith("MAILER-DAEMON "u8);

    private static bool IsNumber(ReadOnlySpan<byte> token) =>
        token.Length is > 0 and <= 25 && (char.IsAsciiDigit((char)token[0]) || token[0] is (byte)'+' or (byte)'-');

    private static bool IsZone(ReadOnlySpan<byte> token) =>
        token.Length is >= 2 and <= 5 && token.IndexOfAnyExceptInRange((byte)'A', (byte)'Z') < 0;

    private static bool IsTime(ReadOnlySpan<byte> token)
    {
        var t = token.IndexOf((byte)'T');
        if (t == 10)
            token = token[11..];
        return token.Length is >= 4 and <= 16
            && Utf8Parser.TryParse(token, out byte hour, out var used) && hour < 25 && used is 1 or 2
            && token.Length >= used + 3 && token[used] == ':'
            && char.IsAsciiDigit((char)token[used + 1]) && char.IsAsciiDigit((char)token[used + 2]);
    }

    private static bool IsYear(ReadOnlySpan<byte> token) =>
        token.Length == 4 && (token.StartsWith("19"u8) || token.StartsWith("20"u8))
        && char.IsAsciiDigit((char)token[2]) && char.IsAsciiDigit((char)token[3]);

    private static bool IsDayOrMonth(ReadOnlySpan<byte> token)
    {
        if (token.Length != 3)
            return false;
        Span<byte> lower = [(byte)(token[0] | 0x20), (byte)(token[1] | 0x20), (byte)(token[2] | 0x20)];
        for (var names = "montuewedthufrisatsunjanfebmaraprmayjunjulaugsepoctnovdec"u8; names.Length > 0; names = names[3..])
            if (names.StartsWith(lower))
                return true;
        return false;
    }
}
