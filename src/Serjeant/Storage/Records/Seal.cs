using System.Security.Cryptography;
using System.Text;
using Serjeant.Values;

namespace Serjeant.Storage.Records;

/// <summary>
/// Seals what must not be read without the house's key: AES-256-GCM (NIST SP 800-38D). A version byte, the name of the key (8 bytes ASCII), 12 bytes nonce,
/// 16 bytes tag, then what was sealed.
/// </summary>
internal static class Seal
{
    private const byte Version = 1;

    private const int Name = 8, Nonce = 12, Tag = 16, Head = 1 + Name + Nonce + Tag;

    public static byte[] Close(ReadOnlySpan<byte> plain, KeyRing ring)
    {
        var box = new byte[Head + plain.Length];
        box[0] = Version;
        Encoding.ASCII.GetBytes(ring.Current.Id, box.AsSpan(1, Name));
        RandomNumberGenerator.Fill(box.AsSpan(1 + Name, Nonce));
        using var cipher = new AesGcm(ring.Current.ForSealing, Tag);
        cipher.Encrypt(box.AsSpan(1 + Name, Nonce), plain, box.AsSpan(Head), box.AsSpan(Head - Tag, Tag), box.AsSpan(0, 1 + Name));
        return box;
    }

    /// <summary>Whether a column holds anything that was sealed under a key.</summary>
    public static bool Holds(Database database, string table, string column, string key)
    {
        using var any = database.Prepare($"SELECT 1 FROM {table} WHERE substr({column}, 2, {Name})=? LIMIT 1");
        var found = any.Bind(1, Encoding.ASCII.GetBytes(key)).Step();
        any.Reset();
        return found;
    }

    /// <returns>Null where the key is gone, or the box was changed.</returns>
    public static byte[]? Open(ReadOnlySpan<byte> box, KeyRing ring)
    {
        if (box.Length < Head || box[0] != Version) return null;
        var name = Encoding.ASCII.GetString(box.Slice(1, Name));
        if (ring.Keys.FirstOrDefault(k => k.Id == name) is not { } key) return null;
        var plain = new byte[box.Length - Head];
        try
        {
            using var cipher = new AesGcm(key.ForSealing, Tag);
            cipher.Decrypt(box.Slice(1 + Name, Nonce), box[Head..], box.Slice(Head - Tag, Tag), plain, box[..(1 + Name)]);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
