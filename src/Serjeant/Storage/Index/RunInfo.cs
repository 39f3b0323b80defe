namespace Serjeant.Storage.Index;

/// <summary>A run as the manifest lists it.</summary>
/// <param name="Number">Its file's name; given once.</param>
/// <param name="Length">Bytes of the file.</param>
/// <param name="Postings">How many it holds.</param>
/// <param name="Checksum">Of its footer.</param>
internal sealed record RunInfo(long Number, long Length, long Postings, ulong Checksum);
