using System.Globalization;
using Serjeant.Storage.Keys;

namespace Serjeant.Cli.Commands;

/// <summary>Lists, rotates and moves keys.</summary>
internal sealed class KeysRun(StorePlace data, TimeProvider time)
{
    public int List(TextWriter output)
    {
        using var store = data.OpenExisting(time);
        output.WriteLine($"Key file: {store.KeyPlace}");
        foreach (var key in store.ReadKeys()) output.WriteLine($"  {Tell(key)}");
        return ExitCodes.Done;
    }

    public int Rotate(TextWriter output)
    {
        using var store = data.OpenExisting(time);
        store.RotateKey();
        foreach (var key in store.ReadKeys()) output.WriteLine($"  {Tell(key)}");
        return ExitCodes.Done;
    }

    public int Move(string file, TextWriter output)
    {
        using var store = data.OpenExisting(time);
        store.MoveKey(file);
        output.WriteLine($"The key file is {store.KeyPlace}. Keep a copy of it apart from copies of the data folder: without it nothing sealed there can be read again.");
        return ExitCodes.Done;
    }

    private static string Tell(KnownKey key)
    {
        var state = key.Destroyed is { } destroyed ? string.Create(CultureInfo.InvariantCulture, $"destroyed {destroyed:yyyy-MM-dd}")
            : key.Retired is { } retired ? string.Create(CultureInfo.InvariantCulture, $"followed by another on {retired:yyyy-MM-dd}; kept for people's hashes in older index entries")
            : "current";
        return string.Create(CultureInfo.InvariantCulture, $"{key.Id}  since {key.Since:yyyy-MM-dd HH:mm} UTC  {key.Records,9:N0} records  {state}");
    }
}
