using System.Runtime.InteropServices;

namespace Serjeant.Cli;

/// <summary>
/// Ctrl-C and a polite request to end (SIGTERM) ask the work to stop: what is under way is finished and stored. A second one, or half a minute
/// without an end, ends the process as it is; what was stored stays.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    /// <summary>The largest message on the slowest disk takes no longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration _interrupt, _terminate;

    public StopSignals()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask);
    }

    public CancellationToken Token => _stop.Token;

    /// <summary>What the process returns once it has stopped.</summary>
    public int ExitCode { get; private set; } = ExitCodes.Stopped;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _stop.Dispose();
    }

    private void Ask(PosixSignalContext signal)
    {
        if (_stop.IsCancellationRequested) return;
        signal.Cancel = true;
        ExitCode = signal.Signal == PosixSignal.SIGTERM ? ExitCodes.Terminated : ExitCodes.Stopped;
        _ = Task.Delay(Patience, TimeProvider.System, CancellationToken.None).ContinueWith(_ => Environment.Exit(ExitCode), TaskScheduler.Default);
        _stop.Cancel();
    }
}
