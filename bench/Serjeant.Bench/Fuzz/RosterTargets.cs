using System.Text;
using Serjeant.Registers;

namespace Serjeant.Bench.Fuzz;

/// <summary>Rosters: any file is read or refused in words; nothing else is thrown, and the same file gives the same.</summary>
internal static class RosterTargets
{
    private static readonly Lazy<WarningLists> Lists = new(WarningLists.Load);

    private const string Yaml = """
        house: The House of Example
        people:
          - id: ann
            name: Ann Hartwell
            otherNames: [A. Hartwell]
            addresses:
              official: [ann@parliament.example]
              personal: [ann@hartwell.example]
            attributes:
              role: member
              committees: [Trade, Justice]
        bodies:
          - name: Parliament of Example
            domains: [parliament.example]
            ours: true
        outlets:
          - name: Strait Observer
            domains: [straitobserver.example]
        """;

    private const string Json = """
        {"persons":[{"id":"p1","name":"Ann Hartwell","other_names":[{"name":"A. Hartwell"}],"email":"ann@parliament.example","contact_details":[{"type":"email","value":"a@b.example"}]}],
        "organizations":[{"id":"o1","name":"House","classification":"legislature"}],"memberships":[{"person_id":"p1","organization_id":"o1","role":"member","area":{"name":"North"}}],"areas":[],"events":[]}
        """;

    public static FuzzTarget Yamls { get; } = new("roster", () => [Encoding.UTF8.GetBytes(Yaml)], Run,
        "\n", "  - ", ": ", "people:\n", "&a ", "*a", "<<: *a", "!!binary ", "? ", "|\n", ">\n", "\"", "'", "[", "]", "{", "}", "#", "---\n", "...\n", "\t", "%YAML 1.2\n", "@", "\u00ff", "\u0000", "id: ann\n", "ours: maybe\n");

    public static FuzzTarget Popolos { get; } = new("popolo", () => [Encoding.UTF8.GetBytes(Json)], Run,
        "{", "}", "[", "]", ",", ":", "\"", "null", "\"persons\":", "\"id\":", "\\ud800", "\\u0000", "1e999", "[[[[[[[[", "\u00ff", "//", "\"email\":\"x\"", "mailto:", "{\"persons\":[");

    private static void Run(byte[] bytes)
    {
        var (first, second) = (Read(bytes), Read(bytes));
        if (first != second) throw new FuzzException("the same roster is read differently");
    }

    private static string Read(byte[] bytes)
    {
        var path = Path.Combine(Path.GetTempPath(), $"serjeant-fuzz-{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.roster");
        try
        {
            File.WriteAllBytes(path, bytes);
            var roster = new RosterReader(Lists.Value).Read(path);
            return string.Join('\n', roster.People.Select(p => $"{p.Id} {p.Name} {string.Join(' ', p.Official)} {string.Join(' ', p.Personal)} {string.Join(' ', p.Attributes)}"));
        }
        catch (SerjeantException refused)
        {
            return refused.Message;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
