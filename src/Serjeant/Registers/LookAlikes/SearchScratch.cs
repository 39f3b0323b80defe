namespace Serjeant.Registers.LookAlikes;

/// <summary>
/// Room to work in, one a thread: room on the stack would be cleared for every name, and a method that has both a loop and such room is
/// compiled once only, before anything is known of the constants it uses.
/// </summary>
internal sealed class SearchScratch
{
    [ThreadStatic]
    private static SearchScratch? _own;

    public static SearchScratch Own => _own ??= new();

    public char[] Name { get; } = new char[HostText.LongestName + 3];

    public byte[] Letters { get; } = new byte[256];

    public byte[] Squeezed { get; } = new byte[512];

    public byte[] Form { get; } = new byte[256];

    /// <summary>Eight more than letters: a head may be read beyond the last.</summary>
    public byte[] Sight { get; } = new byte[264];

    public byte[] Ends { get; } = new byte[256];

    public ulong[] Keys { get; } = new ulong[80];

    public int[] Compared { get; } = new int[SearchBounds.MostCompared];

    /// <summary>What <see cref="EditScript"/> fills for two labels.</summary>
    public short[] Cost { get; } = new short[EditScript.Longest * EditScript.Longest];

    public byte[] Step { get; } = new byte[EditScript.Longest * EditScript.Longest];
}
