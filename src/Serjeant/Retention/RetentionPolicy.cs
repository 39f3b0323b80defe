using System.Globalization;
using System.Text;
using Serjeant.Values;

namespace Serjeant.Retention;

/// <summary>How long the two things that are kept of a message are kept, in days since the message was first read; from 1.</summary>
/// <param name="RecordDays">The working record: subject, addresses, names, evidence.</param>
/// <param name="EntryDays">The index entry with what the message can be found by; never shorter.</param>
public sealed record RetentionTerm(int RecordDays, int EntryDays);

/// <summary>For how long what is kept. docs/keeping.md gives the reasons of the defaults.</summary>
public sealed record RetentionPolicy
{
    /// <summary>Further things kept that have a term of their own, in days: as named in a policy file.</summary>
    public static readonly IReadOnlyList<string> TopicNames = ["reports", "traces", "hunts"];

    public static RetentionPolicy Default { get; } = new();

    /// <summary>Whom our people really write with is known from 180 days of mail; a month more, so that it does not lapse while it is needed.</summary>
    public RetentionTerm Ordinary { get; init; } = new(210, 5 * 365);

    /// <summary>What is suspect is often understood only when the next wave comes.</summary>
    public RetentionTerm Suspect { get; init; } = new(2 * 365, 5 * 365);

    /// <summary>Attributions and prosecutions have come three years and more after the mail.</summary>
    public RetentionTerm Hostile { get; init; } = new(10 * 365, 10 * 365);

    /// <summary>Rows of aggregate reports.</summary>
    public int ReportDays { get; init; } = 2 * 365;

    /// <summary>What logs told of who fetched what.</summary>
    public int TraceDays { get; init; } = 2 * 365;

    /// <summary>Who hunted for what, and why.</summary>
    public int HuntDays { get; init; } = 5 * 365;

    /// <summary>SHA-256 of the policy in one fixed form: equal for files that say the same.</summary>
    public Sha256 Digest => Sha256.Of(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"ordinary {Ordinary.RecordDays} {Ordinary.EntryDays}\nsuspect {Suspect.RecordDays} {Suspect.EntryDays}\nhostile {Hostile.RecordDays} {Hostile.EntryDays}\nreports {ReportDays}\ntraces {TraceDays}\nhunts {HuntDays}\n")));

    /// <summary>Null for what is held: that has no end by itself.</summary>
    public RetentionTerm? Of(RetentionClass retained) => retained switch
    {
        RetentionClass.Ordinary => Ordinary,
        RetentionClass.Suspect => Suspect,
        RetentionClass.Hostile => Hostile,
        _ => null,
    };

    /// <summary>Days of a further thing; null for one that has no term.</summary>
    public int? DaysOf(string topic) => topic switch
    {
        "reports" => ReportDays,
        "traces" => TraceDays,
        "hunts" => HuntDays,
        _ => null,
    };
}
