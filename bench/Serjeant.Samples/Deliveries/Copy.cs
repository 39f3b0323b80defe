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
    IReadOnlyList<string> Targets, Folder Folder, string? Owner = null);
