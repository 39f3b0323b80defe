namespace Serjeant.Samples.Deliveries;

internal enum Folder
{
    Journal,
    Reported,
    Sent,
}

/// <summary>One copy of a message, as it lies in one folder. The lines of <paramref name="Bytes"/> end with LF.</summary>
internal sealed record Copy(
    byte[] Bytes, string MessageId, string EnvelopeFrom, DateTimeOffset At, string Kind, string Expected,
    IReadOnlyList<string> Targets, Folder Folder, string? Owner = null)
{
    /// <summary>Whose name it wears: a person's identifier or the name of an organisation; null where nobody's.</summary>
    public string? Imitates { get; init; }

    /// <summary>The address that the mask comes from or leads to.</summary>
    public string? FalseAddress { get; init; }
}
