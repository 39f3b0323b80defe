using System.Text;

namespace Serjeant.Traces.Formats;

/// <summary>Takes what a client asked for apart: a URL, host and port, or a path; and undoes the escapes of web servers' logs.</summary>
internal static class WebParts
{
    private static readonly UTF8Encoding Utf8 = new(false);

    /// <summary>Host and port of CONNECT: the port is left out of the host.</summary>
    public static void SetAuthority(LogEvent into, LogField whole, int start, int length)
    {
        var text = into[whole].Slice(start, length);
        if (text.LastIndexOf((byte)'@') is >= 0 and var at)
        {
            (start, length) = (start + at + 1, length - at - 1);
            text = text[(at + 1)..];
        }
        if (text is [(byte)'[', ..] && text.IndexOf((byte)']') is > 0 and var close)
        {
            into.SetPart(LogField.Host, whole, start + 1, close - 1);
            return;
        }
        var colon = text.LastIndexOf((byte)':');
        // More than one colon: a bare IPv6 address.
        if (colon >= 0 && text[..colon].Contains((byte)':')) colon = -1;
        into.SetPart(LogField.Host, whole, start, colon < 0 ? length : colon);
    }

    /// <summary>Splits what stands in a field into host, path and query. Whole URLs stay in <see cref="LogField.Url"/>.</summary>
    /// <returns>Whether it is a whole URL or an authority, as only proxies are asked for.</returns>
    public static bool SetTarget(LogEvent into, LogField whole, bool connect)
    {
        var text = into[whole];
        if (text.IsEmpty) return false;
        if (connect)
        {
            SetAuthority(into, whole, 0, text.Length);
            return true;
        }
        var scheme = text[0] == '/' ? -1 : text.IndexOf("://"u8);
        if (scheme is > 0 and < 16 && text[..scheme].IndexOfAny("/?."u8) < 0)
        {
            var begin = scheme + 3;
            var length = text[begin..].IndexOfAny((byte)'/', (byte)'?', (byte)'#');
            if (length < 0) length = text.Length - begin;
            SetAuthority(into, whole, begin, length);
            SetPath(into, whole, begin + length);
            return true;
        }
        if (text[0] == '/' || text.SequenceEqual("*"u8)) SetPath(into, whole, 0);
        return false;
    }

    /// <summary>The path and query that begin at a place of a field.</summary>
    public static void SetPath(LogEvent into, LogField whole, int start)
    {
        var text = into[whole][start..];
        if (text.IndexOf((byte)'#') is >= 0 and var fragment) text = text[..fragment];
        var query = text.IndexOf((byte)'?');
        into.SetPart(LogField.Path, whole, start, query < 0 ? text.Length : query);
        if (query >= 0) into.SetPart(LogField.Query, whole, start + query + 1, text.Length - query - 1);
    }

    /// <summary>The text in a field with \" \\ \t \xhh undone; as a slice where there is nothing to undo.</summary>
    public static void SetEscaped(LogEvent into, LogField field, ReadOnlySpan<byte> line, int start, int length)
    {
        var text = line.Slice(start, length);
        if (text.SequenceEqual("-"u8)) return;
        if (!text.Contains((byte)'\\'))
        {
            into.Set(field, start, length);
            return;
        }
        var made = into.Make(field, length);
        var at = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                made[at++] = text[i];
                continue;
            }
            var next = text[++i];
            if (next == 'x' && i + 2 < text.Length && Hex(text[i + 1]) is >= 0 and var high && Hex(text[i + 2]) is >= 0 and var low)
            {
                made[at++] = (byte)((high << 4) | low);
                i += 2;
            }
            else
            {
                made[at++] = next switch { (byte)'n' => (byte)'\n', (byte)'t' => (byte)'\t', (byte)'r' => (byte)'\r', (byte)'"' or (byte)'\\' or (byte)'\'' => next, _ => Kept(made, ref at, next) };
            }
        }
        into.Shorten(field, at);
    }

    /// <summary>A field as text; what is no UTF-8 becomes U+FFFD.</summary>
    public static string Text(ReadOnlySpan<byte> bytes) => Utf8.GetString(bytes);

    public static int Hex(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        _ => -1,
    };

    /// <summary>An unknown escape stays as it is.</summary>
    private static byte Kept(Span<byte> made, ref int at, byte next)
    {
        made[at++] = (byte)'\\';
        return next;
    }
}
