using System.CommandLine;
using System.Globalization;

namespace Serjeant.Cli.Commands;

/// <summary>serjeant hold: what must not be deleted.</summary>
internal static class HoldCommand
{
    public static Command Make() => new("hold", "Legal holds: while one is in force, nothing that it covers is deleted.") { Add(), List(), Release() };

    private static Command Add()
    {
        var (data, key, name, reason, by) = (StorePlace.DataOption(), StorePlace.KeyOption(), Name(), Reason(), RetainCommand.By());
        var campaign = new Option<string?>("--campaign") { HelpName = "ID", Description = "All messages of a campaign, those that join it too." };
        var person = new Option<string?>("--person") { HelpName = "ID", Description = "All mail to or from a person: identifier on the roster, or an address." };
        var message = new Option<string?>("--message") { HelpName = "SHA256", Description = "One message." };
        var (from, to) = (Date("--from", "All mail of this day and later."), Date("--to", "All mail of this day and earlier."));
        var roster = new Option<string?>("--roster") { HelpName = "FILE", Description = "Whose addresses are whose. Default: the roster last used with the data folder." };
        var command = new Command("add", "Places a hold.") { name, reason, campaign, person, from, to, message, data, key, roster, by };
        command.Validators.Add(result =>
        {
            var scopes = new[] { result.GetValue(campaign) is not null, result.GetValue(person) is not null, result.GetValue(message) is not null, result.GetResult(from) is not null || result.GetResult(to) is not null };
            if (scopes.Count(s => s) != 1) result.AddError("hold add needs one of --campaign, --person, --message, or --from and --to.");
        });
        command.SetAction((parsed, _) => Task.FromResult(new HoldRun(StorePlace.Of(parsed, data, key), TimeProvider.System).Add(
            new(parsed.GetRequiredValue(name), parsed.GetRequiredValue(reason).Trim(), parsed.GetRequiredValue(by).Trim(), parsed.GetValue(campaign), parsed.GetValue(person), parsed.GetValue(message), parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(roster)),
            Console.Out)));
        return command;
    }

    private static Command List()
    {
        var (data, key) = (StorePlace.DataOption(), StorePlace.KeyOption());
        var command = new Command("list", "Prints all holds, those released too.") { data, key };
        command.SetAction((parsed, _) => Task.FromResult(new HoldRun(StorePlace.Of(parsed, data, key), TimeProvider.System).List(Console.Out)));
        return command;
    }

    private static Command Release()
    {
        var (data, key, name, reason, by) = (StorePlace.DataOption(), StorePlace.KeyOption(), Name(), Reason(), RetainCommand.By());
        var command = new Command("release", "Ends a hold; it stays on record.") { name, reason, data, key, by };
        command.SetAction((parsed, _) => Task.FromResult(new HoldRun(StorePlace.Of(parsed, data, key), TimeProvider.System).Release(
            parsed.GetRequiredValue(name), parsed.GetRequiredValue(reason).Trim(), parsed.GetRequiredValue(by).Trim(), Console.Out)));
        return command;
    }

    private static Argument<string> Name()
    {
        var name = new Argument<string>("NAME") { Description = "What the hold is called: a file number rather than a person's name, since it stands in clear." };
        name.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (string.IsNullOrWhiteSpace(result.Tokens[0].Value) || result.Tokens[0].Value.Length > 100 || result.Tokens[0].Value.Any(char.IsControl))) result.AddError("The name of a hold has 1 to 100 characters on one line.");
        });
        return name;
    }

    private static Option<string> Reason()
    {
        var reason = new Option<string>("--reason") { HelpName = "TEXT", Required = true, Description = "Why: the order, inquiry or case." };
        Spoken.Require(reason);
        return reason;
    }

    private static Option<DateTimeOffset?> Date(string name, string description) => new(name)
    {
        HelpName = "DATE",
        Description = description,
        CustomParser = result =>
        {
            if (DateTimeOffset.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day)) return day;
            result.AddError($"{name} takes a day such as 2021-01-31");
            return null;
        },
    };
}

/// <summary>What the user asked; of the scopes one is there.</summary>
internal sealed record HoldRequest(string Name, string Reason, string By, string? Campaign, string? Person, string? Message, DateTimeOffset? From, DateTimeOffset? To, string? Roster);
