using System.Globalization;
using Serjeant.Cli.Reports;
using Serjeant.Registers;
using Serjeant.Signals;
using Serjeant.Storage;
using Serjeant.Traces;

namespace Serjeant.Cli.Commands;

/// <summary>Reads logs into a data folder, and prints what it knows of them.</summary>
internal sealed class TracesRun(StorePlace data, string? roster, TimeProvider time)
{
    public async Task<int> AddAsync(IReadOnlyList<string> files, TraceOptions options, bool zoneSaid, TextWriter output, CancellationToken cancellation)
    {
        using var store = Open();
        var house = KnownHouse.Open(store, roster) ?? House.With(Roster.Empty);
        var maker = new TraceMaker(house, store, options);
        var (read, refused, partly) = (0, 0, 0);
        foreach (var file in files)
        {
            try
            {
                if (store.FindTraceFile(TraceMaker.DigestOf(file)) is { } known && IsReadAs(known, options, zoneSaid))
                {
                    await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{file}: read on {known.Read:yyyy-MM-dd HH:mm} UTC already, and not changed since.")).ConfigureAwait(false);
                    read++;
                    continue;
                }
                partly += await ReadAsync(store, maker, file, output, cancellation).ConfigureAwait(false) ? 0 : 1;
                read++;
            }
            catch (SerjeantException problem)
            {
                await Console.Error.WriteLineAsync($"serjeant: {problem.Message}").ConfigureAwait(false);
                refused++;
            }
        }
        return refused + partly == 0 ? ExitCodes.Done : read > 0 ? ExitCodes.SomethingUnreadable : ExitCodes.Unusable;
    }

    public async Task<int> AgainAsync(TextWriter output, CancellationToken cancellation)
    {
        using var store = Open();
        var house = KnownHouse.Open(store, roster) ?? House.With(Roster.Empty);
        var (refused, gone) = (0, 0);
        foreach (var file in store.ReadTraceFiles())
        {
            if (!File.Exists(file.Path))
            {
                await output.WriteLineAsync($"{file.Path}: no longer there; what was kept of it stays.").ConfigureAwait(false);
                gone++;
                continue;
            }
            // A zone that another machine knew is better read in UTC than not at all, and said.
            if (!LogZone.TryParse(file.Zone, out var zone)) await output.WriteLineAsync($"{file.Path}: this machine does not know the zone {file.Zone}; times are read as UTC.").ConfigureAwait(false);
            var options = new TraceOptions { Reading = new() { Zone = zone, Year = file.Year == 0 ? null : file.Year }, Host = file.Host };
            try
            {
                if (!await ReadAsync(store, new TraceMaker(house, store, options), file.Path, output, cancellation).ConfigureAwait(false)) refused++;
            }
            catch (SerjeantException problem)
            {
                await Console.Error.WriteLineAsync($"serjeant: {problem.Message}").ConfigureAwait(false);
                refused++;
            }
        }
        return refused + gone == 0 ? ExitCodes.Done : ExitCodes.SomethingUnreadable;
    }

    public int List(TextWriter output)
    {
        using var store = Open();
        TracesText.Write(store.ReadTraceFiles(), store.ReadCoverage(), [.. store.ReadTraces()], store.LastNumber, Names(store), output);
        return ExitCodes.Done;
    }

    /// <summary>Whether a log was read as it is asked for now; what is not said now counts as said before.</summary>
    private static bool IsReadAs(TraceFile known, TraceOptions options, bool zoneSaid) =>
        (!zoneSaid || known.Zone == options.Reading.Zone.Id) && (options.Reading.Year is not { } year || known.Year == year) && (options.Host.Length == 0 || known.Host == options.Host);

    /// <summary>The list is of use without names, where the roster is gone that has them.</summary>
    private static Roster Names(SqliteStore store)
    {
        try
        {
            return KnownHouse.ReadRoster(store, null) ?? Roster.Empty;
        }
        catch (SerjeantException)
        {
            return Roster.Empty;
        }
    }

    /// <returns>Whether every line of it could be read.</returns>
    private static async Task<bool> ReadAsync(SqliteStore store, TraceMaker maker, string file, TextWriter output, CancellationToken cancellation)
    {
        var (traced, summary) = maker.Make(file, cancellation);
        store.Add(traced);
        await store.CommitAsync(cancellation).ConfigureAwait(false);
        TracesText.Write(file, traced, summary, output);
        return summary is { Bad: 0, Damage: "" };
    }

    private SqliteStore Open() => data.OpenExisting(time);
}
