using System.Buffers;
using System.Text;

namespace Serjeant.Facts.Body;

/// <summary>
/// Characters in a buffer of the shared pool, given back on disposal. The HTML of a mail is read once and forgotten: a string of it would be
/// the largest thing that reading a message allocates.
/// </summary>
internal sealed class PooledText(char[] rented, int length) : IDisposable
{
    private char[] _rented = rented;

    public static PooledText Empty => new([], 0);

    public ReadOnlySpan<char> Span => _rented.AsSpan(0, Length);

    public int Length { get; private set; } = length;

    public static PooledText Decode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var characters = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(bytes.Length));
        return new(characters, encoding.GetChars(bytes, characters));
    }

    /// <summary>Leaves off what lies beyond a bound.</summary>
    public void Cut(int most) => Length = Math.Min(Length, most);

    public void Dispose()
    {
        if (_rented.Length > 0) ArrayPool<char>.Shared.Return(_rented);
        _rented = [];
        Length = 0;
    }
}
