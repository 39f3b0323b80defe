using System.Globalization;
using System.IO.Hashing;
using Serjeant.Campaigns;
using Serjeant.Hunts;
using Serjeant.Sources;
using Serjeant.Values;

namespace Serjeant.Bench.Index;

/// <summary>
/// Any number of messages out of the material: number n is always the same. Fresh in every copy: identity, date, path, recipients, and every
/// selector that only one message of the material has (its Message-ID, subject, URLs with tokens, one-off addresses and hosts). Shared: what
/// several messages of the material share. That errs to the large side: real mail of years shares more.
/// </summary>
internal sealed class MailCopies(MailMaterial material)
{
    private const int People = 2_000;

    /// <summary>Of hosts that are fresh in a copy, one in so many is listed: lists of names grow slower than mail (Heaps' law).</summary>
    private const int FreshHosts = 10;

    private static readonly DateTimeOffset Start = new(2016, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static Sha256 IdOf(long number) => Sha256.Of(BitConverter.GetBytes(number));

    public (SourceFile File, MessagePlace Place, KeptMessage Kept, IndexedMessage Found) Make(long number)
    {
        var (message, round) = Origin(number);
        var date = Start.AddSeconds(number * 25);
        var mix = Mix((ulong)number, 7);
        var path = string.Create(CultureInfo.InvariantCulture, $"/var/mail/house.example/member{mix % People:0000}/Maildir/cur/{date.ToUnixTimeSeconds()}.M{mix % 1_000_000:000000}P{mix % 30_000}.mx1,S={4_000 + (mix % 60_000)}:2,S");
        var file = new SourceFile(path, 4_000 + (long)(mix % 60_000), date);
        var id = IdOf(number);
        var kept = message.Kept with { Id = id, Date = date, MessageId = string.Create(CultureInfo.InvariantCulture, $"{mix:x16}.{number}@mail.example") };
        var entry = message.Found.Entry with { Id = id, Date = date, Targets = [string.Create(CultureInfo.InvariantCulture, $"member-{mix % People}")] };
        return (file, new(path, 0, 0), kept, new(entry, [.. Occurrences(number)], [.. message.Found.Listed.Where(s => !material.IsUnique(s) || round == 0 || s.Kind == SelectorKind.Host && mix % FreshHosts == 0).Select(s => Listed(s, round))]));
    }

    /// <summary>What message number n can be found by, ascending.</summary>
    public IEnumerable<Occurrence> Occurrences(long number)
    {
        var (message, round) = Origin(number);
        var person = 0UL;
        return message.Found.Occurrences
            .Select(o => o.Role == SelectorRole.Recipient ? o with { Key = Person(Mix((ulong)number, ++person)) } : round > 0 && material.IsUnique(o.Key) ? o with { Key = new(Mix(o.Key.Value, (ulong)round)) } : o)
            .DistinctBy(o => o.Key).OrderBy(o => o.Key);
    }

    public static ulong Mix(ulong value, ulong with) => XxHash3.HashToUInt64(BitConverter.GetBytes(value), (long)with);

    private (Looked Message, long Round) Origin(long number) =>
        (material.Messages[(int)(number % material.Messages.Length)], number / material.Messages.Length);

    /// <summary>A few get much of the mail.</summary>
    private static SelectorKey Person(ulong mix) => new(Mix((mix % People) * (mix >> 32) % People % 1_999, 99));

    private Selector Listed(Selector selector, long round) =>
        round == 0 || !material.IsUnique(selector) ? selector : selector with { Value = string.Create(CultureInfo.InvariantCulture, $"n{Mix((ulong)round, 3) % 100_000}.{selector.Value}") };
}
