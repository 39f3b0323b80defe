using MimeKit;

namespace Serjeant.Bench.Names;

/// <summary>The display names and mailbox names of the people of real mail.</summary>
internal static class DisplayNames
{
    public static readonly string[] Wanted = ["ham-lists", "ham-2007", "ham-newsletters-2002", "newsletter-pairs"];

    /// <summary>Distinct, of From, To and Cc, with how often each stands there.</summary>
    public static Dictionary<(string Name, string Local), int> Read(string corpora, IEnumerable<string> folders)
    {
        var names = new Dictionary<(string, string), int>();
        foreach (var folder in folders)
            foreach (var file in Directory.GetFiles(Path.Combine(corpora, folder)).Order(StringComparer.Ordinal))
            {
                using var stream = new MemoryStream(File.ReadAllBytes(file));
                HeaderList headers;
                try
                {
                    headers = MimeMessage.Load(stream).Headers;
                }
                catch (FormatException)
                {
                    continue;
                }
                foreach (var header in headers)
                    if (header.Id is HeaderId.From or HeaderId.To or HeaderId.Cc && InternetAddressList.TryParse(header.RawValue, out var list))
                        foreach (var mailbox in list.Mailboxes)
                            names[(mailbox.Name ?? "", mailbox.LocalPart ?? "")] = names.GetValueOrDefault((mailbox.Name ?? "", mailbox.LocalPart ?? "")) + 1;
            }
        return names;
    }
}
