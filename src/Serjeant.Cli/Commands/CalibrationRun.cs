namespace Serjeant.Cli.Commands;

/// <summary>One calibration: read, fit, hold out, print, write.</summary>
internal sealed class CalibrationRun(string[] ordinary, string[] hostile, string? output, TimeProvider time)
{
    public Task<int> RunAsync(TextWriter console, CancellationToken cancellation) => Task.FromResult(0);
}
