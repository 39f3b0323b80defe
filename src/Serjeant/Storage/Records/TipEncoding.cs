using System.Collections.Immutable;
using Serjeant.Hunts;
using Serjeant.Hunts.Patterns;
using Serjeant.Hunts.Tips;

namespace Serjeant.Storage.Records;

/// <summary>
/// What of tips is watched for, as bytes. Not written down in docs: it is sealed, and read by the program that sealed it or a later one. Refusals
/// are not kept.
/// </summary>
internal static class TipEncoding
{
    private const byte Version = 1;

    private const int Deepest = 64;

    public static byte[] Encode(ImmutableArray<Tip> tips)
    {
        var blob = new BlobWriter();
        blob.Byte(Version);
        List(blob, tips, static (blob, tip) =>
        {
            blob.Text(tip.Source);
            blob.Number((int)tip.Kind);
            List(blob, tip.Sought, Write);
            List(blob, tip.Patterns, static (blob, pattern) =>
            {
                blob.Text(pattern.Text);
                Write(blob, pattern.Origin);
                blob.Byte(pattern.Wider ? (byte)1 : (byte)0);
                Write(blob, pattern.Query);
            });
            List(blob, tip.Likenesses, static (blob, likeness) =>
            {
                blob.Text(likeness.Text);
                blob.Number(likeness.Required);
                List(blob, likeness.Parts, static (blob, part) =>
                {
                    blob.Text(part.Name);
                    blob.Number(part.Least);
                    blob.Number(part.Weight);
                    List(blob, part.Of, Write);
                });
            });
        });
        return blob.Written.ToArray();
    }

    /// <summary>Nothing where the bytes are of a version that is not known.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static ImmutableArray<Tip> Decode(ReadOnlySpan<byte> bytes)
    {
        var blob = new BlobReader(bytes);
        if (blob.Byte() != Version) return [];
        return List(ref blob, static (ref BlobReader blob) => new Tip(blob.Text(), (TipKind)blob.Small())
        {
            Sought = List(ref blob, ReadSought),
            Patterns = List(ref blob, static (ref BlobReader blob) =>
            {
                var (text, origin, wider) = (blob.Text(), ReadOrigin(ref blob), blob.Byte() != 0);
                return new Pattern(text, ReadQuery(ref blob, 0)) { Origin = origin, Wider = wider };
            }),
            Likenesses = List(ref blob, static (ref BlobReader blob) =>
            {
                var (text, required) = (blob.Text(), blob.Small());
                return new Likeness(text, List(ref blob, static (ref BlobReader blob) =>
                {
                    var (name, least, weight) = (blob.Text(), blob.Small(), blob.Small());
                    return new LikenessPart(name, List(ref blob, ReadSought), least, weight);
                }), required);
            }),
        });
    }

    private static void Write(BlobWriter blob, Sought sought)
    {
        blob.Text(sought.Text);
        Write(blob, sought.Origin);
        blob.Byte((byte)sought.Roles);
        blob.Byte(sought.Wider ? (byte)1 : (byte)0);
        List(blob, sought.Any, static (blob, selector) => Write(blob, selector.Kind, selector.Value));
        List(blob, sought.All, static (blob, wildcard) => Write(blob, wildcard.Kind, wildcard.Pattern));
    }

    private static Sought ReadSought(ref BlobReader blob)
    {
        var (text, origin, roles, wider) = (blob.Text(), ReadOrigin(ref blob), (SelectorRole)blob.Byte(), blob.Byte() != 0);
        return new()
        {
            Text = text,
            Origin = origin,
            Roles = roles,
            Wider = wider,
            Any = List(ref blob, static (ref BlobReader blob) => new Selector((SelectorKind)blob.Byte(), blob.Text())),
            All = List(ref blob, static (ref BlobReader blob) => new Wildcard((SelectorKind)blob.Byte(), blob.Text())),
        };
    }

    private static void Write(BlobWriter blob, SelectorKind kind, string value)
    {
        blob.Byte((byte)kind);
        blob.Text(value);
    }

    private static void Write(BlobWriter blob, Origin origin)
    {
        blob.Text(origin.Reference);
        blob.Text(origin.Id);
        blob.Text(origin.Name);
        blob.Byte(origin.Revoked ? (byte)1 : (byte)0);
        Write(blob, origin.ValidFrom);
        Write(blob, origin.ValidUntil);
    }

