namespace Serjeant.Storage;

/// <summary>
/// The folder everything is kept in, open to its owner only, and held by one process at a time. The operating system lets go of
/// the hold when the process ends, however it ends.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    public const string DatabaseName = "serjeant.db";

    public const string IndexName = "index";

    private const string LockName = "serjeant.lock";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held)
    {
        DatabasePath = Path.Combine(path, DatabaseName);
        IndexPath = Path.Combine(path, IndexName);
        _lock = held;
    }

    public string DatabasePath { get; }

    /// <summary>The folder of the index's runs.</summary>
    public string IndexPath { get; }

    /// <exception cref="SerjeantException">It cannot be made or written, or another process holds it.</exception>
    public static DataFolder Hold(string path)
    {
        FileStream? held = null;
        try
        {
            path = Path.GetFullPath(path);
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
            else if (!Directory.Exists(path)) Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
            held = Open(Path.Combine(path, LockName), FileShare.None);
            var folder = new DataFolder(path, held);
            // SQLite gives the database's mode to the files it makes beside it.
            Open(folder.DatabasePath, FileShare.ReadWrite).Dispose();
            return folder;
        }
        catch (IOException e) when (held is null && IsHeld(e))
        {
            throw new SerjeantException($"The data folder {path} is in use by another command. Wait for it to end, or choose another folder with --data.", true, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            held?.Dispose();
            throw new SerjeantException($"The data folder {path} cannot be written. Check the path and who owns it, or choose another with --data.", false, e);
        }
    }

    public void Dispose() => _lock.Dispose();

    private static FileStream Open(string path, FileShare share)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return new(path, options);
    }

    /// <summary>EWOULDBLOCK on Linux (11) and macOS (35); sharing and lock violations on Windows (32, 33).</summary>
    private static bool IsHeld(IOException e) =>
        OperatingSystem.IsWindows() ? (e.HResult & 0xFFFF) is 32 or 33 : e.HResult is 11 or 35;
}
