using System.Collections.Frozen;

namespace Serjeant.Facts.Attachments;

/// <summary>What a file does when it is opened: the grain at which a false name matters.</summary>
internal enum FileClass
{
    Unknown,
    Picture,
    Media,
    Document,
    Calendar,
    Data,
    Web,
    Archive,
    Program,
    Script,
    Shortcut,
    DiskImage,
    OneNote,
}

/// <summary>Classes by extension. The names that <see cref="FileMagic"/> gives to content are extensions too, so one table serves both.</summary>
internal static class FileClasses
{
    private static readonly FrozenDictionary<string, FileClass> Table = Build();

    private static readonly FrozenDictionary<string, FileClass>.AlternateLookup<ReadOnlySpan<char>> ByExtension =
        Table.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="extension">Without its dot, any case.</param>
    public static FileClass Of(ReadOnlySpan<char> extension) =>
        ByExtension.TryGetValue(extension, out var found) ? found : FileClass.Unknown;

    /// <summary>Classes by which opening the file runs something or leads elsewhere.</summary>
    public static bool Runs(FileClass file) =>
        file is FileClass.Program or FileClass.Script or FileClass.Shortcut or FileClass.DiskImage or FileClass.OneNote;

    public static AttachmentTraits Trait(FileClass file) => file switch
    {
        FileClass.Program => AttachmentTraits.Program,
        FileClass.Script => AttachmentTraits.Script,
        FileClass.Shortcut => AttachmentTraits.Shortcut,
        FileClass.DiskImage => AttachmentTraits.DiskImage,
        FileClass.OneNote => AttachmentTraits.OneNote,
        _ => AttachmentTraits.None,
    };

    private static FrozenDictionary<string, FileClass> Build()
    {
        var table = new Dictionary<string, FileClass>(StringComparer.OrdinalIgnoreCase);
        Add(FileClass.Picture, "png jpg jpeg jpe jfif gif webp bmp tif tiff ico heic avif psd emf wmf dib");
        Add(FileClass.Media, "mp3 mp4 m4a m4v mov avi wav ogg ogv mkv webm flac wma wmv mpg mpeg amr 3gp");
        Add(FileClass.Document, "pdf doc docx docm dot dotx dotm xls xlsx xlsm xlsb xlt xltx xltm xlam xla ppt pptx pptm pps ppsx ppsm pot potx ppam rtf odt ods odp odg odf ooxml ole msg txt csv log md eml pub vsd vsdx mpp epub xps oxps slk wps wpd tex");
        Add(FileClass.Calendar, "ics vcs ifb vcf");
        Add(FileClass.Data, "xml json yml yaml sql db sqlite p7s p7m p7c asc sig pgp pem cer crt der patch diff woff woff2 ttf otf eot dat tnef rpmsg");
        Add(FileClass.Web, "html htm shtml shtm xhtml xht mht mhtml svg svgz");
        Add(FileClass.Archive, "zip zipx rar 7z gz tgz tar bz2 tbz xz txz cab ace arj lzh lha z zst r00 001 uue");
        // No "com": names end in a host's name more often than in a DOS program; FileMagic tells.
        Add(FileClass.Program, "exe dll scr pif cpl msi msp mst msix msixbundle appx appxbundle application appref-ms jar apk xll wll sys ocx elf macho msc gadget deb rpm run pkg crx xpi diagcab jnlp class");
        Add(FileClass.Script, "js jse vbs vbe wsf wsh wsc ws hta ps1 psm1 ps1xml psc1 bat cmd sct chm reg scpt command");
        Add(FileClass.Shortcut, "lnk url website library-ms search-ms searchconnector-ms settingcontent-ms scf desktop webloc iqy oqy rqy theme themepack rdp");
        Add(FileClass.DiskImage, "iso img vhd vhdx udf dmg vmdk nrg wim");
        Add(FileClass.OneNote, "one onepkg onetoc2");
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(FileClass file, string extensions)
        {
            foreach (var extension in extensions.Split(' '))
                table[extension] = file;
        }
    }
}
