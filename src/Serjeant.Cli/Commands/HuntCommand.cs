using System.CommandLine;
using System.Globalization;
using Serjeant.Hunts;
using Spectre.Console;

namespace Serjeant.Cli.Commands;

/// <summary>serjeant hunt: new knowledge against old mail.</summary>
internal static class HuntCommand
{
    public static Command Make()
    {
        var selectors = new Argument<string[]>("SELECTOR") { Arity = ArgumentArity.ZeroOrMore, Description = "What to look for: address, host (*.evil.example too), URL, IP address or network, hash of a file, Message-ID, subject." };
        selectors.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (token.Value.StartsWith("--", StringComparison.Ordinal)) result.AddError($"There is no option {token.Value}");
        });
        var from = new Option<string[]>("--from") { HelpName = "FILE", Description = "A tip: a list, CSV, a STIX 2.1 bundle, a MISP event; - for standard input. May be given several times." };
        var like = new Option<string[]>("--like") { HelpName = "FILE", Description = "A message: find others like it, by text, infrastructure and form." };
        var since = Day("--since", "Only mail from this day on (UTC): 2021-01-31.");
        var until = Day("--until", "Only mail up to this day, included.");
        var format = new Option<string>("--format") { HelpName = "text|jsonl|html", Description = "What to print.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl", "html");
        var output = new Option<string?>("--out") { HelpName = "FILE", Description = "Write the report there instead of to standard output." };
        var watch = new Option<bool>("--watch") { Description = "Keep the selectors: every later scan is held against them." };
        var all = new Option<bool>("--all") { Description = "Tell all messages of what links too much, too." };
        var by = new Option<string?>("--by") { HelpName = "NAME", Description = "Who hunts. Default: the user of this machine." };
        var reason = new Option<string>("--reason") { HelpName = "TEXT", Description = "Why. It goes on record.", DefaultValueFactory = _ => "" };
        var (data, key) = (StorePlace.DataOption(), StorePlace.KeyOption());
        var roster = new Option<string?>("--roster") { HelpName = "FILE", Description = "Gives people's names. Default: the roster last used with the data folder." };
        var outside = new Option<string[]>("--outside") { HelpName = "MAILPATH", Description = "Hunt through this mail instead, which need never have been scanned. Nothing is kept of it.", AllowMultipleArgumentsPerToken = true };
        var list = new Option<bool>("--list") { Description = "Print the record of all hunts." };
        var watches = new Option<bool>("--watches") { Description = "Print what is watched for." };
        var unwatch = new Option<long?>("--unwatch") { HelpName = "N", Description = "End a watch, and forget its selectors." };
        var reasons = new Option<string?>("--reasons") { HelpName = "required|optional", Description = "Decide whether everybody must say why." };
        reasons.AcceptOnlyFromAmong("required", "optional");
        var command = new Command("hunt", "Looks for new knowledge in old mail: who received it, when, what hangs on it, and what leaked.")
        {
            selectors, from, like, since, until, format, output, watch, all, by, reason, data, key, roster, outside, list, watches, unwatch, reasons,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var window = new HuntWindow(parsed.GetValue(since), parsed.GetValue(until));
            if (window is { Since: { } first, Until: { } last } && first > last) throw new UsageException("--since lies after --until.");
            var request = new HuntRequest(parsed.GetRequiredValue(selectors), parsed.GetValue(from) ?? [], parsed.GetValue(like) ?? [], window, StorePlace.Of(parsed, data, key))
            {
                Format = parsed.GetRequiredValue(format),
                Output = parsed.GetValue(output),
                Watch = parsed.GetValue(watch),
                All = parsed.GetValue(all),
                By = parsed.GetValue(by) is { Length: > 0 } name ? name.Trim() : Environment.UserName,
                Reason = parsed.GetRequiredValue(reason).Trim(),
                Roster = parsed.GetValue(roster),
                Outside = parsed.GetValue(outside) ?? [],
            };
            if (parsed.GetValue(list) || parsed.GetValue(watches) || parsed.GetValue(unwatch) is not null || parsed.GetValue(reasons) is not null)
                return new HuntRecordRun(request, parsed.GetValue(watches), parsed.GetValue(unwatch), parsed.GetValue(reasons), TimeProvider.System).RunAsync(AnsiConsole.Console, cancellation);
            return request.Outside.Length > 0
                ? new HuntOutsideRun(request, TimeProvider.System).RunAsync(AnsiConsole.Console, cancellation)
                : new HuntRun(request, TimeProvider.System).RunAsync(AnsiConsole.Console, cancellation);
        });
        return command;
    }

    private static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        HelpName = "DATE",
        Description = description,
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError($"{name} takes a day such as 2021-01-31, not \u201c{result.Tokens[0].Value}\u201d");
            return null;
        },
    };
}

/// <summary>What the user asked of a hunt.</summary>
internal sealed record HuntRequest(string[] Selectors, string[] From, string[] Like, HuntWindow Window, StorePlace Data)
{
    public string Format { get; init; } = "text";

    public string? Output { get; init; }

    public bool Watch { get; init; }

    public bool All { get; init; }

    public string By { get; init; } = "";

    public string Reason { get; init; } = "";

    public string? Roster { get; init; }

    public string[] Outside { get; init; } = [];
}
