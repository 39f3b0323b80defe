using System.CommandLine;
using Serjeant.Traces;
using Serjeant.Values;

namespace Serjeant.Cli.Commands;

/// <summary>serjeant traces: what logs tell of the hosts that mail names.</summary>
internal static class TracesCommand
{
    public static Command Make()
    {
        var command = new Command("traces", "Reads logs of proxies, name servers and web servers: was it opened, by whom, and was a server entered.");
        command.Subcommands.Add(Add());
        command.Subcommands.Add(List());
        command.Subcommands.Add(Again());
        command.Subcommands.Add(TracesCheckCommand.Make());
        return command;
    }

    private static Option<string?> Roster() => new("--roster") { HelpName = "FILE", Description = "Whom we protect, with networks and clients. Default: the roster last used with the data folder." };

    private static Command Add()
    {
        var files = new Argument<string[]>("FILE") { Description = "Logs, gzipped or not; their form is told by content.", Arity = ArgumentArity.OneOrMore };
        var (data, key) = (StorePlace.DataOption(), StorePlace.KeyOption());
        var roster = Roster();
        var zone = new Option<string>("--zone") { HelpName = "ZONE", Description = "The zone of clocks that write none (BIND, dnsmasq, Unbound, Windows): Europe/London, +02:00.", DefaultValueFactory = _ => "UTC" };
        var year = new Option<int?>("--year") { HelpName = "YEAR", Description = "The year of the first line of logs that write none. Default: the latest before the file's last change." };
        var host = new Option<string?>("--host") { HelpName = "NAME", Description = "Whose web server wrote the logs, where their lines do not say it." };
        zone.Validators.Add(result =>
        {
            if (!LogZone.TryParse(result.Tokens.Count > 0 ? result.Tokens[0].Value : "", out _)) result.AddError($"\u201c{(result.Tokens.Count > 0 ? result.Tokens[0].Value : "")}\u201d is no zone that this machine knows.");
        });
        year.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out var given) || given is < 1980 or > 2100)) result.AddError("--year is a year such as 2026.");
        });
        host.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !DomainName.TryParse(result.Tokens[0].Value, out _)) result.AddError($"\u201c{result.Tokens[0].Value}\u201d is no name of a host.");
        });
        var command = new Command("add", "Reads logs once and keeps of them what concerns mail.") { files, data, key, roster, zone, year, host };
        command.SetAction((parsed, cancellation) =>
        {
            _ = LogZone.TryParse(parsed.GetRequiredValue(zone), out var known);
            _ = DomainName.TryParse(parsed.GetValue(host) ?? "", out var named);
            var options = new TraceOptions { Reading = new() { Zone = known, Year = parsed.GetValue(year) }, Host = named.Name };
            return new TracesRun(StorePlace.Of(parsed, data, key), parsed.GetValue(roster), TimeProvider.System).AddAsync(parsed.GetRequiredValue(files), options, parsed.GetResult(zone) is { Implicit: false }, Console.Out, cancellation);
        });
        return command;
    }

    private static Command List()
    {
        var (data, key) = (StorePlace.DataOption(), StorePlace.KeyOption());
        var command = new Command("list", "Prints which logs were read, whom they cover, and which hosts of mail they name.") { data, key };
        command.SetAction(parsed => new TracesRun(StorePlace.Of(parsed, data, key), null, TimeProvider.System).List(Console.Out));
        return command;
    }

    private static Command Again()
    {
        var (data, key) = (StorePlace.DataOption(), StorePlace.KeyOption());
        var roster = Roster();
        var command = new Command("again", "Reads all logs that are still there once more: for mail that was scanned after them, and after a change of the roster.") { data, key, roster };
        command.SetAction((parsed, cancellation) => new TracesRun(StorePlace.Of(parsed, data, key), parsed.GetValue(roster), TimeProvider.System).AgainAsync(Console.Out, cancellation));
        return command;
    }
}
