using Serjeant.Cli.Reports;
using Spectre.Console;

namespace Serjeant.Cli.Commands;

/// <summary>What is on record of hunts: the list, the watches; the end of a watch; whether a reason is needed.</summary>
internal sealed class HuntRecordRun(HuntRequest request, bool watches, long? unwatch, string? reasons, TimeProvider time)
{
    public async Task<int> RunAsync(IAnsiConsole console, CancellationToken cancellation)
    {
        if (!Directory.Exists(request.Data.Folder)) throw new SerjeantException($"{request.Data.Folder}: there is no such data folder.", retryHelps: false);
        using var store = request.Data.OpenExisting(time);
        if (reasons is not null)
        {
            store.RequireReason(reasons == "required");
            console.Write(new Text(reasons == "required" ? "Every hunt must say why.\n" : "A hunt need not say why; who hunts is on record all the same.\n"));
        }
        else if (unwatch is { } number)
        {
            if (!store.EndWatch(number, request.By, time.GetUtcNow())) throw new UsageException($"There is no open watch {number}. serjeant hunt --watches lists them.");
            console.Write(new Text($"Watch {number} has ended; its selectors are forgotten.\n"));
        }
        else if (watches) HuntRecordText.WriteWatches(store.ReadWatches(), store.ReadSightings(), request.Format, console);
        else HuntRecordText.WriteHunts(store.ReadHunts(), request.Format, console);
        await store.CommitAsync(cancellation).ConfigureAwait(false);
        return ExitCodes.Done;
    }
}
