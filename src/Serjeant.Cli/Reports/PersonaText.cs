using System.Collections.Immutable;
using Serjeant.Personas;
using Serjeant.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Serjeant.Cli.Reports;

/// <summary>The register of personas on a terminal, from 60 columns up: the true side on the left, the false sides on the right.</summary>
internal static class PersonaText
{
    private const int MostSides = 12, MostSources = 4, MostHosts = 6;

    public static void Write(ImmutableArray<Persona> personas, IReadOnlyList<AddressDecision> decisions, IAnsiConsole console)
    {
        if (personas.IsEmpty) console.Write(new Text("Nobody of ours is known to be impersonated.\n"));
        // Every house gets bounces of mail of which it has no copy: they would bury what is known.
        var shown = personas.Length == 1 ? personas : [.. personas.Where(p => p.TowardsUs + p.TowardsOthers > 0 || !p.SpoofedBy.IsEmpty)];
        foreach (var persona in shown) Write(persona, decisions, console);
        if (personas.Length > shown.Length)
            console.Write(new Text($"In the names of {Wording.Count(personas.Length - shown.Length, "person or body", "people and bodies")} more came back mail that weighs nothing: see --person or --format jsonl.\n"));
        var others = decisions.Where(d => personas.All(p => p.Id != d.Person)).ToList();
        if (others.Count == 0) return;
        console.Write(new Text("Decisions on addresses of others:\n"));
        foreach (var decision in others) console.Write(new Padder(new Text($"{Safe(decision.Person)}: {Decided(decision)}"), new Padding(2, 0, 0, 0)));
    }

    private static void Write(Persona persona, IReadOnlyList<AddressDecision> decisions, IAnsiConsole console)
    {
        var counts = new List<string>();
        if (persona.TowardsUs > 0) counts.Add($"{Wording.Count(persona.TowardsUs, "message", "messages")} towards us");
        if (persona.TowardsOthers > 0) counts.Add($"{Wording.Count(persona.TowardsOthers, "message", "messages")} towards others");
        if (counts.Count == 0) counts.Add("nothing proven");
        var span = Wording.Span(persona.First, persona.Last);
        console.Write(new Markup($"[bold]{Markup.Escape(Safe(persona.Name))}[/]{(persona.Id == persona.Name ? "" : $" ({Markup.Escape(Safe(persona.Id))})")}: {Markup.Escape(string.Join(", ", counts) + (span.Length > 0 ? ", " + span : ""))}"));
        console.WriteLine();
        var width = Math.Max(56, console.Profile.Width);
        // As wide as the true side needs, so that an address stands on one line, and never more than two fifths.
        var left = Math.Clamp(persona.TrueAddresses.Take(MostHosts).Append(persona.Name).Max(t => Safe(t).Length) + 1, 20, width * 2 / 5);
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = true }.Width(width)
            .AddColumn(new TableColumn("true") { Width = left }).AddColumn(new TableColumn("false"));
        var own = True(persona, decisions);
        var sides = persona.FalseSides.Take(MostSides).Select(s => (IRenderable)False(s)).ToList();
        if (persona.FalseSides.Length > MostSides) sides.Add(new Text($"and {persona.FalseSides.Length - MostSides} addresses more: see --format jsonl"));
        if (!persona.SpoofedBy.IsEmpty) sides.Add(Spoofed(persona.SpoofedBy));
        for (var i = 0; i < sides.Count; i++) table.AddRow(i == 0 ? own : Text.Empty, sides[i]);
        console.Write(table);
    }

    private static Rows True(Persona persona, IReadOnlyList<AddressDecision> decisions)
    {
        var lines = new List<IRenderable> { new Text(Safe(persona.Name)) };
        lines.AddRange(persona.TrueAddresses.Take(MostHosts).Select(a => new Text(Safe(a))));
        lines.AddRange(decisions.Where(d => d.Person == persona.Id).Select(d => new Text(Decided(d))));
        return new(lines);
    }

    private static Rows False(FalseSide side)
    {
        var lines = new List<IRenderable>
        {
            new Markup($"[bold]{Markup.Escape(Safe(side.Address.Length == 0 ? "no address shown" : side.Address))}[/]"),
        };
        void Add(string text) => lines.Add(new Text(text));
        if (!side.Names.IsEmpty) Add("as " + string.Join(", ", side.Names.Select(n => $"\u201c{Safe(n)}\u201d")));
        Add("by " + string.Join(", ", side.Manners.Select(PersonaWords.Manner)));
        var counts = new List<string>();
        if (side.TowardsUs > 0) counts.Add($"{Wording.Number(side.TowardsUs)} to us");
        if (side.TowardsOthers > 0) counts.Add($"{Wording.Number(side.TowardsOthers)} to others");
        if (side.Unproven > 0) counts.Add($"{Wording.Number(side.Unproven)} that weigh nothing");
        Add(string.Join(", ", counts) + (Wording.Span(side.First, side.Last) is { Length: > 0 } span ? ", " + span : ""));
        foreach (var signature in side.Signatures.Take(2)) Add($"signs \u201c{Safe(signature)}\u201d");
        if (!side.Claims.IsEmpty) Add("claims: " + string.Join(", ", side.Claims));
        var sources = side.Sources.GroupBy(t => (t.Reporter, t.Grade)).ToList();
        foreach (var told in sources.Take(MostSources)) Add(Told([.. told]));
        if (sources.Count > MostSources) Add($"and {sources.Count - MostSources} sources more");
        if (!side.Campaigns.IsEmpty) Add("in " + string.Join(", ", side.Campaigns.Take(4)));
        return new(lines);
    }

    private static string Told(Testimony[] told) =>
        $"told by {Safe(told[0].By)} ({told[0].Grade}){(told.Length > 1 ? $", of {told.Length} messages" : "")}, entered {Wording.Date(told.Max(t => t.Entered))}{(told[^1].Note.Length > 0 ? ": " + Safe(told[^1].Note) : "")}";

    private static Rows Spoofed(ImmutableArray<SpoofingSource> sources)
    {
        var lines = new List<IRenderable> { new Markup("[bold]their own domain, by DMARC reports[/]") };
        foreach (var source in sources.Take(MostHosts))
            lines.Add(new Text($"{Wording.Count(source.Messages, "message", "messages")} as {Safe(source.Domain)} from {source.Source?.ToString() ?? "an address not told"}{(source.Forwarded > 0 ? $", {source.Forwarded} of them passed on" : "")}, {Wording.Span(source.First, source.Last)}"));
        if (sources.Length > MostHosts) lines.Add(new Text($"and {sources.Length - MostHosts} addresses more"));
        return new(lines);
    }

    private static string Decided(AddressDecision decision) =>
        $"{Safe(decision.Address.ToString())} {(decision.Allowed ? "allowed" : "not theirs")}, by {Safe(decision.By)}, {Wording.Date(decision.At)}: {Safe(decision.Reason)}";

    private static string Safe(string text) => MailText.Defang(text, 200);
}
