using System.Collections.Concurrent;
using Serjeant.Samples;
using Xunit;

namespace Serjeant.Tests.Samples;

/// <summary>Generated houses, made once a run.</summary>
internal static class SampleHouses
{
    private static readonly ConcurrentDictionary<(int, int, int), Lazy<GeneratedHouse>> Made = new();

    public static GeneratedHouse Of(int seed, int mails = 600, int reconnaissance = 90) => Made.GetOrAdd((seed, mails, reconnaissance),
        _ => new Lazy<GeneratedHouse>(() => HouseGenerator.Generate(new HouseOptions { Seed = seed, Mails = mails, ReconnaissanceMails = reconnaissance }))).Value;

    public static IEnumerable<GeneratedMail> OfKind(this GeneratedHouse house, string kind) => house.Mails.Where(m => m.Truth.Kind == kind);

    public static MimeKit.MimeMessage Parsed(this GeneratedMail mail) => MimeKit.MimeMessage.Load(new MemoryStream(mail.Bytes), TestContext.Current.CancellationToken);
}
