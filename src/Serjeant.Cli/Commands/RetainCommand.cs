using System.CommandLine;
using System.Globalization;

namespace Serjeant.Cli.Commands;

/// <summary>serjeant retain: deletes what is older than it may be.</summary>
internal static class RetainCommand
{
    public static Command Make()
    {
        var (data, key) = (StorePlace.DataOption(), StorePlace.KeyOption());
        var policy = new Option<string?>("--policy") { HelpName = "FILE", Description = "How long what is kept, as YAML (docs/keeping.md). Default: the terms that ship." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be deleted, and delete nothing." };
        var now = new Option<DateTimeOffset?>("--now")
        {
            HelpName = "DATE",
            Description = "Reckon as on this day (yyyy-mm-dd); days to come only with --dry-run.",
            CustomParser = result =>
            {
                if (DateTimeOffset.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day)) return day;
                result.AddError("--now takes a day such as 2026-11-23");
                return null;
            },
        };
        var proofs = new Option<bool>("--proofs") { Description = "Print the proofs of all deletions, and check their chain." };
        var by = By();
        var command = new Command("retain", "Deletes what was kept long enough, says what, and keeps a proof of it.") { data, key, policy, dryRun, now, proofs, by };
        command.SetAction((parsed, cancellation) => Task.FromResult(new RetainRun(
            new(StorePlace.Of(parsed, data, key), parsed.GetValue(policy), parsed.GetValue(dryRun), parsed.GetValue(now), parsed.GetValue(proofs), parsed.GetRequiredValue(by).Trim()),
            TimeProvider.System).Run(Console.Out, cancellation)));
        return command;
    }

    /// <summary>Who answers for it.</summary>
    public static Option<string> By()
    {
        var by = new Option<string>("--by") { HelpName = "WHO", Description = "Who does this. Default: the account on this machine.", DefaultValueFactory = _ => Environment.UserName };
        by.Validators.Add(result =>
        {
            if (result.Tokens.Count == 0) return;
            if (string.IsNullOrWhiteSpace(result.Tokens[0].Value)) result.AddError("--by must not be empty");
            else if (result.Tokens[0].Value.StartsWith("--", StringComparison.Ordinal)) result.AddError($"--by needs a value, and {result.Tokens[0].Value} is an option");
        });
        return by;
    }
}

/// <summary>What the user asked.</summary>
internal sealed record RetainRequest(StorePlace Data, string? Policy, bool DryRun, DateTimeOffset? Now, bool Proofs, string By);
