namespace Serjeant.Traces.Formats;

/// <summary>One form of log.</summary>
internal interface ILogFormat
{
    LogFormat Format { get; }

    /// <summary>Takes a line apart; the event has begun with it.</summary>
    /// <returns>
    /// Null where it tells of a request or a look-up; <see cref="NoEvent"/> where it belongs to such a log and tells of something else; else why it is
    /// no line of this form.
    /// </returns>
    string? Read(ReadOnlySpan<byte> line, LogEvent into);

    /// <summary>A line that belongs and is not what we look for.</summary>
    public const string NoEvent = "";
}