    private static Origin ReadOrigin(ref BlobReader blob) => new()
    {
        Reference = blob.Text(),
        Id = blob.Text(),
        Name = blob.Text(),
        Revoked = blob.Byte() != 0,
        ValidFrom = ReadTime(ref blob),
        ValidUntil = ReadTime(ref blob),
    };

    private static void Write(BlobWriter blob, DateTimeOffset? time) => blob.Fixed64(time?.UtcTicks ?? -1);

    private static DateTimeOffset? ReadTime(ref BlobReader blob) =>
        blob.Fixed64() is var ticks and >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    private static void Write(BlobWriter blob, Query query)
    {
        switch (query)
        {
            case Observation observation:
                blob.Byte(0);
                Write(blob, observation.Condition);
                break;
            case Together together:
                blob.Byte(1);
                List(blob, together.Parts, Write);
                break;
            case Either either:
                blob.Byte(2);
                List(blob, either.Parts, Write);
                break;
            case Sequence sequence:
                blob.Byte(3);
                Write(blob, sequence.First);
                Write(blob, sequence.Then);
                break;
            case Within within:
                blob.Byte(4);
                Write(blob, within.Of);
                blob.Fixed64(within.Span.Ticks);
                break;
            case Repeated repeated:
                blob.Byte(5);
                Write(blob, repeated.Of);
                blob.Number(repeated.Times);
                break;
            case During during:
                blob.Byte(6);
                Write(blob, during.Of);
                Write(blob, during.Start);
                Write(blob, during.Stop);
                break;
            default:
                throw new ArgumentException($"There is no encoding for {query.GetType().Name}.", nameof(query));
        }
    }

    private static Query ReadQuery(ref BlobReader blob, int depth)
    {
        if (depth > Deepest) throw new InvalidDataException("A stored pattern is too deep.");
        return blob.Byte() switch
        {
            0 => new Observation(ReadCondition(ref blob, depth + 1)),
            1 => new Together(List(ref blob, (ref BlobReader blob) => ReadQuery(ref blob, depth + 1))),
            2 => new Either(List(ref blob, (ref BlobReader blob) => ReadQuery(ref blob, depth + 1))),
            3 => new Sequence(ReadQuery(ref blob, depth + 1), ReadQuery(ref blob, depth + 1)),
            4 => new Within(ReadQuery(ref blob, depth + 1), new TimeSpan(blob.Fixed64())),
            5 => new Repeated(ReadQuery(ref blob, depth + 1), blob.Small()),
            6 => new During(ReadQuery(ref blob, depth + 1), ReadTime(ref blob) ?? DateTimeOffset.MinValue, ReadTime(ref blob) ?? DateTimeOffset.MaxValue),
            _ => throw new InvalidDataException("A stored pattern is of no known kind."),
        };
    }

    private static void Write(BlobWriter blob, Condition condition)
    {
        switch (condition)
        {
            case Leaf leaf:
                blob.Byte(0);
                Write(blob, leaf.Sought);
                break;
            case AllOf all:
                blob.Byte(1);
                List(blob, all.Parts, Write);
                break;
            case AnyOf any:
                blob.Byte(2);
                List(blob, any.Parts, Write);
                break;
            default:
                throw new ArgumentException($"There is no encoding for {condition.GetType().Name}.", nameof(condition));
        }
    }

    private static Condition ReadCondition(ref BlobReader blob, int depth)
    {
        if (depth > Deepest) throw new InvalidDataException("A stored pattern is too deep.");
        return blob.Byte() switch
        {
            0 => new Leaf(ReadSought(ref blob)),
            1 => new AllOf(List(ref blob, (ref BlobReader blob) => ReadCondition(ref blob, depth + 1))),
            2 => new AnyOf(List(ref blob, (ref BlobReader blob) => ReadCondition(ref blob, depth + 1))),
            _ => throw new InvalidDataException("A stored condition is of no known kind."),
        };
    }

    private delegate T Read<T>(ref BlobReader blob);

    private static void List<T>(BlobWriter blob, ImmutableArray<T> items, Action<BlobWriter, T> write)
    {
        blob.Number(items.Length);
        foreach (var item in items) write(blob, item);
    }

    private static ImmutableArray<T> List<T>(ref BlobReader blob, Read<T> read)
    {
        var count = blob.Count(1);
        var items = ImmutableArray.CreateBuilder<T>(Math.Min(count, 1_024));
        for (var i = 0; i < count; i++) items.Add(read(ref blob));
        return items.ToImmutable();
    }
}
