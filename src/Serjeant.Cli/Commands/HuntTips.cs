using System.Collections.Immutable;
using Serjeant.Hunts.Tips;

namespace Serjeant.Cli.Commands;

/// <summary>Everything that a command line gives to hunt for, read.</summary>
internal static class HuntTips
{
    /// <exception cref="UsageException">Nothing is given.</exception>
    /// <exception cref="SerjeantException">A file cannot be read.</exception>
    public static async Task<ImmutableArray<Tip>> ReadAsync(HuntRequest request, CancellationToken cancellation)
    {
        var tips = ImmutableArray.CreateBuilder<Tip>();
        var reader = new TipReader();
        if (request.Selectors.Length > 0) tips.Add(reader.Read(request.Selectors));
        foreach (var path in request.From)
            tips.Add(path == "-" ? await reader.ReadAsync(Console.OpenStandardInput(), path, cancellation).ConfigureAwait(false) : await reader.ReadAsync(path, cancellation).ConfigureAwait(false));
        if (tips.Count == 0 && request.Like.Length == 0) throw new UsageException("Say what to hunt for: selectors, --from FILE or --like FILE.");
        return tips.ToImmutable();
    }
}
