using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Text;
using Serjeant;
using Serjeant.Cli;
using Serjeant.Cli.Commands;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

// Not a RootCommand: that one is called after its file.
var root = new Command("serjeant", "Finds, proves and calls out state-backed mail campaigns against the people and bodies of a democracy.")
{
    ScanCommand.Make(),
    ReportCommand.Make(),
    PersonasCommand.Make(),
    HuntCommand.Make(),
    RetainCommand.Make(),
    HoldCommand.Make(),
    ForgetCommand.Make(),
    KeysCommand.Make(),
    CalibrateCommand.Make(),
    LookalikesCommand.Make(),
    TracesCommand.Make(),
    new HelpOption(),
    new VersionOption(),
};
using var signals = new StopSignals();
var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null }); // "@evil.example" is a selector, no file
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors) Console.Error.WriteLine($"serjeant: {error.Message}");
    Console.Error.WriteLine("Try 'serjeant --help'.");
    return ExitCodes.Usage;
}
try
{
    return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, signals.Token);
}
catch (UsageException problem)
{
    Console.Error.WriteLine($"serjeant: {problem.Message}");
    return ExitCodes.Usage;
}
catch (SerjeantException problem)
{
    Console.Error.WriteLine($"serjeant: {problem.Message}");
    if (problem.RetryHelps) Console.Error.WriteLine("Trying again later may help.");
    return ExitCodes.Unusable;
}
catch (IOException problem)
{
    // What is written to went away or is full: standard output, the calibration's file.
    Console.Error.WriteLine($"serjeant: {problem.Message}");
    return ExitCodes.Unusable;
}
catch (UnauthorizedAccessException problem)
{
    Console.Error.WriteLine($"serjeant: {problem.Message}");
    return ExitCodes.Unusable;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("serjeant: stopped; what was read is stored. Run the same command again to go on.");
    return signals.ExitCode;
}
