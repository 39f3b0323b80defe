namespace Serjeant.Cli;

/// <summary>What the process returns; documented in README and kept stable.</summary>
internal static class ExitCodes
{
    /// <summary>Also where there was no mail: a mailbox may be empty. A path that is not there is <see cref="Unusable"/>.</summary>
    public const int Done = 0;

    /// <summary>Done, but a file under a path, or a message in a file, could not be read, or an entry of a tip not be used; the report lists which.</summary>
    public const int SomethingUnreadable = 1;

    /// <summary>No such option, no path, a format nobody knows.</summary>
    public const int Usage = 2;

    /// <summary>Nothing was done: the data folder, the roster, the report's place or a path that was named cannot be used, or is not there; nothing of a tip can be used.</summary>
    public const int Unusable = 3;

    /// <summary>Stopped by Ctrl-C, as shells expect it: 128 and the signal's number.</summary>
    public const int Stopped = 130;

    /// <summary>Stopped by SIGTERM, likewise.</summary>
    public const int Terminated = 143;
}
