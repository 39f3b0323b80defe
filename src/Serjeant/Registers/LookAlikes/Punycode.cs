namespace Serjeant.Registers.LookAlikes;

/// <summary>Decodes one A-label without its "xn--" (RFC 3492, section 6.2) into a buffer, without allocating.</summary>
internal static class Punycode
{
    private const int Radix = 36, Least = 1, Most = 26, Skew = 38, Damp = 700, InitialBias = 72, InitialRune = 128;

    /// <summary>Code points written; -1 where the text is no punycode or holds more than the buffer takes.</summary>
    public static int Decode(ReadOnlySpan<char> text, Span<int> runes)
    {
        var count = 0;
        var basic = text.LastIndexOf('-');
        if (basic > runes.Length) return -1;
        for (var i = 0; i < basic; i++) runes[count++] = text[i];
        int rune = InitialRune, at = 0, bias = InitialBias;
        for (var next = basic + 1; next < text.Length;)
        {
            var before = at;
            long weight = 1, sum = at;
            for (var k = Radix; ; k += Radix)
            {
                if (next >= text.Length || Digit(text[next++]) is not (>= 0 and var digit)) return -1;
                sum += digit * weight;
                if (sum > int.MaxValue) return -1;
                var limit = Math.Clamp(k - bias, Least, Most);
                if (digit < limit) break;
                weight *= Radix - limit;
                if (weight > int.MaxValue) return -1;
            }
            at = (int)sum;
            if (count >= runes.Length) return -1;
            bias = Adapt(at - before, count + 1, before == 0);
            rune += at / (count + 1);
            at %= count + 1;
            if (rune is < 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF)) return -1;
            runes[at..count].CopyTo(runes[(at + 1)..]);
            runes[at++] = rune;
            count++;
        }
        return count;
    }

    private static int Adapt(int delta, int count, bool first)
    {
        delta /= first ? Damp : 2;
        delta += delta / count;
        var k = 0;
        for (; delta > (Radix - Least) * Most / 2; k += Radix) delta /= Radix - Least;
        return k + ((Radix - Least + 1) * delta / (delta + Skew));
    }

    private static int Digit(char c) => c switch
    {
        >= 'a' and <= 'z' => c - 'a',
        >= '0' and <= '9' => c - '0' + 26,
        _ => -1,
    };
}
