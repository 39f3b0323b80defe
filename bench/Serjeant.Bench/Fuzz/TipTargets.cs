using System.Text;
using Serjeant.Hunts.Patterns;
using Serjeant.Hunts.Tips;

namespace Serjeant.Bench.Fuzz;

/// <summary>Tips of every form, and patterns by themselves: nothing is thrown, everything read is counted, bounds hold, and the same bytes give the same.</summary>
internal static class TipTargets
{
    private static readonly TipLimits Limits = new() { Entries = 200, Refusals = 50, Bytes = 64 * 1024, Observed = true };

    private static string Samples => Path.Combine("tests", "Serjeant.Tests", "Corpus", "tips");

    public static FuzzTarget Tips { get; } = new("tips", TipSeeds, RunTip,
        "\n", "\r\n", ",", ";", "\t", "|", "\"", "#", "# Reference: ", "[.]", "hxxp://", "@", "<", ">", "*", "?", "/", "/24", "/0", "/128", ":", "::", "xn--", "\u0430", "\u001a", "subject: ", "shape: ", "*.", ".co.uk", "[2001:db8::1]:443",
        "{", "}", "[", "]", "{\"objects\":[", "{\"Event\":", "\"type\":\"indicator\"", "\"pattern\":\"", "\\ud800", "\"to_ids\":true", "\"Attribute\":[", "\u001f\u008b", "\ufeff", "indicator,type\n", "From: ", "Received: ");

    public static FuzzTarget Patterns { get; } = new("patterns", PatternSeeds, RunPattern,
        "[", "]", "(", ")", " AND ", " OR ", " FOLLOWEDBY ", " NOT ", " IN (", " LIKE ", " MATCHES ", " ISSUBSET ", "EXISTS ", " WITHIN 5 SECONDS", " REPEATS 3 TIMES", " START t'2026-01-01T00:00:00Z' STOP t'2026-02-01T00:00:00Z'",
        "'", "\\", "\\'", "t'", "h'ff'", "b'", "/*", "*/", "//", "[*]", ".'a'", "=", "!=", "<=", "%", "_", "^", "$", ".*", ".+", "domain-name:value", "email-message:subject", "ipv4-addr:value", "99999999999", "-", "1.5");

    private static IEnumerable<byte[]> TipSeeds()
    {
        yield return "evil.example\n203.0.113.0/24\nhxxps://evil[.]example/a?b=c\n<1@evil.example>\nsubject: Figures\n*.evil.example\n"u8.ToArray();
        yield return "{\"type\":\"bundle\",\"id\":\"bundle--1\",\"objects\":[{\"type\":\"indicator\",\"id\":\"indicator--1\",\"pattern\":\"[url:value = 'http://evil.example/a']\"}]}"u8.ToArray();
        if (!Directory.Exists(Samples)) yield break;
        foreach (var path in Directory.GetFiles(Samples).Order(StringComparer.Ordinal)) yield return File.ReadAllBytes(path);
    }

    private static IEnumerable<byte[]> PatternSeeds() =>
        from pattern in (string[])
        [
            "[domain-name:value = 'evil.example' OR ipv4-addr:value IN ('203.0.113.5', '203.0.113.6')]",
            "([email-message:subject = 'x' AND email-message:from_ref.value LIKE '%@evil.example'] FOLLOWEDBY [url:value MATCHES '^https://evil\\\\.example/.*$']) WITHIN 600 SECONDS",
            "([domain-name:value LIKE '%.evil.example'] AND [file:hashes.MD5 = '79054025255fb1a26e4bc422aef54eb4']) REPEATS 2 TIMES START t'2026-01-01T00:00:00Z' STOP t'2026-02-01T00:00:00Z'",
        ]
        select Encoding.UTF8.GetBytes(pattern);

    private static void RunTip(byte[] bytes)
    {
        var tip = Read(bytes);
        if (tip.Entries != tip.Taken + tip.Refused) throw new FuzzException($"{tip.Entries} entries, {tip.Taken} taken, {tip.Refused} refused");
        if (tip.Entries > Limits.Entries + 2) throw new FuzzException("a bound does not hold");
        if (tip.Refusals.Any(r => r.Reason.Length == 0 || r.Text.Length > 200)) throw new FuzzException("a refusal without a reason or without bounds");
        foreach (var sought in tip.Sought.Concat(tip.Patterns.SelectMany(p => p.Leaves)))
            if (sought.Any.IsEmpty && sought.All.IsEmpty || sought.Any.Any(s => s.Value.Length > 2_048) || sought.All.Any(w => !Wildcard.CanList(w.Kind))) throw new FuzzException($"nothing that can be looked up: {sought.Text}");
        var again = Read(bytes);
        if (!tip.Refusals.SequenceEqual(again.Refusals) || !tip.Sought.Select(s => s.Text).SequenceEqual(again.Sought.Select(s => s.Text))) throw new FuzzException("the same bytes give another tip");
    }

    private static void RunPattern(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var query = PatternParser.Parse(text, out var error);
        if (query is null == (error.Length == 0)) throw new FuzzException("neither a pattern nor an error, or both");
        var draft = new TipDraft(Limits);
        new PatternTranslator(draft).Add(text, "here", Origin.Unknown);
        var tip = draft.ToTip("memory", TipKind.Stix);
        if (tip.Entries != 1 || tip.Taken + tip.Refused != 1) throw new FuzzException("a pattern is one entry");
        // Every leaf finds the same few messages, one of them without a date.
        Hit[] hits = [new(1, DateTimeOffset.UnixEpoch), new(2, DateTimeOffset.UnixEpoch.AddSeconds(3)), new(3, null)];
        foreach (var pattern in tip.Patterns)
            if (new PatternEvaluator(_ => hits).Evaluate(pattern).Except(hits).Any()) throw new FuzzException("an answer that nothing gave");
    }

    private static Tip Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return new TipReader(Limits).ReadAsync(stream, "memory").GetAwaiter().GetResult();
    }
}
