using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Serjeant.Sources;

namespace Serjeant.Personas;

/// <summary>What one message or file that was handed in gave.</summary>
/// <param name="Place">Where it stood.</param>
/// <param name="Claims">Messages that it tells of.</param>
/// <param name="Rows">Rows of DMARC aggregate reports that failed for our domains.</param>
/// <param name="Aggregates">DMARC aggregate reports in it, with or without such rows.</param>
/// <param name="Unreadable">Why it, or a part of it, could not be read; null where all could.</param>
public sealed record Handed(MessagePlace Place, ImmutableArray<Claim> Claims, ImmutableArray<SpoofedRow> Rows, int Aggregates, string? Unreadable);

/// <summary>Reads what people hand in: mail in any form that a scan reads, pasted headers and forwards as text, DMARC aggregate reports as files.</summary>
/// <param name="claims">Makes claims of it.</param>
/// <param name="limits">Bounds on what is read.</param>
public sealed class ReportReader(ClaimMaker claims, SourceLimits limits)
{
    /// <summary>A pasted text, or an aggregate report as a file.</summary>
    private const int MaximumFile = 32 * 1024 * 1024;

    /// <param name="paths">Files, folders at any depth, "-" for standard input.</param>
    /// <param name="reporter">Who hands them in.</param>
    public async IAsyncEnumerable<Handed> ReadAsync(IEnumerable<string> paths, Reporter reporter, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var found in new SourceFinder(limits).Find(paths))
        {
            cancellation.ThrowIfCancellationRequested();
            if (found.File is not { } file)
            {
                yield return Of(found.Unreadable!);
                continue;
            }
            // Standard input can be read once only, and a text is tried twice.
            var input = file.Path == SourceFile.StandardInput ? await ReadAsync(Console.OpenStandardInput(), cancellation).ConfigureAwait(false) : null;
            if (input is { Length: > MaximumFile })
            {
                yield return new(new(file.Path, 0, 0), [], [], 0, $"more than {MaximumFile} bytes; give it as a file");
                continue;
            }
            var reader = input is null ? new SourceReader(limits) : new SourceReader(limits) { Open = _ => new MemoryStream(input, writable: false) };
            await foreach (var item in reader.ReadAsync(file, null, cancellation).ConfigureAwait(false))
            {
                if (item is RawMessage message)
                    using (message) yield return OfMail(message, reporter);
                else if (item.Place is { Ordinal: 0 } && await TextAsync(file, input, item.Place, reporter, cancellation).ConfigureAwait(false) is { } text)
                    yield return text;
                else if (item.Place is { Ordinal: 0 } && file.Length > MaximumFile)
                    yield return new(item.Place, [], [], 0, $"{((Unreadable)item).Reason}; for a text or a DMARC aggregate report it is too large (more than {MaximumFile} bytes)");
                else yield return Of((Unreadable)item);
            }
        }
    }

    private Handed OfMail(RawMessage message, Reporter reporter)
    {
        var (rows, reports, fault) = claims.OfAggregate(message, mail: true);
        return new(message.Place, reports > 0 ? [] : claims.OfReport(message, reporter), rows, reports, fault);
    }

    /// <summary>What is no mail may be a text with one in it, or a report that somebody saved.</summary>
    private async ValueTask<Handed?> TextAsync(SourceFile file, byte[]? input, MessagePlace place, Reporter reporter, CancellationToken cancellation)
    {
        if (file.Length > MaximumFile) return null;
        try
        {
            var bytes = input;
            if (bytes is null)
            {
                var opened = new FileStream(file.Path, new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete });
                await using (opened.ConfigureAwait(false)) bytes = await ReadAsync(opened, cancellation).ConfigureAwait(false);
            }
            using var handed = new RawMessage(place, bytes);
            var (rows, reports, fault) = claims.OfAggregate(handed, mail: false);
            if (reports > 0) return new(place, [], rows, reports, fault);
            if (bytes.AsSpan().Contains((byte)0)) return null;
            var made = claims.OfText(handed, reporter);
            return made.IsEmpty ? null : new(place, made, [], 0, null);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null; // the reader has said why already
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; kept.Length <= MaximumFile && (read = await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0;) kept.Write(buffer, 0, read);
        return kept.ToArray();
    }

    private static Handed Of(Unreadable item) => new(item.Place, [], [], 0, item.Reason);
}
