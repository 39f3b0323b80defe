using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Serjeant.Facts;
using Serjeant.Registers;
using Serjeant.Signals;
using Serjeant.Signals.Impersonation;
using Serjeant.Tests.Facts.Route;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Signals;

/// <summary>What the imitations say of the true and the false side, and who may show a name in good faith.</summary>
public sealed class ImitationTests
{
    private static readonly string[] Phrases = ["", "on behalf of ", "private secretary to ", "Kind regards ", "\u4ee3\u8868", "\uc758\uc6d0\uc744 \ub300\uc2e0"];

    [Fact]
    public void Both_sides_of_an_imitated_person_are_told_and_the_private_address_is_not()
    {
        var found = Assert.Single(Imitations("Ben Okafor MP <ben.okafor.office@postbox.example>"));
        Assert.Equal((ImitatedKind.Person, "ben", ImitationManner.DisplayName), (found.Kind, found.Imitated, found.Manner));
        Assert.Equal(("Ben Okafor", "ben.okafor@parliament.example"), (found.TrueName, found.TrueAddress));
        Assert.Equal(("Ben Okafor MP", "ben.okafor.office@postbox.example"), (found.FalseName, found.FalseAddress));
    }

    [Theory]
    [InlineData("Ben Okafor <ben@okafor-home.example>")]
    [InlineData("Ben Okafor <ben.okafor+travel@parliament.example>")]
    [InlineData("John Smith <office@smith-constituency.example>")]
    [InlineData("John Smith MP (Office) <jo.mills@smith-constituency.example>")]
    [InlineData("Ann and Tom Hartwell <tom@hartwell-family.example>")]
    [InlineData("Jo Mills on behalf of Ben Okafor <jo.mills@parliament.example>")]
    public void Who_may_show_a_name_imitates_nobody(string from) => Assert.Empty(Imitations(from));

    [Fact]
    public void A_delegate_of_one_person_may_not_show_the_name_of_another() =>
        Assert.Equal("ottilie", Assert.Single(Imitations("Ottilie Brackenfeather <jo.mills@smith-constituency.example>")).Imitated);

    [Fact]
    public void A_common_name_alone_is_nobodys_imitation_and_with_the_title_it_is()
    {
        Assert.Empty(Imitations("John Smith <j.smith@copperline-trading.example>"));
        Assert.Equal("john", Assert.Single(Imitations("John Smith MP <j.smith@copperline-trading.example>")).Imitated);
    }

    [Theory]
    [InlineData("John Smith <john.smith@par1iament.example>")]
    [InlineData("John Smith <registry@parliament-login.example>")]
    [InlineData("John Smith <john.smith@electoral-0ffice.example>")]
    public void A_common_name_from_a_look_alike_of_a_body_names_the_person_too(string from) =>
        Assert.Contains(Imitations(from), f => f is { Kind: ImitatedKind.Person, Imitated: "john" });

    [Theory]
    [InlineData("Edw\u0430rd Holloway")]
    [InlineData("Edward Hol\u200bloway")]
    [InlineData("\u202eyawolloH drawdE\u202c")]
    [InlineData("\U0001d404\U0001d41d\U0001d430\U0001d41a\U0001d42b\U0001d41d \U0001d407\U0001d428\U0001d425\U0001d425\U0001d428\U0001d430\U0001d41a\U0001d432")]
    [InlineData("Edward H0lloway")]
    public void A_common_name_in_disguise_is_an_imitation(string shown) => Assert.Equal(["impersonation.person"], Codes(shown));

    [Theory]
    [InlineData("Edward Holloway")]
    [InlineData("Holloway, Edward")]
    [InlineData("EDWARD HOLLOWAY")]
    [InlineData("\u200bEdward Holloway\u200e")]
    [InlineData("\u2068Edward Holloway\u2069")]
    [InlineData("Edward Holloway (B2B)")]
    [InlineData("\u042d\u0434\u0432\u0430\u0440\u0434 \u0425\u043e\u043b\u043b\u043e\u0443\u044d\u0439")]
    public void A_common_name_as_namesakes_write_it_is_none(string shown) => Assert.DoesNotContain("impersonation.person", Codes(shown));

    [Fact]
    public void A_common_name_written_plainly_is_a_namesakes() => Assert.Equal(["impersonation.person-namesake"], Codes("Edward Holloway"));

    [Fact]
    public void A_list_that_carried_the_message_excuses_it_and_a_field_that_only_says_list_does_not()
    {
        const string From = "Ottilie Brackenfeather <o.brackenfeather@copperline-trading.example>";
        Assert.Empty(Imitations(From, "List-Id: <users.lists.example>\nList-Post: <mailto:users@lists.example>\nSender: <users-bounces@lists.example>\n"));
        Assert.NotEmpty(Imitations(From, "List-Post: <mailto:users@lists.example>\n"));
        Assert.NotEmpty(Imitations(From, "List-Id: <users.lists.example>\n"));
    }

