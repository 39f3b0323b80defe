using System.Collections.Immutable;
using Serjeant.Campaigns;
using Serjeant.Values;

namespace Serjeant.Outbound;

/// <summary>The shapes in which the house's mail was ever made, numbered: since when each, and by how many mailboxes.</summary>
internal sealed class ShapeList
{
    /// <summary>Shapes told apart; later ones count as known. HTML layouts of single letters are the most of them.</summary>
    private const int Most = 500_000;

    private readonly Dictionary<long, int> _numbers = [];
    private readonly List<(long First, string Name)> _shapes = [];
    private readonly HashSet<(int Shape, string Unit)> _users = [];
    private readonly Dictionary<int, int> _userCounts = [];

    /// <summary>Messages must be added by date.</summary>
    public int[] Add(KeptMessage message, string unit, long ticks)
    {
        var numbers = new List<int>(4);
        foreach (var trait in message.Traits)
            if (Word(trait.Kind) is { } word) Note(trait.Hash, $"{word}{(trait.Value.Length == 0 ? "" : " ")}{trait.Value}");
        var domain = EmailAddress.TryParse(message.From, out var from) ? from.Domain : default;
        if (TextShapes.MessageId(message.MessageId, domain) is { Length: > 0 } form)
            Note(TraitMaker.Hash(TraitKind.MessageIdShape, form), $"Message-IDs of the form {form}");
        return [.. numbers];

        void Note(long hash, string name)
        {
            if (!_numbers.TryGetValue(hash, out var number))
            {
                if (_numbers.Count == Most) return;
                _numbers[hash] = number = _shapes.Count;
                _shapes.Add((ticks, name));
            }
            if (!numbers.Contains(number)) numbers.Add(number);
            if (_users.Add((number, unit))) _userCounts[number] = _userCounts.GetValueOrDefault(number) + 1;
        }
    }

    public long FirstSeen(int shape) => _shapes[shape].First;

    public string Name(int shape) => _shapes[shape].Name;

    /// <summary>Mailboxes that ever used it, later ones too: what many use is the house's.</summary>
    public int Users(int shape) => _userCounts.GetValueOrDefault(shape);

    private static string? Word(TraitKind kind) => kind switch
    {
        TraitKind.Software => "the program",
        TraitKind.HtmlSkeleton => "one HTML layout",
        TraitKind.OriginNetwork => "clients in",
        _ => null,
    };

    /// <summary>What copies of one text share; see <see cref="TraitKind.TemplateBand"/>.</summary>
    public static long[] Texts(ImmutableArray<Trait> traits)
    {
        var texts = new List<long>(9);
        foreach (var trait in traits)
            if (trait.Kind is TraitKind.TemplateBand or TraitKind.SubjectShape) texts.Add(trait.Hash);
        return [.. texts];
    }
}
