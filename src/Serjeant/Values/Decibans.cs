namespace Serjeant.Values;

/// <summary>
/// A weight of evidence: ten times the base-10 logarithm of how much likelier something is under
/// "hostile" than under "ordinary". Decibans add (I. J. Good, Probability and the Weighing of Evidence, 1950).
/// </summary>
public readonly record struct Decibans(double Value) : IComparable<Decibans>
{
    public static Decibans Zero => default;

    public static Decibans operator +(Decibans left, Decibans right) => new(left.Value + right.Value);

    public static Decibans operator -(Decibans left, Decibans right) => new(left.Value - right.Value);

    public static Decibans operator *(Decibans weight, double factor) => new(weight.Value * factor);

    public static bool operator <(Decibans left, Decibans right) => left.Value < right.Value;

    public static bool operator >(Decibans left, Decibans right) => left.Value > right.Value;

    public static bool operator <=(Decibans left, Decibans right) => left.Value <= right.Value;

    public static bool operator >=(Decibans left, Decibans right) => left.Value >= right.Value;

    /// <summary>The weight that moves even odds to <paramref name="probability"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not strictly between 0 and 1.</exception>
    public static Decibans FromProbability(double probability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        return new(10 * Math.Log10(probability / (1 - probability)));
    }

    /// <summary>The probability, from 0 to 1, that total evidence of this weight gives.</summary>
    public double ToProbability() => 1 / (1 + Math.Pow(10, -Value / 10));

    public int CompareTo(Decibans other) => Value.CompareTo(other.Value);

    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Value:+0.0;-0.0;0.0} dB");
}
