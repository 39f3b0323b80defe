namespace Serjeant.Sources;

/// <summary>How far a file was read by earlier scans.</summary>
/// <param name="File">As it was then.</param>
/// <param name="Messages">Messages (and unreadable places) of it that are stored.</param>
/// <param name="Offset">Where the next message begins, in bytes of the (unpacked) stream.</param>
/// <param name="Complete">Read to its end.</param>
public sealed record SourceProgress(SourceFile File, int Messages, long Offset, bool Complete);

/// <summary>Remembers how far each file was read, so that a scan that was stopped goes on where it stopped.</summary>
public interface IProgressStore
{
    /// <summary>Null where the file is new or has changed (length or time of writing) since.</summary>
    SourceProgress? Find(SourceFile file);

    /// <summary>Becomes durable together with the messages added before it.</summary>
    void Save(SourceProgress progress);

    /// <summary>Takes what is stored of a file that was read whole into the current scan, without reading it again.</summary>
    void Recall(SourceFile file);
}
