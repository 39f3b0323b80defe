using System.CommandLine;

namespace Serjeant.Cli.Commands;

/// <summary>serjeant forget: deletes one person's data.</summary>
internal static class ForgetCommand
{
    public static Command Make()
    {
        var person = new Argument<string>("PERSON") { Description = "Identifier on the roster, or a mail address." };
        var (data, key) = (StorePlace.DataOption(), StorePlace.KeyOption());
        var roster = new Option<string?>("--roster") { HelpName = "FILE", Description = "Whose addresses are whose. Default: the roster last used with the data folder." };
        var by = RetainCommand.By();
        var command = new Command("forget", "Deletes what is kept of one person: mail to that person alone whole, and the person out of mail to several. A legal hold stops it.") { person, data, key, roster, by };
        command.SetAction((parsed, _) => Task.FromResult(new ForgetRun(
            parsed.GetRequiredValue(person), StorePlace.Of(parsed, data, key), parsed.GetValue(roster), parsed.GetRequiredValue(by).Trim(), TimeProvider.System).Run(Console.Out)));
        return command;
    }
}
