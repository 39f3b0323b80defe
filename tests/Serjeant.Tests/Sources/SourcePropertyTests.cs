using System.IO.Compression;
using System.Text;
using CsCheck;
using Serjeant.Sources;
using Xunit;
using static Serjeant.Tests.Sources.Reading;

namespace Serjeant.Tests.Sources;

/// <summary>Whatever messages there are: written in any of the forms and read again, they are the same.</summary>
public sealed class SourcePropertyTests
{
    private const string Envelope = "From ann@house.example Tue Mar  3 10:11:00 2026\n";

    private static readonly string[] Lines =
    [
        "", "", "Hello", "From here", ">From there", ">>From >From", Envelope.TrimEnd('\n'), "From - ", "Subject: inner", ">", "\r", "a\rb",
        "Content-Length: 7", "--boundary", "\u00e9\u00ff\u0000", new string('x', 700),
    ];

    private static readonly Gen<string> Line = Gen.Int[0, Lines.Length - 1].Select(i => Lines[i]);

    private static readonly Gen<string> Message = Gen.Select(
        Gen.Int[0, 9], Gen.Bool, Line.List[0, 12],
        (n, crlf, lines) =>
        {
            var end = crlf ? "\r\n" : "\n";
            return $"From: a{n}@house.example{end}Subject: {n}{end}{end}" + string.Concat(lines.Select(l => l + end));
        });

    private static readonly Gen<List<string>> Messages = Message.List[1, 6];

    [Fact]
    public async Task Mboxrd_reads_back_equal() => await Messages.SampleAsync(
        async messages => Assert.Equal(messages, Texts(await Read(Bytes(Mboxrd(messages))))), iter: 500, threads: 1);

    [Fact]
    public async Task Mboxcl2_reads_back_equal() => await Messages.SampleAsync(
        async messages =>
        {
            var counted = messages.Select(Counted).ToList();
            Assert.Equal(counted, Texts(await Read(Bytes(string.Concat(counted.Select(m => Envelope + m + "\n"))))));
        },
        iter: 500, threads: 1);

    [Fact]
    public async Task Gzipped_in_any_number_of_members_reads_back_equal() => await Messages.SampleAsync(
        async messages =>
        {
            var packed = new MemoryStream();
            foreach (var message in messages)
            {
                using var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true);
                gzip.Write(Bytes(Mboxrd([message])));
            }
            Assert.Equal(messages, Texts(await Read(packed.ToArray())));
        },
        iter: 200, threads: 1);

    [Fact]
    public async Task A_message_of_its_own_file_as_in_a_Maildir_reads_back_equal() => await Message.SampleAsync(
        async message => Assert.Equal(message, Text(Assert.Single(await Read(Bytes(message))))), iter: 500, threads: 1);

    [Fact]
    public async Task Reading_on_from_any_message_gives_what_is_left() => await Messages.SampleAsync(
        async messages =>
        {
            var bytes = Bytes(Mboxrd(messages));
            var all = await Read(bytes);
            for (var stored = 1; stored <= all.Count; stored++)
            {
                var from = new SourceProgress(new SourceFile("memory", 0, default), stored, all[stored - 1].End, false);
                var rest = await Read(bytes, from);
                Assert.Equal(all.Skip(stored).Select(i => (i.Place, i.End, Text(i))), rest.Select(i => (i.Place, i.End, Text(i))));
                Assert.Equal(messages.Skip(stored), Texts(await Read(Gzip(bytes), from)));
            }
        },
        iter: 100, threads: 1);

    [Fact]
    public async Task How_the_bytes_come_in_changes_nothing() => await Messages.SampleAsync(
        async messages =>
        {
            var bytes = Bytes(Mboxrd(messages));
            Assert.Equal(messages, Texts(await Read(() => new DrippingStream(bytes))));
        },
        iter: 100, threads: 1);

    [Fact]
    public async Task No_bytes_make_it_throw() => await Gen.OneOf(
            Gen.Byte.Array[0, 300],
            Gen.Select(Messages, Gen.Int[0, 2000], Gen.Byte, (m, at, b) => Damage(Bytes(Mboxrd(m)), at, b)),
            Gen.Select(Messages, Gen.Int[0, 400], Gen.Byte, (m, at, b) => Damage(Gzip(Bytes(Mboxrd(m))), at, b)))
        .SampleAsync(
            async bytes =>
            {
                var items = await Read(bytes, limits: new SourceLimits { MessageBytes = 500 });
                Assert.Equal(Enumerable.Range(0, items.Count), items.Select(i => i.Place.Ordinal));
            },
            iter: 3000, threads: 1);

    private static string Mboxrd(IEnumerable<string> messages)
    {
        var mbox = new StringBuilder();
        foreach (var message in messages)
        {
            mbox.Append(Envelope);
            foreach (var line in message.Split('\n')[..^1])
                mbox.Append(line.TrimStart('>').StartsWith("From ", StringComparison.Ordinal) ? ">" : "").Append(line).Append('\n');
            mbox.Append('\n');
        }
        return mbox.ToString();
    }

    private static string Counted(string message)
    {
        var line = message.Contains("\r\n\r\n", StringComparison.Ordinal) && message.IndexOf("\r\n\r\n", StringComparison.Ordinal) is var at
            && !message[..at].Contains("\n\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var body = message.IndexOf(line + line, StringComparison.Ordinal) + 2 * line.Length;
        return message[..(body - line.Length)] + $"Content-Length: {message.Length - body}{line}" + message[(body - line.Length)..];
    }

    private static byte[] Damage(byte[] bytes, int at, byte b)
    {
        if (at < bytes.Length)
            bytes[at] = b;
        return at % 3 == 0 && at < bytes.Length ? bytes[..at] : bytes;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static List<string> Texts(IEnumerable<SourceItem> items) => [.. items.Select(Text)];
}
