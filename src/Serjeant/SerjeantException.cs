namespace Serjeant;

/// <summary>The world is not as it must be: a folder, a file or a network that cannot be used. Says whether trying again can help.</summary>
/// <param name="message">What is wrong and what to do, in words a person can act on; never a subject, an address or a name from mail.</param>
/// <param name="retryHelps">Whether the same call may succeed later with nothing changed by hand.</param>
public sealed class SerjeantException(string message, bool retryHelps, Exception? inner = null) : Exception(message, inner)
{
    public bool RetryHelps { get; } = retryHelps;

    /// <summary>Where it is wrong: file, file:line or file:line:column, from 1; also at the beginning of the message. Empty where there is no place.</summary>
    public string Place { get; init; } = "";
}
