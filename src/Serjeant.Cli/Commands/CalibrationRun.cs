using System.Globalization;
using Serjeant.Judgement;
using Serjeant.Registers;
using Serjeant.Signals;

namespace Serjeant.Cli.Commands;

/// <summary>One calibration: read, fit, hold out, print, write.</summary>
internal sealed class CalibrationRun(string[] ordinary, string[] hostile, string? output, TimeProvider time)
{
    public async Task<int> RunAsync(TextWriter console, CancellationToken cancellation)
    {
        var mail = new LabelledMail(House.With(Roster.Empty));
        var messages = new List<LabelledMessage>();
        foreach (var folder in ordinary) messages.AddRange(await mail.ReadAsync(folder, false, cancellation).ConfigureAwait(false));
        foreach (var folder in hostile) messages.AddRange(await mail.ReadAsync(folder, true, cancellation).ConfigureAwait(false));
        if (!messages.Any(m => m.Hostile) || messages.All(m => m.Hostile))
            throw new SerjeantException("A calibration needs messages in --ordinary and in --hostile.", retryHelps: false);
        var calibrator = new Calibrator(WeightTable.Shipped);
        var fitted = calibrator.Fit(messages) with
        {
            Provenance = new(
                string.Join("; ", messages.GroupBy(m => (m.Corpus, m.Hostile)).Select(g => $"{g.Key.Corpus}: {g.Count()} {(g.Key.Hostile ? "hostile" : "ordinary")}")),
                time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), calibrator.ToString()),
        };
        var scores = new CrossValidation(WeightTable.Shipped).Score(messages);
        CalibrationTables.Write(console, fitted, scores);
        if (output is not null)
        {
            using var file = File.Create(output);
            fitted.Write(file);
            console.WriteLine($"Weights written to {output}");
        }
        return ExitCodes.Done;
    }
}
