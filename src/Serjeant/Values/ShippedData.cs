using System.Collections.Immutable;
using System.Text;

namespace Serjeant.Values;

/// <summary>Reads what the project ships under data/; it rides inside the assembly, so that nothing can be missing at run time.</summary>
internal static class ShippedData
{
    /// <param name="name">Path below data/, with forward slashes.</param>
    /// <exception cref="ArgumentException">Nothing of that name is shipped: a mistake of the build, never of the input.</exception>
    public static Stream Open(string name) =>
        typeof(ShippedData).Assembly.GetManifestResourceStream("data/" + name)
        ?? throw new ArgumentException($"The assembly holds no data/{name}.", nameof(name));

    /// <summary>Names below data/ that begin with a prefix, without the prefix.</summary>
    public static IEnumerable<string> List(string prefix) =>
        from name in typeof(ShippedData).Assembly.GetManifestResourceNames()
        where name.StartsWith("data/" + prefix, StringComparison.Ordinal)
        select name[(prefix.Length + "data/".Length)..];

    /// <summary>The whole of a shipped text; faster than line by line, and every start pays for it.</summary>
    public static string ReadText(string name)
    {
        using var stream = Open(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <exception cref="InvalidDataException">What is shipped as a domain is none: a mistake of the build, never of the input.</exception>
    public static ImmutableArray<DomainName> Domains(string[] names)
    {
        var domains = ImmutableArray.CreateBuilder<DomainName>(names.Length);
        foreach (var name in names)
            domains.Add(DomainName.TryParse(name, out var domain) ? domain : throw new InvalidDataException($"\"{name}\" is shipped as a domain."));
        return domains.MoveToImmutable();
    }

    public static IEnumerable<string> ReadLines(string name)
    {
        using var reader = new StreamReader(Open(name), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
