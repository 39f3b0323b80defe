namespace Serjeant.Outbound;

/// <summary>A mailbox or a server of ours with all that it sent, by date, and when its mail came back.</summary>
internal sealed class OwnUnit(string name, bool isServer)
{
    public string Name { get; } = name;

    public bool IsServer { get; } = isServer;

    public List<SentMail> Sent { get; } = [];

    /// <summary>Bounces to it, UTC ticks, by date; without those of mail that we know we did not send.</summary>
    public List<long> Returned { get; } = [];

    /// <summary>A first mail from outside or inside to this address, UTC ticks; long.MaxValue where none is known.</summary>
    public long FirstReceived { get; set; } = long.MaxValue;

    /// <summary>The roster names it, so it is somebody's.</summary>
    public bool OnRoster { get; init; }
}
