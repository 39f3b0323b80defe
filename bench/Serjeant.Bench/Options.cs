namespace Serjeant.Bench;

/// <summary>Reads options of the form --name value.</summary>
internal static class Options
{
    public static string? Value(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var i && i + 1 < args.Length ? args[i + 1] : null;
}
