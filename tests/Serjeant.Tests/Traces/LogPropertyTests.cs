using System.Globalization;
using System.Text;
using CsCheck;
using Serjeant.Traces;
using Xunit;

namespace Serjeant.Tests.Traces;

/// <summary>What is written in a form is read out of it again; and no bytes whatsoever make a reader throw anything but its refusal.</summary>
public sealed class LogPropertyTests
{
    private static readonly Gen<string> Word = Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789"].Array[1, 12].Select(c => new string(c));

    private static readonly Gen<string> Host = Word.Array[1, 4].Select(labels => string.Join('.', labels.Select(l => "h" + l)) + ".example");

    private static readonly Gen<string> Client = Gen.OneOf(
        Gen.Byte.Array[4].Select(b => string.Join('.', b)), Gen.UShort.Array[2].Select(u => string.Create(CultureInfo.InvariantCulture, $"2001:db8::{u[0]:x}:{u[1]:x}")));

    private static readonly Gen<string> Path = Gen.Char["abcXYZ019-._~/%=+@!$&'()*,;:[]"].Array[0, 40].Select(c => "/" + new string(c));

    private static readonly Gen<string> Query = Gen.Char["abcXYZ019-._~/%=+@!$&'()*,;:[]?"].Array[0, 40].Select(c => new string(c));

    private static readonly Gen<string> Agent = Gen.Char["abcXYZ 019()/;:,.\"\\[]#é\u0001'-"].Array[0, 60].Select(c => "M" + new string(c).Trim() + "z");

    private static readonly Gen<DateTimeOffset> Time = Gen.Long[0, 4_000_000_000].Select(s => DateTimeOffset.UnixEpoch.AddSeconds(Math.Max(s, 400_000_000)));

    private static readonly Gen<Line> Any = Gen.Select(Time, Client, Host, Path, Query, Agent).Select((time, client, host, path, query, agent) => new Line(time, client, host, path, query, agent));

