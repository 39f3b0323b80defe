namespace Serjeant.Samples.People;

/// <summary>Somebody on the roster.</summary>
internal sealed record Person(
    string Id, string Name, string First, string Family, string Title, IReadOnlyList<string> OtherNames,
    string? Official, IReadOnlyList<string> Personal, string Role, IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Attributes,
    MailProgram Program)
{
    public bool IsMember => Role == "member";

    public string PlainName => $"{First} {Family}";

    /// <summary>The address that others write to.</summary>
    public string Address => Official ?? Personal[0];

    public string? Of(string attribute) => Attributes.FirstOrDefault(a => a.Key == attribute).Value is { Count: > 0 } values ? values[0] : null;
}
