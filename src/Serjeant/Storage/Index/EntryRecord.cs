using System.Collections.Immutable;
using Serjeant.Campaigns;
using Serjeant.Facts;
using Serjeant.Storage.Records;
using Serjeant.Values;

namespace Serjeant.Storage.Index;

/// <summary>Where a message was first seen.</summary>
/// <param name="File">A row of the table of files.</param>
internal readonly record struct StoredPlace(long File, int Ordinal, long Offset);

/// <summary>What the index keeps of a message in a row of its own: names by their numbers. docs/formats/store.md has the bytes.</summary>
internal sealed record EntryRecord
{
    private const int Indexed = 1, Placed = 2, Dated = 4, Out = 8, KindShift = 4, KindMask = 15, ChannelShift = 8;

    public required Sha256 Id { get; init; }

    /// <summary>False where only its identity is known: it was handed in, or comes from an older format.</summary>
    public bool IsIndexed { get; init; }

    public StoredPlace? Place { get; init; }

    public DateTimeOffset? Date { get; init; }

    public bool Outbound { get; init; }

    public MessageKind Kind { get; init; }

    public MessageChannel Channel { get; init; }

    public long Domain { get; init; }

    public int Recipients { get; init; }

    public ImmutableArray<long> Targets { get; init; } = [];

    /// <summary>A hash of all its postings, so that reading a message again with the same result writes nothing.</summary>
    public ulong Occurrences { get; init; }

    public void Write(BlobWriter to, uint number)
    {
        to.Clear();
        Span<byte> id = stackalloc byte[Sha256.Length];
        Id.CopyTo(id);
        to.Bytes(id);
        to.Number((IsIndexed ? Indexed : 0) | (Place is null ? 0 : Placed) | (Date is null ? 0 : Dated) | (Outbound ? Out : 0) | ((int)Kind << KindShift) | ((int)Channel << ChannelShift));
        if (Place is { } place)
        {
            // One file a message is common: then the two numbers go up together.
            to.Signed(place.File - number);
            to.Number(place.Ordinal);
            to.Signed(place.Offset);
        }
        if (!IsIndexed) return;
        if (Date is { } date)
        {
            var (seconds, ticks) = Math.DivRem(date.UtcTicks - DateTimeOffset.UnixEpoch.Ticks, TimeSpan.TicksPerSecond);
            to.Signed(seconds);
            to.Signed(ticks);
            to.Signed(date.TotalOffsetMinutes);
        }
        to.Number((ulong)Domain);
        to.Number(Recipients);
        to.Number(Targets.Length);
        foreach (var target in Targets) to.Number((ulong)target);
        to.Fixed64((long)Occurrences);
    }

    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static EntryRecord Read(ReadOnlySpan<byte> bytes, uint number)
    {
        var from = new BlobReader(bytes);
        var id = new Sha256(from.Bytes(Sha256.Length));
        var flags = from.Small();
        StoredPlace? place = (flags & Placed) == 0 ? null : new(from.Signed() + number, from.Small(), from.Signed());
        if ((flags & Indexed) == 0) return new() { Id = id, Place = place };
        return new()
        {
            Id = id,
            IsIndexed = true,
            Place = place,
            Date = (flags & Dated) == 0 ? null : ReadDate(ref from),
            Outbound = (flags & Out) != 0,
            Kind = (MessageKind)((flags >> KindShift) & KindMask),
            Channel = (MessageChannel)(flags >> ChannelShift),
            Domain = (long)from.Number(),
            Recipients = from.Small(),
            Targets = ReadTargets(ref from),
            Occurrences = (ulong)from.Fixed64(),
        };
    }

    private static DateTimeOffset ReadDate(ref BlobReader from)
    {
        try
        {
            var ticks = checked(DateTimeOffset.UnixEpoch.Ticks + (from.Signed() * TimeSpan.TicksPerSecond) + from.Signed());
            return new DateTimeOffset(ticks, TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(from.Signed()));
        }
        catch (Exception problem) when (problem is ArgumentException or OverflowException)
        {
            throw new InvalidDataException("A stored date is impossible.", problem);
        }
    }

    private static ImmutableArray<long> ReadTargets(ref BlobReader from)
    {
        var targets = ImmutableArray.CreateBuilder<long>(from.Count(1));
        for (var left = targets.Capacity; left > 0; left--) targets.Add((long)from.Number());
        return targets.MoveToImmutable();
    }
}
