using System.Text;
using CsCheck;
using Serjeant.Campaigns;
using Serjeant.Personas;
using Serjeant.Personas.Unwrapping;
using Serjeant.Signals.Impersonation;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Personas;

/// <summary>Whatever form a forward has, the message in it is found, and the person whose name it wears.</summary>
public sealed class UnwrappingTests
{
    public static TheoryData<string, LayerForm> Forms()
    {
        var data = new TheoryData<string, LayerForm>
        {
            { "itself.eml", LayerForm.Itself }, { "attached.eml", LayerForm.Attached }, { "attached-file.eml", LayerForm.Attached }, { "nested.eml", LayerForm.Attached },
        };
        foreach (var file in Directory.GetFiles(Reported.Folder, "inline-*.eml").Order(StringComparer.Ordinal)) data.Add(Path.GetFileName(file), LayerForm.Quoted);
        return data;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_false_side_is_found_in_every_form_of_forward(string name, LayerForm form)
    {
        var claim = Assert.Single(Reported.Claims(name));
        var mask = Assert.Single(claim.Message.Imitations, MaskFinder.IsOurs);
        Assert.Equal(("p001", Reported.False, "Amelia Hartwell", Reported.True), (mask.Imitated, mask.FalseAddress, mask.FalseName, mask.TrueAddress));
        Assert.Equal(form, claim.Testimony.Form);
        Assert.Equal(MessageChannel.Reported, claim.Message.Channel);
        Assert.Equal(new DateOnly(2026, 3, 2), DateOnly.FromDateTime(claim.Message.Date!.Value.UtcDateTime));
        Assert.Equal(form == LayerForm.Itself ? "" : "clerk@senate.example", claim.Testimony.Forwarder);
    }

    [Theory]
    [InlineData("attached.eml")]
    [InlineData("attached-file.eml")]
    [InlineData("nested.eml")]
    public void What_is_attached_is_known_by_its_own_bytes(string name) =>
        Assert.Equal(Sha256.Of(Reported.Bytes("itself.eml")), Assert.Single(Reported.Claims(name)).Message.Id);

    [Fact]
    public void There_is_a_sample_for_the_main_languages() =>
        Assert.Superset(new HashSet<string> { "en", "de", "fr", "es", "it", "nl", "sv", "pl" },
            Directory.GetFiles(Reported.Folder, "inline-*.eml").Select(f => Path.GetFileNameWithoutExtension(f).Split('-')[^1]).ToHashSet());

    [Theory]
    [InlineData("pasted-headers.txt", LayerForm.Headers)]
    [InlineData("pasted-forward.txt", LayerForm.Quoted)]
    public void Pasted_text_is_read_as_well(string name, LayerForm form)
    {
        var claim = Assert.Single(Reported.Maker.OfText(Reported.Raw(Reported.Bytes(name)), Reported.Reporter));
        Assert.Equal(form, claim.Testimony.Form);
        Assert.Equal(Reported.False, Assert.Single(claim.Message.Imitations).FalseAddress);
    }

    [Fact]
    public void Pasted_headers_keep_route_and_identifier()
    {
        var claim = Assert.Single(Reported.Maker.OfText(Reported.Raw(Reported.Bytes("pasted-headers.txt")), Reported.Reporter));
        Assert.Equal("77120@postbox.example", claim.Message.MessageId);
        Assert.Contains(claim.Message.Traits, t => t.Kind == TraitKind.ReturnPathDomain && t.Value == "postbox.example");
    }

    [Fact]
    public void A_name_that_stands_in_the_signature_only_is_found_there()
    {
        var mask = Assert.Single(Assert.Single(Reported.Claims("signature-only.eml")).Message.Imitations);
        Assert.Equal((ImitationManner.Text, "p001", "office.quayside@postbox.example"), (mask.Manner, mask.Imitated, mask.FalseAddress));
    }

    [Fact]
    public void The_signature_is_kept_without_its_numbers_and_claims_by_their_kind()
    {
        var guise = Assert.Single(Reported.Claims("itself.eml")).Guise!;
        Assert.Equal("Amelia Hartwell / Member for Quayside / +## ## #### ####", guise.Signature);
        Assert.Equal(["private address"], guise.Claims);
        Assert.Equal(["new address"], Assert.Single(Reported.Claims("signature-only.eml")).Guise!.Claims);
    }

    [Fact]
    public void A_mail_that_wears_nobodys_name_is_kept_all_the_same()
    {
        var claim = Assert.Single(Reported.Claims("nobody.eml"));
        Assert.False(claim.OfOurs);
        Assert.Null(claim.Guise);
        Assert.Equal("Office of Senator Marchetti", claim.Testimony.By);
    }

    [Fact]
    public void The_envelope_of_a_report_is_not_judged_though_it_wears_the_name()
    {
        var claim = Assert.Single(Reported.Claims("envelope-namesake.eml"));
        Assert.Equal("desk@parcel-desk.example", claim.Message.From);
        Assert.False(claim.OfOurs);
    }

    [Fact]
    public void Several_attached_messages_are_several_reports()
    {
        var one = Encoding.UTF8.GetString(Reported.Bytes("attached.eml"));
        var two = one.Replace("\n--outer--", "\n--outer\nContent-Type: message/rfc822\n\nFrom: Tomas Lindqvist <t.lindqvist@postbox.example>\nTo: x@senate.example\nSubject: Hello\n\nHi\n\n--outer--", StringComparison.Ordinal);
        Assert.Equal(["p001", "p002"], Reported.Maker.OfReport(Reported.Raw(Encoding.UTF8.GetBytes(two)), Reported.Reporter).Select(c => c.Message.Imitations[0].Imitated));
    }

    [Fact]
    public void Nesting_ends_at_a_bound()
    {
        var bytes = Reported.Bytes("itself.eml");
        for (var i = 0; i < 60; i++) bytes = [.. Encoding.ASCII.GetBytes($"From: a@b.example\nSubject: Fwd {i}\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n"), .. bytes];
        Assert.InRange(Unwrapper.Unwrap(bytes).Length, 2, 32);
    }

    [Fact]
    public void Damaged_samples_never_throw()
    {
        var samples = Directory.GetFiles(Reported.Folder, "*.eml").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();
        Gen.Select(Gen.Int[0, samples.Length - 1], Gen.Int[0, 8_000], Gen.Byte.Array[0, 40], Gen.Int[0, 200]).Sample((which, at, put, cut) =>
        {
            var sample = samples[which];
            at = Math.Min(at, sample.Length);
            byte[] damaged = [.. sample[..at], .. put, .. sample[Math.Min(sample.Length, at + cut)..]];
            var claims = Reported.Maker.OfReport(Reported.Raw(damaged), Reported.Reporter);
            Assert.All(claims, c => Assert.InRange(c.Message.Imitations.Length, 0, 8));
            _ = Reported.Maker.OfText(Reported.Raw(damaged), Reported.Reporter);
            _ = Reported.Maker.OfAggregate(Reported.Raw(damaged), mail: true);
        }, iter: 400, threads: 1);
    }

    [Theory]
    [InlineData("Ann Author [mailto:ann@a.example]", "\"Ann Author\" <ann@a.example>")]
    [InlineData("Ann Author <ann@a.example<mailto:ann@a.example>>", "\"Ann Author\" <ann@a.example>")]
    [InlineData("ann@a.example", "ann@a.example")]
    [InlineData("'Author, Ann' <ann@a.example>", "\"Author, Ann\" <ann@a.example>")]
    [InlineData("Ann Author", "\"Ann Author\"")]
    [InlineData("", "")]
    public void Authors_are_read_as_programs_write_them(string written, string read) => Assert.Equal(read, QuotedMail.Author(written));

    [Theory]
    [InlineData("Monday, March 2, 2026 10:11 PM", "2026-03-02 22:11")]
    [InlineData("lundi 2 mars 2026 10:11", "2026-03-02 10:11")]
    [InlineData("martes, 3 de marzo de 2026 9:05", "2026-03-03 09:05")]
    [InlineData("mardi 6 octobre 2026 10:11", "2026-10-06 10:11")]
    [InlineData("02/03/2026 10:11", "2026-03-02 10:11")]
    [InlineData("2026-03-02 10:11", "2026-03-02 10:11")]
    [InlineData("Mon, 2 Mar 2026 10:11:00 +0200", "2026-03-02 08:11")]
    [InlineData("31 February 2026", null)]
    [InlineData("soon", null)]
    public void Dates_are_read_as_programs_write_them(string written, string? read) =>
        Assert.Equal(read, QuotedDate.Read(written)?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
}
