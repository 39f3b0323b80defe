using System.Text;

namespace Serjeant.Bench.Fuzz;

/// <summary>Damages an input in the ways that break parsers. All randomness comes from the generator given.</summary>
internal sealed class Mutation(IReadOnlyList<byte[]> seeds, IReadOnlyList<string> tokens, Random random)
{
    /// <summary>Bytes of the greatest input: what shows a fault shows it here, and small inputs run often.</summary>
    private const int Longest = 256 * 1024;

    private readonly byte[][] _tokens = [.. tokens.Select(Encoding.Latin1.GetBytes)];

    public byte[] Next()
    {
        var input = new List<byte>(seeds[random.Next(seeds.Count)]);
        for (var rounds = 1 << random.Next(5); rounds > 0; rounds--)
            Damage(input);
        if (input.Count > Longest)
            input.RemoveRange(Longest, input.Count - Longest);
        return [.. input];
    }

    private void Damage(List<byte> input)
    {
        var at = random.Next(input.Count + 1);
        var left = input.Count - at;
        switch (random.Next(10))
        {
            case 0 when left > 0:
                input[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when left > 0:
                input[at] = (byte)random.Next(256);
                break;
            case 2:
                var bytes = new byte[1 + random.Next(8)];
                random.NextBytes(bytes);
                input.InsertRange(at, bytes);
                break;
            case 3:
                input.RemoveRange(at, Math.Min(left, Length()));
                break;
            case 4:
                input.RemoveRange(at, left * random.Next(2));
                break;
            case 5 when left > 0 && input.Count < Longest:
                var piece = input.GetRange(at, Math.Min(left, Length()));
                for (var times = Math.Min(1 << random.Next(10), Longest / piece.Count); times > 0; times--)
                    input.InsertRange(at, piece);
                break;
            case 6:
                var other = seeds[random.Next(seeds.Count)];
                var from = random.Next(other.Length + 1);
                input.RemoveRange(at, Math.Min(left, Length()));
                input.InsertRange(at, other[from..Math.Min(other.Length, from + Length() * 4)]);
                break;
            case 7 when left > 0:
                var moved = input.GetRange(at, Math.Min(left, Length()));
                input.RemoveRange(at, moved.Count);
                input.InsertRange(random.Next(input.Count + 1), moved);
                break;
            default:
                if (_tokens.Length > 0)
                    input.InsertRange(at, _tokens[random.Next(_tokens.Length)]);
                break;
        }
    }

    /// <summary>Mostly short, sometimes long.</summary>
    private int Length() => 1 + random.Next(1 << random.Next(1, 13));
}
