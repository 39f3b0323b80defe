using System.CommandLine;
using Serjeant.Judgement;
using Serjeant.Personas;
using Spectre.Console;

namespace Serjeant.Cli.Commands;

/// <summary>serjeant report: what a third party tells us of mail in our people's names.</summary>
internal static class ReportCommand
{
    public static Command Make()
    {
        var files = new Argument<string[]>("FILE")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "What they forwarded: the mail itself, a mail with it attached or quoted, pasted headers as a text, a bounce, a DMARC report. Folders too, or - for standard input.",
        };
        files.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (token.Value.Length > 1 && token.Value[0] == '-') result.AddError($"There is no option {token.Value}; a file of that name is given as ./{token.Value}");
        });
        var roster = new Option<string?>("--roster") { HelpName = "FILE", Description = "Whom we protect. Default: the roster last used with the data folder." };
        var (data, key) = (StorePlace.DataOption(), StorePlace.KeyOption());
        var by = new Option<string>("--by") { HelpName = "WHO", Required = true, Description = "Who told us: the person or office." };
        Spoken.Require(by);
        var reliability = new Option<string>("--reliability") { HelpName = "A-F", Description = "How reliable the source is: A completely, B usually, C fairly, D not usually, E unreliable, F cannot be judged.", DefaultValueFactory = _ => "F" };
        reliability.AcceptOnlyFromAmong("A", "B", "C", "D", "E", "F", "a", "b", "c", "d", "e", "f");
        var credibility = new Option<string>("--credibility") { HelpName = "1-6", Description = "How credible this item is, whoever brings it: 1 confirmed, 2 probably true, 3 possibly, 4 doubtful, 5 improbable, 6 cannot be judged.", DefaultValueFactory = _ => "6" };
        credibility.AcceptOnlyFromAmong("1", "2", "3", "4", "5", "6");
        var note = new Option<string>("--note") { HelpName = "TEXT", Description = "What else they said.", DefaultValueFactory = _ => "" };
        var format = new Option<string>("--format") { HelpName = "text|jsonl", Description = "What to print.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl");
        var command = new Command("report", "Takes in what others tell of mail in our people's names, and says whom it imitates and what else hangs on it.")
        {
            files, roster, data, key, by, reliability, credibility, note, format,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var grade = new Grade(char.ToUpperInvariant(parsed.GetRequiredValue(reliability)[0]), parsed.GetRequiredValue(credibility)[0] - '0');
            var reporter = new Reporter(parsed.GetRequiredValue(by).Trim(), grade, parsed.GetRequiredValue(note), Environment.UserName);
            return new ReportRun(new(parsed.GetRequiredValue(files), parsed.GetValue(roster), StorePlace.Of(parsed, data, key), parsed.GetRequiredValue(format), reporter), TimeProvider.System)
                .RunAsync(AnsiConsole.Console, cancellation);
        });
        return command;
    }
}

/// <summary>What the user asked of a report.</summary>
internal sealed record ReportRequest(string[] Paths, string? Roster, StorePlace Data, string Format, Reporter Reporter);
