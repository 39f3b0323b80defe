namespace Serjeant.Traces.Sigma;

/// <summary>A value of a YAML text with its line: a scalar, a list or a mapping.</summary>
internal sealed class SigmaNode
{
    public required int Line { get; init; }

    /// <summary>The text of a scalar; null in lists and mappings.</summary>
    public string? Text { get; init; }

    /// <summary>Nothing at all was written, or null: not the same as an empty text in quotes.</summary>
    public bool IsNull { get; init; }

    public List<SigmaNode>? Items { get; init; }

    public List<(string Key, SigmaNode Value)>? Entries { get; init; }

    public SigmaNode? this[string key]
    {
        get
        {
            foreach (var (name, value) in Entries ?? [])
                if (name == key) return value;
            return null;
        }
    }

    /// <summary>The text under a key; "" where there is none.</summary>
    public string TextOf(string key) => this[key]?.Text ?? "";

    /// <summary>The texts under a key, one or a list.</summary>
    public IEnumerable<string> TextsOf(string key) =>
        this[key] is not { } value ? [] : value.Text is { } one ? [one] : (value.Items ?? []).Select(i => i.Text).OfType<string>();
}
