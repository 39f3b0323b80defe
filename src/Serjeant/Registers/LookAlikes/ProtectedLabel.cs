using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Registers.LookAlikes;

/// <summary>The part of a protected name that is imitated: the label that somebody registered, or a person's name as one.</summary>
internal sealed class ProtectedLabel
{
    private ProtectedLabel(ProtectedName name, string label, string suffix)
    {
        Name = name;
        Suffix = suffix;
        Span<byte> letters = stackalloc byte[64];
        Text = [.. letters[..Letters.Read(label, letters, out _)]];
        Span<byte> sight = stackalloc byte[64], ends = stackalloc byte[64];
        Sight = [.. sight[..LookKeys.Sight(Text.AsSpan(), sight, ends)]];
        Mask = LookKeys.Mask(Text.AsSpan());
        Span<byte> words = stackalloc byte[256];
        var length = 0;
        foreach (var c in suffix)
            if (c != '.' && c < 0x80 && length < words.Length) words[length++] = (byte)c;
        SuffixWords = [.. words[..length]];
    }

    public ProtectedName Name { get; }

    /// <summary>Letters, digits and hyphens.</summary>
    public ImmutableArray<byte> Text { get; }

    /// <summary>What the eye looks for in a longer name (<see cref="LookKeys.Sight"/>).</summary>
    public ImmutableArray<byte> Sight { get; }

    /// <summary>Empty for people.</summary>
    public string Suffix { get; }

    /// <summary>The suffix without its dots: govuk.</summary>
    public ImmutableArray<byte> SuffixWords { get; }

    /// <summary>One bit for every class of letters that stands in it (<see cref="LookKeys.Mask"/>).</summary>
    public ulong Mask { get; }

    public bool IsPerson => Name.Kind == ProtectedKind.Person;

    /// <summary>A family name alone: others bear it, so it counts only beside words such as office or vote.</summary>
    public bool IsFamilyName => IsPerson && !Name.Name.Contains('-', StringComparison.Ordinal);

    /// <summary>Bits of meeting it as a whole label, and within a longer one.</summary>
    public double WholeBits { get; private set; }

    public double WithinBits { get; private set; }

    public double SuffixBits { get; private set; }

    public double TargetBits { get; private set; }

    /// <summary>Null where a name has no label that could be imitated.</summary>
    public static ProtectedLabel? Of(ProtectedName name)
    {
        if (name.Kind == ProtectedKind.Person) return name.Name.Length is 0 or > 60 ? null : new(name, name.Name, "");
        if (!DomainName.TryParse(name.Name, out var domain)) return null;
        var suffix = PublicSuffixes.Shared.SuffixLength(domain.Name);
        if (suffix >= domain.Name.Length) suffix = domain.Name.Length - domain.Name.IndexOf('.', StringComparison.Ordinal) - 1; // a suffix that is protected itself: gov.scot
        if (suffix >= domain.Name.Length) return null;
        var rest = domain.Name[..^(suffix + 1)];
        return new(name, rest[(rest.LastIndexOf('.') + 1)..], domain.Name[^suffix..]);
    }

    /// <param name="odds">How likely it is by its letters, and as a word.</param>
    /// <param name="within">In how many innocent names it stands within a longer label.</param>
    /// <param name="targetBits">Bits of naming this one among all of its kind.</param>
    public void Weigh(LabelOdds odds, int within, double targetBits)
    {
        TargetBits = targetBits;
        WholeBits = odds.Bits(Text.AsSpan(), Suffix.Length > 0 && odds.IsKnown(Name.Name) ? 1 : 0);
        WithinBits = Math.Min(WholeBits, odds.Letters(Text.AsSpan(), bounded: false));
        if (LabelOdds.IsKind(Text.AsSpan())) WithinBits = LabelOdds.KindWithinBits;
        if (within > 0) WithinBits = Math.Min(WithinBits, Math.Log2((odds.Names.Count + 1) / (within + 0.5)));
        SuffixBits = Suffix.Length == 0 ? 0 : odds.SuffixBits(Suffix);
    }
}
