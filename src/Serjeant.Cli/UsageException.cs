namespace Serjeant.Cli;

/// <summary>The command line is wrong, which only the data folder or the roster could tell.</summary>
/// <param name="message">What is wrong with it.</param>
internal sealed class UsageException(string message) : Exception(message);
