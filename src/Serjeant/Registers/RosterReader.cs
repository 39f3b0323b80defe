using System.Text;

namespace Serjeant.Registers;

/// <summary>
/// Reads a roster: our own roster.yaml (docs/formats/roster.md) or Popolo JSON (popoloproject.com), told apart by content.
/// </summary>
/// <param name="warningLists">Tells a provider's mailbox from an official address where the file does not (Popolo).</param>
public sealed class RosterReader(WarningLists warningLists)
{
    /// <summary>A roster of 500,000 people has about 100 bytes each; what is larger is not a roster.</summary>
    public const int MaximumBytes = 50 * 1024 * 1024;

    /// <exception cref="SerjeantException">
    /// The file cannot be read, or it is no good roster: then the message begins with file:line:column and says what is wrong.
    /// </exception>
    public Roster Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var bytes = ReadBytes(path);
        var file = Path.GetFileName(path);
        var text = Decode(bytes, file);
        return LooksLikeJson(bytes) ? new PopoloRoster(file, warningLists).Read(bytes) : new YamlRoster(file).Read(text);
    }

    private static byte[] ReadBytes(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            using var kept = new MemoryStream();
            var buffer = new byte[81920];
            for (int count; (count = stream.Read(buffer)) > 0;)
            {
                if (kept.Length + count > MaximumBytes)
                    throw new SerjeantException($"{path}: larger than {MaximumBytes / 1024 / 1024} MB: this is no roster.", retryHelps: false) { Place = path };
                kept.Write(buffer, 0, count);
            }
            return kept.ToArray();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SerjeantException($"{path}: there is no such roster.", retryHelps: false, e) { Place = path };
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException or NotSupportedException)
        {
            throw new SerjeantException($"{path}: the roster cannot be read. {e.Message}", retryHelps: e is IOException, e) { Place = path };
        }
    }

    private static bool LooksLikeJson(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[3..];
        var first = bytes.TrimStart(" \t\r\n"u8);
        return !first.IsEmpty && first[0] == '{';
    }

    private static string Decode(ReadOnlySpan<byte> bytes, string file)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[3..];
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            var line = bytes[..Math.Clamp(e.Index, 0, bytes.Length)].Count((byte)'\n') + 1;
            throw new RosterDraft(file).Refuse(new(line, 0), "These bytes are not UTF-8. Save the file as UTF-8.", e);
        }
    }
}
