using System.CommandLine;
using Serjeant.Values;
using Spectre.Console;

namespace Serjeant.Cli.Commands;

/// <summary>serjeant personas: whose names are worn, and which addresses are truly theirs.</summary>
internal static class PersonasCommand
{
    public static Command Make()
    {
        var (data, key) = (StorePlace.DataOption(), StorePlace.KeyOption());
        var roster = new Option<string?>("--roster") { HelpName = "FILE", Description = "Whom we protect. Default: the roster last used with the data folder." };
        var person = new Option<string?>("--person") { HelpName = "ID", Description = "Only this person (identifier on the roster) or body (name)." };
        var format = new Option<string>("--format") { HelpName = "text|jsonl", Description = "What to print.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl");
        var command = new Command("personas", "Prints whose names others wear: true and false side by side, how often, towards whom, who told.") { data, key, roster, person, format };
        command.SetAction((parsed, cancellation) => Task.FromResult(
            new PersonasRun(StorePlace.Of(parsed, data, key), parsed.GetValue(roster), parsed.GetValue(person), parsed.GetRequiredValue(format), TimeProvider.System).Run(AnsiConsole.Console, cancellation)));
        command.Subcommands.Add(Decide("allow", "Records that an address is truly a person's: later scans and reports allow for it.", true));
        command.Subcommands.Add(Decide("disallow", "Records that an address is not, or no longer, a person's.", false));
        return command;
    }

    private static Command Decide(string name, string description, bool allowed)
    {
        var person = new Argument<string>("PERSON") { Description = "Identifier on the roster." };
        var address = new Argument<string>("ADDRESS") { Description = "The mail address." };
        var (data, key) = (StorePlace.DataOption(), StorePlace.KeyOption());
        var roster = new Option<string?>("--roster") { HelpName = "FILE", Description = "Whom we protect. Default: the roster last used with the data folder." };
        var by = new Option<string>("--by") { HelpName = "WHO", Required = true, Description = "Who decides." };
        var reason = new Option<string>("--reason") { HelpName = "TEXT", Required = true, Description = "Why: how it is known whose address it is." };
        Spoken.Require(by);
        Spoken.Require(reason);
        address.Validators.Add(result =>
        {
            var value = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            if (!EmailAddress.TryParse(value, out _)) result.AddError($"\u201c{value}\u201d is no mail address.");
        });
        var command = new Command(name, description) { person, address, data, key, roster, by, reason };
        command.SetAction((parsed, cancellation) => new AddressDecisionRun(
            parsed.GetRequiredValue(person), parsed.GetRequiredValue(address), allowed, parsed.GetRequiredValue(by), parsed.GetRequiredValue(reason),
            StorePlace.Of(parsed, data, key), parsed.GetValue(roster), TimeProvider.System).RunAsync(Console.Out, cancellation));
        return command;
    }
}
