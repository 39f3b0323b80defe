using System.CommandLine;
using Serjeant.Storage;

namespace Serjeant.Cli.Commands;

/// <summary>Which data folder a command works on, and where its key lies. The same two options on every command that opens one.</summary>
/// <param name="Folder">The data folder.</param>
/// <param name="Key">The key file; null for the one that the folder knows.</param>
internal sealed record StorePlace(string Folder, string? Key)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3), Pause = TimeSpan.FromMilliseconds(100);

    public const string KeyVariable = "SERJEANT_KEY_FILE";

    public static Option<string> DataOption() => new("--data") { HelpName = "DIR", Description = "The data folder.", DefaultValueFactory = _ => "serjeant-data" };

    public static Option<string?> KeyOption() => new("--key") { HelpName = "FILE", Description = $"The key file. Default: what {KeyVariable} names, else where 'keys move' put it, else the data folder's own." };

    public static StorePlace Of(ParseResult parsed, Option<string> data, Option<string?> key) =>
        new(parsed.GetRequiredValue(data), parsed.GetValue(key) ?? (Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } named ? named : null));

    /// <exception cref="SerjeantException">The folder or the key cannot be used.</exception>
    /// <remarks>Two hunts at the same time are ordinary, and each is short: the second waits a little for the first.</remarks>
    public SqliteStore Open(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        for (var began = time.GetTimestamp(); ; Thread.Sleep(Pause))
        {
            try
            {
                return SqliteStore.Open(Folder, time, Key);
            }
            catch (SerjeantException problem) when (problem.RetryHelps && time.GetElapsedTime(began) < Patience)
            {
            }
        }
    }

    /// <summary>The same, where there is something already: a mistyped name must not make a folder.</summary>
    /// <exception cref="SerjeantException">There is no such folder, or it cannot be used.</exception>
    public SqliteStore OpenExisting(TimeProvider time) => File.Exists(Path.Combine(Folder, "serjeant.db"))
        ? Open(time)
        : throw new SerjeantException($"{Folder}: there is no data folder. Name one with --data DIR.", retryHelps: false);
}
