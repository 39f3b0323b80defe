using System.Collections.Immutable;
using System.Text;

namespace Serjeant.Traces.Matching;

/// <summary>
/// A text with wildcards as Sigma writes it (specification v2, "Wildcards" and "Escaping"): * is any number of bytes, ? is exactly one, and a
/// backslash takes the meaning from a wildcard or another backslash that follows it; before anything else it stands for itself.
/// </summary>
internal sealed class TextPattern
{
    /// <summary>Marks among the bytes, outside of what a byte can be.</summary>
    private const short Any = -1, One = -2;

    private readonly short[] _parts;

    private TextPattern(short[] parts) => _parts = parts;

    /// <summary>Nothing at all.</summary>
    public bool IsEmpty => _parts.Length == 0;

    public bool HasWildcards => Array.Exists(_parts, p => p < 0);

    public static TextPattern Read(string text)
    {
        var parts = new List<short>(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '*' or '?' or '\\') parts.Add((short)text[++i]);
            else if (text[i] == '*') parts.Add(Any);
            else if (text[i] == '?') parts.Add(One);
            else if (text[i] < 0x80) parts.Add((short)text[i]);
            else
            {
                var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
                foreach (var b in Encoding.UTF8.GetBytes(text.Substring(i, length))) parts.Add(b);
                i += length - 1;
            }
        }
        return new([.. parts]);
    }

    /// <summary>Every byte stands for itself.</summary>
    public static TextPattern Plain(ReadOnlySpan<byte> bytes)
    {
        var parts = new short[bytes.Length];
        for (var i = 0; i < parts.Length; i++) parts[i] = bytes[i];
        return new(parts);
    }

    /// <summary>The same with something allowed before or behind it.</summary>
    public TextPattern Open(bool before, bool behind) =>
        new([.. before && !(_parts is [Any, ..]) ? [Any] : (short[])[], .. _parts, .. behind && !(_parts is [.., Any]) ? [Any] : (short[])[]]);

    /// <summary>What stands there where there is no wildcard.</summary>
    public byte[] Bytes() => [.. from part in _parts where part >= 0 select (byte)part];

    /// <summary>As it is compared with what <see cref="LineTexts.Folded"/> gives.</summary>
    public Folded For(LineView view, bool cased)
    {
        var pieces = ImmutableArray.CreateBuilder<short[]>();
        var piece = new List<short>();
        foreach (var part in _parts)
            if (part == Any)
            {
                pieces.Add([.. piece]);
                piece.Clear();
            }
            else piece.Add(part < 0 ? part : LineTexts.Fold(view, cased, (byte)part));
        pieces.Add([.. piece]);
        return new(pieces.ToImmutable());
    }

    /// <summary>Pieces between stars: the first stands at the beginning, the last at the end, the others in this order between them.</summary>
    internal sealed class Folded(ImmutableArray<short[]> pieces)
    {
        private readonly Piece[] _pieces = [.. pieces.Select(p => new Piece(p))];

        public bool Matches(ReadOnlySpan<byte> text)
        {
            var (first, last) = (_pieces[0], _pieces[^1]);
            if (_pieces.Length == 1) return text.Length == first.Length && first.IsAt(text);
            if (text.Length < first.Length + last.Length || !first.IsAt(text) || !last.IsAt(text[(text.Length - last.Length)..])) return false;
            var rest = text[first.Length..(text.Length - last.Length)];
            for (var i = 1; i < _pieces.Length - 1; i++)
            {
                var at = _pieces[i].Find(rest);
                if (at < 0) return false;
                rest = rest[(at + _pieces[i].Length)..];
            }
            return true;
        }

        /// <summary>The whole text, where there is no wildcard.</summary>
        public byte[]? Exact => _pieces is [{ Plain: { } plain }] ? plain : null;

        /// <summary>What must stand somewhere, where that is all.</summary>
        public byte[]? Contained => _pieces is [{ Length: 0 }, { Plain: { Length: > 0 } plain }, { Length: 0 }] ? plain : null;

        /// <summary>Runs of bytes that stand in every text that matches.</summary>
        public IEnumerable<byte[]> Runs() => _pieces.SelectMany(p => p.Runs());
    }

    private sealed class Piece(short[] parts)
    {
        public byte[]? Plain { get; } = Array.Exists(parts, p => p < 0) ? null : [.. parts.Select(p => (byte)p)];

        public int Length => parts.Length;

        public bool IsAt(ReadOnlySpan<byte> text)
        {
            if (Plain is not null) return text.StartsWith(Plain);
            for (var i = 0; i < parts.Length; i++)
                if (parts[i] >= 0 && parts[i] != text[i]) return false;
            return true;
        }

        public int Find(ReadOnlySpan<byte> text)
        {
            if (Plain is not null) return text.IndexOf(Plain);
            for (var at = 0; at + parts.Length <= text.Length; at++)
                if (IsAt(text[at..])) return at;
            return -1;
        }

        public IEnumerable<byte[]> Runs()
        {
            var run = new List<byte>();
            foreach (var part in parts.Append(One))
                if (part >= 0) run.Add((byte)part);
                else if (run.Count > 0)
                {
                    yield return [.. run];
                    run.Clear();
                }
        }
    }
}
