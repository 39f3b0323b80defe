using System.Diagnostics;
using System.Text;
using Serjeant.Registers.Names;

namespace Serjeant.Bench.Fuzz;

/// <summary>Names: the first line is a register's name, the rest a display name. Nothing is thrown, nothing takes long, and the same gives the same.</summary>
internal static class NamesTarget
{
    private static readonly string[] Names =
        ["Jane Hartwell", "Hartwell, Jane [Member]", "The Rt Hon J. R. Smith-Jones MP", "Yusuf bin Khalid al-Marwani", "Евгений Ворошкевич", "欧阳泽楷", "남궁현서", "ペネロープ・ハートウェル", "נועה ברקוביץ", "يوسف المرواني"];

    public static FuzzTarget Target { get; } = new("names", () => from a in Names from b in Names select Encoding.UTF8.GetBytes($"{a}\n{b}"), Run,
        " ", ",", "-", "'", ".", "\n", "J", "(", "|", "@", "via ", "Dr ", "Office of ", " of ", "\u202e", "\u200b", "\u0301", "van der ", "Ltd", "& ", "0", "1", "\ufffd", "Aa", "王", "김", "\U0001d400", "\u1100");

    private static void Run(byte[] bytes)
    {
        if (bytes.Length > 4_096) bytes = bytes[..4_096]; // the register is the user's own: only display names are of any length, and tests hold their bound
        var text = Encoding.UTF8.GetString(bytes);
        // Half a surrogate pair cannot come out of UTF-8, but out of other charsets.
        var cut = text.IndexOf('\n', StringComparison.Ordinal);
        var (name, display) = cut < 0 ? (text, text) : (text[..cut], text[(cut + 1)..].Replace('\ufffd', '\ud83d'));
        var clock = Stopwatch.StartNew();
        var matcher = new NameMatcher([new("a", [name]), new("b", ["Jane Hartwell", display])]);
        var first = Said(matcher, display);
        if (first != Said(matcher, display)) throw new FuzzException("the same name is read differently");
        new PersonNameMaker().Make(name);
        if (clock.ElapsedMilliseconds > 10_000) throw new FuzzException($"{clock.ElapsedMilliseconds} ms");
    }

    private static string Said(NameMatcher matcher, string text) =>
        string.Join('\n', matcher.FindAll(text, 5).Select(m => $"{m.Subject} {m.Score} {m.Explanation} {m.Office} {string.Join(' ', m.Extra)}")) + matcher.FindInLocalPart(text)?.Explanation;
}