    [Fact]
    public void Via_excuses_the_notices_of_a_known_service_only()
    {
        Assert.Empty(Imitations("\"Ottilie Brackenfeather via Papers\" <noreply@everybody.example>"));
        Assert.Single(Imitations("\"Ottilie Brackenfeather via Papers\" <noreply@paper-room.example>"));
        Assert.NotEmpty(Imitations("\"Ottilie Brackenfeather via Papers\" <noreply@everybody.example>", authenticated: false));
    }

    [Fact]
    public void A_notice_of_an_unknown_service_in_a_common_name_is_an_imitation_unless_its_user_is_answered()
    {
        Assert.Equal("john", Assert.Single(Imitations("\"John Smith via Papers\" <no-reply@paper-room.example>")).Imitated);
        Assert.Equal("john", Assert.Single(Imitations("\"John Smith (Papers)\" <no-reply@paper-room.example>")).Imitated);
        Assert.Empty(Imitations("\"John Smith via Papers\" <no-reply@paper-room.example>", "Reply-To: John Smith <j.smith@copperline-trading.example>\n"));
        Assert.Empty(Imitations("\"John Smith via Papers\" <john@paper-room.example>"));
    }

    [Fact]
    public void A_proven_notice_whose_answers_reach_the_person_is_no_imitation()
    {
        const string From = "\"Ottilie Brackenfeather (via Papers)\" <shares-noreply@paper-room.example>", Own = "Reply-To: Ottilie Brackenfeather <ottilie.brackenfeather@parliament.example>\n";
        Assert.Empty(Imitations(From, Own));
        Assert.NotEmpty(Imitations(From, Own, authenticated: false));
        Assert.NotEmpty(Imitations(From, "Reply-To: Ottilie Brackenfeather <ottilie.brackenfeather@parliament.example>, papers@paper-room.example\n"));
    }

    [Theory]
    [InlineData("Clara Dunne, PS to John Smith <paper.boat@postbox.example>")]
    [InlineData("John Smith <mp.smith@copperline-trading.example>")]
    public void A_common_name_with_an_office_beside_it_is_an_imitation(string from) => Assert.Equal("john", Assert.Single(Imitations(from)).Imitated);

    [Theory]
    [InlineData("j.smith9@postbox.example", "Many thanks\nJohn Smith", 1)]
    [InlineData("j.smith9@postbox.example", "Many thanks\nJoan Smith", 0)]
    [InlineData("John Smith <j.smith9@postbox.example>", "Many thanks\nJohn Smith", 0)]
    [InlineData("Clara Dunne <clara.dunne@postbox.example>", "Dear Ann,\n\nOttilie Brackenfeather has asked me to write to you.", 1)]
    [InlineData("Minister <paper.boat@postbox.example>", "Until then,\nJohn Smith, MP", 1)]
    public void A_signature_or_a_claim_at_the_beginning_of_a_line_names_the_person(string from, string text, int count) =>
        Assert.Equal(count, ImitationMaker.Of(SampleHouse.FactsOf(Message(from, "", true, text)), SampleHouse.House).Length);

    [Theory]
    [InlineData("\u30c8\u30cb\u30fc\u30fb\u30a2\u30dc\u30c3\u30c8\u8b70\u54e1\u79d8\u66f8", "\u30c8\u30cb\u30fc\u30fb\u30a2\u30dc\u30c3\u30c8", true)]
    [InlineData("\u738b\u5c0f\u660e\u5148\u751f", "\u738b\u5c0f\u660e", false)]
    [InlineData("Jo Mills, private secretary to Ben Okafor MP", "ben okafor", true)]
    public void Titles_come_off_a_name(string shown, string name, bool claims) => Assert.Equal(new TitledName(name, claims), TitledName.Of(shown));

    [Theory]
    [InlineData("Ben Okafor")]
    [InlineData("Ampersand Mepham")]
    [InlineData("\u8b70\u54e1")]
    [InlineData("")]
    public void A_name_without_titles_has_none_taken_off(string shown) => Assert.Null(TitledName.Of(shown));

    [Theory]
    [InlineData("Clara Dunne, Strait Observer <clara@observer-wire.example>", ImitatedKind.Outlet, "Strait Observer")]
    [InlineData("Strait 0bserver Newsdesk <clara@observer-wire.example>", ImitatedKind.Outlet, "Strait Observer")]
    [InlineData("\"Clara Dunne (The Strait Observer)\" <clara@observer-wire.example>", ImitatedKind.Outlet, "Strait Observer")]
    [InlineData("The Electoral Office <info@voters-line.example>", ImitatedKind.Body, "Electoral Office")]
    public void An_organisation_is_known_by_its_name_with_a_desk_or_a_person_beside_it(string from, ImitatedKind kind, string name)
    {
        var found = Assert.Single(Imitations(from));
        Assert.Equal((kind, name, ImitationManner.DisplayName), (found.Kind, found.Imitated, found.Manner));
    }

