using System.Diagnostics;
using Xunit;

namespace Serjeant.Tests.Cli;

/// <summary>What a run of the command left behind.</summary>
internal sealed record Ran(int ExitCode, string Output, string Errors);

/// <summary>The command as a process of its own, as people run it.</summary>
internal static class Command
{
    /// <summary>The tests' own copy of the command stands beside them.</summary>
    private static readonly string Path = System.IO.Path.Combine(AppContext.BaseDirectory, "Serjeant.Cli.dll");

    public static Process Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException("The command did not start.");
    }

    public static async Task<Ran> RunAsync(string folder, params string[] arguments) => await RunAsync(folder, [], arguments);

    public static async Task<Ran> RunAsync(string folder, byte[] input, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        if (input.Length > 0) await process.StandardInput.BaseStream.WriteAsync(input, TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        return await EndAsync(process);
    }

    public static async Task<Ran> EndAsync(Process process)
    {
        var token = TestContext.Current.CancellationToken;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(token), process.StandardError.ReadToEndAsync(token));
        await process.WaitForExitAsync(token);
        return new(process.ExitCode, await output, await errors);
    }
}
