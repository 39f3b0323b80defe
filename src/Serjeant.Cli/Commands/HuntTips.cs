using System.Collections.Immutable;
using Serjeant.Facts;
using Serjeant.Hunts.Tips;
using Serjeant.Signals;

namespace Serjeant.Cli.Commands;

/// <summary>Everything that a command line gives to hunt for, read.</summary>
internal static class HuntTips
{
    /// <exception cref="UsageException">Nothing is given.</exception>
    /// <exception cref="SerjeantException">A file cannot be read.</exception>
    public static async Task<ImmutableArray<Tip>> ReadAsync(HuntRequest request, House house, CancellationToken cancellation)
    {
        var tips = ImmutableArray.CreateBuilder<Tip>();
        var reader = new TipReader();
        if (request.Selectors.Length > 0) tips.Add(reader.Read(request.Selectors));
        if (request.From.Concat(request.Like).FirstOrDefault(Directory.Exists) is { } folder) throw new SerjeantException($"{folder}: it is a folder; a tip or a message is one file.", retryHelps: false);
        foreach (var path in request.From)
            tips.Add(path == "-" ? await reader.ReadAsync(Console.OpenStandardInput(), path, cancellation).ConfigureAwait(false) : await reader.ReadAsync(path, cancellation).ConfigureAwait(false));
        var likeness = new LikenessMaker(house, new FactsMaker(house.Roster, house.Services));
        foreach (var path in request.Like)
        {
            if (!File.Exists(path)) throw new SerjeantException($"{path}: there is no such file.", retryHelps: false);
            var file = new FileInfo(path);
            tips.Add(await likeness.ReadAsync(new(path, file.Length, file.LastWriteTimeUtc), cancellation).ConfigureAwait(false));
        }
        if (tips.Count == 0) throw new UsageException("Say what to hunt for: selectors, --from FILE or --like FILE.");
        return tips.ToImmutable();
    }
}
