using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Serjeant.Registers;
using Serjeant.Registers.LookAlikes;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Registers.LookAlikes;

public sealed class LookAlikeIndexTests
{
    private static readonly string[] Own = ["parliament.example", "straitobserver.example", "kingsfold.gov.uk", "north-kestrelby.gov.uk", "wexcombe.org.uk", "artesburyhall.com"];

    private static readonly LookAlikeIndex Index = new(Own.Select(o => new ProtectedName(o, o, ProtectedKind.Body)), [Domain("kestrelby-events.example")]);

    [Theory]
    [InlineData("straitobserverx.example", LookAlikeKind.Addition)]
    [InlineData("straitobservers.example", LookAlikeKind.Plural)]
    [InlineData("strait-observer.example", LookAlikeKind.Hyphenation)]
    [InlineData("straitobsrver.example", LookAlikeKind.Omission)]
    [InlineData("straitobsserver.example", LookAlikeKind.Repetition)]
    [InlineData("straitobxserver.example", LookAlikeKind.Insertion)]
    [InlineData("straitobdserver.example", LookAlikeKind.Insertion)]
    [InlineData("straitobsetver.example", LookAlikeKind.Replacement)]
    [InlineData("straitobservre.example", LookAlikeKind.Transposition)]
    [InlineData("straitobsorver.example", LookAlikeKind.VowelSwap)]
    [InlineData("straktobserver.example", LookAlikeKind.Replacement)]
    [InlineData("straitobsgrver.example", LookAlikeKind.Bitsquatting)]
    [InlineData("s4raitobserver.example", LookAlikeKind.Bitsquatting)]
    [InlineData("stra1tobserver.example", LookAlikeKind.Homoglyph)]
    [InlineData("straitobserver.test", LookAlikeKind.TldSwap)]
    [InlineData("straitob.server.example", LookAlikeKind.Subdomain)]
    [InlineData("straitobserver-login.example", LookAlikeKind.Dictionary)]
    [InlineData("secure-straitobserver.test", LookAlikeKind.Dictionary)]
    [InlineData("straitobserverkettle.test", LookAlikeKind.Combination)]
    [InlineData("my-straitobserver-kettle.test", LookAlikeKind.Combination)]
    [InlineData("straitobserver-example.test", LookAlikeKind.WholeName)]
    [InlineData("straitobserverexample.test", LookAlikeKind.WholeName)]
    [InlineData("straitobserver.example.secure-login.test", LookAlikeKind.WholeName)]
    [InlineData("stra1tobsevrer.example", LookAlikeKind.Several)]
    public void Each_kind_is_found_and_named(string name, LookAlikeKind kind)
    {
        var found = Index.Find(name.AsSpan());
        Assert.NotNull(found);
        Assert.Equal(("straitobserver.example", kind), (found.Target.Name, found.Kind));
        Assert.True(found.Weight > Decibans.Zero);
        Assert.NotEmpty(found.Explanation);
    }

    [Theory]
    [InlineData("artesburyha11.com", "artesburyhall.com")]
    [InlineData("vvexcombe.org.uk", "wexcombe.org.uk")]
    [InlineData("wexcornbe.org.uk", "wexcombe.org.uk")]
    [InlineData("kingsfolcl.gov.uk", "kingsfold.gov.uk")]
    [InlineData("kingsfold-gov.uk", "kingsfold.gov.uk")]
    [InlineData("kingsfold-gov-uk.com", "kingsfold.gov.uk")]
    [InlineData("kingsfodl-gov.uk", "kingsfold.gov.uk")]
    [InlineData("kingsfoldd-gov-uk.com", "kingsfold.gov.uk")]
    [InlineData("kingsfoldgovuk.com", "kingsfold.gov.uk")]
    [InlineData("uk-kingsfold.com", "kingsfold.gov.uk")]
    [InlineData("parliament-example.test", "parliament.example")]
    [InlineData("par1iament.example", "parliament.example")]
    [InlineData("north-kestrelby.com", "north-kestrelby.gov.uk")]
    [InlineData("northkestrelby.gov.uk", "north-kestrelby.gov.uk")]
    [InlineData("north-login.gov.uk", "north-kestrelby.gov.uk")]
    public void Shapes_beyond_one_edit_are_found(string name, string target) => Assert.Equal(target, Index.Find(name.AsSpan())?.Target.Name);

