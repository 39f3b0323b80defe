namespace Serjeant.Cli;

/// <summary>What the process returns; documented in README and kept stable.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int SomethingUnreadable = 1;
    public const int Usage = 2;
    public const int Unusable = 3;

    /// <summary>Stopped by Ctrl-C, as shells expect it: 128 and the signal's number.</summary>
    public const int Stopped = 130;
}
