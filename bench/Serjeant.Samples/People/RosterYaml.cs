using System.Text;

namespace Serjeant.Samples.People;

/// <summary>Writes the roster in the form that Serjeant reads (YAML 1.2).</summary>
internal static class RosterYaml
{
    /// <param name="roster">Whom to write.</param>
    /// <param name="seed">For the remark.</param>
    /// <param name="clients">What a person's machines are called in logs; null to leave that out.</param>
    /// <param name="networks">"key: [values]" lines for the end.</param>
    public static string Write(Roster roster, int seed, Func<Person, IReadOnlyList<string>>? clients = null, IReadOnlyList<string>? networks = null)
    {
        var text = new StringBuilder();
        text.Append("# Everybody here is invented. Made by bench/Serjeant.Samples with seed ").Append(seed).Append(".\n");
        text.Append("house: ").Append(Scalar(roster.House)).Append("\npeople:\n");
        foreach (var person in roster.People)
            Write(person, clients?.Invoke(person) ?? [], text);
        Write("bodies", roster.Bodies, text);
        Write("outlets", roster.Outlets, text);
        Write("correspondents", roster.Correspondents, text);
        foreach (var line in networks ?? []) text.Append(line).Append('\n');
        return text.ToString();
    }

    private static void Write(Person person, IReadOnlyList<string> clients, StringBuilder text)
    {
        text.Append("  - id: ").Append(person.Id).Append("\n    name: ").Append(Scalar(person.Name)).Append('\n');
        if (person.OtherNames.Count > 0)
            text.Append("    otherNames: ").Append(List(person.OtherNames)).Append('\n');
        text.Append("    addresses:\n");
        if (person.Official is { } official)
            text.Append("      official: ").Append(List([official])).Append('\n');
        if (person.Personal.Count > 0)
            text.Append("      personal: ").Append(List(person.Personal)).Append('\n');
        if (clients.Count > 0)
            text.Append("    clients: ").Append(List(clients)).Append('\n');
        text.Append("    attributes:\n");
        foreach (var (key, values) in person.Attributes)
            text.Append("      ").Append(key).Append(": ").Append(key == "committees" ? List(values) : Scalar(values[0])).Append('\n');
    }

    private static void Write(string key, IReadOnlyList<Organisation> organisations, StringBuilder text)
    {
        text.Append(key).Append(":\n");
        foreach (var one in organisations)
        {
            text.Append("  - name: ").Append(Scalar(one.Name)).Append("\n    domains: ").Append(List([one.Domain])).Append('\n');
            if (one.Ours)
                text.Append("    ours: true\n");
        }
    }

    private static string List(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(Scalar))}]";

    /// <summary>Plain where YAML allows it without doubt, otherwise double quoted.</summary>
    private static string Scalar(string text) =>
        text.All(c => char.IsLetterOrDigit(c) || c is ' ' or '.' or '-' or '@' or '_') && char.IsLetter(text[0]) ? text : $"\"{text}\"";
}