    [Theory]
    [InlineData("\u0430rtesburyhall.com")]
    [InlineData("art\u0435sburyhall.com")]
    [InlineData("artesburyh\u03b1ll.com")]
    [InlineData("art\u00e9sburyhall.com")]
    [InlineData("a\u0280tesburyhall.com")]
    public void Letters_of_other_scripts_are_read_as_the_eye_reads_them(string name)
    {
        Assert.Equal("artesburyhall.com", Index.Find(name.AsSpan())?.Target.Name);
        Assert.Equal("artesburyhall.com", Index.Find(new IdnMapping { AllowUnassigned = true }.GetAscii(name).AsSpan())?.Target.Name);
    }

    [Fact]
    public void The_owners_names_and_what_lies_below_them_are_never_found()
    {
        foreach (var own in Own.Append("kestrelby-events.example"))
        {
            Assert.Null(Index.Find(own.AsSpan()));
            Assert.Null(Index.Find(("login-parliament." + own).AsSpan()));
            Assert.Null(Index.Find(("*.STRAITOBSERVER." + own + ".").AsSpan()));
        }
    }

    [Theory]
    [InlineData("parliamentarystudies.test")]
    [InlineData("worldparliamentwatch.test")]
    [InlineData("parlour-games.example")]
    [InlineData("observer.test")]
    [InlineData("kettle.example")]
    [InlineData("example.test")]
    public void Words_that_happen_to_be_near_are_left_alone(string name) => Assert.Null(Index.Find(name.AsSpan()));

    [Fact]
    public void A_rare_label_weighs_more_than_one_that_stands_in_many_names()
    {
        var rare = Index.Find("artesburyhall-login.test".AsSpan());
        var frequent = Index.Find("parliament-login.test".AsSpan());
        Assert.True(rare is not null && (frequent is null || rare.Weight > frequent.Weight));
    }

    [Theory]
    [InlineData("wexcombe.ac.uk")]
    [InlineData("wexcombes.edu")]
    public void A_namesake_under_a_checked_suffix_imitates_nobody(string name) => Assert.Null(Index.Find(name.AsSpan()));

    [Fact]
    public void A_common_name_is_found_beside_an_office_only()
    {
        var index = LookAlikeIndex.Of(new Roster("", [new Person { Id = "j", Name = "John Smith" }], [], [], []));
        Assert.NotNull(index.Find("office-johnsmith.test"));
        Assert.Null(index.Find("johnsmithkettles.test"));
    }

    [Fact]
    public void Domains_of_every_known_address_of_a_person_are_true()
    {
        var person = new Person
        {
            Id = "p", Name = "Octavia Quenby",
            Constituency = [new("office", Domain("octavia-quenby.test"))], Party = [new("o", Domain("octaviaquenby.example"))], Delegates = [new("aide", Domain("quenby-office.test"))],
        };
        var index = LookAlikeIndex.Of(new Roster("", [person], [], [], []));
        foreach (var name in (string[])["octavia-quenby.test", "octaviaquenby.example", "quenby-office.test"]) Assert.Null(index.Find(name.AsSpan()));
        Assert.NotNull(index.Find("octaviaquenby.test"));
    }

    [Fact]
    public void People_are_found_by_whole_names_and_by_family_names_beside_an_office()
    {
        var roster = new Roster("", [new Person { Id = "p", Name = "Octavia Hartwell-Quenby", Official = [new("octavia", Domain("parliament.example"))] }, new Person { Id = "j", Name = "John Smith" }], [], [], []);
        var index = LookAlikeIndex.Of(roster);
        foreach (var name in (string[])["octaviaquenby.test", "octavia-quenby.test", "quenby-octavia.test", "vote-octaviaquenby.test", "quenby-office.test", "0ctaviaquenby.test"])
            Assert.Equal(("p", ProtectedKind.Person), (index.Find(name.AsSpan())?.Target.Owner, index.Find(name.AsSpan())?.Target.Kind));
        foreach (var name in (string[])["quenby.test", "quenby-kettles.test", "johnsmith.test", "john-smith.test", "smith-office.test", "octaviaquenby.parliament.example"])
            Assert.Null(index.Find(name.AsSpan()));
    }

