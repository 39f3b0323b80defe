using Serjeant.Facts;
using Serjeant.Personas;
using Serjeant.Personas.Unwrapping;
using Serjeant.Registers;
using Serjeant.Signals;
using Serjeant.Sources;
using Serjeant.Values;

namespace Serjeant.Bench.Fuzz;

/// <summary>What others hand in: whatever the bytes, unwrapping gives a bounded number of layers, the same each time, and claims and reports come without a throw.</summary>
internal static class ReportedTarget
{
    private const int MaximumLayers = 32, MaximumImitations = 8;

    private static readonly Lazy<ClaimMaker> Maker = new(() =>
    {
        var lists = WarningLists.Load();
        var file = Path.Combine(Samples, "house.yaml");
        var house = House.With(File.Exists(file) ? new RosterReader(lists).Read(file) : Roster.Empty, lists);
        return new(house, new FactsMaker(house.Roster, house.Services, limits: new() { Parts = 200, Depth = 16, Links = 100, TextCharacters = 64 * 1024, Attachments = 20, ArchiveBytes = 1024 * 1024 }), new Serjeant.Hunts.SelectorMaker(house, new(new([new(new byte[Serjeant.Values.SecretKey.Length])]))), TimeProvider.System);
    });

    public static FuzzTarget Target { get; } = new("reported", Seeds, Run,
        "\r\n", "\n\n", "> ", "| ", "From: ", "Von: ", "De : ", "Sent: ", "To: ", "Subject: ", "Date: 2 March 2026", "[mailto:", "<mailto:", "---------- Forwarded message ---------\n", "Begin forwarded message:\n",
        "Content-Type: message/rfc822\r\n\r\n", "Content-Type: text/rfc822-headers\r\n\r\n", "Content-Type: message/feedback-report\r\n\r\n", "filename=\"a.eml\"", "Received: from ", "Message-ID: <", "--outer\n", "--outer--\n",
        " <a@b.example> wrote:", "<record>", "</record>", "<row><count>", "<!DOCTYPE a [", "\u001f\u008b\u0008", "PK\u0003\u0004", "\u0000", "\u00ff", "*", "\uff1a");

    private static string Samples => Path.Combine("tests", "Serjeant.Tests", "Corpus", "reported");

    /// <summary>The samples of the tests where the command runs at the project's root, and one of our own where not.</summary>
    private static IEnumerable<byte[]> Seeds()
    {
        yield return "From: a@b.example\r\nSubject: Fwd: x\r\n\r\nSee:\r\n\r\nFrom: C <c@d.example>\r\nSent: 2 March 2026\r\nTo: e@f.example\r\nSubject: x\r\n\r\nText\r\n"u8.ToArray();
        if (!Directory.Exists(Samples)) yield break;
        foreach (var path in Directory.GetFiles(Samples).Order(StringComparer.Ordinal))
            if (!path.EndsWith(".yaml", StringComparison.Ordinal)) yield return File.ReadAllBytes(path);
    }

    private static void Run(byte[] bytes)
    {
        var layers = Unwrapper.Unwrap(bytes);
        if (layers.Length is 0 or > MaximumLayers || layers[0].Depth != 0) throw new FuzzException($"{layers.Length} layers");
        if (!layers.Select(l => Sha256.Of(l.Bytes.Span)).SequenceEqual(Unwrapper.Unwrap(bytes).Select(l => Sha256.Of(l.Bytes.Span)))) throw new FuzzException("the same bytes give other layers");
        using var raw = new RawMessage(new("memory", 0, 0), bytes);
        var reporter = new Reporter("fuzz", default, "", "fuzz");
        foreach (var claim in Maker.Value.OfReport(raw, reporter).Concat(Maker.Value.OfText(raw, reporter)))
            if (claim.Message.Imitations.Length > MaximumImitations || claim.Guise?.Signature.Length > 300) throw new FuzzException("a bound does not hold");
        _ = Maker.Value.OfAggregate(raw, mail: true);
        _ = Maker.Value.OfAggregate(raw, mail: false);
    }
}
