using System.Text;
using Serjeant.Facts;
using Serjeant.Hunts;
using Serjeant.Hunts.Outside;
using Serjeant.Hunts.Tips;
using Serjeant.Tests.Campaigns;
using Serjeant.Tests.Storage;
using Xunit;

namespace Serjeant.Tests.Hunts;

/// <summary>Hunting through mail that was never scanned.</summary>
public sealed class OutsideTests
{
    [Fact]
    public async Task A_failure_behind_the_readers_ends_the_hunt_and_is_what_is_thrown()
    {
        using var folder = new TemporaryFolder();
        var mail = new StringBuilder();
        for (var i = 0; i < 2_000; i++) mail.Append("From a@b.example Mon May 10 12:00:00 2021\nFrom: a@b.example\nTo: person2@house.example\nSubject: letter\n\nletter ").Append(i).Append("\n\n");
        await File.WriteAllTextAsync(folder.File("mail.mbox"), mail.ToString(), TestContext.Current.CancellationToken);
        var house = FakeHouse.House;
        var hunt = new OutsideHunter(house, new FactsMaker(house.Roster, house.Services), TimeProvider.System) { Workers = 2 }
            .MakeAsync([folder.File("mail.mbox")], new HuntQuestion([new TipReader().Read(["evil.example"])], "clerk"), new Failing(), TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<InvalidOperationException>(() => hunt.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
    }

    private sealed class Failing : IProgress<long>
    {
        public void Report(long value) => throw new InvalidOperationException("the place that is written to is full");
    }
}
