using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Judgement;

/// <summary>Messages whose predicted probability lies in one range.</summary>
/// <param name="From">Lower end of the range, from 0 to 1, included.</param>
/// <param name="To">Upper end, excluded but for the last.</param>
/// <param name="Messages">How many were predicted to lie there.</param>
/// <param name="Predicted">The mean of what was predicted for them.</param>
/// <param name="Observed">The share of them that is hostile in truth, weighed to the base rate.</param>
public sealed record ReliabilityBin(double From, double To, int Messages, double Predicted, double Observed);

/// <summary>
/// Whether probabilities mean what they say: of all messages that were given 80 %, about 80 of a hundred must be hostile. To be made of scores by
/// weights that never saw the message (<see cref="CrossValidation"/>). Samples hold more hostile mail than an inbox does, so both kinds are
/// weighed to the base rate that the prior stands for.
/// </summary>
/// <param name="Bins">By rising probability; ranges without messages are left out.</param>
/// <param name="Brier">Mean squared distance of prediction and truth (Brier 1950), from 0; smaller is better.</param>
/// <param name="BaseBrier">The same for one who always says the base rate.</param>
public sealed record Reliability(ImmutableArray<ReliabilityBin> Bins, double Brier, double BaseBrier)
{
    private static readonly double[] Edges = [0, 0.01, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 0.99, 1];

    /// <exception cref="ArgumentException">One of the two kinds is missing.</exception>
    public static Reliability Of(IReadOnlyCollection<HeldOutScore> scores, double baseRate)
    {
        var hostile = scores.Count(s => s.Message.Hostile);
        if (hostile == 0 || hostile == scores.Count) throw new ArgumentException("Reliability needs ordinary and hostile messages.", nameof(scores));
        var (ofHostile, ofOrdinary) = (baseRate / hostile, (1 - baseRate) / (scores.Count - hostile));
        var bins = ImmutableArray.CreateBuilder<ReliabilityBin>(Edges.Length - 1);
        var brier = 0.0;
        for (var i = 0; i + 1 < Edges.Length; i++)
        {
            int messages = 0;
            double weight = 0, predicted = 0, observed = 0;
            foreach (var score in scores)
            {
                var probability = new Decibans(score.Decibans).ToProbability();
                if (probability < Edges[i] || (probability >= Edges[i + 1] && i + 2 < Edges.Length)) continue;
                var share = score.Message.Hostile ? ofHostile : ofOrdinary;
                var truth = score.Message.Hostile ? 1 : 0;
                messages++;
                weight += share;
                predicted += share * probability;
                observed += share * truth;
                brier += share * (probability - truth) * (probability - truth);
            }
            if (messages > 0) bins.Add(new(Edges[i], Edges[i + 1], messages, predicted / weight, observed / weight));
        }
        return new(bins.ToImmutable(), brier, baseRate * (1 - baseRate));
    }
}
