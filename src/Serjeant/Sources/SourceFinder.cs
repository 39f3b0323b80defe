using System.IO.Enumeration;

namespace Serjeant.Sources;

/// <summary>
/// Finds the files that may hold messages under the paths given: files, folders at any depth, "-" for standard input. Names are in ordinal
/// order within each folder, so that two runs on the same files give the same order. Only one folder's names are in memory at a time for
/// each level of depth. Links are followed, each real folder is looked into once, and so a loop of links ends; a file that is named twice, or led to by a link besides, is given once.
/// <para>Rosters, a data folder of ours, what mail programs keep beside mail, and a Maildir's "tmp" are passed over (see <see cref="MailFolder"/>). In a folder a file
/// of no bytes is not opened: it is an empty mbox, or a pipe that would keep us waiting; where a message must have been it is listed.</para>
/// </summary>
public sealed class SourceFinder(SourceLimits limits)
{
    /// <summary>Why a file with such a name cannot be opened: what is given of it no longer leads to it.</summary>
    public const string Unnamable = "cannot be opened: its name is not valid UTF-8; rename it, or give its mail on standard input (-)";

    /// <summary>Whether a name that leads nowhere may stand for one whose bytes are no UTF-8.</summary>
    public static bool IsUnnamable(string path) => path is not null && path.Contains('\uFFFD', StringComparison.Ordinal);

    /// <summary>Never throws for what is on disk: a path that is missing or may not be listed is given as unreadable, with the reason.</summary>
    public IEnumerable<FoundSource> Find(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var seen = new SeenPaths();
        foreach (var path in paths)
        {
            var files = 0;
            foreach (var found in Given(path, seen))
            {
                if (found.File is not null && ++files > limits.Files)
                {
                    yield return FoundSource.Problem(path, $"holds more than {limits.Files} files; those from {found.File.Path} on are left out");
                    break;
                }
                yield return found;
            }
        }
    }

    private IEnumerable<FoundSource> Given(string path, SeenPaths seen)
    {
        if (path == SourceFile.StandardInput)
            return [FoundSource.Readable(new SourceFile(path, 0, DateTimeOffset.MinValue))];
        if (MailFolder.IsRoster(Path.GetFileName(path)))
            return [FoundSource.Problem(path, "a roster, not mail")];
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
            return [FoundSource.Problem(path, "not a path")];
        var real = SeenPaths.RealPath(path);
        if (Directory.Exists(path)) return InFolder(path, real, 0, seen);
        var found = OfFile(path);
        return seen.AddFile(real, IsGivenInFolder(Path.GetFileName(real ?? path), found)) ? [found] : [];
    }

    private IEnumerable<FoundSource> InFolder(string folder, string? real, int depth, SeenPaths seen)
    {
        if (real is null)
        {
            yield return FoundSource.Problem(folder, "a link that leads in a circle");
            yield break;
        }
        if (!seen.AddFolder(real))
            yield break;
        if (depth > limits.FolderDepth)
        {
            yield return FoundSource.Problem(folder, $"more than {limits.FolderDepth} folders deep, not looked into");
            yield break;
        }
        var (entries, problem) = List(folder);
        // What we keep ourselves lies in a folder of its own: never mail, whether it is the one in use or another's.
        if (entries.Exists(static e => !e.IsFolder && e.Name == MailFolder.DataName))
        {
            if (depth == 0) yield return FoundSource.Problem(folder, "a data folder of Serjeant, not mail");
            yield break;
        }
        if (problem is not null)
            yield return FoundSource.Problem(folder, IsUnnamable(folder) ? Unnamable : problem);
        seen.Listed(real);
        foreach (var entry in entries)
        {
            var path = Path.Combine(folder, entry.Name);
            if (!entry.IsFolder)
            {
                if (MailFolder.IsRoster(entry.Name) || MailFolder.IsBookkeeping(entry.Name)) continue;
                var found = OfFile(path);
                if (!IsGivenInFolder(entry.Name, found))
                {
                    if (MailFolder.LostItsBytes(path)) yield return FoundSource.Problem(path, MailFolder.Empty);
                }
                else if (entry.IsLink ? IsNew(path, found, seen) : !seen.HasFile(real, entry.Name))
                {
                    yield return found;
                }
            }
            else if (!MailFolder.IsTemporary(folder, entry.Name))
            {
                var inner = entry.IsLink ? SeenPaths.RealPath(path) : Path.Combine(real, entry.Name);
                foreach (var found in InFolder(path, inner, depth + 1, seen))
                    yield return found;
            }
        }
    }

    private static bool IsNew(string link, FoundSource found, SeenPaths seen)
    {
        var real = SeenPaths.RealPath(link);
        return seen.AddFile(real, IsGivenInFolder(Path.GetFileName(real ?? link), found));
    }

    /// <summary>In a folder what mail programs keep beside mail and what has no bytes is passed over; named by itself it is looked at.</summary>
    private static bool IsGivenInFolder(string name, FoundSource found) =>
        !MailFolder.IsRoster(name) && !MailFolder.IsBookkeeping(name) && found.File is not { Length: 0 };

    private readonly record struct Entry(string Name, bool IsFolder, bool IsLink);

    private static (List<Entry> Entries, string? Problem) List(string folder)
    {
        var entries = new List<Entry>();
        try
        {
            var listing = new FileSystemEnumerable<Entry>(
                folder,
                (ref FileSystemEntry e) => new Entry(e.FileName.ToString(), e.IsDirectory, e.Attributes.HasFlag(FileAttributes.ReparsePoint)),
                new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false });
            foreach (var entry in listing)
                entries.Add(entry);
        }
        catch (UnauthorizedAccessException)
        {
            return (entries, "may not be listed: permission denied");
        }
        catch (Exception e) when (e is IOException or System.Security.SecurityException)
        {
            return (entries, $"cannot be listed: {e.Message}");
        }
        entries.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return (entries, null);
    }

    private static FoundSource OfFile(string path)
    {
        try
        {
            var file = new FileInfo(path);
            // A link's own length is that of its text.
            if (file.LinkTarget is not null)
                file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
            // A shell's <(command) is a link to something without a path, and yet can be opened.
            if (file is not { Exists: true } && File.Exists(path))
                return FoundSource.Readable(new SourceFile(path, 0, DateTimeOffset.MinValue));
            return file is { Exists: true }
                ? FoundSource.Readable(new SourceFile(path, file.Length, new DateTimeOffset(file.LastWriteTimeUtc)))
                : FoundSource.Problem(path, IsUnnamable(path) ? Unnamable : "does not exist");
        }
        catch (UnauthorizedAccessException)
        {
            return FoundSource.Problem(path, "may not be looked at: permission denied");
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException or System.Security.SecurityException)
        {
            return FoundSource.Problem(path, $"cannot be looked at: {e.Message}");
        }
    }
}
