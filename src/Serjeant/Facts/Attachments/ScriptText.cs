using System.Buffers;
using System.Globalization;
using System.Text;

namespace Serjeant.Facts.Attachments;

/// <summary>Reads a browser script for what it builds, without running it: telling words, and the texts packed in its strings.</summary>
internal static class ScriptText
{
    /// <summary>Base64 shorter than this holds nothing that matters; ordinary words look like it too.</summary>
    private const int ShortestBase64 = 40;

    /// <summary>A string as long as this beside a decoder is a file being carried in.</summary>
    private const int CarriedFile = 2_000;

    private const int StringsDecoded = 32;
    private const int LinksPerScript = 64;

    private static readonly SearchValues<char> Base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
    private static readonly SearchValues<string> SaveBlob = SearchValues.Create(["msSaveOrOpenBlob", "msSaveBlob"], StringComparison.Ordinal);
    private static readonly SearchValues<string> Decoders = SearchValues.Create(["atob(", "unescape(", "decodeURIComponent(", "fromCharCode", "window[\"atob\"]", "CryptoJS"], StringComparison.Ordinal);
    private static readonly SearchValues<string> Writers = SearchValues.Create(["document.write(", "document.writeln(", "eval(", "innerHTML", "new Function(", "document[\"write\"]"], StringComparison.Ordinal);

    /// <param name="unwrapped">What its strings hold, where that is text.</param>
    public static void Inspect(string script, AttachmentFindings findings, out List<string> unwrapped)
    {
        unwrapped = [];
        var text = script.AsSpan();
        var decodes = text.ContainsAny(Decoders);
        if (AsksPassword(text)) findings.Note(AttachmentTraits.LoginForm);
        if (text.ContainsAny(SaveBlob)
            || (text.Contains("createObjectURL", StringComparison.Ordinal) && text.Contains("download", StringComparison.Ordinal))
            || (decodes && text.ContainsAny(Writers) && LongestWrite(text)))
            findings.Note(AttachmentTraits.HtmlSmuggling);
        Links(text, findings);
        if (script.Contains("%3C", StringComparison.OrdinalIgnoreCase)) unwrapped.Add(Uri.UnescapeDataString(script));
        else if (script.Contains("\\x3c", StringComparison.OrdinalIgnoreCase) || script.Contains("\\u003c", StringComparison.OrdinalIgnoreCase)) unwrapped.Add(Escapes(script));
        CharacterCodes(script, unwrapped);
        Strings(text, decodes, unwrapped, findings);
    }

    /// <summary>Decodes standard or URL-safe base64 as Latin-1; empty where it is none.</summary>
    public static string FromBase64(ReadOnlySpan<char> text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.IsAsciiLetterOrDigit(c) || c is '+' or '/') clean.Append(c);
            else if (c == '-') clean.Append('+');
            else if (c == '_') clean.Append('/');
            else if (c == '%' || !(char.IsWhiteSpace(c) || c == '=')) break;
        if (clean.Length % 4 == 1) clean.Length--;
        clean.Append('=', (4 - (clean.Length % 4)) % 4);
        var buffer = new byte[clean.Length / 4 * 3];
        return Convert.TryFromBase64String(clean.ToString(), buffer, out var length) ? Encoding.Latin1.GetString(buffer, 0, length) : "";
    }

    /// <summary>Writing out what was just decoded: only where a real amount is decoded, or the two stand in one breath.</summary>
    private static bool LongestWrite(ReadOnlySpan<char> text)
    {
        foreach (var writer in (ReadOnlySpan<string>)["document.write(", "eval("])
        {
            for (var rest = text; rest.IndexOf(writer) is >= 0 and var at;)
            {
                rest = rest[(at + writer.Length)..];
                if (rest[..Math.Min(40, rest.Length)].ContainsAny(Decoders)) return true;
            }
        }
        return LongestRun(text) >= CarriedFile;
    }

    private static int LongestRun(ReadOnlySpan<char> text)
    {
        var longest = 0;
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAnyExcept(Base64);
            if (end < 0) return Math.Max(longest, text.Length);
            longest = Math.Max(longest, end);
            text = text[(end + 1)..];
        }
        return longest;
    }

    /// <summary>"password" as the value of something called type, however it is quoted.</summary>
    private static bool AsksPassword(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var hit = text.IndexOf("password", StringComparison.OrdinalIgnoreCase);
            if (hit < 0) return false;
            var before = text[Math.Max(0, hit - 12)..hit];
            if (before.Contains("type", StringComparison.OrdinalIgnoreCase) && before[^1] is '"' or '\'' or '=' or '\\' or '`') return true;
            text = text[(hit + 8)..];
        }
    }

    private static void Links(ReadOnlySpan<char> text, AttachmentFindings findings)
    {
        for (var found = 0; found < LinksPerScript && TextUrls.Next(ref text, out var url); found++)
            if (!url.StartsWith("http://www.w3.org/", StringComparison.OrdinalIgnoreCase)) findings.AddLink(url.ToString(), LinkPlace.Script, visible: false);
    }

    private static void Strings(ReadOnlySpan<char> text, bool decodes, List<string> unwrapped, AttachmentFindings findings)
    {
        var decoded = 0;
        while (decoded < StringsDecoded)
        {
            var start = text.IndexOfAny(Base64);
            if (start < 0) return;
            text = text[start..];
            var end = text.IndexOfAnyExcept(Base64);
            if (end < 0) end = text.Length;
            if (end >= ShortestBase64)
            {
                decoded++;
                var inner = FromBase64(text[..end]);
                if (IsText(inner)) unwrapped.Add(inner);
                else if (decodes && end >= CarriedFile) findings.Note(AttachmentTraits.HtmlSmuggling);
            }
            text = text[end..];
        }
    }

    private static bool IsText(string text)
    {
        if (text.Length == 0) return false;
        var sample = text.AsSpan(0, Math.Min(512, text.Length));
        var plain = 0;
        foreach (var c in sample)
            if (c is >= ' ' and <= '~' or '\n' or '\r' or '\t') plain++;
        return plain >= sample.Length * 0.95;
    }

    private static string Escapes(string script)
    {
        var plain = new StringBuilder(script.Length);
        for (var i = 0; i < script.Length; i++)
        {
            var digits = script[i] != '\\' || i + 1 >= script.Length ? 0 : script[i + 1] switch { 'x' => 2, 'u' => 4, _ => 0 };
            if (digits > 0 && i + 2 + digits <= script.Length
                && int.TryParse(script.AsSpan(i + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                plain.Append((char)code);
                i += 1 + digits;
            }
            else plain.Append(script[i]);
        }
        return plain.ToString();
    }

    /// <summary>Lists of character codes: String.fromCharCode(60, 104, 116 ...).</summary>
    private static void CharacterCodes(string script, List<string> unwrapped)
    {
        var at = script.IndexOf("fromCharCode(", StringComparison.Ordinal);
        if (at < 0) return;
        var plain = new StringBuilder();
        var value = -1;
        foreach (var c in script.AsSpan(at + 13))
        {
            if (char.IsAsciiDigit(c)) value = Math.Min(((value < 0 ? 0 : value) * 10) + c - '0', 0x10000);
            else if (c is ',' or ' ' or ')' or '\n' or '\r' or '\t')
            {
                if (value is >= 0 and < 0x10000) plain.Append((char)value);
                value = -1;
                if (c == ')') break;
            }
            else break;
        }
        if (plain.Length >= 20) unwrapped.Add(plain.ToString());
    }
}