    [Theory]
    [InlineData("Electoral Roll Office Supplies <info@voters-line.example>")]
    [InlineData("Strait Ferries <clara@observer-wire.example>")]
    [InlineData("Atlas Wire <alerts@mail.atlaswire.example>")]
    public void Words_of_a_name_alone_are_not_the_name(string from) => Assert.Empty(Imitations(from));

    [Fact]
    public void A_look_alike_in_reply_to_names_whom_it_looks_like()
    {
        var found = Imitations("Clara Dunne <clara@quay-works.example>", "Reply-To: <registry@par1iament.example>\n");
        Assert.Contains(found, f => f is { Kind: ImitatedKind.Body, Manner: ImitationManner.ReplyTo, TrueAddress: "parliament.example", FalseAddress: "registry@par1iament.example" });
    }

    [Fact]
    public void An_unproven_mail_from_a_members_own_address_shows_the_member()
    {
        var found = Assert.Single(Imitations("Ben Okafor <ben.okafor@parliament.example>", authenticated: false));
        Assert.Equal((ImitatedKind.Person, "ben", ImitationManner.Spoof), (found.Kind, found.Imitated, found.Manner));
    }

    [Fact]
    public void One_name_on_one_address_is_one_imitation_and_at_most_eight_are_told()
    {
        Assert.Single(Imitations("Ben Okafor <ben.okafor.mp@postbox.example>"));
        var many = string.Join(", ", Enumerable.Range(0, 30).Select(i => $"Ben Okafor <ben.okafor{i}.mp@postbox.example>"));
        Assert.InRange(Imitations(many).Length, 1, 8);
    }

    [Fact]
    public void No_text_whatever_in_names_and_body_makes_it_throw_or_grow() =>
        Gen.Select(Gen.String[0, 400], Gen.String[0, 3000], Gen.Int[0, 5]).Sample((name, text, which) =>
        {
            var facts = SampleHouse.FactsOf(Message("Clara Dunne <clara.dunne@postbox.example>", "", true, "Dear Ann"));
            facts = facts with
            {
                Sender = facts.Sender with { From = [facts.Sender.From[0] with { DisplayName = name }], ReplyTo = [new(name, null, null, ""), facts.Sender.From[0] with { DisplayName = text[..Math.Min(500, text.Length)] }] },
                Content = facts.Content with { VisibleText = text + Phrases[which] + text },
            };
            foreach (var imitation in ImitationMaker.Of(facts, SampleHouse.House))
            {
                Assert.InRange(imitation.FalseName.Length, 0, 200);
                Assert.InRange(imitation.Explanation.Length, 0, 300);
            }
        }, iter: 2_000);

    private static ImmutableArray<Imitation> Imitations(string from, string fields = "", bool authenticated = true) =>
        ImitationMaker.Of(SampleHouse.FactsOf(Message(from, fields, authenticated, "The plan of the drains is on our site.")), SampleHouse.House);

    private static string[] Codes(string shown)
    {
        var sample = SampleHouse.House;
        var roster = new Roster("", [new Person { Id = "edward", Name = "Edward Holloway", Official = [new("edward.holloway", FactsMaterial.Domain("parliament.example"))] }], [], [], []);
        var house = new House(roster, sample.WarningLists, SampleHouse.Services, sample.Brands);
        var facts = SampleHouse.FactsOf(Message("Clara <letters@copperline-trading.example>", "", true, "The plan of the drains is on our site."));
        facts = facts with { Sender = facts.Sender with { From = [facts.Sender.From[0] with { DisplayName = shown }] } };
        return [.. ImitationMaker.Masks(facts, house).Select(m => m.Code).Distinct()];
    }

    private static byte[] Message(string from, string fields, bool authenticated, string text)
    {
        var at = from.LastIndexOf('@');
        var domain = DomainName.TryParse(from.AsSpan(at + 1).TrimEnd('>'), out var name) ? name.Name : "nobody.example";
        var results = authenticated ? $"spf=pass smtp.mailfrom={domain}; dkim=pass header.d={domain}; dmarc=pass header.from={domain}" : $"spf=fail smtp.mailfrom={domain}; dkim=none; dmarc=fail header.from={domain}";
        return Encoding.UTF8.GetBytes($"""
            Delivered-To: ann.hartwell@parliament.example
            Authentication-Results: mx.parliament.example; {results}
            Received: from out.relay-line.example (out.relay-line.example [192.0.2.10])
             by mx.parliament.example (Postfix) with ESMTPS id 4F1A2C3D
             for <ann.hartwell@parliament.example>; Tue, 3 Mar 2026 09:14:02 +0000
            From: {from}
            To: Ann Hartwell <ann.hartwell@parliament.example>
            {fields}Subject: Drainage on Quay Street
            Date: Tue, 3 Mar 2026 09:14:00 +0000
            Message-ID: <4411@{domain}>
            Content-Type: text/plain; charset=utf-8

            {text}
            """);
    }
}
