using CsCheck;
using MimeKit;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Facts.Route;

/// <summary>Where the samples of these tests lie, ours and the shared ones.</summary>
internal static class FactsMaterial
{
    public static string Root { get; } = FindRoot();

    public static MimeMessage Sample(string name) => MimeMessage.Load(Path.Combine(Root, "tests", "Serjeant.Tests", "Corpus", "facts", name));

    public static MimeMessage Message(string file) => MimeMessage.Load(file);

    public static MimeEntity Entity(byte[] bytes) => MimeEntity.Load(new MemoryStream(bytes));

    public static HeaderList HeadersOf(byte[] bytes) => HeaderList.Load(new MemoryStream(bytes));

    public static HeaderList Headers(string text) => HeadersOf(System.Text.Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n") + "\r\n\r\n"));

    /// <summary>Any of these words.</summary>
    public static Gen<string> OneOf(string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    /// <summary>A field with any bytes as its value, as a parser would have made it.</summary>
    public static Header RawHeader(string name, byte[] value)
    {
        var header = new Header(name, "");
        header.SetRawValue([.. value, (byte)'\r', (byte)'\n']);
        return header;
    }

    public static DomainName Domain(string name) => DomainName.TryParse(name, out var domain) ? domain : default;

    /// <summary>A folder of ../shared; the test is skipped, with a line that says so, where it is absent.</summary>
    public static string Shared(string path)
    {
        var folder = Path.GetFullPath(Path.Combine(Root, "..", "shared", path));
        Assert.SkipUnless(Directory.Exists(folder), $"../shared/{path} is not there: real cases are not checked");
        return folder;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Serjeant.slnx"))) return folder.FullName;
        throw new InvalidOperationException("Serjeant.slnx lies above no folder of the tests.");
    }
}
