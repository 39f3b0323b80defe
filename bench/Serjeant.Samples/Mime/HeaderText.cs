using System.Globalization;
using System.Text;

namespace Serjeant.Samples.Mime;

/// <summary>Text for header fields: encoded words (RFC 2047), mailboxes and dates (RFC 5322).</summary>
internal static class HeaderText
{
    private const int BytesPerWord = 42;

    public static string Encode(string text)
    {
        if (text.All(c => c is >= ' ' and < (char)127))
            return text;
        var words = new List<string>();
        var run = new List<byte>();
        foreach (var rune in text.EnumerateRunes())
        {
            var bytes = Encoding.UTF8.GetBytes(rune.ToString());
            if (run.Count + bytes.Length > BytesPerWord)
            {
                words.Add(Word(run));
                run.Clear();
            }
            run.AddRange(bytes);
        }
        words.Add(Word(run));
        return string.Join(' ', words);
    }

    /// <param name="quoted">Some programs quote every display name, some only where they must.</param>
    public static string Mailbox(string? name, string address, bool quoted = false)
    {
        if (string.IsNullOrEmpty(name))
            return address;
        var ascii = name.All(c => c < 127);
        if (ascii && (quoted || name.Any(c => ".,:;@|()".Contains(c, StringComparison.Ordinal))))
            return $"\"{name}\" <{address}>";
        return $"{Encode(name)} <{address}>";
    }

    /// <summary>As RFC 5322 has it: "Mon, 4 Jan 2021 09:12:33 +0100".</summary>
    public static string Date(DateTimeOffset when) =>
        when.ToString("ddd, d MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + when.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    private static string Word(List<byte> bytes)
    {
        var text = new StringBuilder("=?UTF-8?Q?");
        foreach (var one in bytes)
        {
            if (one is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or >= (byte)'0' and <= (byte)'9')
                text.Append((char)one);
            else
                text.Append(one == ' ' ? "_" : $"={one:X2}");
        }
        return text.Append("?=").ToString();
    }
}