    [Theory]
    [InlineData("Rt Hon Adaeze Balogun", "adaeze-balogun.example adaeze-balogun.com adaezebalogun-office.com", "rt-balogun.com hon-adaeze.com rtbalogun.com")]
    [InlineData("Lord Foulkes of Cumnock", "lord-foulkes.com lordfoulkes.test foulkes-office.com", "lord-cumnock.com lordcumnock.test")]
    [InlineData("Dr Zephyrine Grewal OBE", "zephyrine-grewal.com", "dr-grewal.com dr-obe.com grewal-obe.com zephyrine-obe.com")]
    [InlineData("Dr Grewal", "", "dr-grewal.com drgrewal.test")]
    [InlineData("Quillon, Octavia", "octavia-quillon.com", "")]
    [InlineData("Octavia O'Quillon", "octavia-oquillon.com", "")]
    [InlineData("Octavia van der Quillon", "octaviavanderquillon.com octavia-quillon.com", "")]
    public void Titles_are_no_part_of_a_persons_name(string person, string imitations, string others)
    {
        var index = LookAlikeIndex.Of(new Roster("", [new Person { Id = "p", Name = person }], [], [], []));
        foreach (var name in imitations.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Assert.Equal(("p", name), (index.Find(name.AsSpan())?.Target.Owner, name));
        foreach (var name in others.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Assert.Equal((null, name), (index.Find(name.AsSpan())?.Target.Name, name));
    }

    [Fact]
    public void Every_single_edit_of_a_rare_label_is_found()
    {
        const string Any = "abcdefghijklmnopqrstuvwxyz0123456789";
        foreach (var label in (string[])["zephyrqu", "kestrelby", "wyvernbury", "quillondale"])
        {
            var index = new LookAlikeIndex([new(label + ".example", "x", ProtectedKind.Body)], []);
            for (var at = 0; at < label.Length; at++)
            {
                Found(index, label.Remove(at, 1));
                if (at > 0 && label[at] != label[at - 1]) Found(index, label[..(at - 1)] + label[at] + label[at - 1] + label[(at + 1)..]);
                foreach (var c in Any)
                {
                    Found(index, label.Insert(at, c.ToString()));
                    if (c != label[at]) Found(index, label[..at] + c + label[(at + 1)..]);
                }
            }
        }

        static void Found(LookAlikeIndex index, string label) => Assert.True(index.Find((label + ".example").AsSpan()) is not null, label);
    }

    [Fact]
    public void Nothing_is_thrown_whatever_the_text() =>
        Gen.OneOf(
            Gen.String[Gen.Char["abclmnorv01-._xn*\u0430\u202e\ud800\udc00\u3002\uffff \n@/"], 0, 300],
            Gen.String[0, 80],
            Gen.String[Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789-"], 0, 60].Select(s => "xn--" + s + ".example"))
        .Sample(text =>
        {
            _ = Index.Find(text.AsSpan());
            return !Own.Any(o => Index.Find((text + "." + o).AsSpan()) is not null);
        });

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a..example")]
    [InlineData(".straitobserver.test")]
    [InlineData("xn--.test")]
    [InlineData("xn--99999999999999.test")]
    [InlineData("192.0.2.1")]
    [InlineData("straitobserver.test/path")]
    public void What_is_no_name_imitates_nobody(string text) => Assert.Null(Index.Find(text.AsSpan()));

    [Fact]
    public void Names_without_bounds_cost_nothing()
    {
        Assert.Null(Index.Find(new string('a', 10_000_000).AsSpan()));
        Assert.Null(Index.Find(string.Concat(Enumerable.Repeat("straitobserver.", 100_000)).AsSpan()));
    }

    [Fact]
    public void A_name_that_imitates_nobody_costs_no_memory()
    {
        string[] names = ["mail.kettle-and-lamp.test", "www.longwater-brewery.example", "a.b.c.d.e.f.test", "kingsley.net"];
        foreach (var name in names) Assert.Null(Index.Find(name.AsSpan()));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            foreach (var name in names) _ = Index.Find(name.AsSpan());
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Nobody_protected_means_nobody_imitated() => Assert.Null(new LookAlikeIndex(ImmutableArray<ProtectedName>.Empty, []).Find("a.test".AsSpan()));

    private static DomainName Domain(string name) => DomainName.TryParse(name, out var domain) ? domain : default;
}
