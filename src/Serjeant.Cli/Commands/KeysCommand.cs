using System.CommandLine;

namespace Serjeant.Cli.Commands;

/// <summary>serjeant keys: under which secrets the data folder is sealed.</summary>
internal static class KeysCommand
{
    public static Command Make()
    {
        var (data, key) = (StorePlace.DataOption(), StorePlace.KeyOption());
        var command = new Command("keys", "Prints the keys that the data folder is sealed under: their names, never the secrets.") { data, key };
        command.SetAction((parsed, _) => Task.FromResult(new KeysRun(StorePlace.Of(parsed, data, key), TimeProvider.System).List(Console.Out)));
        command.Subcommands.Add(Rotate());
        command.Subcommands.Add(Move());
        return command;
    }

    private static Command Rotate()
    {
        var (data, key) = (StorePlace.DataOption(), StorePlace.KeyOption());
        var command = new Command("rotate", "Makes a new key and brings all records under it. Old keys stay until no index entry needs them.") { data, key };
        command.SetAction((parsed, _) => Task.FromResult(new KeysRun(StorePlace.Of(parsed, data, key), TimeProvider.System).Rotate(Console.Out)));
        return command;
    }

    private static Command Move()
    {
        var (data, key) = (StorePlace.DataOption(), StorePlace.KeyOption());
        var file = new Argument<string>("FILE") { Description = "Where the key file shall lie: a place that is not copied together with the data folder." };
        var command = new Command("move", "Moves the key file, and remembers where.") { file, data, key };
        command.SetAction((parsed, _) => Task.FromResult(new KeysRun(StorePlace.Of(parsed, data, key), TimeProvider.System).Move(parsed.GetRequiredValue(file), Console.Out)));
        return command;
    }
}
