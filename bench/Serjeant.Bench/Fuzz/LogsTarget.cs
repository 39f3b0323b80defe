using System.Text;
using Serjeant.Traces;

namespace Serjeant.Bench.Fuzz;

/// <summary>Logs: any bytes are read, or refused in words; every field lies in its line; the same bytes give the same.</summary>
internal static class LogsTarget
{
    private static readonly LogReader Reader = new(new() { Written = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero) });

    public static FuzzTarget Target { get; } = new("logs", Seeds, Run,
        "\n", "\r\n", " ", "\t", "\"", "\\\"", "\\x", "\\x41", "[", "]", "#Fields: ", "#Fields: date time c-ip cs-uri-stem\n", "#fields\t", "#path\thttp\n", "#separator \\x20\n", "-", "+", "{", "}", "\"ts\":", "\"uri\":", "\"_path\":\"dns\"", "\\ud800",
        "query[", " query: ", "client @0x", "#53", "(3)www(0)", "(255)", " PACKET ", " Rcv ", "UDP ", "99999999999999999999", "16/Nov/2026:04:20:06 +0000", "31-Feb-2026 ", "Nov 16 04:20:06 ", "Feb 29 04:20:06 ", "1794801606.123", "dnsmasq[1]: ", "unbound[1:0] info: ", "http://", "CONNECT ", "::1", "\u0000", "\u00ff", "\u001f\u008b\u0008");

    private static string Samples => Path.Combine("tests", "Serjeant.Tests", "Corpus", "traces");

    /// <summary>The samples of the tests where the command runs at the project's root, and one of our own where not.</summary>
    private static IEnumerable<byte[]> Seeds()
    {
        yield return "192.0.2.1 - - [16/Nov/2026:04:20:06 +0000] \"GET /a HTTP/1.1\" 200 5 \"-\" \"agent\"\n"u8.ToArray();
        if (!Directory.Exists(Samples)) yield break;
        foreach (var path in Directory.GetFiles(Samples).Order(StringComparer.Ordinal))
            if (!path.EndsWith(".expected", StringComparison.Ordinal)) yield return File.ReadAllBytes(path);
    }

    private static void Run(byte[] bytes)
    {
        var (first, second) = (Read(bytes), Read(bytes));
        if (first != second) throw new FuzzException("the same log is read differently");
    }

    private static string Read(byte[] bytes)
    {
        var text = new StringBuilder();
        try
        {
            var summary = Reader.Read("a.log", () => new MemoryStream(bytes), e =>
            {
                text.Append(e.Number).Append(e.Time?.Ticks);
                for (var field = (LogField)0; field < LogField.Count; field++) text.Append(Encoding.Latin1.GetString(e[field])).Append('|');
            }, CancellationToken.None);
            if (summary.Events + summary.Bad > summary.Lines) throw new FuzzException("more events than lines");
            return text.Append(summary.Bad).AppendJoin('\n', summary.FirstBad).ToString();
        }
        catch (SerjeantException refused)
        {
            return refused.Message;
        }
    }
}
