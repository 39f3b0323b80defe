using System.CommandLine;

namespace Serjeant.Cli.Commands;

/// <summary>serjeant calibrate: fits the weights to an organisation's own mail.</summary>
internal static class CalibrateCommand
{
    public static Command Make()
    {
        var ordinary = new Option<string[]>("--ordinary") { HelpName = "DIR", Required = true, Description = "Mail known to be wanted; several folders are weighed by the square root of their size." };
        var hostile = new Option<string[]>("--hostile") { HelpName = "DIR", Required = true, Description = "Mail known to be unwanted." };
        var output = new Option<string?>("--out") { HelpName = "FILE", Description = "Where to write the weights. Default: print the tables only." };
        var command = new Command("calibrate", "Fits the weights of the signals to known mail, and shows how far they can be trusted.") { ordinary, hostile, output };
        command.SetAction((parsed, cancellation) => new CalibrationRun(
            parsed.GetRequiredValue(ordinary), parsed.GetRequiredValue(hostile), parsed.GetValue(output), TimeProvider.System).RunAsync(Console.Out, cancellation));
        return command;
    }
}
