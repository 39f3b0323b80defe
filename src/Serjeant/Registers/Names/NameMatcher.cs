using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Serjeant.Registers.Names;

/// <summary>
/// Answers whether a display name or a mailbox name is meant to be read as one of the subjects', without comparing it with every subject:
/// any two parts of a name, or one part and a first letter, are a key. Written for rosters and for sanctions lists.
/// Safe to call from many threads.
/// </summary>
public sealed class NameMatcher
{
    private readonly IReadOnlyList<NamedSubject> _subjects;
    private readonly NameIndex _index;
    private readonly ConcurrentBag<NameSearch> _searches = [];

    public NameMatcher(IReadOnlyList<NamedSubject> subjects)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        _subjects = subjects;
        _index = new NameIndexMaker().Make(subjects);
    }

    /// <summary>Memory of the index, in bytes; the subjects themselves are not counted.</summary>
    public long Bytes => _index.Bytes;

    /// <summary>The subject whose name a display name can best be read as; null where there is none. Never throws, whatever the text.</summary>
    public NameMatch? Find(string displayName) => Run(displayName, mailbox: false, 1) is [var best, ..] ? best : null;

    /// <summary>The same for the part of an address before the @: given.family, gfamily1, familygiven.office.</summary>
    public NameMatch? FindInLocalPart(string localPart) => Run(localPart, mailbox: true, 1) is [var best, ..] ? best : null;

    /// <summary>All subjects who can be meant, the best first: two members may bear one name, and whoever screens wants every one.</summary>
    /// <param name="maximum">No more than this, from 1 to 1,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The maximum is out of range.</exception>
    public ImmutableArray<NameMatch> FindAll(string text, int maximum)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximum, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maximum, 1000);
        return Run(text, mailbox: false, maximum);
    }

    private ImmutableArray<NameMatch> Run(string text, bool mailbox, int maximum)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (_index.Entries.Length == 0) return [];
        if (!_searches.TryTake(out var search)) search = new(_index, _subjects);
        var found = search.Run(text, mailbox, maximum);
        _searches.Add(search);
        return found;
    }
}
