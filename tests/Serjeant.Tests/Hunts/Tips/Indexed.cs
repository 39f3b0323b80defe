using System.Text;
using Serjeant.Campaigns;
using Serjeant.Facts;
using Serjeant.Hunts;
using Serjeant.Hunts.Tips;
using Serjeant.Registers;
using Serjeant.Signals;
using Serjeant.Sources;
using Serjeant.Tests.Campaigns;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Hunts.Tips;

/// <summary>One message as the index has it, asked the way a hunt asks.</summary>
internal sealed class Indexed
{
    private static readonly House House = FakeHouse.House;
    private static readonly SelectorKeys Keys = new(new KeyRing([new SecretKey(new byte[32])]));

    private readonly IndexedMessage _message;

    private Indexed(IndexedMessage message) => _message = message;

    public static FactsMaker Facts { get; } = new(House.Roster, House.Services);

    public static Indexed Of(string mail)
    {
        var facts = Facts.Make(Raw(mail), TestContext.Current.CancellationToken);
        return new(new SelectorMaker(House, Keys).Make(facts, new KeptMessageMaker(House).Make(facts, [])));
    }

    public static RawMessage Raw(string mail) => new(new("mail.eml", 0, 0), Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n")));

    public static Likeness LikenessOf(string mail) => new LikenessMaker(House, Facts).Make(Facts.Make(Raw(mail), TestContext.Current.CancellationToken));

    public bool Finds(string written) => Finds(Assert.Single(new TipReader().Read([written]).Sought));

    public bool Finds(Sought sought) =>
        (sought.Any.IsEmpty || sought.Any.SelectMany(s => Keys.All(s)).Any(k => _message.Occurrences.Any(o => o.Key == k && sought.Fits(o.Role))))
        && sought.All.All(w => _message.Listed.Any(l => l.Kind == w.Kind && w.Matches(l.Value) && _message.Occurrences.Any(o => o.Key == Keys.Of(l) && sought.Fits(o.Role))));

    public int Weigh(Likeness likeness) => likeness.Parts.Where(p => p.Of.Count(Finds) >= p.Least).GroupBy(p => p.Family).Sum(f => f.Max(p => p.Weight));
}
