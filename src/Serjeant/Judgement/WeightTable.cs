using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Serjeant.Signals;
using Serjeant.Values;

namespace Serjeant.Judgement;

/// <summary>Which way a signal may count. A fit that wants the other way gives zero: a chance of the sample, not a fact of hostile mail.</summary>
public enum Leaning
{
    Hostile,
    Ordinary,
}

/// <summary>One signal's data entry.</summary>
/// <param name="Code">family.what-it-is.</param>
/// <param name="Wording">One line for a person; {evidence} stands for what was seen.</param>
/// <param name="Leans">The way it may count.</param>
/// <param name="Decibans">Its weight.</param>
/// <param name="Limit">The most it may weigh either way when fitted; null for the table's own limit.</param>
/// <param name="Set">Why a person set the weight instead of fitting it; null where it is fitted.</param>
public sealed record SignalEntry(string Code, string Wording, Leaning Leans, double Decibans, double? Limit = null, string? Set = null)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public SignalFamily Family => Enum.Parse<SignalFamily>(Code.AsSpan(0, Code.IndexOf('.', StringComparison.Ordinal)), ignoreCase: true);
}

/// <summary>Where fitted weights come from.</summary>
/// <param name="FittedOn">Folders and counts in words.</param>
/// <param name="At">Day, ISO 8601; empty for weights nobody fitted.</param>
/// <param name="Method">How.</param>
public sealed record Provenance(string FittedOn, string At, string Method);

/// <summary>Where campaigns begin, and from which totals they are suspect and hostile. No fit touches it.</summary>
/// <param name="Prior">Of a group of linked messages, before anything was seen of the group.</param>
/// <param name="Suspect">From here it is suspect. Above zero: tokens and strangers alone, which every newsletter has, must not reach it.</param>
/// <param name="Hostile">From here it is hostile.</param>
public sealed record CampaignScale(double Prior, double Suspect, double Hostile)
{
    /// <summary>One group in ten hostile, and hostile from 95 % on.</summary>
    public static CampaignScale Default { get; } = new(-10, 0, 13);

    /// <summary>Of mailboxes and servers of ours: one in a hundred house-years is broken in, and two unusual things alone are none.</summary>
    public static CampaignScale Own { get; } = new(-20, 0, 10);
}

/// <summary>Weights, wording and thresholds (data/signals/signals.json). All weights in decibans.</summary>
/// <param name="Prior">Weight of "hostile" before anything was seen.</param>
/// <param name="Suspect">Total from which a message is suspect.</param>
/// <param name="Hostile">Total from which it is hostile.</param>
/// <param name="FamilyShare">What each further signal of a family counts, of its weight, after the strongest: 0 to 1.</param>
/// <param name="FamilyLimit">The most that one family can give either way.</param>
/// <param name="SignalLimit">The most that a fitted signal can weigh.</param>
/// <param name="Campaigns">
/// The scale of whole campaigns. Not the messages': a fitted prior holds how rarely a hostile message shows nothing at all, which says nothing
/// of campaigns.
/// </param>
/// <param name="Outbound">The scale of what mailboxes and servers of ours send. No fit touches it.</param>
public sealed record WeightTable(
    Provenance Provenance, double Prior, double Suspect, double Hostile, double FamilyShare, double FamilyLimit, double SignalLimit,
    ImmutableArray<SignalEntry> Signals, CampaignScale? Campaigns = null, CampaignScale? Outbound = null)
{
    /// <summary>The table that ships.</summary>
    public static WeightTable Shipped { get; } = Read(ShippedData.Open("signals/signals.json"));

    /// <exception cref="JsonException">The stream is no weight table.</exception>
    public static WeightTable Read(Stream stream)
    {
        using (stream)
            return JsonSerializer.Deserialize(stream, JudgementJson.Default.WeightTable) ?? throw new JsonException("An empty weight table.");
    }

    /// <summary>Writes it for people to read and edit: indented, with quotation marks and other scripts as they are.</summary>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using (var writer = new Utf8JsonWriter(stream, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            JsonSerializer.Serialize(writer, this, JudgementJson.Default.WeightTable);
        stream.WriteByte((byte)'\n');
    }
}
