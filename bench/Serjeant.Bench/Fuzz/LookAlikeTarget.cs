using System.Text;
using Serjeant.Registers.LookAlikes;
using Serjeant.Values;

namespace Serjeant.Bench.Fuzz;

/// <summary>Names of hosts against an index of invented names: nothing is thrown, an owner's name is never told, the same name gives the same.</summary>
internal static class LookAlikeTarget
{
    private static readonly string[] Own = ["parliament.example", "electoral-office.example", "straitobserver.example", "kent.gov.example"];

    private static readonly Lazy<LookAlikeIndex> Index = new(() => new(
        [.. Own.Select(o => new ProtectedName(o, o, ProtectedKind.Body)), new ProtectedName("octavia-hartwell", "octavia", ProtectedKind.Person), new ProtectedName("hartwell", "octavia", ProtectedKind.Person)], []));

    public static FuzzTarget Target { get; } = new("lookalikes", () => [.. ((string[])[.. Own, "par1iament.example", "xn--parlament-4fg.example", "parliament.example.secure-login.test", "octaviahartwell.test"]).Select(Encoding.UTF8.GetBytes)], Run,
        ".", "-", "xn--", "*.", "..", "rn", "vv", "cl", "\u0430", "\u202e", "\u3002", "parliament", "example", "login", "xn--a-", "xn--99999", "\u00df", "0", "1", "_", " ");

    private static void Run(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var first = Index.Value.Find(text.AsSpan());
        if (first != Index.Value.Find(text.AsSpan())) throw new FuzzException("the same name gives another answer");
        if (first is { Explanation.Length: 0 or > 300 }) throw new FuzzException("an explanation without bounds");
        if (first is not null && DomainName.TryParse(text, out var name) && Own.Any(o => DomainName.TryParse(o, out var own) && name.IsWithin(own)))
            throw new FuzzException("an owner's own name is told");
    }
}