    public static TheoryData<string> Forms => ["squid", "combined", "squid-combined", "iis", "zeek-dns", "zeek-http", "zeek-json", "bind", "dnsmasq", "unbound", "windows"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void What_is_written_is_read_again(string form) => Any.Array[1, 30].Sample(lines =>
    {
        var seen = new List<string>();
        var summary = Read(Write(form, lines), e => seen.Add(string.Create(CultureInfo.InvariantCulture, $"{e.Time:u} {Text(e, LogField.Client)} {Text(e, LogField.Host)} {Text(e, LogField.Path)} {Text(e, LogField.Query)} {Text(e, LogField.UserAgent)}")));
        Assert.Equal(lines.Select(l => Expect(form, l)), seen);
        Assert.Equal(0, summary.Bad);
    }, iter: 300);

    [Fact]
    public void No_bytes_whatsoever_throw_anything_but_a_refusal() => Gen.Byte.Array[0, 3_000].Sample(bytes => Survives(bytes), iter: 2_000);

    [Fact]
    public void No_damage_to_a_log_throws_anything()
    {
        var samples = Directory.GetFiles(LogSamples.Folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();
        Gen.Select(Gen.Int[0, 1_000], Gen.Select(Gen.Int[0, 20_000], Gen.Byte, Gen.Int[0, 3]).Array[1, 20]).Sample((file, changes) =>
        {
            var bytes = samples[file % samples.Length].ToList();
            foreach (var (at, value, kind) in changes)
            {
                var place = at % bytes.Count;
                if (kind == 0) bytes.Insert(place, value);
                else if (kind == 1 && bytes.Count > 1) bytes.RemoveAt(place);
                else if (kind == 2) bytes[place] = value;
                else bytes.InsertRange(place, bytes.Skip(place / 2).Take(40).ToList());
            }
            Survives([.. bytes]);
        }, iter: 3_000);
    }

    [Fact]
    public void A_line_without_end_is_cut_and_the_next_is_read()
    {
        var line = "192.0.2.1 - - [16/Nov/2026:04:20:06 +0000] \"GET /a HTTP/1.1\" 200 5 \"-\" \"agent\"\n";
        var text = line + line.Replace("agent", new string('x', 5_000_000), StringComparison.Ordinal) + line;
        var events = 0;
        var summary = Read(Encoding.UTF8.GetBytes(text), _ => events++);
        Assert.Equal((2, 1, 1L), (events, summary.Cut, summary.Bad));
        Assert.Equal([new BadLine(2, "a quote is not closed")], summary.FirstBad);
    }

    [Theory]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(300_000)]
    public void The_last_line_may_be_too_long_and_without_end(int length)
    {
        const string Line = "192.0.2.1 - - [16/Nov/2026:04:20:06 +0000] \"GET /a HTTP/1.1\" 200 5\n";
        var summary = Read(Encoding.UTF8.GetBytes(Line + new string('x', length)), _ => { });
        Assert.Equal((2L, 1L, length > 65_536 ? 1L : 0L), (summary.Lines, summary.Bad, summary.Cut));
    }

    private static void Survives(byte[] bytes)
    {
        try
        {
            Read(bytes, e =>
            {
                for (var field = (LogField)0; field < LogField.Count; field++) _ = e[field].Length;
            });
        }
        catch (SerjeantException refused)
        {
            Assert.StartsWith("some.log: ", refused.Message, StringComparison.Ordinal);
        }
    }

    private static LogSummary Read(byte[] bytes, Action<LogEvent> each) =>
        new LogReader(new() { Written = LogSamples.Written, Year = 2026 }).Read("some.log", () => new MemoryStream(bytes), each, CancellationToken.None);

    private static string Text(LogEvent e, LogField field) => Encoding.UTF8.GetString(e[field]);

    private static string Expect(string form, Line l)
    {
        var time = form switch
        {
            // Without a year: the tests give one, and one day.
            "dnsmasq" => new DateTimeOffset(2026, 5, 7, l.Time.Hour, l.Time.Minute, l.Time.Second, TimeSpan.Zero),
            _ => l.Time,
        };
        return form switch
        {
            "squid" => string.Create(CultureInfo.InvariantCulture, $"{time:u} {l.Client} {l.Host} {l.Path} {l.Query} "),
            "combined" => string.Create(CultureInfo.InvariantCulture, $"{time:u} {l.Client}  {l.Path} {l.Query} {l.Agent}"),
            "squid-combined" or "zeek-http" or "zeek-json" => string.Create(CultureInfo.InvariantCulture, $"{time:u} {l.Client} {l.Host} {l.Path} {l.Query} {l.Agent}"),
            "iis" => string.Create(CultureInfo.InvariantCulture, $"{time:u} {l.Client} {l.Host} {l.Path} {(l.Query.Length == 0 ? "" : l.Query == "-" ? "" : l.Query.TrimStart('?') == l.Query ? l.Query : l.Query[1..])} {l.Agent.Replace('+', ' ')}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{time:u} {l.Client} {l.Host}   "),
        };
    }

    private static byte[] Write(string form, Line[] lines)
    {
        var text = new StringBuilder();
        if (form == "iis") text.Append("#Fields: date time c-ip cs-host cs-uri-stem cs-uri-query cs(User-Agent)\r\n");
        if (form is "zeek-dns") text.Append("#separator \\x09\n#path\tdns\n#fields\tts\tid.orig_h\tquery\n");
        if (form is "zeek-http") text.Append("#separator \\x09\n#path\thttp\n#fields\tts\tid.orig_h\thost\turi\tuser_agent\n");
        foreach (var line in lines) text.Append(One(form, line));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string One(string form, Line l)
    {
        var epoch = l.Time.ToUnixTimeSeconds();
        var target = l.Query.Length == 0 ? l.Path : $"{l.Path}?{l.Query}";
        var quoted = l.Agent.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        return form switch
        {
            "squid" => Format($"{epoch}.000 12 {l.Client} TCP_MISS/200 411 GET http://{l.Host}{target} - HIER_DIRECT/198.51.100.80 image/gif\n"),
            "combined" => Format($"{l.Client} - - [{l.Time:dd/MMM/yyyy:HH:mm:ss} +0000] \"GET {target} HTTP/1.1\" 200 5 \"-\" \"{quoted}\"\n"),
            "squid-combined" => Format($"{l.Client} - - [{l.Time.ToOffset(TimeSpan.FromHours(5.5)):dd/MMM/yyyy:HH:mm:ss} +0530] \"GET http://{l.Host}{target} HTTP/1.1\" 200 5 \"-\" \"{quoted}\" TCP_MISS:HIER_DIRECT\n"),
            "iis" => Format($"{l.Time:yyyy-MM-dd HH:mm:ss} {l.Client} {l.Host} {l.Path} {(l.Query.Length == 0 ? "-" : l.Query)} {l.Agent.Replace(' ', '+')}\r\n"),
            "zeek-dns" => Format($"{epoch}.000000\t{l.Client}\t{l.Host}\n"),
            "zeek-http" => Format($"{epoch}.000000\t{l.Client}\t{l.Host}\t{target}\t{l.Agent.Replace("\\", "\\\\", StringComparison.Ordinal)}\n"),
            "zeek-json" => System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, object> { ["ts"] = epoch, ["id.orig_h"] = l.Client, ["host"] = l.Host, ["uri"] = target, ["user_agent"] = l.Agent }) + "\n",
            "bind" => Format($"{l.Time:dd-MMM-yyyy HH:mm:ss}.000 queries: info: client @0x7f {l.Client}#53 ({l.Host}): query: {l.Host} IN A +E(0)K (192.0.2.53)\n"),
            "dnsmasq" => Format($"May  7 {l.Time:HH:mm:ss} gw dnsmasq[1]: query[A] {l.Host} from {l.Client}\n"),
            "unbound" => Format($"[{epoch}] unbound[1:0] info: {l.Client} {l.Host}. A IN\n"),
            _ => Format($"{l.Time:yyyy-MM-dd HH:mm:ss} 0E58 PACKET  00000230C4B8A2B0 UDP Rcv {l.Client}   0b9c   Q [0001   D   NOERROR] A      {string.Concat(l.Host.Split('.').Select(p => $"({p.Length}){p}"))}(0)\n"),
        };
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Line(DateTimeOffset Time, string Client, string Host, string Path, string Query, string Agent);
}
