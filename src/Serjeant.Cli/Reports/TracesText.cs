using System.Globalization;
using Serjeant.Reports;
using Serjeant.Traces;

namespace Serjeant.Cli.Reports;

/// <summary>Logs and traces in plain text. URLs and clients are not printed: they tell of people.</summary>
internal static class TracesText
{
    private const int MostHosts = 200, MostPeople = 1_000;

    public static void Write(string path, TracedFile traced, LogSummary summary, TextWriter output)
    {
        var file = traced.File;
        output.WriteLine($"{path}: {Form(file)}, {Count(file.Lines)} lines, {Span(file.First, file.Last)}");
        output.WriteLine($"  kept {Wording.Count(traced.Traces.Length, "trace", "traces")} of {Wording.Count(traced.Traces.Select(t => t.Host).Distinct().Count(), "host", "hosts")}; clients of {Wording.Count(traced.People.Length, "person", "people")} of ours appear");
        if (summary.Guess.Length > 0) output.WriteLine($"  {summary.Guess}");
        if (summary.Cut > 0) output.WriteLine($"  {Count(summary.Cut)} lines were too long and are cut");
        if (file.Dropped > 0) output.WriteLine($"  {Count(file.Dropped)} traces more were not kept: too many");
        if (summary.Damage.Length > 0) output.WriteLine($"  read only to its damage: {summary.Damage}");
        if (summary.Bad == 0) return;
        output.WriteLine($"  {Count(summary.Bad)} bad lines; first:");
        foreach (var bad in summary.FirstBad) output.WriteLine($"    {bad}");
    }

    public static void Write(IReadOnlyList<TraceFile> files, IReadOnlyList<(int File, PersonCoverage Coverage)> coverage, IReadOnlyList<(int File, Trace Trace)> traces, uint last, TextWriter output)
    {
        if (files.Count == 0)
        {
            output.WriteLine("No log was read yet: serjeant traces add FILE...");
            return;
        }
        output.WriteLine("Logs:");
        for (var i = 0; i < files.Count; i++)
        {
            var file = files[i];
            var bad = file.Bad > 0 ? $", {Count(file.Bad)} bad" : "";
            var before = file.Known < last ? "; mail was scanned since: traces again" : "";
            output.WriteLine($"  {file.Path}: {Form(file)}, {Span(file.First, file.Last)}, {Count(file.Lines)} lines{bad}, {Wording.Count(traces.Count(t => t.File == i), "trace", "traces")}, {Wording.Count(coverage.Count(c => c.File == i), "person", "people")}{before}");
        }
        output.WriteLine();
        output.WriteLine("People whose clients appear:");
        var people = coverage.GroupBy(c => c.Coverage.Person, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        foreach (var person in people.Take(MostPeople))
            output.WriteLine($"  {person.Key}: {Wording.Count(person.Count(), "log", "logs")}, {Span(person.Min(c => c.Coverage.First), person.Max(c => c.Coverage.Last))}, {Count(person.Sum(c => c.Coverage.Count))} lines");
        if (people.Count == 0) output.WriteLine("  none: name their user names, addresses or machines under clients in the roster");
        if (people.Count > MostPeople) output.WriteLine($"  and {Count(people.Count - MostPeople)} more");
        output.WriteLine();
        output.WriteLine("Hosts of mail that were asked for:");
        var hosts = traces.Select(t => t.Trace).GroupBy(t => t.Host, StringComparer.Ordinal).OrderByDescending(g => g.Max(t => t.Sight)).ThenByDescending(g => g.Sum(t => t.Count)).ToList();
        foreach (var host in hosts.Take(MostHosts))
        {
            var sights = host.GroupBy(t => t.Sight).OrderByDescending(g => g.Key).Select(g => $"{Count(g.Sum(t => t.Count))} {Words(g.Key)}");
            var persons = host.Select(t => t.Person).Where(p => p.Length > 0).Distinct(StringComparer.Ordinal).Count();
            output.WriteLine($"  {host.Key}: {string.Join(", ", sights)}; {Wording.Count(persons, "person", "people")} of ours; {Span(host.Min(t => t.First), host.Max(t => t.Last))}");
        }
        if (hosts.Count == 0) output.WriteLine("  none");
        if (hosts.Count > MostHosts) output.WriteLine($"  and {Count(hosts.Count - MostHosts)} more");
    }

    private static string Form(TraceFile file) => file.Format switch
    {
        LogFormat.Squid => "Squid",
        LogFormat.Combined when file.Source == LogSource.Proxy => "combined, of a proxy",
        LogFormat.Combined => "combined, of a web server",
        LogFormat.W3C when file.Source == LogSource.Proxy => "W3C extended, of a proxy",
        LogFormat.W3C => "W3C extended, of a web server",
        LogFormat.ZeekDns => "Zeek dns.log",
        LogFormat.ZeekHttp => "Zeek http.log",
        LogFormat.Bind => "BIND queries",
        LogFormat.WindowsDns => "Windows DNS debug log",
        _ => file.Format.ToString(),
    };

    private static string Words(SightKind sight) => sight switch
    {
        SightKind.Url => "by whole URL",
        SightKind.Path => "by path",
        SightKind.Host => "by host only",
        SightKind.Page => "of other pages",
        _ => "looked up",
    };

    private static string Span(DateTimeOffset? first, DateTimeOffset? last) =>
        first is null ? "no times" : string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd HH:mm} to {last:yyyy-MM-dd HH:mm} UTC");

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
