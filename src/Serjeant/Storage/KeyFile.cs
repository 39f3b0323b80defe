using System.Security.Cryptography;
using Serjeant.Values;

namespace Serjeant.Storage;

/// <summary>The house's secrets as a file: one a line, hexadecimal, the current one first.</summary>
internal static class KeyFile
{
    public const string Name = "serjeant.key";

    private const int MostKeys = 100;

    /// <summary>Reads the file, or makes it with one new key where there is none.</summary>
    /// <exception cref="SerjeantException">It cannot be read, or holds something else.</exception>
    public static KeyRing ReadOrMake(string path)
    {
        try
        {
            if (!File.Exists(path)) Write(path);
            var keys = File.ReadLines(path).Take(MostKeys).Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => new SecretKey(Convert.FromHexString(line))).ToList();
            return keys.Count > 0 ? new([.. keys]) : throw new SerjeantException($"{path}: no key in it.", false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
        {
            throw new SerjeantException($"{path}: the key cannot be read: {problem.Message}", false, problem);
        }
    }

    private static void Write(string path)
    {
        // A process that is killed while it writes must not leave a key file without a key: the folder would not open again.
        var fresh = path + ".new";
        File.Delete(fresh);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(fresh, options))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretKey.Length)) + "\n"));
            stream.Flush(flushToDisk: true);
        }
        File.Move(fresh, path);
    }
}
