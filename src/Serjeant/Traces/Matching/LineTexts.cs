using System.Runtime.InteropServices;

namespace Serjeant.Traces.Matching;

/// <summary>
/// The texts of one line as tests compare them, made only when asked for and then kept for the line: ASCII letters in lower case, and in fields that
/// W3C logs write without spaces a plus for each space, so that a rule meets its text whichever way either was written.
/// </summary>
internal sealed class LineTexts
{
    private const int Views = (int)LineView.Count;

    private static readonly byte[] Lower = Table(lower: true, plus: false);
    private static readonly byte[] LowerPlus = Table(lower: true, plus: true);
    private static readonly byte[] Plus = Table(lower: false, plus: true);

    private readonly List<byte> _request = new(512);
    private readonly byte[][] _folded = new byte[Views * 2][];
    private readonly int[] _lengths = new int[Views * 2];
    private LogEvent _line = new();
    private bool _hasRequest;

    public LogEvent Event => _line;

    public void Begin(LogEvent line)
    {
        _line = line;
        _hasRequest = false;
        Array.Fill(_lengths, -1);
    }

    /// <summary>As logged.</summary>
    public ReadOnlySpan<byte> Raw(LineView view) => view switch
    {
        LineView.Line => _line.Line,
        LineView.Request => Request(),
        LineView.Extension => Extension(),
        _ => _line[(LogField)view],
    };

    /// <summary>As tests compare it.</summary>
    /// <param name="cased">Letters as logged.</param>
    public ReadOnlySpan<byte> Folded(LineView view, bool cased)
    {
        var slot = (int)view * 2 + (cased ? 1 : 0);
        if (_lengths[slot] < 0) Fold(view, cased, slot);
        return _folded[slot].AsSpan(0, _lengths[slot]);
    }

    /// <summary>
    /// A text of a rule as it is compared with <see cref="Folded"/>. A referrer is a URL: where it has a plus, a form wrote it, and a rule that asks for a
    /// space must not meet it.
    /// </summary>
    public static byte Fold(LineView view, bool cased, byte letter) =>
        letter == ' ' && (LogField)view == LogField.Referrer ? letter : TableOf(view, cased) is { } table ? table[letter] : letter;

    /// <summary>Whether W3C logs write a plus for a space there: texts of the client that are not part of the URL.</summary>
    public static bool WritesPlus(LineView view) =>
        (LogField)view is LogField.UserAgent or LogField.Referrer or LogField.Cookie or LogField.ContentType or LogField.User;

    private void Fold(LineView view, bool cased, int slot)
    {
        var raw = Raw(view);
        ref var kept = ref _folded[slot];
        if (kept is null || kept.Length < raw.Length) kept = new byte[Math.Max(256, raw.Length * 2)];
        _lengths[slot] = raw.Length;
        if (TableOf(view, cased) is not { } table)
        {
            raw.CopyTo(kept);
            return;
        }
        for (var i = 0; i < raw.Length; i++) kept[i] = table[raw[i]];
    }

    private ReadOnlySpan<byte> Request()
    {
        if (!_hasRequest)
        {
            _hasRequest = true;
            _request.Clear();
            var path = _line[LogField.Path];
            var query = _line[LogField.Query];
            if (path.IsEmpty && query.IsEmpty) _request.AddRange(BehindHost(_line[LogField.Url]));
            else
            {
                _request.AddRange(path);
                if (!query.IsEmpty)
                {
                    _request.Add((byte)'?');
                    _request.AddRange(query);
                }
            }
        }
        return CollectionsMarshal.AsSpan(_request);
    }

    private ReadOnlySpan<byte> Extension()
    {
        var path = _line[LogField.Path];
        if (path.IsEmpty)
        {
            path = BehindHost(_line[LogField.Url]);
            if (path.IndexOf((byte)'?') is >= 0 and var query) path = path[..query];
        }
        path = path[(path.LastIndexOf((byte)'/') + 1)..];
        return path.LastIndexOf((byte)'.') is >= 0 and var dot ? path[(dot + 1)..] : [];
    }

    private static ReadOnlySpan<byte> BehindHost(ReadOnlySpan<byte> url)
    {
        if (url.IndexOf("://"u8) is >= 0 and var scheme)
        {
            var rest = url[(scheme + 3)..];
            return rest.IndexOfAny((byte)'/', (byte)'?') is >= 0 and var end ? rest[end..] : [];
        }
        return url.StartsWith("/"u8) ? url : [];
    }

    private static byte[]? TableOf(LineView view, bool cased) =>
        WritesPlus(view) ? (cased ? Plus : LowerPlus) : cased ? null : Lower;

    private static byte[] Table(bool lower, bool plus)
    {
        var table = new byte[256];
        for (var i = 0; i < table.Length; i++)
            table[i] = lower && i is >= 'A' and <= 'Z' ? (byte)(i | 0x20) : plus && i == ' ' ? (byte)'+' : (byte)i;
        return table;
    }
}
