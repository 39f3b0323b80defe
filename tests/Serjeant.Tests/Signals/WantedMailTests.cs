using Serjeant.Signals.Impersonation;
using Serjeant.Sources;
using Xunit;

namespace Serjeant.Tests.Signals;

/// <summary>Whom the shared wanted mail is taken to imitate: hardly anybody, however many people are protected.</summary>
public sealed class WantedMailTests
{
    // Each by itself, or nearly so, makes a message suspect.
    private static readonly string[] Strong =
        ["impersonation.person", "impersonation.person-borrowed-mailbox", "impersonation.person-in-address", "impersonation.person-freemail", "impersonation.look-alike-domain",
         "impersonation.reply-to", "impersonation.own-address-in-name", "impersonation.own-domain", "impersonation.organisation", "impersonation.outlet", "impersonation.correspondent",
         "impersonation.office-claim", "impersonation.signed-as"];

    [Fact]
    public void At_most_one_of_the_shared_wanted_messages_is_taken_for_an_imitation_of_any_of_fifteen_legislatures()
    {
        var house = WantedMail.LargeHouse();
        var maker = WantedMail.Maker(house);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var direct = new SortedDictionary<string, int>(StringComparer.Ordinal);
        int messages = 0, strong = 0, claimed = 0, directly = 0;
        foreach (var file in WantedMail.Files)
        {
            var facts = maker.Make(new(new(file, 0, 0), File.ReadAllBytes(file)), TestContext.Current.CancellationToken);
            messages++;
            var masks = ImitationMaker.Masks(facts, house);
            foreach (var code in masks.Select(m => m.Code).Distinct()) counts[code] = counts.GetValueOrDefault(code) + 1;
            if (masks.Any(m => Strong.Contains(m.Code))) strong++;
            if (!ImitationMaker.Of(facts, house).IsEmpty) claimed++;
            // The same as its author sent it, without the list that carried it: what namesakes cost who write to people.
            var masksOfAuthor = ImitationMaker.Masks(WantedMail.AsSent(facts), house);
            foreach (var code in masksOfAuthor.Select(m => m.Code).Distinct()) direct[code] = direct.GetValueOrDefault(code) + 1;
            if (masksOfAuthor.Any(m => Strong.Contains(m.Code))) directly++;
            masks = [.. masks, .. masksOfAuthor];
            if (Environment.GetEnvironmentVariable("SERJEANT_SHOW_MASKS") is { Length: > 0 } show)
                File.AppendAllLines(show, masks.Select(m => $"{m.Code}\t{m.Sureness}\t{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}\t{m.Imitation.TrueName}\t{m.Imitation.FalseName}\t{m.Imitation.FalseAddress}\t{m.Imitation.Explanation}"));
        }
        var line = $"{messages} wanted messages against {house.Roster.People.Length} people, {house.Roster.Bodies.Length} bodies, {house.Roster.Outlets.Length} outlets: {strong} with a strong sign of imitation, {claimed} with an imitation; {string.Join(", ", counts.Select(c => $"{c.Key} {c.Value}"))}; as their authors sent them, {directly}: {string.Join(", ", direct.Select(c => $"{c.Key} {c.Value}"))}";
        TestContext.Current.SendDiagnosticMessage(line);
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        Assert.True(messages > 4_900, $"only {messages} messages");
        Assert.True(strong <= 1, line);
    }
}
