namespace Serjeant.Sources;

/// <summary>Where a message stands, so that anybody can find its bytes again.</summary>
/// <param name="Source">The file as it was named to us, or "-" for standard input.</param>
/// <param name="Ordinal">Which message of that file, from 0.</param>
/// <param name="Offset">Bytes from the start of the file (of the unpacked stream, where it is gzipped) to the message's first header.</param>
public readonly record struct MessagePlace(string Source, int Ordinal, long Offset)
{
    public override string ToString() => Ordinal == 0 && Offset == 0 ? Source : $"{Source}#{Ordinal}@{Offset}";
}
