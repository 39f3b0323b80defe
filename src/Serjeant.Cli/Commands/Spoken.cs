using System.CommandLine;

namespace Serjeant.Cli.Commands;

/// <summary>Options that say something in words, and must.</summary>
internal static class Spoken
{
    /// <summary>Refuses nothing at all, and the name of the next option where the value was forgotten.</summary>
    public static void Require(Option<string> option) => option.Validators.Add(result =>
    {
        var value = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (string.IsNullOrWhiteSpace(value)) result.AddError($"{option.Name} must not be empty");
        else if (value.StartsWith("--", StringComparison.Ordinal)) result.AddError($"{option.Name} needs a value, and {value} is an option");
    });
}
