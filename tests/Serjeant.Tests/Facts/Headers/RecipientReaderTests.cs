using CsCheck;
using MimeKit;
using Serjeant.Facts;
using Serjeant.Facts.Headers;
using Serjeant.Tests.Facts.Route;
using Serjeant.Tests.Signals;
using Xunit;

namespace Serjeant.Tests.Facts.Headers;

/// <summary>Who a message was for, and who of them is ours.</summary>
public sealed class RecipientReaderTests
{
    private static RecipientFacts Read(string headers, FactsLimits? limits = null) => Read(headers, limits, out _);

    private static RecipientFacts Read(string headers, FactsLimits? limits, out bool bound) =>
        new RecipientReader(SampleHouse.House.Roster, limits ?? FactsLimits.Default).Read(FactsMaterial.Headers(headers), RouteFacts.None, out bound);

    [Fact]
    public void People_are_found_by_official_and_personal_addresses_in_the_order_of_the_roster() =>
        Assert.Equal(["ann", "ben", "tom"],
            Read("To: tom@hartwell-family.example, X <BEN@okafor-home.example>\nCc: Ann Hartwell <Ann.Hartwell@Parliament.Example>").People);

    [Fact]
    public void Where_it_really_went_comes_first_and_nobody_twice() =>
        Assert.Equal(["ann.hartwell@parliament.example", "list@lists.example", "x@a.example"],
            Read("Delivered-To: ann.hartwell@parliament.example\nTo: list@lists.example, ANN.hartwell@parliament.example\nCc: x@a.example, X@A.example").All.Select(a => a.Key));

    [Theory]
    [InlineData("Delivered-To")]
    [InlineData("X-Original-To")]
    [InlineData("Envelope-To")]
    [InlineData("X-Envelope-To")]
    [InlineData("x-delivered-to")]
    public void The_fields_of_delivery_are_known(string field) =>
        Assert.Equal(["ann"], Read($"{field}: <ann.hartwell@parliament.example>").People);

    [Theory]
    [InlineData("To: undisclosed-recipients:;", true)]
    [InlineData("To:", true)]
    [InlineData("Subject: x", true)]
    [InlineData("To: Members of the committee", true)]
    [InlineData("To: Committee: a@h.example;", false)]
    [InlineData("To: a@h.example", false)]
    public void A_message_to_nobody_says_so(string headers, bool undisclosed) => Assert.Equal(undisclosed, Read(headers).Undisclosed);

    [Fact]
    public void Recipients_have_a_bound()
    {
        var many = string.Join(",\n ", Enumerable.Range(0, 3_000).Select(i => $"a{i}@h.example"));
        var facts = Read("To: " + many, FactsLimits.Default with { Recipients = 100 }, out var bound);
        Assert.Equal((100, true), (facts.To.Length, bound));
    }

    [Fact]
    public void Whatever_stands_in_the_fields_is_read() =>
        Gen.Byte.Array[0, 80].Select(FactsMaterial.OneOf(["To", "Cc", "Delivered-To", "X-Original-To"])).Sample((bytes, name) =>
        {
            var headers = new HeaderList { FactsMaterial.RawHeader(name, bytes) };
            var facts = new RecipientReader(SampleHouse.House.Roster, FactsLimits.Default).Read(headers, RouteFacts.None, out _);
            return facts.All.Length >= facts.People.Length;
        }, iter: 5_000);
}
