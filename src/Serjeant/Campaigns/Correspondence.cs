using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>What is known of the exchange with one address or domain: counts and dates, nothing that was said.</summary>
internal sealed class Correspondence
{
    /// <summary>An exchange must be this old before anybody is measured by it: a fraud's own mails come within days.</summary>
    private const int EstablishedDays = 14;

    private const int EnoughReceived = 3;

    /// <summary>Our people's mails to it.</summary>
    public int Sent { get; private set; }

    /// <summary>Its personal mails to us that were borne out: a spoofed From makes nobody known.</summary>
    public int Received { get; private set; }

    public long FirstTicks { get; private set; } = long.MaxValue;

    public long LastTicks { get; private set; } = long.MinValue;

    /// <summary>A message by which it is known, to show the true side.</summary>
    public Sha256 Witness { get; private set; }

    public DateTimeOffset First => new(FirstTicks, TimeSpan.Zero);

    /// <summary>Whether we really write with each other, and not since yesterday.</summary>
    public bool Established => (Sent > 0 || Received >= EnoughReceived) && LastTicks - FirstTicks >= TimeSpan.TicksPerDay * EstablishedDays;

    public int Exchanged => Sent + Received;

    public void Note(Sha256 message, long ticks, bool sent)
    {
        if (sent) Sent++;
        else Received++;
        // The earliest, so that the order of reading does not matter.
        if (ticks < FirstTicks || (ticks == FirstTicks && message.CompareTo(Witness) < 0)) Witness = message;
        FirstTicks = Math.Min(FirstTicks, ticks);
        LastTicks = Math.Max(LastTicks, ticks);
    }
}
