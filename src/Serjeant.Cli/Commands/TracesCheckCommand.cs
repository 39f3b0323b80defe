using System.CommandLine;

namespace Serjeant.Cli.Commands;

/// <summary>serjeant traces check: do Sigma rules fire on these logs, so was the server entered?</summary>
internal static class TracesCheckCommand
{
    public static Command Make()
    {
        var files = new Argument<string[]>("FILE") { Description = "Logs, gzipped or not; their form is told by content.", Arity = ArgumentArity.OneOrMore };
        var rules = new Option<string[]>("--rules") { HelpName = "PATH", Description = "Sigma rules: a file, or a folder with all below it; may be given again. Default: the rules that are shipped, for Exchange.", AllowMultipleArgumentsPerToken = false };
        var format = new Option<string>("--format") { HelpName = "text|jsonl", Description = "What to print; jsonl has every hit.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl");
        var refused = new Option<bool>("--refused") { Description = "List every rule that is not used, with its reason." };
        var command = new Command("check", "Runs Sigma rules over logs: was a server entered, how, and by whom.") { files, rules, format, refused };
        command.SetAction((parsed, cancellation) => new TracesCheckRun(
            new(parsed.GetRequiredValue(files), parsed.GetValue(rules) ?? [], parsed.GetRequiredValue(format), parsed.GetValue(refused)), TimeProvider.System).RunAsync(cancellation));
        return command;
    }
}

/// <summary>What the user asked.</summary>
internal sealed record TracesCheckRequest(string[] Files, string[] Rules, string Format, bool ListRefused);
