using System.Collections.Immutable;
using Serjeant.Hunts;
using Serjeant.Storage;
using Serjeant.Tests.Storage;
using Serjeant.Values;

namespace Serjeant.Tests.Hunts;

/// <summary>A store filled by hand: messages told apart by a number, with the selectors that a test gives them.</summary>
internal sealed class IndexedMail : IDisposable
{
    public static readonly DateTimeOffset Then = new(2021, 5, 10, 12, 0, 0, TimeSpan.Zero);

    public MemoryStore Store { get; } = new();

    public static Sha256 Id(int number) => KeptMessages.Numbered(number).Id;

    /// <summary>Indexes a message; it was received so many days after <see cref="Then"/>, or bears no date.</summary>
    public IndexedMail Add(int number, int? day, string[] people, params (Selector Selector, SelectorRole Role)[] found)
    {
        Store.Index(Message(number, day, people, found));
        return this;
    }

    public IndexedMessage Message(int number, int? day, string[] people, params (Selector Selector, SelectorRole Role)[] found)
    {
        var keys = new SelectorKeys(Store.Keys);
        var entry = new IndexEntry
        {
            Id = Id(number),
            Date = day is { } days ? Then.AddDays(days) : null,
            SenderDomain = "sender.example",
            Targets = [.. people],
            Recipients = people.Length + 1,
        };
        return new(entry, [.. found.Select(f => new Occurrence(keys.Of(f.Selector), f.Role)).OrderBy(o => o.Key)], [.. found.Select(f => f.Selector).Where(s => s.Kind == SelectorKind.Host)]);
    }

    public void Campaign(string id, params int[] members) =>
        Store.Save(Store.ReadMembership().Select(m => (m.Value, m.Key)).Concat(members.Select(m => (id, Id(m)))).ToArray(), [], Then);

    public static Selector Host(string name) => new(SelectorKind.Host, name);

    public static Selector Address(string address) => new(SelectorKind.Address, address);

    public void Dispose() => Store.Dispose();
}
