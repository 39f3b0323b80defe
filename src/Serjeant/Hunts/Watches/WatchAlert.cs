using System.Collections.Immutable;
using Serjeant.Hunts.Tips;

namespace Serjeant.Hunts.Watches;

/// <summary>Something watched for that a scan's mail has.</summary>
/// <param name="Watch">Whose it is.</param>
/// <param name="Text">As the giver wrote it.</param>
/// <param name="Origin">Where the giver had it from.</param>
/// <param name="Messages">The scan's messages that have it, by date.</param>
/// <param name="People">Identifiers of people on the roster who received one.</param>
public sealed record WatchAlert(Watch Watch, string Text, Origin Origin, ImmutableArray<IndexEntry> Messages, ImmutableArray<string> People)
{
    public DateTimeOffset? First => Messages.Min(m => m.Date);

    public DateTimeOffset? Last => Messages.Max(m => m.Date);
}
