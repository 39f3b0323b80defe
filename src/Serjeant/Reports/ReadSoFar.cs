namespace Serjeant.Reports;

/// <summary>How far a scan has come.</summary>
/// <param name="Messages">Messages done.</param>
/// <param name="Bytes">Bytes of the sources done, as they lie on disk.</param>
/// <param name="TotalBytes">Bytes of all sources; 0 where that is not known (standard input).</param>
public readonly record struct ReadSoFar(long Messages, long Bytes, long TotalBytes);
