namespace Serjeant.Facts.Attachments;

/// <summary>
/// The kind of a file by its first bytes, in the words of <see cref="FileClasses"/>; empty where unknown. Containers (zip, ole)
/// are told apart further by who reads them.
/// </summary>
internal static class FileMagic
{
    /// <summary>An ISO 9660 or UDF volume begins with 16 empty sectors.</summary>
    public const int VolumeDescriptors = 16 * 2048;

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4) return "";
        var known = bytes[0] switch
        {
            0x89 when bytes[1..].StartsWith("PNG"u8) => "png",
            0xff when bytes[1] == 0xd8 && bytes[2] == 0xff => "jpg",
            0xff when bytes[1] == 0xfb || bytes[1] == 0xf3 => "mp3",
            (byte)'G' when bytes.StartsWith("GIF8"u8) => "gif",
            (byte)'R' => Riff(bytes),
            (byte)'B' when bytes.StartsWith("BZh"u8) && bytes[3] is >= (byte)'1' and <= (byte)'9' => "bz2",
            (byte)'B' when bytes[1] == (byte)'M' && bytes.Length > 14 && bytes[6] == 0 && bytes[7] == 0 && bytes[8] == 0 && bytes[9] == 0 => "bmp",
            (byte)'I' when bytes.StartsWith("II*\0"u8) => "tif",
            (byte)'I' when bytes.StartsWith("ITSF"u8) => "chm",
            (byte)'I' when bytes.StartsWith("ID3"u8) => "mp3",
            (byte)'M' => LetterM(bytes),
            (byte)'P' when bytes[1] == (byte)'K' && bytes[2] is 3 or 5 or 7 => "zip",
            (byte)'%' when bytes.StartsWith("%PDF-"u8) => "pdf",
            (byte)'%' when bytes.StartsWith("%!PS"u8) => "ps",
            (byte)'{' when bytes.StartsWith("{\\rt"u8) => "rtf",
            (byte)'7' when bytes[1] == (byte)'z' && bytes[2] == 0xbc && bytes[3] == 0xaf => "7z",
            0xd0 when bytes.StartsWith((ReadOnlySpan<byte>)[0xd0, 0xcf, 0x11, 0xe0]) => "ole",
            0x1f when bytes[1] == 0x8b => "gz",
            0x1f when bytes[1] == 0x9d => "z",
            0xfd when bytes[1..].StartsWith("7zXZ"u8) => "xz",
            0x28 when bytes.StartsWith((ReadOnlySpan<byte>)[0x28, 0xb5, 0x2f, 0xfd]) => "zst",
            0x7f when bytes[1..].StartsWith("ELF"u8) => "elf",
            0xfe when bytes[1] == 0xed && bytes[2] == 0xfa && bytes[3] is 0xce or 0xcf => "macho",
            0xce or 0xcf when bytes[1] == 0xfa && bytes[2] == 0xed && bytes[3] == 0xfe => "macho",
            0xca when bytes.StartsWith((ReadOnlySpan<byte>)[0xca, 0xfe, 0xba, 0xbe]) => bytes.Length > 7 && bytes[7] < 0x20 ? "macho" : "class",
            0x4c when bytes.StartsWith((ReadOnlySpan<byte>)[0x4c, 0, 0, 0, 1, 0x14, 2, 0]) => "lnk",
            0xe4 when bytes.StartsWith((ReadOnlySpan<byte>)[0xe4, 0x52, 0x5c, 0x7b, 0x8c, 0xd8, 0xa7, 0x4d]) => "one",
            0xd7 when bytes.StartsWith((ReadOnlySpan<byte>)[0xd7, 0xcd, 0xc6, 0x9a]) => "wmf",
            0x01 when bytes.Length > 44 && bytes[1] == 0 && bytes[2] == 0 && bytes[40..].StartsWith(" EMF"u8) => "emf",
            0x00 when bytes[1] == 0 && bytes[2] == 1 && bytes[3] == 0 => "ico",
            0x00 when bytes[4..].StartsWith("ftyp"u8) => bytes.Length > 12 && bytes[8..].StartsWith("hei"u8) ? "heic" : bytes[8..].StartsWith("avif"u8) ? "avif" : "mp4",
            0x00 when bytes.StartsWith((ReadOnlySpan<byte>)[0, 1, 0, 0]) => "ttf",
            0x1a when bytes.StartsWith((ReadOnlySpan<byte>)[0x1a, 0x45, 0xdf, 0xa3]) => "mkv",
            0x78 when bytes.StartsWith((ReadOnlySpan<byte>)[0x78, 0x9f, 0x3e, 0x22]) => "tnef",
            (byte)'O' when bytes.StartsWith("OggS"u8) => "ogg",
            (byte)'O' when bytes.StartsWith("OTTO"u8) => "otf",
            (byte)'f' when bytes.StartsWith("fLaC"u8) => "flac",
            (byte)'w' when bytes.StartsWith("wOFF"u8) => "woff",
            (byte)'w' when bytes.StartsWith("wOF2"u8) => "woff2",
            (byte)'v' when bytes.StartsWith("vhdxfile"u8) => "vhdx",
            (byte)'c' when bytes.StartsWith("conectix"u8) => "vhd",
            (byte)'K' when bytes.StartsWith("KDMV"u8) => "vmdk",
            (byte)'C' when bytes.StartsWith("Cr24"u8) => "crx",
            (byte)'!' when bytes.StartsWith("!<arch>\ndebian"u8) => "deb",
            0xed when bytes.StartsWith((ReadOnlySpan<byte>)[0xed, 0xab, 0xee, 0xdb]) => "rpm",
            0x60 when bytes[1] == 0xea => "arj",
            _ => "",
        };
        return known.Length > 0 ? known : Elsewhere(bytes);
    }

    private static string Riff(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("Rar!\x1a\x07"u8)) return "rar";
        if (!bytes.StartsWith("RIFF"u8) || bytes.Length < 12) return "";
        return bytes[8..].StartsWith("WEBP"u8) ? "webp" : bytes[8..].StartsWith("AVI "u8) ? "avi" : "wav";
    }

    private static string LetterM(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("MSCF"u8)) return "cab";
        if (bytes.StartsWith("MM\0*"u8)) return "tif";
        if (bytes.StartsWith("MSWIM"u8)) return "wim";
        return bytes[1] == (byte)'Z' ? Portable(bytes) : "";
    }

    /// <summary>Executables of Windows (PE format); an MZ without PE is one of DOS, where it is not plain text that begins so.</summary>
    private static string Portable(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 64) return "";
        var header = BitConverter.ToUInt32(bytes[60..]);
        if (header <= (uint)(bytes.Length - 24) && bytes[(int)header..].StartsWith("PE\0\0"u8))
            return (BitConverter.ToUInt16(bytes[((int)header + 22)..]) & 0x2000) != 0 ? "dll" : "exe";
        return bytes[..64].Contains((byte)0) ? "exe" : "";
    }

    /// <summary>What does not begin with its sign.</summary>
    private static string Elsewhere(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 262 && bytes[257..].StartsWith("ustar"u8)) return "tar";
        if (bytes.Length > VolumeDescriptors + 6)
        {
            var volume = bytes[(VolumeDescriptors + 1)..];
            if (volume.StartsWith("CD001"u8)) return "iso";
            if (volume.StartsWith("BEA01"u8) || volume.StartsWith("NSR0"u8)) return "udf";
        }
        if (bytes.Length >= 1024 && bytes[^512..].StartsWith("conectix"u8)) return "vhd";
        if (bytes.Length >= 1024 && bytes[^512..].StartsWith("koly"u8)) return "dmg";
        if (bytes.Length > 14 && bytes[7..].StartsWith("**ACE**"u8)) return "ace";
        // Readers accept a PDF whose header stands anywhere in the first kilobyte, and attackers use it.
        if (bytes[..Math.Min(1024, bytes.Length)].IndexOf("%PDF-"u8) >= 0) return "pdf";
        return "";
    }
}
