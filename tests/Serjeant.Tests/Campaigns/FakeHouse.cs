using System.Collections.Immutable;
using Serjeant.Registers;
using Serjeant.Signals;
using Serjeant.Values;

namespace Serjeant.Tests.Campaigns;

/// <summary>A house of 120 people, 60 of them members and 12 of these in an alliance; ten are family.</summary>
internal static class FakeHouse
{
    public const string Own = "house.example";

    public static House House { get; } = Of(120);

    public static House Of(int people) => new(
        new Roster("House", [.. Enumerable.Range(0, people).Select(Person)],
            [new Organisation("House", [], [Domain(Own)], true)], [new Organisation("Herald", [], [Domain("herald.example")], false)], []),
        new WarningLists(["freemail.example"], ["pages.example"], ["sho.rt"], ["popular.example"]),
        new MailingServices([new MailingService("Mailwave", ["x-mailwave"], [Domain("mailwave.example")], ["x-mailwave-account"], [])]),
        new Brands([]));

    public static Person Person(int number)
    {
        var role = number % 12 == 11 ? "family" : number % 2 == 0 ? "member" : "staff";
        var attributes = ImmutableArray.CreateBuilder<PersonAttribute>();
        attributes.Add(new("role", role));
        attributes.Add(new("party", "ABCD"[number % 4].ToString()));
        if (number % 10 == 0) attributes.Add(new("alliance", "Friends of Letters"));
        return new()
        {
            Id = $"p{number}",
            Name = $"Person {number}",
            Official = role == "family" ? [] : [Address($"person{number}@{Own}")],
            Personal = role == "family" ? [Address($"person{number}@freemail.example")] : [],
            Attributes = attributes.ToImmutable(),
        };
    }

    /// <summary>The address a person is written to.</summary>
    public static string AddressOf(int number) => Person(number) is { Official: [var official] } ? official.Key : $"person{number}@freemail.example";

    public static EmailAddress Address(string text) => EmailAddress.TryParse(text, out var address) ? address : throw new ArgumentException(text, nameof(text));

    public static DomainName Domain(string text) => DomainName.TryParse(text, out var domain) ? domain : throw new ArgumentException(text, nameof(text));
}
