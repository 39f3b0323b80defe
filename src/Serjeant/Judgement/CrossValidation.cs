using System.Text;
using Serjeant.Signals;

namespace Serjeant.Judgement;

/// <summary>One message with the total it got from weights fitted without its group.</summary>
public readonly record struct HeldOutScore(LabelledMessage Message, double Decibans);

/// <summary>Scores every message by weights that were fitted on other senders only.</summary>
public sealed class CrossValidation(WeightTable table, CalibrationOptions? options = null, int folds = 10)
{
    /// <summary>In the order of the messages. Groups fall into folds by a hash of their name, the same on every machine.</summary>
    public HeldOutScore[] Score(IReadOnlyList<LabelledMessage> messages)
    {
        var fold = messages.Select(m => (int)(System.IO.Hashing.XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(m.Group)) % (ulong)folds)).ToArray();
        var scores = new HeldOutScore[messages.Count];
        Parallel.For(0, folds, f =>
        {
            var fitted = new Calibrator(table, options).Fit([.. messages.Where((_, i) => fold[i] != f)]);
            var judge = new Judge(fitted);
            for (var i = 0; i < messages.Count; i++)
                if (fold[i] == f) scores[i] = new(messages[i], judge.Total(messages[i].Codes.Select(c => new Signal(c, ""))).Value);
        });
        return scores;
    }
}
