using System.Text;
using Serjeant.Storage;
using Xunit;

namespace Serjeant.Tests.Personas;

/// <summary>The register of personas adds up.</summary>
public sealed class PersonaMakerTests
{
    [Fact]
    public void A_message_with_two_false_sides_counts_once_for_the_person()
    {
        using var store = new MemoryStore();
        const string Mail = "From: Amelia Hartwell <amelia.hartwell.mp@postbox.example>\nReply-To: Amelia Hartwell <hartwell.office@mailbox.example>\nTo: b@far.example\nSubject: x\nDate: Mon, 2 Mar 2026 10:00:00 +0000\nMessage-ID: <1@postbox.example>\n\nx\n";
        Reported.Keep(store, Reported.Maker.OfReport(Reported.Raw(Encoding.ASCII.GetBytes(Mail)), Reported.Reporter));
        var persona = Assert.Single(Reported.Personas(store, Reported.Reckon(store, Reported.House, TestContext.Current.CancellationToken), Reported.House));
        Assert.Equal([1, 1], persona.FalseSides.Select(s => s.TowardsOthers));
        Assert.Equal((0, 1), (persona.TowardsUs, persona.TowardsOthers));
    }
}
