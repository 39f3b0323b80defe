namespace Serjeant.Storage.Tables;

/// <summary>A file's row while it is worked on.</summary>
internal sealed class FileRow
{
    public required long Id { get; init; }

    public string Path { get; set; } = "";

    public long Folder { get; set; }

    /// <summary>What follows the folder in the path.</summary>
    public string Name { get; set; } = "";

    public long Reading { get; set; }

    /// <summary>-1: nothing is known of how far it was read.</summary>
    public long Length { get; set; }

    public long Modified { get; set; }

    public int Messages { get; set; }

    public long Offset { get; set; }

    public bool IsComplete { get; set; }

    /// <summary>The message at ordinal 0 and offset 0, or 0.</summary>
    public uint First { get; set; }

    public bool IsNew { get; set; }

    public bool IsChanged { get; set; }

    public bool IsVisited { get; set; }

    public static FileRow Read(Statement from, long id) => new()
    {
        Id = id,
        Folder = from.Number(0),
        Name = from.Text(1),
        Reading = from.Number(2),
        Length = from.Number(3),
        Modified = from.Number(4),
        Messages = (int)from.Number(5),
        Offset = from.Number(6),
        IsComplete = from.Number(7) != 0,
        First = (uint)from.Number(8),
    };

    public Statement Bind(Statement to) =>
        to.Bind(1, Folder).Bind(2, Name).Bind(3, Reading).Bind(4, Length).Bind(5, Modified).Bind(6, Messages).Bind(7, Offset)
            .Bind(8, IsComplete ? 1 : 0).Bind(9, First).Bind(10, Id);
}
