using System.Text;
using Serjeant.Sources;
using Xunit;

namespace Serjeant.Tests.Sources;

/// <summary>Reads sources in tests: samples of this project, bytes in memory, shared mail where it is there.</summary>
internal static class Reading
{
    public static string Root { get; } = FindRoot();

    public static string Sample(string name) => Path.Combine(Root, "tests", "Serjeant.Tests", "Corpus", "sources", name);

    /// <summary>A folder of the shared corpora; the test is skipped, with the reason, where it is absent.</summary>
    public static string Shared(string folder)
    {
        var path = Path.Combine(Root, "..", "shared", "corpora", folder);
        Assert.SkipUnless(Directory.Exists(path), $"../shared/corpora/{folder} is not here: this test needs its mail, which is not ours to ship");
        return path;
    }

    public static SourceFile File(string path) => new(path, new FileInfo(path).Length, DateTimeOffset.UnixEpoch);

    public static async Task<List<SourceItem>> Read(string path, SourceProgress? from = null, SourceLimits? limits = null)
    {
        var items = new List<SourceItem>();
        await foreach (var item in new SourceReader(limits ?? SourceLimits.Default).ReadAsync(File(path), from, TestContext.Current.CancellationToken))
            items.Add(item);
        return items;
    }

    public static Task<List<SourceItem>> Read(byte[] bytes, SourceProgress? from = null, SourceLimits? limits = null) =>
        Read(() => new MemoryStream(bytes, writable: false), from, limits);

    public static async Task<List<SourceItem>> Read(Func<Stream> open, SourceProgress? from = null, SourceLimits? limits = null)
    {
        var items = new List<SourceItem>();
        var reader = new SourceReader(limits ?? SourceLimits.Default) { Open = _ => open() };
        await foreach (var item in reader.ReadAsync(new SourceFile("memory", 0, DateTimeOffset.UnixEpoch), from, TestContext.Current.CancellationToken))
            items.Add(item);
        return items;
    }

    public static string Text(SourceItem item) => Encoding.Latin1.GetString(Assert.IsType<RawMessage>(item).Bytes.Span);

    public static string Reason(SourceItem item) => Assert.IsType<Unreadable>(item).Reason;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Serjeant.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the project.");
    }
}
