using System.Text;
using System.Text.Json;
using Serjeant.Facts;
using Serjeant.Facts.Html;
using Serjeant.Facts.Unwrapping;
using Serjeant.Registers;
using Serjeant.Signals;
using Serjeant.Sources;

namespace Serjeant.Bench.Fuzz;

/// <summary>Facts of whole messages, facts of HTML, and signals: whatever the bytes, nothing is thrown, bounds hold, and the same bytes give the same.</summary>
internal static class FactsTargets
{
    private static readonly FactsLimits Limits = new() { Parts = 200, Depth = 16, Links = 100, TextCharacters = 64 * 1024, Recipients = 50, Attachments = 20, ArchiveBytes = 1024 * 1024 };
    private static readonly Lazy<(House House, FactsMaker Facts, SignalMaker Signals)> Made = new(Make);
    private static readonly LinkUnwrapper Unwrapper = new();

    private static readonly string[] Tokens =
    [
        "\r\n", "\r\n\r\n", "\n\n", "--b\r\n", "\r\n--b--\r\n", "From: ", "Subject: ", "To: ", "Received: from ", "Content-Type: multipart/mixed; boundary=b\r\n\r\n", "Content-Type: text/html; charset=utf-16\r\n",
        "Content-Type: message/rfc822\r\n\r\n", "Content-Type: message/external-body; access-type=URL; url=\"http://a.example/\"\r\n", "Content-Type: text/calendar; method=REQUEST\r\n", "Content-Transfer-Encoding: base64\r\n",
        "Content-Transfer-Encoding: quoted-printable\r\n", "Content-Disposition: attachment; filename=\"a.zip\"\r\n", "=?utf-8?b?", "?=", "=?x?q?", "<a href=\"", "<img src=//", "style=\"display:none\"", "<style>", "<!--[if mso]>",
        "<![endif]-->", "<iframe srcdoc=\"", "<noscript>", "<base href=\"http://b.example/\">", "url(", "@", "<>", ";", ",", "\u0000", "\u00ff", "Re: ", " via ", "List-Id: <l.example>\r\n", "Authentication-Results: mx.example; dkim=pass\r\n", "%PDF-1.4", "PK\u0003\u0004", "{\\rtf1",
    ];

    public static FuzzTarget Facts { get; } = new("facts", Messages, bytes => _ = MakeTwice(bytes), Tokens);

    public static FuzzTarget Html { get; } = new("html", Pages, RunHtml, Tokens);

    public static FuzzTarget Signals { get; } = new("signals", Messages, RunSignals, Tokens);

    private static (House, FactsMaker, SignalMaker) Make()
    {
        var lists = WarningLists.Load();
        var file = Path.Combine(Samples, "house.yaml");
        var house = House.With(File.Exists(file) ? new RosterReader(lists).Read(file) : Roster.Empty);
        return (house, new FactsMaker(house.Roster, house.Services, limits: Limits), new SignalMaker(house));
    }

    private static string Samples => Path.Combine("tests", "Serjeant.Tests", "Corpus", "signals");

    /// <summary>The samples of the tests where the command runs at the project's root, and one of our own where not.</summary>
    private static IEnumerable<byte[]> Messages()
    {
        yield return "From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<a href=x>y</a>\r\n--b--\r\n"u8.ToArray();
        if (!Directory.Exists(Samples)) yield break;
        foreach (var path in Directory.GetFiles(Samples, "*.eml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)) yield return File.ReadAllBytes(path);
    }

    private static IEnumerable<byte[]> Pages()
    {
        yield return "<html><head><style>.a{display:none}</style></head><body><div class=a>x</div><a href=\"https://a.example/?u=b\">y</a><img src=//a.example/p width=1></body></html>"u8.ToArray();
        foreach (var message in Messages())
            if (message.AsSpan().IndexOf("<html"u8) is > 0 and var start) yield return message[start..];
    }

    private static MessageFacts MakeTwice(byte[] bytes)
    {
        var facts = Made.Value.Facts.Make(new(new("memory", 0, 0), bytes));
        if (facts.Oddities.FirstOrDefault(o => o.Kind == OddityKind.Unparsable) is { } odd && odd.Detail != "FormatException")
            throw new FuzzException($"a reader threw {odd.Detail}");
        if (facts.Links.Length > Limits.Links || facts.Attachments.Length > Limits.Attachments || facts.Content.VisibleText.Length > Limits.TextCharacters + 1)
            throw new FuzzException("a bound does not hold");
        if (Show(facts) != Show(Made.Value.Facts.Make(new(new("memory", 0, 0), bytes)))) throw new FuzzException("the same message gives other facts");
        return facts;
    }

    private static void RunSignals(byte[] bytes)
    {
        var facts = MakeTwice(bytes);
        var signals = Made.Value.Signals.Make(facts);
        foreach (var signal in signals)
            if (signal.Evidence.Length is 0 or > 300) throw new FuzzException($"{signal.Code} has evidence of {signal.Evidence.Length} characters");
        if (signals.DistinctBy(s => s.Code).Count() != signals.Length) throw new FuzzException("a code twice");
        if (!signals.SequenceEqual(Made.Value.Signals.Make(facts))) throw new FuzzException("the same facts give other signals");
    }

    private static void RunHtml(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var first = ReadHtml(text);
        if (first.Links.Count > Limits.Links || first.Visible.Length > Limits.TextCharacters + 1) throw new FuzzException("a bound does not hold");
        var second = ReadHtml(text);
        if (first.Visible.ToString() != second.Visible.ToString() || first.Skeleton != second.Skeleton || !first.Links.SequenceEqual(second.Links))
            throw new FuzzException("the same page gives other facts");
    }

    private static HtmlFacts ReadHtml(string text)
    {
        var facts = new HtmlFacts();
        new HtmlReader(Limits, Unwrapper).Read(text, facts);
        return facts;
    }

    private static string Show(MessageFacts facts) => string.Join('\n',
        [facts.Subject.ToString(), facts.MessageId ?? "", .. facts.Sender.From.Select(m => m.ToString()), .. facts.Recipients.All.Select(a => a.Key), .. facts.Links.Select(l => l.ToString()),
            .. facts.Attachments.Select(a => $"{a.Name} {a.RealType} {a.Traits} {a.Sha256}"), .. facts.Oddities.Select(o => o.ToString()), facts.Content.VisibleText, facts.Content.HiddenText, JsonSerializer.Serialize(facts.Content.Template.Bins.IsDefault ? 0 : facts.Content.Template.Bins.Length)]);
}
