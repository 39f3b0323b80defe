using System.Text;
using CsCheck;
using Serjeant.Facts;
using Serjeant.Tests.Facts.Route;
using Serjeant.Tests.Signals;
using Xunit;

namespace Serjeant.Tests.Facts.Body;

/// <summary>The whole maker: any bytes give facts, the same bytes the same.</summary>
public sealed class FactsMakerTests
{
    private static readonly string[] Pieces =
    [
        "From: ", "a@h.example", "\r\n", "\n", "\r\n\r\n", "Subject: ", "=?utf-8?b?", "?=", "Content-Type: ", "multipart/mixed", "; boundary=b", "--b", "--b--", "text/html", "message/rfc822",
        "text/calendar", "; charset=", "utf-16", "Content-Transfer-Encoding: base64", "<a href=x>", "<style>", "Received: from a by b; ", "Tue, 3 Mar 2026 09:14:00 +0000", "Authentication-Results: ", "dkim=pass",
        "DKIM-Signature: v=1; d=", "List-Id: <", ">", ",", ";", "\0", "\u00ff", "message/external-body; access-type=URL; url=", "application/zip; name=a.zip", "PK\u0003\u0004", "%PDF-1.4\n", "Date: ", " via ", "Reply-To: ",
    ];

    private static readonly Gen<byte[]> Soup = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Select(pieces => Encoding.Latin1.GetBytes(string.Concat(pieces)));

    [Fact]
    public void Any_bytes_give_facts() => Gen.Byte.Array[0, 400].Sample(bytes => SampleHouse.FactsOf(bytes).Size == bytes.Length, iter: 3_000);

    [Fact]
    public void What_is_strung_together_of_mail_gives_facts_and_breaks_no_reader() =>
        Soup.Sample(bytes => Broken(SampleHouse.FactsOf(bytes)) is null, iter: 3_000);

    [Fact]
    public void Any_facts_give_signals_with_evidence() =>
        Soup.Sample(bytes => SampleHouse.SignalsOf(SampleHouse.FactsOf(bytes)).All(s => s.Evidence.Length is > 0 and <= 300), iter: 3_000);

    [Fact]
    public void The_samples_cut_off_anywhere_give_facts()
    {
        var samples = Directory.GetFiles(SampleHouse.Folder, "match.eml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();
        Gen.Int[0, samples.Length - 1].Select(Gen.Double[0, 1]).Sample((index, part) => Broken(SampleHouse.FactsOf(samples[index][..(int)(samples[index].Length * part)])) is null, iter: 2_000);
    }

    [Fact]
    public void The_same_bytes_give_the_same_facts() =>
        Soup.Sample(bytes => Show(SampleHouse.FactsOf(bytes)) == Show(SampleHouse.FactsOf(bytes)), iter: 1_000);

    [Fact]
    public void Every_fixture_of_the_parser_gives_facts()
    {
        var folder = FactsMaterial.Shared("corpora/tricky");
        Assert.Empty(from path in Directory.GetFiles(folder).Order(StringComparer.Ordinal)
                     let odd = Broken(SampleHouse.FactsOf(File.ReadAllBytes(path)))
                     where odd is not null
                     select $"{Path.GetFileName(path)}: {odd}");
    }

    /// <summary>What a reader threw; null where none did. The parser itself gives up on what is no message with a FormatException.</summary>
    private static string? Broken(MessageFacts facts) =>
        facts.Oddities.FirstOrDefault(o => o.Kind == OddityKind.Unparsable && o.Detail != nameof(FormatException))?.Detail;

    private static string Show(MessageFacts facts) =>
        string.Join('|', [facts.Subject.ToString(), .. facts.Links.Select(l => l.ToString()), .. facts.Oddities.Select(o => o.ToString()), .. facts.Recipients.All.Select(a => a.Key), facts.Content.VisibleText, facts.Content.HiddenText]);
}
