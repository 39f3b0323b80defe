using System.Globalization;
using Serjeant.Judgement;
using Serjeant.Registers;
using Serjeant.Signals;

namespace Serjeant.Cli.Commands;

/// <summary>One calibration: read, fit, hold out, print, write.</summary>
internal sealed class CalibrationRun(string[] ordinary, string[] hostile, string? output, TimeProvider time)
{
    /// <summary>So that no fold of the cross-validation is left without one kind.</summary>
    private const int Folds = 20;

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
        if (messages.Where(m => m.Hostile).Select(m => m.Group).Distinct().Count() < Folds || messages.Where(m => !m.Hostile).Select(m => m.Group).Distinct().Count() < Folds)
            throw new SerjeantException($"Ordinary and hostile mail must each come from at least {Folds} sender domains: weights are tried on senders that they were not fitted on.", retryHelps: false);
        var scores = new CrossValidation(WeightTable.Shipped).Score(messages);
        CalibrationTables.Write(console, fitted, scores);
        if (output is not null)
        {
            // Written aside first: a full disk must not cost the weights that were there.
            var aside = output + ".new";
            using (var file = File.Create(aside)) fitted.Write(file);
            File.Move(aside, output, overwrite: true);
            console.WriteLine($"Weights written to {output}");
        }
        return ExitCodes.Done;
    }
}
