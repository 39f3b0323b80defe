using Serjeant.Hunts;
using Serjeant.Registers;
using Serjeant.Sources;
using Serjeant.Traces;

namespace Serjeant.Reports.Hunts;

/// <summary>All that a report on a hunt is written from.</summary>
/// <param name="Title">Whose mail it was.</param>
/// <param name="Result">What was found.</param>
/// <param name="Roster">Gives people's names.</param>
/// <param name="MadeAt">When it is written.</param>
public sealed record HuntReport(string Title, HuntResult Result, Roster Roster, DateTimeOffset MadeAt)
{
    private Dictionary<string, string>? _names;

    /// <summary>Where a message lies, by its number; asked only for messages that are shown.</summary>
    public Func<uint, IReadOnlyList<MessagePlace>> Places { get; init; } = static _ => [];

    /// <summary>What the senders learned of people, by their identifiers; null where no logs were ever added.</summary>
    public IReadOnlyDictionary<string, Exposure>? Exposures { get; init; }

    /// <summary>Messages that could not be read, where the hunt read mail.</summary>
    public IReadOnlyList<Unreadable> Unreadable { get; init; } = [];

    /// <summary>What the time went for; null where it is not told.</summary>
    public double? Seconds { get; init; }

    /// <summary>The person's name, or the identifier where the roster does not know it (any more).</summary>
    public string NameOf(string person)
    {
        _names ??= Roster.People.DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Name, StringComparer.Ordinal);
        return _names.GetValueOrDefault(person, person);
    }

    public ExposureState StateOf(string person) => Exposures?.GetValueOrDefault(person)?.State ?? ExposureState.Unknown;
}

/// <summary>Writes down a hunt. Nothing that a tip or a message holds can break the form of what is written, or throw.</summary>
public interface IHuntReport
{
    /// <summary>Writes the whole report; the caller opens, flushes and closes <paramref name="output"/>.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; what was written so far is incomplete.</exception>
    void Write(HuntReport report, TextWriter output, CancellationToken cancellation = default);
}
