using System.Collections.Immutable;
using Serjeant.Hunts.Tips;
using Serjeant.Values;

namespace Serjeant.Hunts.Watches;

/// <summary>Selectors that every later scan is held against.</summary>
public sealed record Watch
{
    /// <summary>From 1; 0 where it is not kept yet.</summary>
    public long Number { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required string By { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>Where the tip came from.</summary>
    public string Source { get; init; } = "";

    /// <summary>What is watched for; empty once it has ended, or where the key it was sealed under is gone.</summary>
    public ImmutableArray<Tip> Tips { get; init; } = [];

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? Ended { get; init; }

    public string EndedBy { get; init; } = "";

    /// <summary>Everything watched for as the giver wrote it, counted as <see cref="WatchSighting.Sought"/> counts: of each tip selectors, patterns, likenesses.</summary>
    public IEnumerable<(string Text, Origin Origin)> Sought =>
        Tips.SelectMany(t => t.Sought.Select(s => (s.Text, s.Origin)).Concat(t.Patterns.Select(p => (p.Text, p.Origin))).Concat(t.Likenesses.Select(l => (l.Text, Origin.Unknown))));
}

/// <summary>A message in which a scan met something that is watched for.</summary>
/// <param name="Watch">Its number.</param>
/// <param name="Message">Which message.</param>
/// <param name="Sought">Which of <see cref="Watches.Watch.Sought"/>, from 0.</param>
/// <param name="Role">Where it stood.</param>
public sealed record WatchSighting(long Watch, Sha256 Message, int Sought, SelectorRole Role);
