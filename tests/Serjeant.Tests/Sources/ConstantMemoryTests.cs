using System.Text;
using Serjeant.Sources;
using Xunit;

namespace Serjeant.Tests.Sources;

/// <summary>Runs alone: what is measured is what the whole process allocates.</summary>
[CollectionDefinition(nameof(ConstantMemoryTests), DisableParallelization = true)]
[Collection(nameof(ConstantMemoryTests))]
public sealed class ConstantMemoryTests
{
    private const string Envelope = "From ann@house.example Tue Mar  3 10:11:00 2026\nFrom: ann@house.example\nSubject: One of many\n\n";

    [Fact]
    public async Task Reading_an_mbox_of_400_megabytes_allocates_less_than_a_kilobyte_a_message()
    {
        var message = Encoding.ASCII.GetBytes(Envelope + string.Concat(Enumerable.Repeat("All work and no play makes a dull House.\n", 950)) + "\n");
        const int Messages = 10_000;
        await Count(new MadeUpMbox(message, 100), SourceLimits.Default);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Assert.Equal((Messages, 0), await Count(new MadeUpMbox(message, Messages), SourceLimits.Default));
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Messages * 1000);
    }

    [Fact]
    public async Task A_message_of_300_megabytes_is_passed_over_in_the_memory_of_the_bound()
    {
        var line = Encoding.ASCII.GetBytes("All work and no play makes a dull House.\n");
        var stream = new Concatenated(new MemoryStream(Encoding.ASCII.GetBytes(Envelope)), new MadeUpMbox(line, 7_500_000),
            new MemoryStream(Encoding.ASCII.GetBytes("\n" + Envelope + "The end.\n")));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Assert.Equal((1, 1), await Count(stream, new SourceLimits { MessageBytes = 1024 * 1024 }));
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 10_000_000);
    }

    private static async Task<(int Messages, int Unreadable)> Count(Stream stream, SourceLimits limits)
    {
        var (messages, unreadable) = (0, 0);
        var reader = new SourceReader(limits) { Open = _ => stream };
        await foreach (var item in reader.ReadAsync(new SourceFile("memory", 0, default), null, TestContext.Current.CancellationToken))
        {
            if (item is RawMessage message)
            {
                messages++;
                message.Dispose();
            }
            else
                unreadable++;
        }
        return (messages, unreadable);
    }

    /// <summary>Several streams, one behind the other.</summary>
    private sealed class Concatenated(params Stream[] parts) : ForwardStream
    {
        private int _part;

        public override int Read(Span<byte> buffer)
        {
            for (; _part < parts.Length; _part++)
                if (parts[_part].Read(buffer) is > 0 and var count)
                    return count;
            return 0;
        }
    }
}
