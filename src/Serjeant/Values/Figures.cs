using System.Globalization;

namespace Serjeant.Values;

/// <summary>How statistics are rounded wherever they are told, so that one figure never stands in two precisions.</summary>
public static class Figures
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>A ratio to two digits: 0.24, 5.3, 58, 1,200.</summary>
    public static string Ratio(double ratio)
    {
        if (double.IsNaN(ratio)) return "unknown";
        if (double.IsInfinity(ratio) || ratio >= 1e6) return "over a million";
        if (ratio >= 100)
        {
            var scale = Math.Pow(10, Math.Floor(Math.Log10(ratio)) - 1);
            return (Math.Round(ratio / scale) * scale).ToString("N0", Plain);
        }
        return ratio.ToString(ratio >= 9.95 ? "0" : ratio >= 0.995 ? "0.#" : "0.##", Plain);
    }

    /// <summary>A chance of error: 0.03, 0.0004, 1e-19.</summary>
    public static string Chance(double q) =>
        !double.IsFinite(q) ? "unknown" : q >= 0.0001 ? q.ToString("G1", Plain) : q <= 0 ? "under 1e-300" : q.ToString("0e-0", Plain);
}
