using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Mail;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;
using Serjeant.Samples.Writing;

namespace Serjeant.Samples;

/// <summary>Makes a fictional parliament with fourteen months of mail, four planted campaigns among it.</summary>
public static class HouseGenerator
{
    private const int LargeHouse = 2000;

    public static GeneratedHouse Generate(HouseOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Mails, HouseOptions.FewestMails);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ReconnaissanceMails, 20);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.ReconnaissanceMails, options.Mails / 3);
        var world = new World(options.Seed, Prose.Load());
        return new GeneratedHouse(options.Seed, RosterYaml.Write(world.Roster, options.Seed), Filing.Sort(Copies(world, options)));
    }

    private static List<Copy> Copies(World world, HouseOptions options)
    {
        List<Copy> all =
        [
            .. new Reconnaissance(world).Make(options.ReconnaissanceMails),
            .. new Impersonations(world).Make(),
            .. new CredentialPhishing(world).Make(),
            .. new AllianceNewsletter(world, options.Mails < LargeHouse ? 7 : 17).Make(),
        ];
        var rest = options.Mails - all.Count;
        // In a thousand of the ordinary mails. What is left over is correspondence.
        int Share(int perMille) => rest * perMille / 1000;
        all.AddRange(new Casework(world).Make(Share(92)));
        all.AddRange(new Petitions(world).Make(Share(80)));
        all.AddRange(new PressReleases(world).Make(Share(42)));
        all.AddRange(new Newsletters(world).Make(Share(236)));
        all.AddRange(new ListMail(world).Make(Share(73)));
        all.AddRange(new Invitations(world).Make(Share(32)));
        all.AddRange(new Notifications(world).Make(Share(65)));
        all.AddRange(new Junk(world).Make(Share(64)));
        // The rest answers, keeps or returns letters, so these must have been written.
        var (bounces, autoReplies, sent) = (Share(31), Share(26), Share(105));
        all.AddRange(new Correspondence(world).Make(options.Mails - all.Count - bounces - autoReplies - sent));
        all.AddRange(new Bounces(world).Make(bounces));
        all.AddRange(new AutoReplies(world).Make(autoReplies));
        all.AddRange(new SentCopies(world).Make(sent));
        return all;
    }
}
