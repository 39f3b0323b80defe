using System.Collections.Immutable;
using System.Globalization;

namespace Serjeant.Judgement;

/// <summary>How a fit is done.</summary>
/// <param name="Penalty">Of the squared weights, in natural log odds, for the mean loss of one message.</param>
/// <param name="Iterations">Steps of accelerated gradient descent.</param>
/// <param name="BaseRate">Share of mail that is hostile where the tool is used: the samples' own share says nothing about it.</param>
/// <param name="MinimumCount">A signal seen in fewer messages is not fitted but keeps its weight.</param>
public sealed record CalibrationOptions(double Penalty = 0.0001, int Iterations = 600, double BaseRate = 0.1, int MinimumCount = 5);

/// <summary>
/// Fits weights by logistic regression with an L2 penalty, each weight held to its leaning and limit, in the very sum that
/// <see cref="Judge"/> makes: within a family the strongest in full, the others by the table's share.
/// </summary>
public sealed class Calibrator(WeightTable table, CalibrationOptions? options = null)
{
    private const double DecibansPerNat = 4.342944819032518; // 10 / ln 10

    private readonly CalibrationOptions _options = options ?? new();

    /// <summary>A table with new weights and prior; thresholds, wording and set weights as they were.</summary>
    /// <exception cref="ArgumentException">One of the two kinds is missing.</exception>
    public WeightTable Fit(IReadOnlyList<LabelledMessage> messages)
    {
        if (!messages.Any(m => m.Hostile) || messages.All(m => m.Hostile))
            throw new ArgumentException("A fit needs ordinary and hostile messages.", nameof(messages));
        var problem = new Problem(table, _options, messages);
        problem.Solve();
        return table with { Prior = Math.Round(problem.Prior(_options.BaseRate), 2), Signals = problem.Entries() };
    }

    /// <summary>The arrays that descent works on.</summary>
    private sealed class Problem
    {
        private readonly WeightTable _table;
        private readonly CalibrationOptions _options;
        private readonly int[][] _features;
        private readonly double[] _targets, _importance, _weights, _low, _high;
        private readonly bool[] _fitted;
        private readonly int[] _family;
        private double _bias;

        public Problem(WeightTable table, CalibrationOptions options, IReadOnlyList<LabelledMessage> messages)
        {
            (_table, _options) = (table, options);
            var index = table.Signals.Select((s, i) => (s.Code, i)).ToDictionary(p => p.Code, p => p.i, StringComparer.Ordinal);
            _features = [.. messages.Select(m => m.Codes.Where(index.ContainsKey).Select(c => index[c]).ToArray())];
            _targets = [.. messages.Select(m => m.Hostile ? 1.0 : 0.0)];
            _importance = Importance(messages);
            _family = [.. table.Signals.Select(s => (int)s.Family * 2 + (s.Leans == Leaning.Ordinary ? 1 : 0))];
            var counts = new int[table.Signals.Length];
            foreach (var features in _features)
                foreach (var feature in features) counts[feature]++;
            _fitted = [.. table.Signals.Select((s, i) => s.Set is null && counts[i] >= options.MinimumCount)];
            _weights = [.. table.Signals.Select((s, i) => _fitted[i] ? 0 : s.Decibans / DecibansPerNat)];
            _low = [.. table.Signals.Select(s => s.Leans == Leaning.Ordinary ? -(s.Limit ?? table.SignalLimit) / DecibansPerNat : 0)];
            _high = [.. table.Signals.Select(s => s.Leans == Leaning.Hostile ? (s.Limit ?? table.SignalLimit) / DecibansPerNat : 0)];
        }

        /// <summary>Both kinds weigh the same in all, and a corpus by the square root of its size times the importance of its messages.</summary>
        private static double[] Importance(IReadOnlyList<LabelledMessage> messages)
        {
            var sizes = messages.GroupBy(m => (m.Corpus, m.Hostile)).ToDictionary(g => g.Key, g => g.Count());
            var shares = messages.Select(m => m.Importance / Math.Sqrt(sizes[(m.Corpus, m.Hostile)])).ToArray();
            var totals = messages.Select((m, i) => (m.Hostile, Share: shares[i])).GroupBy(s => s.Hostile).ToDictionary(g => g.Key, g => g.Sum(s => s.Share));
            return [.. messages.Select((m, i) => shares[i] / totals[m.Hostile] / 2)];
        }

        public void Solve()
        {
            var gradient = new double[_weights.Length];
            var point = (double[])_weights.Clone();
            var pointBias = _bias;
            var momentum = 1.0;
            const double Step = 1.0;
            for (var iteration = 0; iteration < _options.Iterations; iteration++)
            {
                var biasGradient = Gradient(point, pointBias, gradient);
                var next = (1 + Math.Sqrt(1 + (4 * momentum * momentum))) / 2;
                var carry = (momentum - 1) / next;
                momentum = next;
                for (var i = 0; i < _weights.Length; i++)
                {
                    if (!_fitted[i]) continue;
                    var moved = Math.Clamp(point[i] - (Step * gradient[i]), _low[i], _high[i]);
                    point[i] = moved + (carry * (moved - _weights[i]));
                    _weights[i] = moved;
                }
                var bias = pointBias - (Step * biasGradient);
                pointBias = bias + (carry * (bias - _bias));
                _bias = bias;
            }
        }

        private double Gradient(double[] weights, double bias, double[] gradient)
        {
            for (var i = 0; i < gradient.Length; i++) gradient[i] = _options.Penalty * weights[i];
            var biasGradient = 0.0;
            Span<int> strongest = stackalloc int[64];
            for (var m = 0; m < _features.Length; m++)
            {
                var features = _features[m];
                strongest.Fill(-1);
                foreach (var feature in features)
                {
                    ref var best = ref strongest[_family[feature]];
                    if (best < 0 || Math.Abs(weights[feature]) > Math.Abs(weights[best])) best = feature;
                }
                var score = bias;
                foreach (var feature in features)
                    score += weights[feature] * (strongest[_family[feature]] == feature ? 1 : _table.FamilyShare);
                var error = ((1 / (1 + Math.Exp(-score))) - _targets[m]) * _importance[m];
                biasGradient += error;
                foreach (var feature in features)
                    gradient[feature] += error * (strongest[_family[feature]] == feature ? 1 : _table.FamilyShare);
            }
            return biasGradient;
        }

        /// <summary>The fit saw as many hostile as ordinary messages; the prior of use is another.</summary>
        public double Prior(double baseRate) => (_bias * DecibansPerNat) + (10 * Math.Log10(baseRate / (1 - baseRate)));

        public ImmutableArray<SignalEntry> Entries() =>
            [.. _table.Signals.Select((s, i) => _fitted[i] ? s with { Decibans = Math.Round(_weights[i] * DecibansPerNat, 2) } : s)];
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"logistic regression, L2 penalty {_options.Penalty}, weights held to their leaning, base rate {_options.BaseRate:P0}");
}
