using System.Globalization;
using System.Text;
using CsCheck;
using Serjeant.Registers.LookAlikes;
using Xunit;

namespace Serjeant.Tests.Registers.LookAlikes;

public sealed class PunycodeTests
{
    [Fact]
    public void What_the_platform_encodes_is_decoded() =>
        Gen.String[Gen.Char["abcmünñçéабвгдеλμ漢字한글-"], 1, 20].Where(s => s.Any(c => c > 127) && !s.StartsWith('-') && !s.EndsWith('-')).Sample(text =>
        {
            string ascii, platform;
            try
            {
                ascii = new IdnMapping { AllowUnassigned = true }.GetAscii(text);
                // It refuses some of what it made itself: names with hyphens in the third and fourth place.
                platform = new IdnMapping { AllowUnassigned = true }.GetUnicode(ascii);
            }
            catch (ArgumentException)
            {
                return true;
            }
            var runes = new int[63];
            var count = Punycode.Decode(ascii.AsSpan(4), runes);
            var decoded = string.Concat(runes.Take(Math.Max(0, count)).Select(r => new Rune(r).ToString()));
            return decoded.Normalize(NormalizationForm.FormC) == platform.Normalize(NormalizationForm.FormC);
        });

    [Fact]
    public void Any_text_is_decoded_or_refused_within_the_buffer() =>
        Gen.String[Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789-"], 0, 200].Sample(text => Punycode.Decode(text, new int[63]) is >= -1 and <= 63);
}
