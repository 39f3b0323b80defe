using System.CommandLine;

namespace Serjeant.Cli.Commands;

/// <summary>serjeant scan: the main job.</summary>
internal static class ScanCommand
{
    public static Command Make()
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.OneOrMore, Description = "Files and folders with mail at any depth (.eml, mbox, Maildir, each also gzipped), or - for standard input." };
        // Else a mistyped option would be taken for a path.
        paths.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (token.Value.Length > 1 && token.Value[0] == '-') result.AddError($"There is no option {token.Value}; a file of that name is given as ./{token.Value}");
        });
        var roster = new Option<string?>("--roster") { HelpName = "FILE", Description = "Whom to protect: roster.yaml or *.popolo.json. Default: roster.yaml in a given folder, if there is one, else the one last used with the data folder." };
        var (data, key) = (StorePlace.DataOption(), StorePlace.KeyOption());
        var format = new Option<string>("--format") { HelpName = "text|jsonl|html", Description = "What to print.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl", "html");
        var weights = new Option<string?>("--weights") { HelpName = "FILE", Description = "Weights written by calibrate. Default: those that ship." };
        var output = new Option<string?>("--out") { HelpName = "FILE", Description = "Write the report there instead of to standard output." };
        var authorities = new Option<string[]>("--trust") { HelpName = "AUTHSERV-ID", Description = "Believe Authentication-Results of this host (RFC 8601). Default: those that our own side wrote on receipt." };
        var largest = new Option<int>("--max-message-bytes") { HelpName = "BYTES", Description = "Larger messages are listed as unreadable.", DefaultValueFactory = _ => Sources.SourceLimits.Default.MessageBytes };
        var parts = new Option<int>("--max-parts") { HelpName = "N", Description = "MIME parts looked into per message.", DefaultValueFactory = _ => Facts.FactsLimits.Default.Parts };
        var depth = new Option<int>("--max-depth") { HelpName = "N", Description = "Nesting of parts looked into.", DefaultValueFactory = _ => Facts.FactsLimits.Default.Depth };
        foreach (var bound in new[] { largest, parts, depth })
            bound.Validators.Add(result => { if (result.GetValueOrDefault<int>() <= 0) result.AddError($"{bound.Name} takes a whole number above 0"); });
        var command = new Command("scan", "Reads mail, judges it, links it into campaigns, and reports who was targeted.") { paths, roster, data, key, format, output, weights, authorities, largest, parts, depth };
        command.SetAction((parsed, cancellation) => new ScanRun(
            new ScanRequest(
                parsed.GetRequiredValue(paths),
                parsed.GetValue(roster),
                StorePlace.Of(parsed, data, key),
                parsed.GetRequiredValue(format),
                parsed.GetValue(output),
                parsed.GetValue(weights),
                new()
                {
                    TrustedAuthorities = parsed.GetValue(authorities)?.Select(a => a.ToLowerInvariant()).ToHashSet() ?? [],
                    Sources = Sources.SourceLimits.Default with { MessageBytes = parsed.GetValue(largest) },
                    Facts = Facts.FactsLimits.Default with { Parts = parsed.GetValue(parts), Depth = parsed.GetValue(depth) },
                }),
            TimeProvider.System).RunAsync(cancellation));
        return command;
    }
}

/// <summary>What the user asked of a scan.</summary>
internal sealed record ScanRequest(string[] Paths, string? Roster, StorePlace Data, string Format, string? Output, string? Weights, FlowOptions Options);
