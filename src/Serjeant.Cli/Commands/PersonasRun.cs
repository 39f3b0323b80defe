using System.Collections.Immutable;
using Serjeant.Cli.Reports;
using Serjeant.Judgement;
using Serjeant.Personas;
using Serjeant.Registers;
using Serjeant.Signals;
using Serjeant.Storage;
using Spectre.Console;

namespace Serjeant.Cli.Commands;

/// <summary>Prints the register of personas out of a data folder.</summary>
internal sealed class PersonasRun(StorePlace data, string? roster, string? person, string format, TimeProvider time)
{
    public int Run(IAnsiConsole console, CancellationToken cancellation)
    {
        if (!Directory.Exists(data.Folder)) throw new SerjeantException($"{data.Folder}: there is no such data folder. Scan or report something first.", retryHelps: false);
        using var store = data.Open(time);
        var house = KnownHouse.Open(store, roster) ?? House.With(Roster.Empty);
        var decisions = store.ReadDecisions();
        var personas = Make(house, store, cancellation);
        if (person is not null)
        {
            personas = [.. personas.Where(p => p.Id == person)];
            decisions = [.. decisions.Where(d => d.Person == person)];
            if (personas.IsEmpty && decisions.Count == 0 && house.Roster.People.All(p => p.Id != person) && house.Roster.Bodies.All(b => b.Name != person))
                throw new UsageException($"Nobody on the roster or in the register is \u201c{person}\u201d.");
        }
        if (format == "jsonl") PersonaLines.Write(personas, decisions, Console.Out);
        else PersonaText.Write(personas, decisions, console);
        return ExitCodes.Done;
    }

    private ImmutableArray<Persona> Make(House house, SqliteStore store, CancellationToken cancellation)
    {
        var reckoning = Reckoning.Make(house, WeightTable.Shipped, store, time, cancellation);
        var worn = store.ReadAll().Where(m => !m.Imitations.IsEmpty).Select(m => new ReckonedMessage(m, reckoning.Judge(m).Finding, reckoning.CampaignOf(m.Id)?.Id));
        return new PersonaMaker(house.Roster, reckoning.Claims).Make(worn, store.ReadTestimonies(), store.ReadGuises(), store.ReadSpoofed());
    }
}
