using System.Globalization;
using Serjeant.Registers;
using Serjeant.Reports;
using Serjeant.Traces;

namespace Serjeant.Cli.Reports;

/// <summary>Logs and traces in plain text. URLs and clients are not printed: they tell of people.</summary>
internal static class TracesText
{
    private const int MostLogs = 200, MostHosts = 200, MostPeople = 1_000;

    public static void Write(string path, TracedFile traced, LogSummary summary, TextWriter output)
    {
        var file = traced.File;
        output.WriteLine($"{path}: {Form(file)}, {Count(file.Lines)} lines, {Span(file.First, file.Last)}");
        output.WriteLine($"  kept {Wording.Count(traced.Traces.Length, "trace", "traces")} of {Wording.Count(traced.Traces.Select(t => t.Host).Distinct().Count(), "host", "hosts")}; clients of {Wording.Count(traced.People.Length, "person", "people")} of ours appear");
        if (summary.Guess.Length > 0) output.WriteLine($"  {summary.Guess}");
        if (summary.Cut > 0) output.WriteLine($"  {(summary.Cut == 1 ? "1 line was" : $"{Count(summary.Cut)} lines were")} too long and {(summary.Cut == 1 ? "is" : "are")} cut");
        if (file.Dropped > 0) output.WriteLine($"  {Wording.Count(file.Dropped, "trace", "traces")} more not kept: too many");
        if (traced.Untried > 0) output.WriteLine($"  {Wording.Count(traced.Untried, "line", "lines")} not looked at: their paths look like mail's, and there are too many to try on every host that mail names. Name the server with --host.");
        if (summary.Damage.Length > 0) output.WriteLine($"  read only to its damage: {summary.Damage}");
        if (summary.Bad == 0) return;
        output.WriteLine($"  {Wording.Count(summary.Bad, "bad line", "bad lines")}; first:");
        foreach (var bad in summary.FirstBad) output.WriteLine($"    {bad}");
    }

    public static void Write(IReadOnlyList<TraceFile> files, IReadOnlyList<(int File, PersonCoverage Coverage)> coverage, IReadOnlyList<(int File, Trace Trace)> traces, uint last, Roster roster, TextWriter output)
    {
        if (files.Count == 0)
        {
            output.WriteLine("No log was read yet: serjeant traces add FILE...");
            return;
        }
        var (tracesOf, peopleOf) = (traces.CountBy(t => t.File).ToDictionary(), coverage.CountBy(c => c.File).ToDictionary());
        output.WriteLine("Logs:");
        // The last read are those that somebody asks about.
        var hidden = Math.Max(0, files.Count - MostLogs);
        if (hidden > 0) output.WriteLine($"  {Wording.Count(hidden, "log", "logs")} before these");
        for (var i = hidden; i < files.Count; i++)
        {
            var file = files[i];
            var bad = file.Bad > 0 ? $", {Count(file.Bad)} bad" : "";
            var before = file.Known < last ? "; mail was scanned since: traces again" : "";
            output.WriteLine($"  {file.Path}: {Form(file)}, {Span(file.First, file.Last)}, {Count(file.Lines)} lines{bad}, {Wording.Count(tracesOf.GetValueOrDefault(i), "trace", "traces")}, {Wording.Count(peopleOf.GetValueOrDefault(i), "person", "people")}{before}");
        }
        output.WriteLine();
        output.WriteLine("People whose clients appear:");
        var names = roster.People.DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Name, StringComparer.Ordinal);
        var people = coverage.GroupBy(c => c.Coverage.Person, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        foreach (var person in people.Take(MostPeople))
            output.WriteLine($"  {(names.GetValueOrDefault(person.Key) is { Length: > 0 } name ? name : person.Key)}: {Wording.Count(person.Count(), "log", "logs")}, {Span(person.Min(c => c.Coverage.First), person.Max(c => c.Coverage.Last))}, {Wording.Count(person.Sum(c => c.Coverage.Count), "line", "lines")}");
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
