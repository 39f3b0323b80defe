using System.CommandLine;

namespace Serjeant.Cli.Commands;

/// <summary>serjeant lookalikes: whom do these names imitate?</summary>
internal static class LookalikesCommand
{
    public static Command Make()
    {
        var names = new Argument<string[]>("NAME") { Arity = ArgumentArity.OneOrMore, Description = "Names of hosts, files that hold them, or - for standard input: one name a line, CSV, or JSON lines (certificate logs, feeds of new names)." };
        names.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (token.Value.Length > 1 && token.Value[0] == '-') result.AddError($"There is no option {token.Value}; a file of that name is given as ./{token.Value}");
        });
        var roster = new Option<string?>("--roster") { HelpName = "FILE", Description = "Whom to protect: roster.yaml or *.popolo.json." };
        var protect = new Option<string?>("--protect") { HelpName = "FILE", Description = "Further names to protect: one a line, or a list like ukps-domains.json." };
        var owned = new Option<string?>("--owned") { HelpName = "FILE", Description = "Domains of the protected that imitate nobody, one a line; all below them is meant." };
        var format = new Option<string>("--format") { HelpName = "text|jsonl", Description = "What to print.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl");
        var output = new Option<string?>("--out") { HelpName = "FILE", Description = "Write there instead of to standard output." };
        var command = new Command("lookalikes", "Tells which names of hosts imitate a protected one, how, and how surely.") { names, roster, protect, owned, format, output };
        command.Validators.Add(result =>
        {
            if (result.GetValue(roster) is null && result.GetValue(protect) is null) result.AddError("lookalikes needs to know whom to protect: --roster FILE, --protect FILE, or both.");
        });
        command.SetAction((parsed, cancellation) => new LookalikesRun(
            new(parsed.GetRequiredValue(names), parsed.GetValue(roster), parsed.GetValue(protect), parsed.GetValue(owned), parsed.GetRequiredValue(format), parsed.GetValue(output)),
            TimeProvider.System).RunAsync(cancellation));
        return command;
    }
}

/// <summary>What the user asked.</summary>
internal sealed record LookalikesRequest(string[] Names, string? Roster, string? Protect, string? Owned, string Format, string? Output);
