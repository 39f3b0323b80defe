using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Mail;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;
using Serjeant.Samples.Writing;

namespace Serjeant.Samples;

/// <summary>Makes a fictional parliament with fourteen months of mail, what is planted among it.</summary>
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
        var copies = Copies(world, options);
        // After all other mail, so that no host of theirs changes the address that another one gets.
        var outside = new TowardsOthers(world);
        Copy[] named = [.. new Ministers(world).Make(), .. outside.Returned(), .. new Innocents(world).Make()];
        return new GeneratedHouse(options.Seed, RosterYaml.Write(world.Roster, options.Seed), Filing.Sort([.. MakeRoom(copies, named.Length), .. named]), Filing.Reports(outside.Reported()));
    }

    /// <summary>Leaves out the last letters, and only such as lie in the journal: what answers them, and the files of reports, stay what they were.</summary>
    private static IEnumerable<Copy> MakeRoom(List<Copy> copies, int count)
    {
        var left = copies.Where(c => c is { Kind: "correspondence", Folder: Folder.Journal }).Reverse().Take(count).ToHashSet(ReferenceEqualityComparer.Instance);
        return copies.Where(c => !left.Contains(c));
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
