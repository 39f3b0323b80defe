namespace Serjeant.Reports;

/// <summary>Writes down a scan. Nothing that a message holds can break the form of what is written, or throw.</summary>
public interface IReport
{
    /// <summary>Writes the whole report; the caller opens, flushes and closes <paramref name="output"/>.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; what was written so far is incomplete.</exception>
    void Write(ScanReport report, TextWriter output, CancellationToken cancellation = default);
}
