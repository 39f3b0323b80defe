using System.Security.Cryptography;
using System.Text;

namespace Serjeant.Signals.Reconnaissance;

/// <summary>The forms in which trackers put an address into a URL (Englehardt, Han, Narayanan: "I never signed up for this", PETS 2018).</summary>
internal sealed class EncodedForms
{
    private readonly (string Name, string Text, StringComparison How)[] _forms;

    private EncodedForms((string, string, StringComparison)[] forms) => _forms = forms;

    public static EncodedForms Of(string address)
    {
        var bytes = Encoding.UTF8.GetBytes(address);
        return new(
        [
            // Without the last characters, which depend on what follows the address inside the encoding.
            ("base64", Convert.ToBase64String(bytes)[..^4], StringComparison.Ordinal),
            ("base64url", Convert.ToBase64String(bytes)[..^4].Replace('+', '-').Replace('/', '_'), StringComparison.Ordinal),
            ("hexadecimal", Convert.ToHexStringLower(bytes), StringComparison.OrdinalIgnoreCase),
            ("MD5", Convert.ToHexStringLower(Md5(bytes)), StringComparison.OrdinalIgnoreCase),
            ("SHA-1", Convert.ToHexStringLower(Sha1(bytes)), StringComparison.OrdinalIgnoreCase),
            ("SHA-256", Convert.ToHexStringLower(SHA256.HashData(bytes)), StringComparison.OrdinalIgnoreCase),
        ]);
    }

    public string? FindIn(string url)
    {
        foreach (var (name, text, how) in _forms)
            if (text.Length <= url.Length && url.Contains(text, how)) return name;
        return null;
    }

#pragma warning disable CA5350, CA5351 // Recognised in what others made, not relied on.
    private static byte[] Md5(byte[] bytes) => MD5.HashData(bytes);

    private static byte[] Sha1(byte[] bytes) => SHA1.HashData(bytes);
#pragma warning restore CA5350, CA5351
}
