using MimeKit;
using Serjeant.Values;

namespace Serjeant.Bench.LookAlikes;

/// <summary>Names that imitate nobody: the most used ones, and those that wanted mail came from.</summary>
internal static class InnocentNames
{
    private static readonly string[] Wanted = ["ham-lists", "ham-2007", "ham-newsletters-2002", "newsletter-pairs"];

    public static string[] MostUsed(string registers, string list) => [.. ProtectedMaterial.List(registers, list).Where(n => DomainName.TryParse(n, out _)).Distinct()];

    /// <summary>Domains of the From fields of wanted mail.</summary>
    public static string[] Senders(string corpora)
    {
        var domains = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Wanted.SelectMany(w => Directory.GetFiles(Path.Combine(corpora, w))).Order(StringComparer.Ordinal))
        {
            using var stream = File.OpenRead(file);
            HeaderList headers;
            try
            {
                headers = HeaderList.Load(stream);
            }
            catch (FormatException)
            {
                continue;
            }
            foreach (var id in (HeaderId[])[HeaderId.From, HeaderId.Sender, HeaderId.ReplyTo])
                if (headers[id] is { } field && InternetAddressList.TryParse(field, out var list))
                    foreach (var mailbox in list.Mailboxes)
                        if (DomainName.TryParse(mailbox.Domain, out var domain) && domain.Name.Contains('.', StringComparison.Ordinal)) domains.Add(domain.Name);
        }
        return [.. domains.Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// Distinct names made of real ones: the first label of one under the rest of another, with or without a host before it, so that
    /// lengths, letters and depth are as found. The same every time.
    /// </summary>
    public static List<string> Recombined(string[] real, int count)
    {
        var names = new HashSet<string>(real, StringComparer.Ordinal);
        ulong state = 20261123;
        while (names.Count < count)
        {
            var (first, second) = (real[Next(ref state) % (ulong)real.Length], real[Next(ref state) % (ulong)real.Length]);
            var dot = second.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0) continue;
            var label = first.Split('.')[0];
            names.Add((Next(ref state) % 3) switch
            {
                0 => label + second[dot..],
                1 => label + "." + second,
                _ => label + second.Split('.')[0] + second[dot..],
            });
        }
        return [.. names.Take(count)];
    }

    /// <summary>SplitMix64 (Steele, Lea, Flood, 2014).</summary>
    public static ulong Next(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
