using System.IO.Compression;
using System.Text;
using Serjeant.Sources;

namespace Serjeant.Bench.Fuzz;

/// <summary>Sources: whatever the bytes, reading gives items in order, none above the bound, and can go on from behind any of them.</summary>
internal static class SourcesTarget
{
    private const string Envelope = "From ann@house.example Tue Mar  3 10:11:00 2026\n";
    private const string First = "From: ann@house.example\nSubject: First\n\nHello\n>From here\n>>From there\n";
    private const string Second = "Return-Path: <ben@house.example>\nSubject: Second\n\nAgreed.\n\nBen\n";
    private static readonly SourceLimits Limits = new() { MessageBytes = 8 * 1024 };
    private static readonly SourceFile Memory = new("memory", 0, DateTimeOffset.UnixEpoch);

    public static FuzzTarget Target { get; } = new("sources", Seeds, Run,
        Envelope, "\n" + Envelope, "\r\n", "\n\n", "From - \n", "\nFrom ", ">From ", "Content-Length: 7\n", "Content-Length: 99999999999999999999\n",
        "Subject: x\n", "\u00ef\u00bb\u00bf", "\u001f\u008b\u0008", "\u0000", ":", " remote from ");

    private static IEnumerable<byte[]> Seeds()
    {
        var mbox = $"{Envelope}{First}\n{Envelope}{Second}\n";
        var counted = $"{Envelope}Content-Length: 15\nSubject: x\n\nFrom me\nto you\n\n{Envelope}Content-Length: 3\n{Second}\n";
        string[] texts = [First, Second, mbox, counted, mbox.ReplaceLineEndings("\r\n"), $"From - \n{First}\nFrom - \n{Second}", "%PDF-1.7\n", "<html>"];
        foreach (var text in texts)
            yield return Encoding.Latin1.GetBytes(text);
        yield return [.. Gzip(mbox), .. Gzip(mbox)];
        yield return Gzip(Encoding.Latin1.GetString(Gzip(First)));
        yield return Gzip(Envelope + First + new string('x', 100_000) + "\n" + mbox);
    }

    private static void Run(byte[] bytes)
    {
        var all = Read(bytes, null);
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Place.Ordinal != i)
                throw new FuzzException("ordinals are not in order");
            if (i > 0 && all[i].Place.Offset < all[i - 1].End || all[i].End < all[i].Place.Offset)
                throw new FuzzException("offsets are not in order");
            if (all[i] is RawMessage message && message.Bytes.Length > Limits.MessageBytes)
                throw new FuzzException("a message is above the bound");
        }
        // Every place costs a reading; three show as much as all.
        for (var stored = 1; stored < all.Count; stored += Math.Max(1, all.Count / 3))
            if (!Same(all.Skip(stored), Read(bytes, new SourceProgress(Memory, stored, all[stored - 1].End, false))))
                throw new FuzzException("going on from behind a message gives something else");
        if (!Same(all, Read(bytes, null, 61)))
            throw new FuzzException("reading in small pieces gives something else");
    }

    private static bool Same(IEnumerable<SourceItem> expected, List<SourceItem> read) =>
        expected.Select(Show).SequenceEqual(read.Select(Show));

    private static (MessagePlace, long, string) Show(SourceItem item) =>
        (item.Place, item.End, item is RawMessage m ? Encoding.Latin1.GetString(m.Bytes.Span) : ((Unreadable)item).Reason);

    // Memory never keeps us waiting, so that each step is done when it is asked for.
    private static List<SourceItem> Read(byte[] bytes, SourceProgress? from, int piece = int.MaxValue)
    {
        var items = new List<SourceItem>();
        var reader = new SourceReader(Limits) { Open = _ => new Pieces(bytes, piece) };
        var read = reader.ReadAsync(Memory, from).GetAsyncEnumerator();
        while (read.MoveNextAsync().AsTask().GetAwaiter().GetResult())
            items.Add(read.Current);
        read.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return items;
    }

    private static byte[] Gzip(string text)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Encoding.Latin1.GetBytes(text));
        return packed.ToArray();
    }

    /// <summary>Gives its bytes in pieces of some length.</summary>
    private sealed class Pieces(byte[] bytes, int most) : MemoryStream(bytes, writable: false)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, most)]);
    }
}
