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
    public async Task<int> AddAsync(IReadOnlyList<string> files, TraceOptions options, TextWriter output, CancellationToken cancellation)
    {
        using var store = Open();
        var house = KnownHouse.Open(store, roster) ?? House.With(Roster.Empty);
        var maker = new TraceMaker(house, store, options);
        var (read, refused) = (0, 0);
        foreach (var file in files)
        {
            try
            {
                if (store.FindTraceFile(TraceMaker.DigestOf(file)) is { } known)
                {
                    await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{file}: read on {known.Read:yyyy-MM-dd HH:mm} UTC already, and not changed since.")).ConfigureAwait(false);
                    read++;
                    continue;
                }
                read += await ReadAsync(store, maker, file, output, cancellation).ConfigureAwait(false) ? 1 : 0;
            }
            catch (SerjeantException problem)
            {
                await Console.Error.WriteLineAsync($"serjeant: {problem.Message}").ConfigureAwait(false);
                refused++;
            }
        }
        return refused == 0 ? ExitCodes.Done : read > 0 ? ExitCodes.SomethingUnreadable : ExitCodes.Unusable;
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
                await ReadAsync(store, new TraceMaker(house, store, options), file.Path, output, cancellation).ConfigureAwait(false);
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
        TracesText.Write(store.ReadTraceFiles(), store.ReadCoverage(), [.. store.ReadTraces()], store.LastNumber, output);
        return ExitCodes.Done;
    }

    private static async Task<bool> ReadAsync(SqliteStore store, TraceMaker maker, string file, TextWriter output, CancellationToken cancellation)
    {
        var (traced, summary) = maker.Make(file, cancellation);
        store.Add(traced);
        await store.CommitAsync(cancellation).ConfigureAwait(false);
        TracesText.Write(file, traced, summary, output);
        return true;
    }

    private SqliteStore Open() => data.OpenExisting(time);
}
