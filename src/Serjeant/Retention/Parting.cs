using System.Collections.Immutable;
using Serjeant.Campaigns;

namespace Serjeant.Retention;

/// <summary>Takes one person out of a record that others are in as well.</summary>
internal static class Parting
{
    /// <summary>Stands where an address stood.</summary>
    public const string Gone = "(deleted)";

    public static KeptMessage Of(KeptMessage message, PersonSelection person, out bool unmasked)
    {
        var imitations = message.Imitations.Where(i => !((person.Id.Length > 0 && i.Imitated == person.Id) || person.HasAddress(i.TrueAddress) || person.HasAddress(i.FalseAddress))).ToImmutableArray();
        unmasked = imitations.Length < message.Imitations.Length;
        return message with
        {
            Targets = message.Targets.RemoveAll(t => person.Id.Length > 0 && t == person.Id),
            Recipients = message.Recipients.RemoveAll(person.HasAddress),
            ReplyTo = message.ReplyTo.RemoveAll(person.HasAddress),
            Quotes = message.Quotes.RemoveAll(person.HasAddress),
            Imitations = imitations,
            MessageId = Scrub(message.MessageId, person),
            Subject = Scrub(message.Subject, person),
            FromName = Scrub(message.FromName, person),
            Answers = [.. message.Answers.Select(a => Scrub(a, person))],
            Signals = [.. message.Signals.Select(s => s with { Evidence = Scrub(s.Evidence, person) })],
            Traits = [.. message.Traits.Select(t => t with { Value = Scrub(t.Value, person) })],
            Urls = [.. message.Urls.Select(u => u with { Url = Scrub(u.Url, person) })],
        };
    }

    /// <summary>Every spelling of an address that a reader would see it by: as it is, and as URLs write it.</summary>
    private static string Scrub(string text, PersonSelection person)
    {
        foreach (var address in person.Addresses)
        {
            text = text.Replace(address, Gone, StringComparison.OrdinalIgnoreCase);
            text = text.Replace(address.Replace("@", "%40", StringComparison.Ordinal), Gone, StringComparison.OrdinalIgnoreCase);
        }
        return text;
    }
}
