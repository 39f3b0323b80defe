namespace Serjeant.Values;

/// <summary>
/// The name of a host or mail domain: lower case, ASCII (A-labels, RFC 5890), without a final dot.
/// Made from text of any quality by <see cref="TryParse"/>; the default value is the empty name.
/// </summary>
public readonly record struct DomainName
{
    private readonly string? _name;

    private DomainName(string name) => _name = name;

    public string Name => _name ?? "";

    public bool IsEmpty => string.IsNullOrEmpty(_name);

    /// <summary>
    /// The part below the public suffix that somebody registered (example.co.uk of www.example.co.uk), by the Public
    /// Suffix List with its private section; the name itself where it is a suffix or has one label.
    /// </summary>
    public DomainName Registrable => new(PublicSuffixes.Shared.Registrable(Name));

    /// <summary>The last label: "uk" of example.co.uk; empty for an empty name.</summary>
    public string TopLevel => Name[(Name.LastIndexOf('.') + 1)..];

    /// <summary>Takes a host as found in mail: any case, one final dot, Unicode labels or punycode; at most 253 characters.</summary>
    /// <returns>False where no resolver could take it: empty labels, spaces, control characters, too long.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out DomainName value)
    {
        value = default;
        text = text.Trim();
        if (text.EndsWith(".")) text = text[..^1];
        if (text.IsEmpty || text.Length > 253) return false;
        var ascii = true;
        var upper = false;
        var label = 0;
        foreach (var c in text)
        {
            if (c == '.')
            {
                if (label == 0) return false;
                label = 0;
                continue;
            }
            if (c is <= ' ' or '@' or '/' or '\\' or ':' or '<' or '>' or '"' or '(' or ')' or '[' or ']' or ',' or ';' or '\x7f')
                return false;
            if (c > '\x7f') ascii = false;
            else if (c is >= 'A' and <= 'Z') upper = true;
            if (++label > 63) return false;
        }
        if (label == 0) return false;
        if (ascii)
        {
            value = new(upper ? text.ToString().ToLowerInvariant() : text.ToString());
            return true;
        }
        return TryUnicode(text, out value);
    }

    /// <summary>Whether this name is <paramref name="parent"/> or lies below it.</summary>
    public bool IsWithin(DomainName parent) =>
        !parent.IsEmpty && Name.EndsWith(parent.Name, StringComparison.Ordinal)
        && (Name.Length == parent.Name.Length || Name[^(parent.Name.Length + 1)] == '.');

    public override string ToString() => Name;

    private static bool TryUnicode(ReadOnlySpan<char> text, out DomainName value)
    {
        value = default;
        try
        {
            value = new(new System.Globalization.IdnMapping { AllowUnassigned = true }.GetAscii(text.ToString()).ToLowerInvariant());
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
