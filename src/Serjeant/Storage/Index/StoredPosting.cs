namespace Serjeant.Storage.Index;

/// <summary>A posting as runs hold it: in the order of key, number, and kind of mark.</summary>
/// <param name="Key">The upper 56 bits of a selector's key.</param>
/// <param name="Number">A message's number, or a file's.</param>
/// <param name="Mark">See <see cref="Index.Mark"/>.</param>
internal readonly record struct StoredPosting(ulong Key, uint Number, byte Mark) : IComparable<StoredPosting>
{
    /// <summary>The same but for roles, which go together.</summary>
    public bool IsSameAs(StoredPosting other) => Key == other.Key && Number == other.Number && Class == other.Class;

    public int CompareTo(StoredPosting other)
    {
        if (Key != other.Key) return Key < other.Key ? -1 : 1;
        if (Number != other.Number) return Number < other.Number ? -1 : 1;
        return Class.CompareTo(other.Class);
    }

    private byte Class => Index.Mark.IsSpecial(Mark) ? Mark : (byte)0;
}
