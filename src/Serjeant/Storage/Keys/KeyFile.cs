using System.Security.Cryptography;
using Serjeant.Values;

namespace Serjeant.Storage.Keys;

/// <summary>The house's secrets as a file: one a line, 64 hexadecimal digits, the current one first. Open to its owner only, and never half written.</summary>
internal static class KeyFile
{
    public const string Name = "serjeant.key";

    private const int MostKeys = 100, MostBytes = 100_000;

    /// <exception cref="SerjeantException">It cannot be read, or holds something else.</exception>
    public static KeyRing Read(string path) => Reading(path, () => Ring(path, Lines(path)));

    /// <summary>Makes the file with one new key.</summary>
    /// <exception cref="SerjeantException">It is there already, or cannot be written.</exception>
    public static KeyRing Make(string path) => Reading(path, () =>
    {
        // A process that is killed while it writes must not leave a key file without a key: the folder would not open again.
        var fresh = path + ".new";
        File.Delete(fresh);
        Write(fresh, [NewLine()]);
        File.Move(fresh, path);
        return Ring(path, Lines(path));
    });

    /// <summary>Puts a new key before the others, which stay for reading.</summary>
    /// <exception cref="SerjeantException">It cannot be read or written, or holds as many keys as it may.</exception>
    public static KeyRing Rotate(string path) => Reading(path, () =>
    {
        var lines = Lines(path);
        if (lines.Count >= MostKeys) throw new SerjeantException($"{path}: it holds {MostKeys} keys already. Run 'serjeant retain', which destroys those that nothing needs.", retryHelps: false);
        return Replace(path, [NewLine(), .. lines]);
    });

    /// <summary>Destroys a key: what is under it can never be read again.</summary>
    /// <exception cref="SerjeantException">It cannot be read or written.</exception>
    public static void Destroy(string path, string id) => Reading(path, () => Replace(path, [.. Lines(path).Where(line => KeyOf(line).Id != id)]));

    /// <summary>Copies the file to a place where there is none, and reads back what was written.</summary>
    /// <exception cref="SerjeantException">The new place is taken or cannot be written.</exception>
    public static void Copy(string path, string to)
    {
        var lines = Reading(path, () => Lines(path));
        Reading(to, () =>
        {
            Write(to, lines);
            return Lines(to).SequenceEqual(lines) ? to : throw new IOException("what was written cannot be read back");
        });
    }

    /// <summary>Overwrites the file and deletes it.</summary>
    /// <exception cref="SerjeantException">It cannot be written.</exception>
    public static void Erase(string path) => Reading(path, () =>
    {
        using (var old = new FileStream(path, FileMode.Open, FileAccess.Write)) Overwrite(old);
        File.Delete(path);
        return path;
    });

    private static KeyRing Replace(string path, List<string> lines)
    {
        var fresh = path + ".new";
        File.Delete(fresh);
        Write(fresh, lines);
        if (!Lines(fresh).SequenceEqual(lines)) throw new IOException("what was written cannot be read back");
        // Held open over the renaming, so that a destroyed key does not stay on the disk as a deleted file's bytes.
        using (var old = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            File.Move(fresh, path, overwrite: true);
            Overwrite(old);
        }
        return Ring(path, lines);
    }

    private static void Overwrite(FileStream file)
    {
        file.Write(new byte[Math.Min(file.Length, MostBytes)]);
        file.Flush(flushToDisk: true);
    }

    private static void Write(string path, IEnumerable<string> lines)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(path, options);
        using var file = new StreamWriter(stream);
        foreach (var line in lines) file.WriteLine(line);
        file.Flush();
        stream.Flush(flushToDisk: true);
    }

    private static List<string> Lines(string path)
    {
        if (new FileInfo(path).Length > MostBytes) throw new IOException("it is too large for a key file");
        return [.. File.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0)];
    }

    private static KeyRing Ring(string path, List<string> lines) => lines.Count is > 0 and <= MostKeys
        ? new([.. lines.Select(KeyOf)])
        : throw new SerjeantException($"{path}: {(lines.Count == 0 ? "no key in it" : "too many keys in it")}.", retryHelps: false);

    private static SecretKey KeyOf(string line) => new(Convert.FromHexString(line));

    private static string NewLine() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretKey.Length));

    private static T Reading<T>(string path, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException)
        {
            // The exception's own words might quote a secret.
            throw new SerjeantException($"{path}: this is no key file of Serjeant's: each line must be {2 * SecretKey.Length} hexadecimal digits.", retryHelps: false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new SerjeantException($"{path}: the key file cannot be read or written: {problem.Message}", retryHelps: false, problem);
        }
    }
}
