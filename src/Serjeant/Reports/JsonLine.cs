using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Serjeant.Reports;

/// <summary>Writes one JSON object a line, ASCII only: no byte of mail can turn a terminal or an editor round.</summary>
internal sealed class JsonLine : IDisposable
{
    private readonly TextWriter _output;
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _json;

    public JsonLine(TextWriter output)
    {
        _output = output;
        _json = new(_buffer);
    }

    public void Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        _json.WriteStartObject();
        write(_json, value);
        _json.WriteEndObject();
        _json.Flush();
        var chars = ArrayPool<char>.Shared.Rent(_buffer.WrittenCount + 1);
        var length = Encoding.ASCII.GetChars(_buffer.WrittenSpan, chars);
        chars[length++] = '\n';
        _output.Write(chars, 0, length);
        ArrayPool<char>.Shared.Return(chars);
        _buffer.ResetWrittenCount();
        _json.Reset();
    }

    public void Dispose() => _json.Dispose();
}
